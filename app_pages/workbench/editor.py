"""The editor around the page's text box: colours, names to choose from, faults and history.

The box itself is Streamlit's: where the browser does not run the script it stays a plain box, and
everything else on the page works.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import streamlit as st

from app_pages.components.component import component
from app_pages.state.facts_cache import cached_facts
from app_pages.state.language import language
from app_pages.state.workspace import facts_stamp, graph
from app_pages.workbench.texts import all_phrases
from graph.drawing.script_bundle import bundle
from graph.stores.store import StoreError
from queries.custom_queries.query_schema import QuerySchema, query_schema

HTML = """<div class="editor"><p class="keys"></p><div role="status"><ul class="faults"></ul></div>
<details class="schema"></details><details class="runs"></details></div>"""
WORKER_FILE = "app_pages/components/web/editor/fault_worker.js"
# Where an engine stopped: ArcadeDB counts columns from 0, Neo4j and Oxigraph from 1.
PLACE_PATTERNS = (
    (re.compile(r"\bline (\d+)(?::|, column )(\d+)\b(?! \(offset)"), 1),
    (re.compile(r"\bline (\d+), column (\d+) \(offset"), 0),
    (re.compile(r"\berror at (\d+):(\d+):"), 0),
)


@dataclass(frozen=True)
class EnginePlace:
    """The line and the column of a query, from 1, at which an engine stopped."""

    query: str
    line: int
    column: int


@dataclass(frozen=True)
class QueryRun:
    """A query that was run: its text, and the body of it without a header of its own.

    `header` has the lines that the catalogue's file has after its title; it is empty if the query
    has no answer.
    """

    language: str
    query: str
    body: str
    header: str = ""


def editor(
    key: str,
    query_language: str,
    run_key: str,
    last_run: QueryRun | None,
    stopping_place: EnginePlace | None = None,
) -> None:
    """Enhances the text box of this key; `run_key` is that of the button which runs the query.

    `last_run` is the query that was run last, `stopping_place` where the engine refused it.
    """
    folder, stamp = facts_stamp()
    _mount()(
        key=f"{key}-editor",
        data={
            "language": query_language,
            "box": f"st-key-{key}",
            "run": f"st-key-{run_key}",
            "stamp": f"{stamp}-{language()}-{query_language}",
            "schema": _schema(folder, stamp, language()),
            "worker": bundle(WORKER_FILE),
            "words": all_phrases(),
            "engine_fault": asdict(stopping_place) if stopping_place else None,
            "last": asdict(last_run) if last_run else None,
        },
    )


def place_of(error: StoreError, query: str) -> EnginePlace | None:
    """The line and column, from 1, where the engine stopped, if its words say so."""
    words = error.text("en")
    for pattern, shift in PLACE_PATTERNS:
        if match := pattern.search(words):
            return EnginePlace(query, int(match[1]), int(match[2]) + shift)
    return None


@cache
def _mount() -> Any:
    return component("editor", HTML)


@st.cache_resource(max_entries=4, show_spinner=False)
def _schema(folder: str, stamp: str, page_language: str) -> QuerySchema:
    return query_schema(cached_facts(folder, stamp), graph(), page_language)
