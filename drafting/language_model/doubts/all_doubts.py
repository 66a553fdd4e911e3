"""All doubts of the gate beyond those of the lint."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.language_model.doubts.chosen_values import choice_doubts
from drafting.language_model.doubts.cited_names import citation_doubts
from drafting.language_model.doubts.date_place import date_doubts
from drafting.language_model.doubts.deed_spots import deed_doubts
from drafting.language_model.doubts.events.event_names import event_doubts
from drafting.language_model.doubts.events.event_parts import part_doubts
from drafting.language_model.doubts.events.event_roles import role_doubts
from drafting.language_model.doubts.figure_words import figure_doubts
from drafting.language_model.doubts.lesson_words import lesson_doubts
from drafting.language_model.doubts.listed_parts import part_of_doubts
from drafting.language_model.doubts.member_roles import member_doubts
from drafting.language_model.doubts.near_mechanisms import mechanism_doubts
from drafting.language_model.doubts.quote_shape import quote_doubts
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames


def doubts(article: Article, evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The codes of the doubts about a row beside its passages; a code may come twice."""
    yield from choice_doubts(evidence)
    yield from figure_doubts(article, evidence, names)
    yield from date_doubts(evidence)
    yield from part_doubts(evidence, names)
    yield from role_doubts(evidence, names)
    yield from event_doubts(evidence, names)
    yield from deed_doubts(evidence, names)
    yield from mechanism_doubts(evidence, names)
    yield from lesson_doubts(evidence, names)
    yield from citation_doubts(article, evidence, names)
    yield from part_of_doubts(evidence, names)
    yield from member_doubts(evidence, names)
    yield from quote_doubts(evidence)
