"""Loads modules, facts and the pages' values before the first visit.

Without it the first reader of each page would wait, while the server had nothing to do.
"""

from __future__ import annotations

import gc
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from pkgutil import walk_packages

import app_pages
from app_pages.forms.questions.store_choice import start_store_ahead
from app_pages.forms.study.study_defaults import (
    measures_without_data,
    most_stated_mechanism,
    stated_acts,
)
from app_pages.start.page_runs import MAX_WAIT_SECONDS, REST_SECONDS
from app_pages.state.facts_cache import cached_facts, stamp_of
from app_pages.state.workspace import bundles_of, facts_folders, name_index_of
from app_pages.workbench.query_answers import first_answer
from loaders.tables.faults import BadFacts, FolderMissing

Step = Callable[[], object]

PRESENT = ""
# The packages whose modules are the pages themselves: to import a page is to open it.
OF_PAGES = ("app_pages", "app_pages.browse")
# The packages of the page for curators, whose readers of web pages take longest to load.
REVIEW_PACKAGES = (
    "app_pages.review_sources",
    "app_pages.review_messages",
    "app_pages.review_panels",
    "app_pages.forms.open_text_form",
)
# Packages that a page imports for its first table, chart or choice, or for the first typed pinyin.
PACKAGES = ("pandas", "altair", "pyarrow.json", "pypinyin", "streamlit.emojis")
# While a reader waits, the interpreter changes between threads after a tenth of the usual time.
SWITCH_INTERVAL = 0.0005


def load_ahead(
    wait: Callable[[float, float], object] = lambda rest_seconds, max_seconds: None,
) -> None:
    """Loads what all pages share, then what single pages need, each step when no reader waits.

    `wait` returns when there was no request for some seconds, or after some more. Faults of the
    facts are told by the page that is opened.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL)
    with suppress(BadFacts, FolderMissing):
        for step in _steps(partial(wait, REST_SECONDS, MAX_WAIT_SECONDS)):
            wait(REST_SECONDS, MAX_WAIT_SECONDS)
            step()
    sys.setswitchinterval(usual)
    # else Streamlit's collector walks all of it after each click, a third of a second each time
    gc.collect()
    gc.freeze()


def _steps(wait: Callable[[], object]) -> Iterator[Step]:
    folders = facts_folders()
    stamp = stamp_of(folders, PRESENT)
    facts = cached_facts(folders, stamp)
    answer = partial(first_answer, facts, folders, stamp)
    start_store_ahead(facts, folders, stamp, answer, wait)
    yield partial(name_index_of, folders, stamp)
    yield partial(bundles_of, folders, stamp)
    names = [*PACKAGES, *_module_names()]
    yield from (
        partial(import_module, name) for name in names if not name.startswith(REVIEW_PACKAGES)
    )
    for compute in (stated_acts, most_stated_mechanism, measures_without_data):
        yield partial(compute, folders, stamp, facts)
    yield from (partial(import_module, name) for name in names if name.startswith(REVIEW_PACKAGES))
    # Streamlit asks for it when it first draws, and Python then looks at the file of each module
    yield inspect.stack


def _module_names() -> Iterator[str]:
    """The modules of all packages that pages are made of."""
    for module in walk_packages(app_pages.__path__, f"{app_pages.__name__}."):
        if not module.ispkg and module.name.rpartition(".")[0] not in OF_PAGES:
            yield module.name
