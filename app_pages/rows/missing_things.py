"""Things that a row names and the facts do not have, as far as their own rows can be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pypinyin import lazy_pinyin

from app_pages.rows.columns import table_kinds
from app_pages.rows.things import listed_system
from drafting.drafts.draft import new_name
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.enums import PlaceLevel
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Place

PLACE = snake(Place.__name__)
LEVELS = tuple(PlaceLevel)


def missing_thing(facts: Facts, table: str, column: str, cell: str) -> dict[str, Any]:
    """The tables in which a missing thing may stand, and the cells that are known of it."""
    kind = table_kinds()[table]
    field = next(field for field in reference_fields(kind) if field.name == column)
    tables = [snake(name) for name in field.referred_kinds]
    if name := new_name(cell):
        return {"kinds": tables, "cells": {"name_zh": name}}
    return {"kinds": [PLACE], "cells": _listed_place(facts, cell)}


def _listed_place(facts: Facts, code: str) -> Mapping[str, str]:
    """A place of a code list with its level, as places at the same depth have it in the facts."""
    system = listed_system(facts, code)
    if not system:
        return {"code": code}
    name = facts.dataset.code_lists[system][code].name
    return {
        "code": code,
        "name_zh": name,
        "name_en": " ".join(lazy_pinyin(name)).capitalize(),
        "level": _level(facts, system, code),
        "code_system": system,
    }


def _level(facts: Facts, system: str, code: str) -> str:
    depth = _depth(facts, system, code)
    for place in facts.things_of(Place):
        if place.code_system == system and _depth(facts, system, place.code) == depth:
            return place.level.value
    return ""


def _depth(facts: Facts, system: str, code: str) -> int:
    """In how many places of its list a place lies; 0 for one that the list does not have."""
    places, depth = facts.dataset.code_lists[system], 0
    while code in places and (within := places[code].within) and depth < len(LEVELS):
        code, depth = within, depth + 1
    return depth
