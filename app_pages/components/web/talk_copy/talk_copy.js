// The talk in the making as the browser keeps it: a new session of the app takes it over.

/** @typedef {{ name: string, draft: string | null }} Data `draft` is null in a session without one */

/** Whether this page has offered its copy. @type {Set<string>} */
const offered = new Set();

/** @param {import('../types').Component<Data>} component */
export default function ({ data: { name, draft }, setStateValue }) {
  try {
    if (draft === null) {
      const stored = localStorage.getItem(name);
      if (stored && !offered.has(name)) setStateValue('stored', stored);
      offered.add(name);
    } else if (draft) {
      localStorage.setItem(name, draft);
    } else {
      localStorage.removeItem(name);
    }
  } catch {
    // the browser keeps nothing: the talk lasts as long as the session
  }
}
