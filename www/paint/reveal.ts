// Brings a cell into view together with its heads, and only where it is not in view already.

/** The cell is covered by the heads that stick to the top and by the sum that sticks to the bottom. */
export function reveal(cell: HTMLElement, strip: HTMLElement | null): void {
  const box = cell.getBoundingClientRect();
  const table = cell.closest('table');
  const frame = cell.closest('.scroll')?.getBoundingClientRect();
  const heads = table?.tHead?.getBoundingClientRect().height ?? 0;
  const covered = strip?.classList.contains('none') ? 0 : strip?.offsetHeight ?? 0;
  const top = Math.max(0, frame?.top ?? 0) + heads;
  const bottom = window.innerHeight - covered;
  const left = Math.max(0, frame?.left ?? 0);
  const right = Math.min(window.innerWidth, frame?.right ?? window.innerWidth);
  const inView = box.top >= top && box.bottom <= bottom && box.left >= left - 1 && box.right <= right + 1;
  if (!inView) cell.scrollIntoView({ block: 'center', inline: 'center' });
}

/** Tells each head row how high those above it are, so that it sticks below them. */
export function measureHeads(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table.form')) {
    if (table.offsetHeight === 0) continue;
    const rows = [...table.tHead?.rows ?? []];
    // Measured before anything is set, and set on the rows alone: what changes on the table is laid out in all its cells.
    const heights = rows.map((row) => row.getBoundingClientRect().height);
    let above = 0;
    rows.forEach((row, i) => {
      row.style.setProperty('--above', `${above}px`);
      above += heights[i]!;
    });
  }
}
