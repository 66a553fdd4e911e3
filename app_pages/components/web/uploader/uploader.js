// Streamlit gives the drop zone of an uploader a name and the role of mere decoration, which
// contradict each other: a zone with a name and a button in it is a group. Its own words are
// English in every language: here they are the reader's.

const DROP_ZONE = '[data-testid="stFileUploaderDropzone"]';
const FILE_SIZE = /\d+(\.\d+)?\s?[KMG]?B/;
/** @type {Record<string, string>} */
let words = {};
/** @type {MutationObserver | null} */
let watch = null;

/** Changes a text in place: the node stays Streamlit's. @param {ChildNode | null | undefined} node @param {string} text */
function setText(node, text) {
  if (node && node.nodeValue !== text) node.nodeValue = text;
}

function translateUploader() {
  document.querySelectorAll(DROP_ZONE).forEach((zone) => {
    if (zone.getAttribute('role') === 'presentation') zone.setAttribute('role', 'group');
    setText(zone.querySelector('button p')?.firstChild, words.upload);
    const limit = zone.querySelector('[data-testid="stFileUploaderDropzoneInstructions"] span');
    const [size] = limit?.textContent?.match(FILE_SIZE) ?? [];
    if (size) setText(limit?.firstChild, words.limit.replace('{size}', size));
  });
}

/** @param {import('../types').Component<{ words: Record<string, string> }>} component */
export default function ({ data }) {
  words = data.words;
  translateUploader();
  watch ??= new MutationObserver(translateUploader);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  return () => watch?.disconnect();
}
