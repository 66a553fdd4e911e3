"""Keys on the page Review at the real facts: how long a curator waits for the next card, and how
long until the decision is on the disk. Needs the copies of the texts and a browser:

    python -m bench.browser.review_keys FOLDER_OF_COPIES [PRESSES]
"""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copytree, which
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from bench.cost import machine
from bench.markdown_table import table
from drafting.drafters.article import read_article
from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft_file import DRAFTS, draft_path, write_drafts
from drafting.recognition.vocabulary import vocabulary
from drafting.rows.new_thing_drafts import with_new_things
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Source
from tests.browsing import FLAGS, served

ROOT = Path(__file__).parents[2]
PRESSES = 200
# Presses a key as a curator does, and returns the milliseconds until another card is painted.
PRESS = """(right) => new Promise((done) => {
  const begun = performance.now();
  const painted = () => requestAnimationFrame(() => done(performance.now() - begun));
  const observer = new MutationObserver(() => { observer.disconnect(); painted(); });
  observer.observe(right, { childList: true });
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }));
})"""


def write_all_drafts(folder: Path, texts: Path) -> int:
    """Drafts by rules of every article that there is a copy of; their number."""
    facts, copies, count = read_facts(folder), Copies(texts), 0
    words = vocabulary(facts)
    for source in facts.things_of(Source):
        text = copies.text(source) if source.title_text is None else None
        if text is not None:
            article = read_article(source.code, source.published, text, words)
            drafts = with_new_things(facts, draft_text(article))
            write_drafts(draft_path(folder / DRAFTS, source.code), drafts)
            count += len(drafts)
    return count


def waits(page: Page, presses: int) -> tuple[list[float], list[float]]:
    """Milliseconds until the next card and until the decision is written, a press each."""
    cards, writes = [], []
    right, counts = page.locator(".review .right"), page.locator(".review .counts")
    for _ in range(presses):
        begun = perf_counter()
        cards.append(float(right.evaluate(PRESS)))
        counts.get_by_text("all decisions are written").wait_for()
        writes.append(1000 * (perf_counter() - begun))
    return cards, writes


def main(texts: Path, presses: int = PRESSES) -> None:
    """Prints the machine and a table."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "facts"
        copytree(ROOT / "facts", folder)
        count = write_all_drafts(folder, texts)
        with served(ROOT, folder, texts) as base, sync_playwright() as playwright:
            program = which("chromium") or which("google-chrome")
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_page()
            page.goto(f"{base}/review?lang=en&curator=Bench")
            page.locator(".review .right h2").wait_for()
            measured = waits(page, presses)
    print(f"{machine()}\n\n{count} drafts, {presses} keys\n")
    rows = [
        (name, median(times), quantiles(times, n=20)[-1], max(times))
        for name, times in zip(("next card", "on the disk"), measured, strict=True)
    ]
    print(table(("ms from the key", "median", "p95", "longest"), rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
