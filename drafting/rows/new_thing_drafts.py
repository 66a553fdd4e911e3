"""Drafts of the things that drafts of statements name and the facts do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafting.drafts.draft import Band, Draft, filled_cells, new_name
from drafting.rows.listed_places import is_of_lists, listed_place
from drafting.rows.new_things import references_in
from drafting.rows.suggested_code import suggested_code
from drafting.rows.typed_row import KINDS
from drafting.words.word_tables import word_table
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.fields import referred_kinds
from ontology.schema.kinds import Event, Indicator, Mechanism, Organisation, Person, Place

HAN = re.compile("[\u4e00-\u9fff]")
PLACE, ORGANISATION, PERSON = Place.__name__, Organisation.__name__, Person.__name__
# The rules name new things of these kinds by words of a clause, which are no name: a curator who
# needs such a thing names it from the card of its statement.
KINDS_NAMED_BY_CURATORS = {snake(kind.__name__) for kind in (Event, Indicator)}
# The same holds for guesses of these kinds.
KINDS_NAMED_UNLESS_GUESSED = {snake(Mechanism.__name__)}


def with_new_things(facts: Facts, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, and after them those of the things that they name and the facts do not have."""
    return (*drafts, *new_thing_drafts(facts, drafts))


def new_thing_drafts(facts: Facts, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each new thing, at the first passage that names it.

    A cell names a thing by `new:NAME`, or by the code of a listed place or of the place in which
    a code list lies. The draft has the known cells of its row: a suggested code and the name in its
    language; such an outermost place has its code alone. A name whose kind is not
    certain gets no draft.
    """
    used_codes: set[str] = set()
    names: set[tuple[str, str]] = set()
    for draft in drafts:
        for column, part in references_in(draft):
            kind, cells = _row(facts, draft, column, part)
            name = cells.get("name_zh") or cells.get("name_en") or cells.get("code", "")
            if not kind or (kind, name) in names or not _has_name(kind, draft):
                continue
            names.add((kind, name))
            code = cells.get("code") or suggested_code(facts, kind, cells, used_codes)
            used_codes.add(code)
            yield Draft(
                kind,
                draft.source,
                filled_cells({**cells, "code": code}),
                draft.spans[:1],
                draft.band,
                draft.drafted_by,
            )


def _row(facts: Facts, draft: Draft, column: str, part: str) -> tuple[str, Mapping[str, str]]:
    """The table of a new thing and the cells known of it; "" if it is not new or not certain."""
    kinds = referred_kinds(KINDS[draft.kind])[column]
    name = new_name(part)
    if name is None:
        is_new = part not in facts.things and PLACE in kinds and is_of_lists(facts, part)
        return (snake(PLACE), listed_place(facts, part)) if is_new else ("", {})
    return likely_table(kinds, name), {name_column(name): name}


def _has_name(kind: str, draft: Draft) -> bool:
    """Whether a draft's words for a new thing are likely its name."""
    if kind in KINDS_NAMED_BY_CURATORS:
        return False
    return kind not in KINDS_NAMED_UNLESS_GUESSED or draft.band is not Band.GUESS


def name_column(name: str) -> str:
    """The column of a name in its language."""
    return "name_zh" if HAN.search(name) else "name_en"


def likely_table(kinds: tuple[str, ...], name: str) -> str:
    """The table of a name in a column of these kinds; of several kinds only actors are told
    apart, by the last letter of a place's name. "" if it is not certain."""
    choices = [kind for kind in kinds if kind != PERSON]
    if len(choices) == 1:
        return snake(choices[0])
    if set(choices) == {PLACE, ORGANISATION}:
        tables = ("place_suffixes", "local_place_suffixes")
        endings = tuple(row["written"] for table in tables for row in word_table(table))
        is_place = name.endswith(endings)
        return snake(PLACE if is_place else ORGANISATION)
    return ""
