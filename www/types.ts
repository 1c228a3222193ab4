// What crosses the border between the page and the engine: the engine's own types, and what they are given in JavaScript.

import type { BareCell, BareReport, BareTable, CellHeads, CellKey, EngineOptions, Form, HostBlock, RuleView } from './wire';

export type * from './wire';

/** A host's content in reading order: paragraphs as strings, tables as lists of cells (`row` and `col` are slots after all spans, counted from 0; `id` comes back in the report). */
export type HostBlocks = HostBlock[];

/**
 * One source: pasted text or HTML as a string, a file as bytes, a host's content as values. Cells of HTML may carry
 * names of the host's own in `data-gouji-id`.
 */
export interface Source {
  source: string | Uint8Array | HostBlocks;
  /** The file's name: a hint only, the content decides what it is. */
  name: string;
}

/** What the person says beside the report: absent fields take their default. */
export type Given = Pick<EngineOptions, 'published' | 'deadline' | 'rules' | 'waivers'>;

export interface CheckInput extends Source, Given, Pick<EngineOptions, 'language'> {
  /** What the person typed into cells, as typed; it stands in place of what was read. */
  edits?: Record<CellKey, string>;
  /** Last year's report, to compare with. */
  previous?: string | Uint8Array;
}

/** A table of the form as it was found, and as the edition prints it. */
export type TableView = BareTable & Pick<Form, 'rows'>;

/** What stands in a cell, and what the cell is called. */
export type CellView = BareCell & Omit<CellHeads, 'cell'>;

/** Everything about one input. */
export interface Report extends Omit<BareReport, 'tables' | 'cells'> {
  /** 表二, 表三, 表四. */
  tables: TableView[];
  /** Every cell that the tables print or that was found, in the order of the form. */
  cells: CellView[];
}

/** A rule with its page, Markdown. */
export interface RuleWithPage extends RuleView {
  page: string;
}
