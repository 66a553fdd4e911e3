// What the app gives the editor: the schema of the graph, and the reader's history.

export interface Term {
  name: string;
  count: number;
  more?: string;
  example?: string;
  properties?: string[];
}

export interface Schema {
  labels: Term[];
  types: Term[];
  properties: Term[];
  classes: Term[];
  predicates: Term[];
  parameters: Term[];
  prefixes: Record<string, string>;
  /** code, name, other name, pinyin, kind */
  things: [string, string, string, string, string][];
}

export interface Fault {
  start: number;
  end: number;
  /** the key of its sentence */
  key: string;
  word: string;
  choices: string[];
  is_error: boolean;
}

/** What the worker is asked; the schema only when it has changed. */
export interface FaultRequest {
  number: number;
  text: string;
  language: string;
  schema?: Schema;
}

export interface FaultReply {
  number: number;
  faults: Fault[];
}

export interface EngineFault {
  query: string;
  /** counted from 1, as a person does */
  line: number;
  column: number;
}

export interface Choice {
  text: string;
  insert: string;
  more: string;
}

export interface Choices {
  start: number;
  /** whether a list opens by itself */
  opens: boolean;
  items: Choice[];
}

export interface Run {
  language: string;
  query: string;
  /** lines that the catalogue's file has after its title; nothing if the query has no answer */
  header: string;
  /** the query without a header of its own */
  body: string;
  title?: string;
}
