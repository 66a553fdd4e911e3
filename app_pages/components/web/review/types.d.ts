// What the Review page tells its component, and what the component tells the page.

/** A piece of a passage: its text and how it is marked (`quote`, `subject`, `pinyin`, or none). */
export type Piece = [text: string, marks: string];

export interface Passage {
  where: string;
  pieces: Piece[];
}

export interface Candidate {
  value: string;
  name: string;
  more: string;
}

/** A column of a table: `type` is `thing`, `choice`, `date`, `number` or `text`. */
export interface Column {
  name: string;
  label: string;
  type: string;
  required: boolean;
  choices: Candidate[];
  kinds: string[];
}

export interface Kind {
  label: string;
  columns: Column[];
  subject: string;
}

export interface Finding {
  code: string;
  /** The column that it is about; "" if none. */
  field: string;
  text: string;
  blocks: boolean;
}

export interface Similar {
  relation: string;
  text: string;
  source: string;
}

/** A thing that the facts do not have: the tables it may stand in, and what is known of it. */
export interface MissingThing {
  kinds: string[];
  cells: Record<string, string>;
  /** The names of the things in its cells, by column. */
  names: Record<string, string>;
}

export interface Card {
  id: string;
  kind: string;
  band: string;
  state: string;
  source: string;
  drafter: string;
  passages: Passage[];
  cells: Record<string, string>;
  names: Record<string, string>;
  candidates: Record<string, Candidate[]>;
  findings: Finding[];
  similar: Similar[];
  missing: Record<string, MissingThing>;
  /** The button of Enter; "" if there is none. */
  preselected: string;
}

/** Rows that may be accepted together: each in one line, with the words that it cites. */
export interface Alike {
  key: string;
  rows: { id: string; text: string; quote: string; findings: number }[];
}

/** A name in a passage, what it may mean, and the answers that may be given of each. */
export interface Question {
  key: string;
  draft: string;
  column: string;
  name: string;
  items: (Candidate & { judgement: string })[];
  answers: Candidate[];
}

/** What the curator decides; `number` counts the orders of one page. */
export interface Order {
  number: number;
  action: string;
  draft: string;
  seconds: number;
  cells?: Record<string, string>;
  reason?: string;
  drafts?: string[];
  name?: string;
  code?: string;
  judgement?: string;
  confirmed?: boolean;
  kind?: string;
}

/** What became of an order: `refused` is a sentence, or "" if it is written. */
export interface Receipt {
  number: number;
  draft: string;
  refused: string;
  confirm: boolean;
}

export interface Check {
  key: string;
  findings: Finding[];
  names: Record<string, string>;
  missing: Record<string, MissingThing>;
}

export interface Hits {
  column: string;
  text: string;
  hits: Candidate[];
}

export interface SourceText {
  code: string;
  text: string;
  marks: [start: number, end: number, label: string][];
}

export interface ReviewData {
  words: Record<string, string>;
  client: string;
  written: number;
  receipts: Receipt[];
  queue: string[];
  total: number;
  /** The draft that the curator saw last; null if none. */
  shown: string | null;
  cards: Card[];
  kinds: Record<string, Kind>;
  thing_kinds: Record<string, Kind>;
  reasons: Candidate[];
  check: Check | null;
  hits: Hits | null;
  proposal: Card | null;
  code: { kind: string; code: string } | null;
  alike: Alike | null;
  question: Question | null;
  text: SourceText | null;
  second: boolean;
}

export type Ask = (name: string, value: unknown) => void;
