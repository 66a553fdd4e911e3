// What is typed for the search box before it is there.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { textAfterKey } from '../../../../app_pages/components/web/shared/early_typing.js';

test('what is typed after / before the search box is there is kept, unless the reader goes elsewhere', () => {
  const typed = (...keys) => keys.reduce((text, key) => textAfterKey(text, { key }), null);
  assert.equal(typed('a'), null);
  assert.equal(typed('/'), '');
  assert.equal(typed('/', 'Shift', 'S', 'p', '传', 'Backspace'), 'Sp');
  assert.equal(typed('/', 's', 'Tab'), null);
  assert.equal(typed('/', 's', 'Escape'), null);
  assert.equal(textAfterKey('s', { key: 'r', ctrlKey: true }), null);
});
