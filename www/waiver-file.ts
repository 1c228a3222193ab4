// What a person lets stand, as a file to hand on.

import { isWaiver } from './kept';
import type { Waiver, WaiverFile } from './types';

/** The file that the command takes too. */
export function download(waivers: Waiver[]): void {
  const file: WaiverFile = { schema: 1, waivers };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  link.download = 'gouji-waivers.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** The waivers of a file; null where it is none. */
export function waiversOf(text: string): Waiver[] | null {
  try {
    const { waivers } = JSON.parse(text) as WaiverFile;
    return waivers.every(isWaiver) ? waivers.map(({ key, agency, year, reason }) => ({ key, agency, year, reason })) : null;
  } catch {
    return null;
  }
}
