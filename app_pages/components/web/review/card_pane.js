// A draft as a card: its fields, what may be wrong with it, what else may be meant, what is like it.

import { element } from '../shared/element.js';

/** @import { Card, Check, Column, Finding, Kind, Similar } from './types' */
/** @typedef {{ words: Record<string, string>, kind: Kind, active: string, edit: (column: string) => void, add: () => void, choose: (number: number) => void, activate: (column: string) => void }} CardContext */

/** @param {Card} card @param {CardContext} context @param {boolean} isPending */
function heading(card, { words, kind }, isPending) {
  const marks = [element('span', { class: `band ${card.band}` }, words[`band_${card.band}`] ?? card.band)];
  if (card.state) marks.push(element('span', { class: 'state' }, words[`state_${card.state}`] ?? card.state));
  if (isPending) marks.push(element('span', { class: 'state pending' }, words.pending));
  return element('h2', {}, kind.label, ' ', ...marks);
}

/** The words of a cell: a thing or a choice by its name. @param {Card} card @param {Column} column */
function cellWords(card, column) {
  const value = card.cells[column.name];
  if (!value) return '—';
  return card.names[column.name] ?? column.choices.find((choice) => choice.value === value)?.name ?? value;
}

/** @param {Card} card @param {CardContext} context */
function fields(card, { kind, active, edit, words }) {
  const rows = kind.columns.filter(({ name, required }) => required || card.cells[name]).map((column) => {
    const value = element('button', { type: 'button', class: 'value', title: words.edit }, cellWords(card, column));
    value.onclick = () => edit(column.name);
    const classes = column.name === active ? 'row active' : 'row';
    return element('div', { class: classes }, element('dt', {}, column.label), element('dd', {}, value));
  });
  return element('dl', {}, ...rows);
}

/** A button for each thing that the facts do not have. @param {Card} card @param {CardContext} context */
function newThings(card, { add, words }) {
  return Object.keys(card.missing).slice(0, 1).map((column) => {
    const name = card.names[column] ?? card.cells[column];
    const button = element('button', { type: 'button', class: 'primary' }, element('kbd', {}, 'n'), ` ${words.new_thing}: ${name}`);
    button.onclick = add;
    return button;
  });
}

/** @param {Card} card @param {CardContext} context */
function candidates(card, { kind, active, choose, activate, words }) {
  const columns = kind.columns.filter(({ name }) => card.candidates[name]?.length);
  if (!columns.length) return [];
  const tabs = columns.map(({ name, label }) => {
    const tab = element('button', { type: 'button', 'aria-pressed': String(name === active) }, label);
    tab.onclick = () => activate(name);
    return tab;
  });
  const items = (card.candidates[active] ?? []).map(({ name, more, value }, place) => {
    const button = element('button', { type: 'button', 'data-value': value }, element('kbd', {}, String(place + 1)),
      ` ${name} `, element('span', { class: 'more' }, more));
    button.onclick = () => choose(place + 1);
    return element('li', {}, button);
  });
  const list = element('ol', { class: 'candidates' }, ...items);
  return [element('h3', {}, words.candidates), element('div', { class: 'tabs' }, ...tabs), list];
}

/** @param {Finding[]} findings @param {Record<string, string>} words */
export function findingList(findings, words) {
  const items = findings.map(({ code, text, blocks }) => element('li', { class: blocks ? 'blocks' : 'asks', 'data-code': code },
    element('b', {}, blocks ? words.blocks : words.asks), ' ', text, ' ', element('code', {}, code)));
  return items.length ? [element('h3', {}, words.findings), element('ul', { class: 'findings' }, ...items)] : [];
}

/** @param {Similar[]} similar @param {Record<string, string>} words */
function similarList(similar, words) {
  const items = similar.map(({ relation, text, source }) => element('li', {},
    element('b', {}, words[`relation_${relation}`] ?? relation), ' ', text, ' ', element('span', { class: 'more' }, source)));
  return items.length ? [element('h3', {}, words.similar), element('ul', { class: 'similar' }, ...items)] : [];
}

/** @param {Card} card @param {CardContext} context @param {boolean} isPending */
export function cardParts(card, context, isPending) {
  return [
    heading(card, context, isPending), fields(card, context), ...newThings(card, context), ...findingList(card.findings, context.words),
    ...candidates(card, context), ...similarList(card.similar, context.words),
    element('p', { class: 'drafter' }, `${card.source} · ${card.drafter}`),
  ];
}

/**
 * A card with what the curator changed on it, and what the app said of that.
 * @param {Card} card @param {Record<string, string>} change @param {Check | null} check
 * @returns {Card}
 */
export function changedCard(card, change, check) {
  const names = Object.fromEntries(Object.entries(card.names).filter(([column]) => !(column in change)));
  for (const [column, value] of Object.entries(change)) {
    const candidate = card.candidates[column]?.find((each) => each.value === value);
    if (candidate) names[column] = candidate.name;
  }
  return {
    ...card, cells: { ...card.cells, ...change }, names: { ...names, ...check?.names },
    findings: check?.findings ?? card.findings, missing: check?.missing ?? card.missing,
  };
}
