"""The mechanisms that adoptions of a facts folder have under a local name, or within a model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from ontology.schema.kinds import Adoption

# How many letters a local name has at least that means the same wherever it stands.
MIN_TERM_LETTERS = 2
QUOTES = '“”"《》'


@dataclass(frozen=True)
class Precedent:
    """A passage of a source, by its start, at which somebody adopts a mechanism."""

    source: str
    start: int
    adopter: str
    mechanism: str


def precedents(facts: Facts) -> Mapping[str, frozenset[Precedent]]:
    """The precedents of each local name, and of each model by its code."""
    by_term: dict[str, set[Precedent]] = defaultdict(set)
    for adoption in facts.statements_of(Adoption):
        name = term(adoption.local_name)
        for key in (name if len(name) >= MIN_TERM_LETTERS else "", adoption.model or ""):
            if key:
                precedent = Precedent(
                    adoption.source, adoption.start, adoption.adopter, adoption.mechanism
                )
                by_term[key].add(precedent)
    return {key: frozenset(values) for key, values in by_term.items()}


def term(local_name: str | None) -> str:
    """A local name in simplified letters, without quotation marks."""
    return CleanText(local_name or "").text.strip(QUOTES)
