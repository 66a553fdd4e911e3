// Tables of HTML: a click on the head of a column sorts the rows, another turns their order around.

const NUMBER = /^[\d,]+$/;
/** @typedef {'ascending' | 'descending'} Direction */

/** What a cell is sorted by: its date, its number or its words. @param {Element} cell */
function sortKey(cell) {
  const text = (cell.textContent ?? '').trim();
  const date = cell.querySelector('time')?.dateTime;
  if (date) return date;
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : text;
}

/** Whether one cell comes before another; empty cells are last in either direction. @param {string | number} first @param {string | number} second @param {Direction} direction */
function compare(first, second, direction) {
  if (first === '' || second === '') return Number(first === '') - Number(second === '');
  const language = document.documentElement.lang || undefined;
  const difference = typeof first === 'number' && typeof second === 'number'
    ? first - second : String(first).localeCompare(String(second), language);
  return direction === 'ascending' ? difference : -difference;
}

/** Numbers begin with the largest, all else with the first. @param {HTMLTableCellElement} head @param {string | number} example @returns {Direction} */
function nextDirection(head, example) {
  const present = head.getAttribute('aria-sort');
  if (!present) return typeof example === 'number' ? 'descending' : 'ascending';
  return present === 'ascending' ? 'descending' : 'ascending';
}

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} head */
function sortBy(table, head) {
  const [body] = table.tBodies;
  const keyed = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[head.cellIndex]) }));
  const direction = nextDirection(head, keyed.find(({ key }) => key !== '')?.key ?? '');
  keyed.sort((first, second) => compare(first.key, second.key, direction));
  for (const other of table.tHead?.rows[0].cells ?? []) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction);
  body.replaceChildren(...keyed.map(({ row }) => row));
}

/** Listens for clicks on heads that have a button to sort by. */
export function sortTablesByClick() {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('a')) return;
    const head = /** @type {HTMLTableCellElement | null} */ (target.closest('.rows th:has(.sort)'));
    const table = head?.closest('table');
    if (head && table) sortBy(table, head);
  });
}
