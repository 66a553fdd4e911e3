"""The static site in a browser: its size, and how soon a reader has a picture and an answer."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.cost import cost
from exports.site.engine import EngineMissing, browser_engine
from exports.site.site import compressed_size, site_files, write_site
from graph.model.facts import Facts
from loaders.talks.talk_reader import read_talks

RUNS = 5
# What a reader waits for, by the page on which it comes.
READY_SIGNS = {
    "spread.html": ("first picture", "body[data-ready]"),
    "ask.html": ("first answer", ".answer[data-ready]"),
    "search.html?q=sanming": ("first hits", ".hits li"),
}


def report(facts: Facts, folder: Path) -> str:
    """A table; a sentence where the engine or a browser is missing."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        engine = browser_engine()
    except EngineMissing as missing:
        return f"site: {missing}\n"
    if program is None:
        return "site: no chromium or google-chrome on the PATH\n"
    files, built = cost(lambda: site_files(facts, read_talks(folder, facts), engine))
    rows = [f"| built | {built.cpu:.1f} CPU s |"]
    rows.append(f"| as a host sends it | {compressed_size(files) / 1e6:.2f} MB |")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        write_site(files, Path(place))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for page, (name, selector) in READY_SIGNS.items():
            address = f"{(Path(place) / 'en').as_uri()}/{page}"
            seconds = statistics.median(_seconds(browser, address, selector) for _ in range(RUNS))
            rows.append(f"| {name} | {seconds:.2f} s |")
        browser.close()
    return "\n".join(["| static site, from a disk | |", "| --- | --- |", *rows, ""])


def _seconds(browser: Browser, address: str, selector: str) -> float:
    """From the opening of a page in a fresh context until the reader sees what was sought."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(selector)
    seconds = time.perf_counter() - start
    context.close()
    return seconds
