"""Place: all that is told of one place or organisation."""

from __future__ import annotations

import streamlit as st

from app_pages.parts.address import choice
from app_pages.parts.evidence import evidence
from app_pages.parts.language import language, say
from app_pages.parts.plain import plain
from app_pages.parts.portrait import SECTIONS, Section, row, wholes_and_parts
from app_pages.parts.session import facts_or_stop, graph
from app_pages.parts.tables import names, picked_row
from graph.facts import Facts
from ontology.kinds import Organisation, Place, Thing
from ontology.words import choice_name
from ontology.words import name as word


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_place"))
    things = [thing.code for kind in (Place, Organisation) for thing in facts.of(kind)]
    if not things:
        st.info(say("nothing_here"))
        return
    called = names(facts, language())
    start = facts.dataset.start if facts.dataset.start in things else None
    code = choice("place", say("choose_place"), things, called.__getitem__, start or things[0])
    st.header(plain(called[code]))
    _identity(facts, code)
    shown = [_section(facts, section, code) for section in SECTIONS]
    if not any(shown):
        st.info(say("nothing_told"))


def _identity(facts: Facts, code: str) -> None:
    """Its level or type, its other names, what it lies in and what lies in it."""
    thing, called = facts.things[code], names(facts, language())
    wholes, parts = wholes_and_parts(graph(), code)
    said = [f"{_sort(facts, thing)} · {word('code', language())} {code}"]
    said += [f"{word('alt_names', language())}: {say('comma').join(thing.alt_names)}"] * bool(
        thing.alt_names
    )
    for key, codes in (("lies_in", wholes), ("lies_inside", parts)):
        said += [f"{say(key)}: {say('comma').join(called[one] for one in codes)}"] * bool(codes)
    for line in said:
        st.text(line)


def _sort(facts: Facts, thing: Thing) -> str:
    """A place's level or an organisation's type."""
    if isinstance(thing, Place):
        return choice_name(thing.level, language())
    return names(facts, language())[thing.type] if isinstance(thing, Organisation) else ""


def _section(facts: Facts, section: Section, code: str) -> bool:
    """A table of statements; a selected row opens its evidence. Whether there were any."""
    ids = [id for id in facts.about.get(code, ()) if section.has(facts.statements[id], code)]
    if not ids:
        return False
    st.subheader(f"{say(section.key)} · {len(ids)}")
    rows = [row(facts, facts.statements[id], section, language()) for id in ids]
    place = picked_row(rows, f"place_{section.key}_{code}")
    if place is not None:
        evidence(facts, [ids[place]], names(facts, language())[code], section.key)
    return True


page()
