// The files of a folder that a person chose or dropped, in a fixed order, as far down and as many as are looked at.

/** As the engine has it: `MOST_UNITS` in src/recognise/area.rs. */
export const MOST_FILES = 3000;
/** Folders inside each other that are walked. */
const DEPTH = 16;
/** What systems and programs leave in folders. */
const LEFT_BEHIND = /^(\.|~\$|Thumbs\.db$|desktop\.ini$|gouji\.toml$)/;

export interface UnitFile {
  /** With the folders in which it lies. */
  path: string;
  open(): Promise<Blob>;
}

/** The files, or null where there are too many. */
export type Found = UnitFile[] | null;

export function fromInput(files: readonly File[], most = MOST_FILES): Found {
  return inOrder(files.map((file) => ({ path: file.webkitRelativePath || file.name, open: () => Promise.resolve(file) })), most);
}

/** What was dropped has to be taken before the event is over; its folders are read afterwards. */
export function fromDrop(data: DataTransfer): Promise<Found> {
  return fromEntries([...data.items].map((item) => item.webkitGetAsEntry()), [...data.files]);
}

/** Of what was dropped: entries where the browser tells them, else the files. */
export function fromEntries(entries: readonly (FileSystemEntry | null)[], files: readonly File[], most = MOST_FILES): Promise<Found> {
  const there = entries.filter((entry): entry is FileSystemEntry => entry !== null);
  return there.length ? walk(there, most) : Promise.resolve(fromInput(files, most));
}

async function walk(entries: FileSystemEntry[], most: number): Promise<Found> {
  const files: UnitFile[] = [];
  let level = entries;
  for (let depth = 0; level.length; depth++) {
    if (depth > DEPTH) return null;
    const below: FileSystemEntry[] = [];
    for (const entry of level) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      if (entry.isDirectory) below.push(...(await inside(entry as FileSystemDirectoryEntry, most - files.length)));
      else files.push(ofEntry(entry as FileSystemFileEntry));
      if (files.length > most) return null;
    }
    level = below;
  }
  return inOrder(files, most);
}

const ofEntry = (entry: FileSystemFileEntry): UnitFile => ({
  path: entry.fullPath.replace(/^\//, ''),
  open: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
});

/** A folder tells its entries in parts, until it tells none. */
async function inside(folder: FileSystemDirectoryEntry, most: number): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length <= most + 1) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) break;
    all.push(...some);
  }
  return all;
}

function inOrder(files: UnitFile[], most: number): Found {
  const kept = files.filter(({ path }) => !path.split('/').some((name) => LEFT_BEHIND.test(name)));
  if (kept.length > most) return null;
  return kept.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
