"""The hits of a search as rows of a list: each with its name, what it is, and its address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app_pages.state.page_links import question_address, statement_address, thing_address
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts
from queries.search.hits_table import kind_name
from queries.search.search_hits import (
    PASSAGE,
    QUESTION,
    SOURCE_TEXT,
    STATEMENT,
    HitGroup,
    MatchType,
    SearchHit,
)
from texts.tables import APP

# How many hits of each kind the list has; and how many if the reader asks for more of a kind.
FIRST_HITS, MAX_HITS_OF_KIND = 5, 60
EXACT = (MatchType.CODE, MatchType.NAME)


def suggestion_groups(
    facts: Facts, groups: Iterable[HitGroup], language: str
) -> list[dict[str, Any]]:
    """The groups of the list, in `zh` or `en`."""
    return [
        {
            "kind": group.kind,
            "label": kind_name(group.kind, language),
            "count": f"{group.count:,}",
            "more": _more_label(group, language),
            "options": [_option(facts, group.kind, hit, language) for hit in group.hits],
        }
        for group in groups
    ]


def exact_address(facts: Facts, groups: Sequence[HitGroup], language: str) -> str | None:
    """The address of the only hit whose whole name or code was typed, or of the question that was.

    None for no such hit or several.
    """
    best = next(iter(groups), None)
    if best is not None and best.kind == QUESTION and best.hits[0].values:
        return _address(facts, best.kind, best.hits[0], language)
    exact = [(group.kind, hit) for group in groups for hit in group.hits[:2] if hit.match in EXACT]
    return _address(facts, *exact[0], language) if len(exact) == 1 else None


def _more_label(group: HitGroup, language: str) -> str:
    left = group.count - len(group.hits)
    kind = kind_name(group.kind, language)
    return APP.say("search_more", language, count=f"{left:,}", kind=kind) if left else ""


def _option(facts: Facts, kind: str, hit: SearchHit, language: str) -> dict[str, str]:
    return {
        "address": _address(facts, kind, hit, language),
        "name": hit.name,
        "more": " · ".join(_context(facts, kind, hit, language)),
    }


def _address(facts: Facts, kind: str, hit: SearchHit, language: str) -> str:
    if kind in (STATEMENT, PASSAGE):
        return statement_address(facts, hit.id, language)
    if kind == QUESTION:
        return question_address(facts, hit.id, language, **dict(hit.values))
    return thing_address(facts, hit.id, language)


def _context(facts: Facts, kind: str, hit: SearchHit, language: str) -> list[str]:
    """Details that distinguish a hit: its matching or other name, its place, how many are below."""
    if kind == STATEMENT:
        return [hit.id]
    if kind in (PASSAGE, SOURCE_TEXT):
        return [hit.matched_text or ""]
    if kind == QUESTION:
        return [facts.display_name(code, language) for _, code in hit.values]
    other_name = facts.display_name(hit.id, "en" if language == "zh" else "zh")
    names = [
        name
        for name in (hit.matched_text, other_name)
        if name and name != hit.name and name not in hit.name
    ]
    context = context_label(facts, hit.id, language)
    parts = [*dict.fromkeys(names), *[context] * (context != kind_name(kind, language))]
    if hit.narrower:
        parts.append(APP.say("search_narrower", language, count=len(hit.narrower)))
    return parts
