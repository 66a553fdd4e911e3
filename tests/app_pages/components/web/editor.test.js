// The query editor: what it finds wrong, what it offers, and what it keeps.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { choicesAt } from '../../../../app_pages/components/web/editor/choices.js';
import { faultsOf, placeOf } from '../../../../app_pages/components/web/editor/faults.js';
import { nearest } from '../../../../app_pages/components/web/editor/nearest.js';
import { fileOf, addRun } from '../../../../app_pages/components/web/editor/store.js';
import { isFunction } from '../../../../app_pages/components/web/editor/words.js';

const term = (name, rest = {}) => ({ name, count: 1, ...rest });
const SCHEMA = {
  labels: [term('Place', { count: 42, properties: ['name_zh'] }), term('Mechanism'), term('Thing')],
  types: [term('LEARNED_FROM'), term('ADOPTED')],
  properties: ['code', 'dataset', 'name_zh', 'name_en', 'when', 'statements'].map((name) => term(name)),
  classes: [term('lf:Place'), term('lf:Adoption')],
  predicates: [term('lf:adopter'), term('skos:notation')],
  parameters: [term('dataset'), term('place', { more: 'Place' })],
  prefixes: { lf: 'https://w3id.org/learned-from/ontology#', skos: 'http://www.w3.org/2004/02/skos/core#' },
  things: [['11', '甲市', 'Ash', 'jia shi', 'Place'], ['lending', '借阅', 'Lending', 'jie yue', 'Mechanism']],
};
const faults = (text, language = 'cypher') => faultsOf(text, language, SCHEMA).map(({ key, word, choices }) => [key, word, choices[0]]);
const offers = (text, language = 'cypher') => choicesAt(text, text.length, language, SCHEMA).items.map(({ insert }) => insert);

test('a name that the graph does not have is told with the one that is meant', () => {
  assert.deepEqual(faults('MATCH (p:Plcae)-[r:LERNED_FROM]->(q) WHERE p.nme_zh = 1 RETURN q'),
    [['no_label', 'Plcae', 'Place'], ['no_type', 'LERNED_FROM', 'LEARNED_FROM'], ['no_property', 'nme_zh', 'name_zh']]);
  assert.deepEqual(faults('MATCH (p:Place {cod: $plce}) RETURN p'), [['no_property', 'cod', 'code'], ['no_parameter', 'plce', 'place']]);
  assert.deepEqual(faults('SELECT ?x { ?x a lf:Plcae ; skso:notation ?n ; lf:adoptr ?n }', 'sparql'),
    [['no_term', 'lf:Plcae', 'lf:Place'], ['no_prefix', 'skso', 'skos'], ['no_term', 'lf:adoptr', 'lf:adopter']]);
});

test('a misspelt word of the language, an open bracket and an unknown variable are told', () => {
  assert.deepEqual(faults('MACTH (p:Place) RETRUN p.code'), [['no_beginning', 'MACTH', 'MATCH'], ['no_keyword', 'RETRUN', 'RETURN']]);
  assert.deepEqual(faults('MATCH (p:Place RETURN siez(p.code)').map(([key]) => key), ['no_closing', 'no_function']);
  assert.deepEqual(faults('MATCH (place) RETURN plcae.code'), [['no_variable', 'plcae', 'place']]);
  assert.deepEqual(faults("RETURN 'a").map(([key]) => key), ['open_text']);
  assert.deepEqual(faults('SELCT ?x { ?x a lf:Place FILTR(STRLN(?x) > 1) }', 'sparql').map(([, word, likely]) => [word, likely]),
    [['SELCT', 'SELECT'], ['FILTR', 'FILTER'], ['STRLN', 'STRLEN']]);
  assert.deepEqual(faults('SELECT ?place { ?plcae a lf:Place }', 'sparql').map(([, , likely]) => likely), ['plcae']);
});

test('every question of the catalogue is free of faults in its words', () => {
  const names = new Set(['no_label', 'no_type', 'no_property', 'no_parameter', 'no_term']); // of another graph
  const folder = new URL('../../../../queries/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => /\.(cypher|rq)$/.test(name))) {
    const language = file.endsWith('.rq') ? 'sparql' : 'cypher';
    const schema = { ...SCHEMA, prefixes: { ...SCHEMA.prefixes, data: 'x', dcterms: 'x' } };
    const left = faultsOf(readFileSync(new URL(file, folder), 'utf8'), language, schema).filter(({ key }) => !names.has(key));
    assert.deepEqual(left, [], file);
  }
});

test('what can stand at the caret is offered, the best first', () => {
  assert.deepEqual(offers('MATCH (p:Pl'), ['Place']);
  assert.deepEqual(offers('MATCH (p)-[:'), ['LEARNED_FROM', 'ADOPTED']);
  assert.equal(offers('MATCH (p:Place) RETURN p.')[0], 'name_zh');
  assert.deepEqual(offers('MATCH (p:Place {na'), ['name_zh', 'name_en']);
  assert.deepEqual(offers('MATCH (p {code: $pl'), ['place']);
  assert.deepEqual(offers("MATCH (p {code: '甲"), ['11']);
  assert.deepEqual(offers("MATCH (p {name_en: 'jia"), ['Ash']);
  assert.equal(offers('MATCH (p) RET')[0], 'RETURN');
  assert.deepEqual(offers('SELECT ?x { ?x a '  , 'sparql'), ['lf:Place', 'lf:Adoption']);
  assert.deepEqual(offers('SELECT ?x { ?x skos:no', 'sparql'), ['skos:notation']);
  assert.deepEqual(offers('PREFIX sk', 'sparql'), ['skos: <http://www.w3.org/2004/02/skos/core#>']);
  assert.deepEqual(offers('// (p:'), []);
});

test('a long query is checked between two keys', () => {
  const text = 'MATCH (p:Place)-[r:LEARNED_FROM]->(q:Plcae) WHERE p.name_zh = "a" RETURN p.code\n'.repeat(240);
  faultsOf(text, 'cypher', SCHEMA);
  const start = performance.now();
  faultsOf(text, 'cypher', SCHEMA);
  assert.ok(performance.now() - start < 400, `${performance.now() - start} ms`);
});

test('an engine tells a place by line and column', () => {
  assert.deepEqual(placeOf('MATCH (p)\nRETRUN p', 2, 1), { start: 10, end: 16 });
  assert.deepEqual(nearest('Place', ['Place']), []);
  assert.ok(isFunction('toUpper', 'cypher'));
});

test('a query stands once in the history, and a favourite is a file of the catalogue', () => {
  const run = { language: 'cypher', query: 'RETURN 1', body: 'RETURN 1', header: '// [columns]' };
  const other = { ...run, query: 'RETURN 2' };
  assert.deepEqual(addRun([run, other], { ...other }).map(({ query }) => query), ['RETURN 2', 'RETURN 1']);
  const { name, text } = fileOf(run, 'Who "learned"?');
  assert.equal(name, 'who_learned.cypher');
  assert.equal(text.split('\n')[0], '// title = { zh = "Who \\"learned\\"?", en = "Who \\"learned\\"?" }');
});
