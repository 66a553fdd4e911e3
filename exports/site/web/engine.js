// The query engine with all facts, made when a page asks its first question.

/** @import { Store } from './types' */

/** What `packed` of engine.py has compressed. @param {string} text @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function decompress(text) {
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @returns {Promise<Store>} */
export async function openStore() {
  const { engine, facts } = globalThis.siteData;
  const [code, quads] = await Promise.all([decompress(engine), decompress(facts)]);
  await globalThis.oxigraph.initialize({ module_or_path: code.buffer });
  const store = new globalThis.oxigraph.Store();
  store.load(quads, { format: 'application/n-quads', lenient: true, no_transaction: true });
  return store;
}
