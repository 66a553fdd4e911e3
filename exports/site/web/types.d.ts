// The data that Python puts beside the site's pages; each page has the parts that it needs.

import type { Ground, StageData } from '../../../graph/drawing/web/types';
import type { TalkData } from '../../talk/web/talk.js';

export interface Filled {
  title: string;
  html: string;
}
/** the title of a section, the column of the thing itself or "", the places of its statements in the rows */
export type Section = [string, string, number[]];
export interface Thing extends Filled {
  sections: Section[];
}
export interface Rows {
  ids: string[];
  kinds: Record<string, { columns: string[]; things: boolean[] }>;
  rows: string[][];
  id: string;
  empty: string;
}
/** text, words, sounds ("" where each letter sounds as itself), 1 if its level is left out */
export type RawName = [string, string, string, number];
export interface SearchNames {
  things: [string, string, RawName[], string[]][];
  questions: Record<string, string[]>;
  asked: Record<string, [string, string[]]>;
  common: string[];
  ids: string[];
  simplified: string;
}
export interface SearchLabels {
  kinds: Record<string, string>;
  things: Record<string, [string, string]>;
  withdrawn: Record<string, string>;
  questions: Record<string, string>;
}
export interface Parameter {
  key: string;
  name: string;
  type: 'thing' | 'choice' | 'number' | 'date';
  example: string | number;
  first: string | number | null;
  choices?: [string, string][];
  kinds?: string[];
}
export interface Column {
  key: string;
  type: string;
  name: string;
  of: string[];
  is_word: boolean;
  only_names: boolean;
}
export interface Question {
  key: string;
  title: string;
  question: string;
  parameters: Parameter[];
  columns: Column[];
  sparql: string;
}
export interface AnswerWords {
  things: Record<string, string>;
  dates: Record<string, string>;
  schema: Record<string, string>;
  values: Record<string, string>;
  comma: string;
}
export interface Questions {
  first: string;
  groups: Record<string, string>;
  kinds: Record<string, string[]>;
  questions: Question[];
  words: AnswerWords;
}
/** what a statement says, its source and spots, the address of the source */
export type Evidence = [string, string, string | null];
export interface SiteData {
  things: Record<string, Thing>;
  rows: Rows;
  statements: Record<string, Filled>;
  names: SearchNames;
  labels: SearchLabels;
  spread: StageData | null;
  talk: TalkData;
  ground: Partial<Ground>;
  questions: Questions;
  evidence: Record<string, Evidence>;
  facts: string;
  engine: string;
}
export type Value = string | number | boolean | null | string[];
export interface Term { termType: string; value: string; datatype?: { value: string } }
export interface Store {
  load(data: Uint8Array, options: { format: string; lenient?: boolean; no_transaction?: boolean }): void;
  query(query: string, options: { use_default_graph_as_union: boolean }): Map<string, Term>[];
}
declare global {
  // eslint-disable-next-line no-var
  var siteData: SiteData;
  var oxigraph: { Store: new () => Store; initialize(code: { module_or_path: ArrayBuffer }): Promise<unknown> };
}
