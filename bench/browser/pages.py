"""Opening the app's pages at scale, in a process of its own for each: what a reader waits for.

Seconds of the processor for the page's own run, without the browser: in a new process (which reads
the facts), for another reader of the same process, and once more for that reader, as after a click.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from streamlit.testing.v1 import AppTest

from bench.markdown_table import table
from bench.scaled_facts import write_folder
from graph.model.facts import Facts
from settings import FACTS

PAGES = ("explore", "spread", "compare", "analyse", "sources")
ROOT = Path(__file__).parents[2]
MAX_SECONDS = 600


def report(facts: Facts, real: Path) -> str:
    """A Markdown table: a row a page."""
    with TemporaryDirectory() as folder:
        write_folder(facts, real, Path(folder))
        rows = [(page, *_page_seconds(page, folder)) for page in PAGES]
    header = ["page, CPU s", "first reader, reads the facts", "another reader", "a click"]
    return table(header, rows)


def seconds(page: str) -> tuple[float, float, float]:
    """What the first reader's page takes, another's, and another run of that."""
    logging.disable(logging.WARNING)  # that no browser is there
    first = _run(_page(page))
    other = _page(page)
    return first, _run(other), _run(other)


def _page_seconds(page: str, folder: str) -> list[float]:
    text = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bench.browser.pages", page],
        env={**os.environ, FACTS: folder},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    match: list[float] = json.loads(text.stdout.splitlines()[-1])
    return match


def _page(page: str) -> AppTest:
    test = AppTest.from_file(str(ROOT / "app_pages" / f"{page}.py"), default_timeout=MAX_SECONDS)
    test.query_params["lang"] = "en"
    return test


def _run(test: AppTest) -> float:
    begun = process_time()
    test.run()
    if test.exception:
        raise RuntimeError(test.exception[0].message)
    return process_time() - begun


if __name__ == "__main__":
    print(json.dumps(seconds(sys.argv[1])))
