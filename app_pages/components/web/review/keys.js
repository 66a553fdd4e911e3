// The keys of the Review page, and when a key is meant for the page.

/** @type {Record<string, string>} */
export const ACTIONS = {
  a: 'accept', e: 'edit', x: 'reject', s: 'later', u: 'undo', j: 'next', k: 'previous', n: 'thing', w: 'whose',
  i: 'identity', b: 'alike', '?': 'help',
};

/** The element that a key was pressed in, also inside a component. @param {KeyboardEvent} event */
function keyTarget(event) {
  const [target] = event.composedPath();
  return target instanceof HTMLElement ? target : null;
}

/** Whether something is being written, so that letters are letters. @param {KeyboardEvent} event */
export function isWriting(event) {
  const target = keyTarget(event);
  return Boolean(target?.closest('input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable="true"]'));
}

/** The action of a key: a name, `choose` with a number, or nothing. @param {KeyboardEvent} event */
export function actionOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (/^[1-9]$/.test(event.key)) return { name: 'choose', number: Number(event.key) };
  if (event.key === 'Enter') return keyTarget(event)?.closest('button, a') ? null : { name: 'preselected', number: 0 };
  const name = ACTIONS[event.key.toLowerCase()];
  return name ? { name, number: 0 } : null;
}
