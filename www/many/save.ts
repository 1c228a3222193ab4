// Gives a file to the person, by way of the browser's downloads.

export function save(content: BlobPart, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Firefox asks for the file only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every system takes: no separators, no controls, not too long, nothing that Windows keeps for itself. */
export function fileName(text: string): string {
  const plain = text.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').replace(/\s+/g, ' ').trim();
  return Array.from(plain).slice(0, 60).join('').replace(/[. ]+$/, '') || '-';
}
