// The page for hosts that allow only a frame: the element and the door.

import { enginesBeside } from './beside';
import { defineGoujiCheck } from './define';
import { declaredOrigin, openDoor, PROTOCOL, type Door } from './door';
import { useEngines } from './shared-checker';
import type { CellKey, ReadFailure, Report } from './types';

useEngines(enginesBeside());
defineGoujiCheck();
const element = document.querySelector('gouji-check')!;
const origin = declaredOrigin(location);
let door: Door | null = null;
let asked: string | number | null = null;
let known: Record<CellKey, string> = {};

if (origin && parent !== window) {
  door = openDoor(parent, origin, ({ id, content, name }) => {
    asked = id ?? null;
    known = {};
    element.check(content, name ?? 'host.html');
  });
  new ResizeObserver(() => door?.tell({ gouji: PROTOCOL, type: 'height', height: document.documentElement.scrollHeight })).observe(document.body);
}

element.addEventListener('gouji-report', (event) => {
  const report = (event as CustomEvent<Report | ReadFailure>).detail;
  door?.tell({ gouji: PROTOCOL, type: 'report', id: asked, report });
  if ('cells' in report) tellTaken(report);
});
element.prepare();

/** The cells that the person changed since the last telling. */
function tellTaken({ cells }: Report): void {
  const edited = cells.filter((cell) => cell.edited || cell.cell in known);
  const changes = edited.filter(({ cell, raw }) => known[cell] !== raw).map(({ cell, raw, id }) => ({ id, cell, text: raw }));
  for (const { cell, text } of changes) known[cell] = text;
  if (changes.length) door?.tell({ gouji: PROTOCOL, type: 'take', changes });
}
