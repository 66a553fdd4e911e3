// Asks the worker for the faults of a query; where a browser allows no worker, finds them itself.

import { faultsOf } from './faults.js';

/** @import { Fault, FaultReply, Schema } from './types' */

export class Checker {
  /** @param {string} script of the worker @param {(text: string, faults: Fault[]) => void} tell */
  constructor(script, tell) {
    this.onResult = tell;
    this.number = 0;
    this.text = '';
    this.stamp = '';
    /** @type {(() => void) | undefined} */
    this.checkAgain = undefined;
    /** @type {Worker | undefined} */
    this.worker = undefined;
    try {
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      this.worker = new Worker(address);
      this.worker.onmessage = ({ data }) => this.take(data);
      this.worker.onerror = () => { this.stop(); this.checkAgain?.(); };
    } catch {
      this.worker = undefined;
    }
  }

  /** @param {string} text @param {string} language @param {Schema} schema @param {string} stamp changes with the schema */
  ask(text, language, schema, stamp) {
    this.text = text;
    this.number += 1;
    this.checkAgain = () => this.onResult(text, faultsOf(text, language, schema));
    if (!this.worker) { this.checkAgain(); return; }
    this.worker.postMessage({ number: this.number, text, language, schema: this.stamp === stamp ? undefined : schema });
    this.stamp = stamp;
  }

  /** Only the faults of the last text count. @param {FaultReply} reply */
  take({ number, faults }) {
    if (number === this.number) this.onResult(this.text, faults);
  }

  stop() {
    this.worker?.terminate();
    this.worker = undefined;
  }
}
