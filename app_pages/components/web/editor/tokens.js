// The text of a query as pieces, for Cypher and for SPARQL. Text that is not understood is a mark.

/** @typedef {'comment' | 'string' | 'quoted' | 'iri' | 'parameter' | 'variable' | 'prefixed' | 'word' | 'number' | 'mark'} Kind */
/**
 * @typedef {object} Token a piece of the query and its role, which roles.js adds
 * @property {Kind} kind
 * @property {string} text
 * @property {number} start
 * @property {number} end
 * @property {boolean} [open] a string or comment that does not end
 * @property {string} [role]
 */

const CYPHER = new RegExp([
  '(?<comment>//[^\\n]*|/\\*[^]*?(?:\\*/|$))',
  '(?<string>\'(?:[^\'\\\\]|\\\\[^])*(?:\'|$)|"(?:[^"\\\\]|\\\\[^])*(?:"|$))',
  '(?<quoted>`(?:[^`]|``)*(?:`|$))',
  '(?<parameter>\\$[\\p{L}\\p{N}_]*)',
  '(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)',
  '(?<number>\\d+(?:\\.\\d+)?)',
  '(?<mark><=|>=|<>|=~|->|<-|\\.\\.|\\S)',
].join('|'), 'gu');

const SPARQL = new RegExp([
  '(?<iri><[^<>"{}|^`\\\\\\s]*>)',
  '(?<comment>#[^\\n]*)',
  '(?<string>"""[^]*?(?:"""|$)|\'\'\'[^]*?(?:\'\'\'|$)|\'(?:[^\'\\\\\\n]|\\\\.)*(?:\'|(?=\\n)|$)|"(?:[^"\\\\\\n]|\\\\.)*(?:"|(?=\\n)|$))',
  '(?<variable>[?$][\\p{L}\\p{N}_]+)',
  '(?<prefixed>[\\p{L}][\\p{L}\\p{N}_-]*:(?:[\\p{L}\\p{N}_%-]|\\.(?=[\\p{L}\\p{N}_%-]))*|:(?=[\\p{L}\\p{N}_])[\\p{L}\\p{N}_-]+)',
  '(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)',
  '(?<number>\\d+(?:\\.\\d+)?)',
  '(?<mark>@[a-zA-Z-]+|\\^\\^|&&|\\|\\||!=|<=|>=|\\S)',
].join('|'), 'gu');

/** Whether a string or a comment lacks its end. @param {Kind} kind @param {string} text */
function isOpen(kind, text) {
  if (kind === 'comment') return text.startsWith('/*') && !text.slice(2).endsWith('*/');
  if (kind !== 'string' && kind !== 'quoted') return false;
  const mark = /^("""|''')/.exec(text)?.[0] ?? text[0];
  return text.length < 2 * mark.length || !text.endsWith(mark);
}

/** The pieces of a query, in order. @param {string} text @param {string} language @returns {Token[]} */
export function tokensOf(text, language) {
  const tokens = [];
  for (const match of text.matchAll(language === 'cypher' ? CYPHER : SPARQL)) {
    const kind = /** @type {Kind} */ (Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined)?.[0] ?? 'mark');
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length, open: isOpen(kind, match[0]) });
  }
  return tokens;
}
