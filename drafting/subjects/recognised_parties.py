"""The parties of a recognised text, and its clauses with the parties that they speak of."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.recognition.organisations import organisations
from drafting.recognition.recognised_text import RecognisedText
from drafting.subjects.parties import Parties
from drafting.subjects.subject import Clause, clauses_with_subjects


def recognised_parties(text: RecognisedText, names: Mapping[str, str]) -> Parties:
    """The places and organisations of a text; `names` are the codes of organisations by name."""
    mentions, gazetteer = organisations(text.clean.text, text.places, names), text.gazetteer
    return Parties(text.clean.text, text.places, mentions, names, gazetteer.names, gazetteer.wholes)


def clauses_of(text: RecognisedText, names: Mapping[str, str]) -> tuple[Clause, ...]:
    """The clauses of a text with their subjects; none without tables of words."""
    if not text.has_word_tables:
        return ()
    return tuple(clauses_with_subjects(recognised_parties(text, names)))
