// The queue and outbox of Review, and the places of sentences in a text.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isoDate } from '../../../../app_pages/components/web/review/field_form.js';
import { Outbox } from '../../../../app_pages/components/web/review/outbox.js';
import { Queue } from '../../../../app_pages/components/web/review/queue.js';
import { characters, sentences } from '../../../../app_pages/components/web/review/text_pane.js';

const NOTHING = new Map();

function queueOf(...ids) {
  const queue = new Queue();
  queue.replace(ids, NOTHING);
  return queue;
}

test('a decision shows the next draft, and what is not yet written stays out', () => {
  const queue = queueOf('a', 'b', 'c');
  queue.decide();
  assert.equal(queue.currentId, 'b');
  queue.replace(['a', 'b', 'c'], new Map([['a', 'accept']]));
  assert.deepEqual(queue.ids, ['b', 'c']);
  assert.equal(queue.currentId, 'b');
});

test('a page begins with the draft that the curator saw last, if it still waits', () => {
  for (const [last, begun] of [['b', 'b'], ['gone', 'a'], [null, 'a']]) {
    const queue = new Queue();
    queue.replace(['a', 'b', 'c'], NOTHING, last);
    assert.equal(queue.currentId, begun);
    queue.move(1);
    queue.replace(['a', 'b', 'c'], NOTHING, 'a');
    assert.notEqual(queue.currentId, 'a');
  }
});

test('undo brings a draft back to its place, also before the app knows of it', () => {
  const queue = queueOf('a', 'b', 'c');
  queue.move(1);
  queue.decide();
  assert.equal(queue.restore(), 'b');
  queue.replace(['a', 'c'], new Map([['b', 'undo']]));
  assert.deepEqual(queue.ids, ['a', 'b', 'c']);
  assert.equal(queue.currentId, 'b');
});

test('the last draft decided on leaves the one before at hand, then none', () => {
  const queue = queueOf('a', 'b');
  queue.move(1);
  queue.decide();
  assert.equal(queue.currentId, 'a');
  queue.decide();
  assert.equal(queue.currentId, null);
});

test('one parcel is on its way at a time, and goes again to an app that has begun anew', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const parcels = [];
  const outbox = new Outbox('page', (orders) => parcels.push(orders.map(({ number }) => number)));
  outbox.add({ action: 'accept', draft: 'a', seconds: 1 });
  outbox.add({ action: 'accept', draft: 'b', seconds: 1 });
  assert.deepEqual(parcels, [[1]]);
  const receipt = { number: 1, draft: 'a', refused: '', confirm: false };
  assert.deepEqual(outbox.receive('page', 1, [receipt]), [receipt]);
  assert.deepEqual(parcels, [[1], [2]]);
  outbox.receive('', 0, []);
  assert.deepEqual(parcels, [[1], [2], [2]]);
  context.mock.timers.tick(5000);
  assert.deepEqual(parcels.at(-1), [2]);
  assert.deepEqual([...outbox.pending], [['b', 'accept']]);
});

test('places count characters, and sentences have no spaces at their ends', () => {
  const text = '虚构𠀀的。 第二句；end';
  assert.equal(characters(text, text.indexOf('的')), 3);
  assert.deepEqual(sentences(text).map(([start, end]) => text.slice(start, end)), ['虚构𠀀的。', '第二句；', 'end']);
});

test('drafts accepted together leave together, and come back together', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const queue = queueOf('a', 'b', 'c', 'd');
  queue.move(1);
  queue.decideAll(['b', 'c']);
  assert.equal(queue.currentId, 'd');
  const outbox = new Outbox('page', () => {});
  outbox.add({ action: 'accept_all', draft: 'b', drafts: ['b', 'c'], seconds: 1 });
  queue.replace(['a', 'b', 'c', 'd'], outbox.pending);
  assert.deepEqual(queue.ids, ['a', 'd']);
  assert.equal(queue.restore(), 'b');
  assert.deepEqual(queue.ids, ['a', 'b', 'c', 'd']);
});

test('a name that is judged keeps its draft in the queue', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const outbox = new Outbox('page', () => {});
  outbox.add({ action: 'judge', draft: 'a', name: 'x', code: '1', judgement: 'same', seconds: 1 });
  assert.deepEqual([...outbox.pending], []);
});

test('what is not written goes at once when the curator turns elsewhere', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const parcels = [];
  const outbox = new Outbox('page', (orders) => parcels.push(orders.map(({ number }) => number)));
  outbox.hurry();
  outbox.add({ action: 'accept', draft: 'a', seconds: 1 });
  outbox.add({ action: 'accept', draft: 'b', seconds: 1 });
  outbox.hurry();
  assert.deepEqual(parcels, [[1], [1, 2]]);
  outbox.receive('page', 1, [{ number: 1, draft: 'a', refused: '', confirm: false }]);
  assert.deepEqual(parcels.at(-1), [2]);
});

test('a date written in Chinese is as the tables have it', () => {
  const dates = ['2019年', '2019年5月', '2024年5月6日', '2019-05', '约2019年', ''];
  assert.deepEqual(dates.map(isoDate), ['2019', '2019-05', '2024-05-06', '2019-05', '约2019年', '']);
});
