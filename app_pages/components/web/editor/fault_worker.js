// Finds the faults of a query in a thread of its own, so that typing never waits.

import { faultsOf } from './faults.js';

/** @import { FaultRequest, Schema } from './types' */

/** @type {Schema | undefined} */
let schema;

self.onmessage = (/** @type {MessageEvent<FaultRequest>} */ { data }) => {
  schema = data.schema ?? schema;
  if (schema) self.postMessage({ number: data.number, faults: faultsOf(data.text, data.language, schema) });
};
