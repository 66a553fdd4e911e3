// The query engine with all facts, made when a page asks its first question.

/** @import { Store } from './types' */

/** What `packed` of engine.py has compressed. @param {string} text */
export async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream);
}

/** @returns {Promise<Store>} */
export async function openStore() {
  const { engine, facts } = globalThis.siteData;
  const [code, quads] = await Promise.all([unpacked(engine), unpacked(facts)]);
  await globalThis.oxigraph.initialize({ module_or_path: await code.arrayBuffer() });
  const store = new globalThis.oxigraph.Store();
  store.load(await quads.text(), { format: 'application/n-quads', lenient: true, no_transaction: true });
  return store;
}
