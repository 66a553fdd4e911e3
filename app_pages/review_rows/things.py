"""Things for a field: those that typed letters may mean, and a code for a new thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from app_pages.review_rows.component_types import ReviewCandidate
from app_pages.state.language import language
from app_pages.state.workspace import search_index
from drafting.drafts.draft import Draft, new_name
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts
from graph.model.statement_content import snake

MAX_HITS = 8


def thing_hits(
    facts: Facts, accepted_drafts: Mapping[str, Draft], tables: Collection[str], typed_text: str
) -> list[ReviewCandidate]:
    """The things of some tables that typed letters may mean, those of the facts first.

    `accepted_drafts` are the drafts of things that a curator has accepted, by their code.
    """
    codes = [code for code, thing in facts.things.items() if snake(type(thing).__name__) in tables]
    hits = search_index().limited_to(codes).hits(typed_text, MAX_HITS) if typed_text else ()
    candidates = [candidate(facts, hit.code) for hit in hits]
    candidates += [
        {"value": code, "name": draft_name(draft), "more": code}
        for code, draft in accepted_drafts.items()
        if draft.kind in tables and typed_text and typed_text.casefold() in _all_names(draft)
    ]
    return [*candidates, *_places_of_lists(facts, tables, typed_text)][:MAX_HITS]


def candidate(facts: Facts, code: str) -> ReviewCandidate:
    """A thing as one of the choices: its name, and the text that distinguishes it."""
    name = thing_name(facts, code)
    if code not in facts.things:
        return {"value": code, "name": name, "more": "" if name in (code, new_name(code)) else code}
    other_name = facts.display_name(code, "en" if language() == "zh" else "zh")
    parts = [other_name] * (other_name != name) + [context_label(facts, code, language()), code]
    return {"value": code, "name": name, "more": " · ".join(filter(None, parts))}


def thing_name(facts: Facts, code: str) -> str:
    """The name of a thing of the facts, of a listed place, or of a thing that is new."""
    if code in facts.things:
        return facts.display_name(code, language())
    names_in_lists = (
        places[code].name for places in facts.dataset.code_lists.values() if code in places
    )
    return new_name(code) or next(names_in_lists, code)


def draft_name(draft: Draft) -> str:
    """The name of a drafted thing in the reader's language, or in the other."""
    other_language = "en" if language() == "zh" else "zh"
    return (
        draft.cell(f"name_{language()}")
        or draft.cell(f"name_{other_language}")
        or draft.cell("code")
    )


def _places_of_lists(
    facts: Facts, tables: Collection[str], typed_text: str
) -> Iterator[ReviewCandidate]:
    """Places of the code lists that are not yet in the facts, by the beginning of their name."""
    if "place" not in tables or len(typed_text) < 2:
        return
    for system, places in facts.dataset.code_lists.items():
        for code, place in places.items():
            if code not in facts.things and (
                place.name.startswith(typed_text) or code == typed_text
            ):
                yield {"value": code, "name": place.name, "more": f"{system} {code}"}


def _all_names(draft: Draft) -> str:
    cells = (draft.cell(column) for column in ("name_zh", "name_en", "alt_names", "code"))
    return "\n".join(cells).casefold()
