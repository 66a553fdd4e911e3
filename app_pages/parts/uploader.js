// Streamlit gives the drop zone of an uploader a name and the role of mere decoration, which
// contradict each other: a zone with a name and a button in it is a group.

const ZONE = '[data-testid="stFileUploaderDropzone"][role="presentation"]';

function mend() {
  document.querySelectorAll(ZONE).forEach((zone) => zone.setAttribute('role', 'group'));
}

export default function () {
  const watch = new MutationObserver(mend);
  mend();
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
