"""Facts as they were if one source had never been read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import references
from ontology.schema.kinds import Indicator, Mechanism, Source, Thing

# Vocabularies that grow as sources are read; the others (units, types) exist before.
GROWING_KINDS = (Mechanism, Indicator)


def facts_without_source(
    facts: Facts, source: str, other_texts: Collection[str] | None = None
) -> Facts:
    """The facts without a source's statements and without the things that only it names.

    `other_texts` are the clean texts of the other sources; other names of a thing stay only if one
    of these texts has them. Without texts they all stay, because no table says where a name was
    read. A thing may refer to things that are left out: such facts are for drafters only.
    """
    statements = {id: row for id, row in facts.statements.items() if row.source != source}
    readers = (*statements.values(), *facts.things_of(Source))
    referenced_codes = {code for row in readers for _, code in references(row)}
    things = {
        code: thing if other_texts is None else _with_names_in(other_texts, thing)
        for code, thing in facts.things.items()
        if code in referenced_codes or _is_there_before(thing)
    }
    return replace(facts, things=things, statements=statements)


def with_standing_things(drafter_facts: Facts, facts: Facts) -> Facts:
    """Facts with the units, types and the like of others, which exist before any source is read.

    `facts` are those that the drafts are compared with; their code lists stand too.
    """
    standing_things = {
        code: thing for code, thing in facts.things.items() if _is_there_before(thing)
    }
    return replace(drafter_facts, things={**standing_things, **drafter_facts.things})


def _is_there_before(thing: Thing) -> bool:
    return type(thing).stands_alone and not isinstance(thing, GROWING_KINDS)


def _with_names_in(texts: Collection[str], thing: Thing) -> Thing:
    names = tuple(
        name for name in thing.alt_names if any(CleanText(name).text in text for text in texts)
    )
    return thing.model_copy(update={"alt_names": names})
