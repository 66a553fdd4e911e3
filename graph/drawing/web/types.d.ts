// The values that Python gives to the pictures, and what the modules give to each other.

import type { DataSet } from 'vis-data';
import type { Network } from 'vis-network';

export type Point = [number, number];
export type Words = Record<string, string>;
/** Cubic Bezier curves one after another: 3n + 1 points in pixels of the picture. */
export type Path = Point[];
/** A thing, an edge, or several things. */
export type Picked = { node?: string; edge?: string; nodes?: string[] } | null;
export type State = 'certain' | 'possible' | 'undated';
export type States = Map<string, State | null>;

export interface NodeLooks {
  shape: string;
  color: { background: string; border: string };
  font: { color: string; size: number };
  shapeProperties: { borderRadius: number };
}
export type Groups = Record<string, NodeLooks>;
export interface Theme {
  ground: string;
  text: string;
  faint: string;
  shades: Record<string, string>;
  min_opacity: number;
  font: string;
}
export interface Node {
  id: string;
  label: string;
  title: string;
  group: string;
  x: number;
  y: number;
  hidden?: boolean;
  /** How many links of a hub it stands for; a click opens the first of them. */
  many?: number;
  shapeProperties?: { borderRadius?: number; borderDashes?: number[] | boolean };
}
/** How an edge or arc is drawn. */
export interface EdgeLook {
  color: string;
  opacity: number;
  width: number;
  dashes: number[] | false;
  /** The size of the arrowhead; 0 is none. */
  arrow: number;
}
export interface Edge extends EdgeLook {
  id: string;
  from: string;
  to: string;
  title: string;
  path: Path;
}
/** An edge in the colours of a theme, at a moment. */
export interface DrawnEdge extends Edge {
  ink: string;
  hidden?: boolean;
  label?: string;
}
export interface Column {
  label: string;
  left: number;
  right: number;
}
export interface Legend {
  kinds: { key: string; name: string; sign: string }[];
  lines: { name: string; color: string; width: number }[];
  stances: { name: string; dashes: number[] }[];
  /** Sentences about the edges, such as which way arrows point. */
  notes: string[];
}
export interface NetworkScene {
  nodes: Node[];
  edges: Edge[];
  columns: Column[];
  legend: Legend;
}
export interface Ground {
  width: number;
  height: number;
  areas: { code: string; d: string }[];
  borders: string[];
}
export interface Spot {
  id: string;
  name: string;
  /** A code that stands for the name where it has no room; empty if there is none. */
  short: string;
  at: Point;
  origin: boolean;
  codes: string[];
}
export interface Arc extends EdgeLook {
  id: string;
  from: string;
  to: string;
  path: Path;
}
/** Areas by the year of the first adoption in them; the smallest areas are the first level. */
export interface Adoption {
  title: string;
  levels: {
    key: string;
    name: string;
    /** Lines in the order of their years; a path for each part of the map, empty where it is not. */
    areas: { code: string; name: string; lines: string[]; paths: string[] }[];
  }[];
  classes: { from: number; to: number; color: string }[];
  denied: string[];
}
export interface MapScene extends Ground {
  adoption: Adoption | null;
  spots: Spot[];
  arcs: Arc[];
  marks: { id: string; at: string }[];
  off_map: { id: string; reason: 'same' | 'nowhere' }[];
  insets: Ground[];
  insets_left: boolean;
  credit: string;
}
export interface Curve {
  title: string;
  certain: number[];
  possible: number[];
  undated: string[];
  newcomers: { certain: string[]; possible: string[] }[];
  /** The place in the years at which each thing, by its code, is counted first. */
  arrivals: Record<string, number>;
  total: number;
}
export interface MechanismCurve {
  name: string;
  hue: string;
  certain: number[];
  possible: number[];
  undated: number;
  not_stated: number;
}
export interface Line {
  id: string;
  ends: [string, string];
  statements: string[];
  sentence: string;
  title: string;
  dated: boolean;
  /** The places of the first moments at which the line is possible and certain. */
  onset: [number | null, number | null];
}
export interface Statement {
  sentence: string;
  stance: string;
  when: string;
  source: string;
  address: string | null;
  passages: string[];
}
export interface StageData {
  years: number[];
  lines: Line[];
  statements: Record<string, Statement>;
  left_out: number;
  total: number;
  network: NetworkScene;
  map: MapScene | null;
  curve: Curve;
  curves: MechanismCurve[];
  origin: string | null;
  about: { title: string; source: string };
  words: Words;
  groups: Record<string, Groups>;
  themes: Record<string, Omit<Theme, 'font'>>;
  options: object;
  min_scale: number;
  /** How opaque an edge is in each state, as a share of its own opacity. */
  state_opacity: Record<State, number>;
  /** How high letters are in a saved picture; not given on the screen. */
  letter?: number;
  /** In a file: where things have been put, and how large the areas of the map are. */
  places?: Record<string, Point>;
  level?: string;
}
/** A text pinned to a thing. */
export interface Note {
  thing: string;
  text: string;
}
/** What the panes of a stage share. */
export interface Hooks {
  onPlaces?(places: Record<string, Point>): void;
  /** The reader has chosen how large the areas of the map are, by key. */
  onLevel?(level: string): void;
  titles: Map<string, string>;
  sentences: Map<string, string>;
  colours: Theme;
  groups: Groups;
  onPick(picked: Picked, from?: string): void;
}
/** A picture in SVG, without heading and legend. */
export interface Figure {
  width: number;
  height: number;
  parts: Element[];
}
export interface Sample {
  text: string;
  sample(parent: Element): void;
}
export interface Sheet {
  name: string;
  svg: SVGSVGElement;
}
export type Nodes = DataSet<Node, 'id'>;
export type Edges = DataSet<DrawnEdge, 'id'>;

declare global {
  /** From the script of vis-network that stands before ours. */
  const vis: { Network: typeof Network; DataSet: typeof DataSet };
}
