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
  open(): Promise<File>;
}

/** The files, or null where there are too many. */
export type Found = UnitFile[] | null;

export function fromInput(files: readonly File[]): Found {
  return inOrder(files.map((file) => ({ path: file.webkitRelativePath || file.name, open: () => Promise.resolve(file) })));
}

/** What was dropped has to be taken before the event is over; its folders are read afterwards. */
export function fromDrop(data: DataTransfer): Promise<Found> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry): entry is FileSystemEntry => entry !== null);
  return entries.length ? walk(entries) : Promise.resolve(fromInput([...data.files]));
}

async function walk(entries: FileSystemEntry[]): Promise<Found> {
  const files: UnitFile[] = [];
  let level = entries;
  for (let depth = 0; level.length; depth++) {
    if (depth > DEPTH) return null;
    const below: FileSystemEntry[] = [];
    for (const entry of level) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      if (entry.isDirectory) below.push(...(await inside(entry as FileSystemDirectoryEntry, MOST_FILES - files.length)));
      else files.push(ofEntry(entry as FileSystemFileEntry));
      if (files.length > MOST_FILES) return null;
    }
    level = below;
  }
  return inOrder(files);
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

function inOrder(files: UnitFile[]): Found {
  const kept = files.filter(({ path }) => !path.split('/').some((name) => LEFT_BEHIND.test(name)));
  if (kept.length > MOST_FILES) return null;
  return kept.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
