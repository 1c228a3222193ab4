// The files that are to be checked: what was chosen or dropped, with the archives among them opened, and without what a
// saved page or a system leaves beside the reports.

import { fromEntries, type UnitFile } from '../area/files';
import { filesOf } from './zip';

/** Files that are checked at once. */
export const MOST_REPORTS = 5000;
/** Archives inside each other that are opened: the one that was dropped, and those that offices sent. */
const DEPTH = 2;
const ZIP = /\.zip$/i;
/** Folders that hold no report. */
const ASIDE = /(^|\/)(__MACOSX|[^/]*(_files|\.files))\//i;
/** What is no text by its name: it is counted, not read. */
const NO_REPORT = /\.(png|jpe?g|gif|bmp|tiff?|webp|svg|ico|css|js|json|woff2?|ttf|mp[34]|wav|avi|mov|exe|dll|lnk|db|ds_store)$/i;

export interface Gathered {
  files: UnitFile[];
  /** How many were passed over because of their names. */
  passed: number;
}

/** Null where there are too many. */
export async function gather(entries: readonly (FileSystemEntry | null)[], given: readonly File[]): Promise<Gathered | null> {
  const found = await fromEntries(entries, given, MOST_REPORTS);
  if (!found) return null;
  const files: UnitFile[] = [];
  await expand(found, DEPTH, files);
  const kept = files.filter(({ path }) => !ASIDE.test(path) && !NO_REPORT.test(path));
  return kept.length > MOST_REPORTS ? null : { files: withoutRoot(kept), passed: files.length - kept.length };
}

/** The folder or archive in which all of them lie is known, and need not stand in every line. */
function withoutRoot(files: UnitFile[]): UnitFile[] {
  const root = /^[^/]+\//.exec(files[0]?.path ?? '')?.[0];
  if (!root || !files.every(({ path }) => path.startsWith(root))) return files;
  return files.map((file) => ({ ...file, path: file.path.slice(root.length) }));
}

/** An archive that cannot be opened stays in the list, to be named there. */
async function expand(found: readonly UnitFile[], depth: number, into: UnitFile[]): Promise<void> {
  for (const file of found) {
    // So many that the rest need not be known.
    if (into.length > 2 * MOST_REPORTS) return;
    const inside = ZIP.test(file.path) && depth > 0 ? await opened(file) : null;
    if (inside) await expand(inside, depth - 1, into);
    else into.push(file);
  }
}

async function opened(file: UnitFile): Promise<UnitFile[] | null> {
  try {
    return await filesOf(await file.open(), file.path);
  } catch {
    return null;
  }
}
