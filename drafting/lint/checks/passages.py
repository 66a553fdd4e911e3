"""Checks whether the passage ends at whole words, and has the words that the statement keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.places.mentions import begins_a_longer_name
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.numerals import letters
from drafting.recognition.places import RecognisedPlace
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_table
from loaders.copies.wordings import unwritten_fields
from ontology.schema.fields import LOCAL_NAME

# The finding for a statement whose words are not there, by the field that keeps them.
WORDING_CODES = {
    "value_written": FindingCode.VALUE,
    "baseline_written": FindingCode.BASELINE,
    LOCAL_NAME: FindingCode.LOCAL_NAME,
}
# How many letters behind a cut show whether it is in a number: a comma, three digits, the next.
LETTERS_OF_A_NUMBER = 5
# Behind it, at the start of a line, begins the text of a list's item: 1.6月底前.
LIST_NUMBER = re.compile(r"(?:^|\n)[ \u3000]*[0-9]{1,2}[.．、]$")
# The word for the level of a prefecture, as in 甲乙州.
PREFECTURE = "州"
# How many letters the short name of a place has.
MIN_NAME_LETTERS = 2


def check_edges(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """A finding for a passage whose first or last letter cuts a number, a word in Latin
    letters, or a name of a place."""
    text = evidence.text.clean.text
    numerals = "".join({**letters("place"), **letters("scale")})
    number = re.compile(
        f"[0-9][0-9{numerals}]|[0-9][.](?=[0-9])|(?<=[0-9])[.][0-9]"
        "|[0-9],(?=[0-9]{3}(?![0-9]))|(?<=[0-9]),[0-9]{3}(?![0-9])|[A-Za-zÀ-ž]{2}"
    )
    for stretch in evidence.stretches:
        for cut in (stretch.start, stretch.end):
            is_inside = (
                cut > 0
                and number.match(text, cut - 1, cut + LETTERS_OF_A_NUMBER)
                and not LIST_NUMBER.search(text[:cut])
            )
            if is_inside or _cuts_a_place(evidence, stretch, cut):
                words = text[max(0, cut - 3) : cut + 3]
                yield evidence.finding(FindingCode.EDGES, "start", "cut", words=words)


def _cuts_a_place(evidence: Evidence, stretch: Stretch, cut: int) -> bool:
    return any(
        place.start < cut < place.end and not _leaves_a_name(evidence, stretch, cut, place)
        for place in evidence.text.coded_places
    )


def _leaves_a_name(evidence: Evidence, stretch: Stretch, cut: int, place: RecognisedPlace) -> bool:
    """Whether a passage that cuts a place's name before the word for its level still has a name:
    the short one of the place (甲乙 of 甲乙县), or that of its hospital (县医院 of 甲乙县医院)."""
    levels = (*(row["written"] for row in word_table("level_letters")), PREFECTURE)
    level = evidence.text.clean.text[cut : place.end]
    if level not in levels or cut - place.start < MIN_NAME_LETTERS:
        return False
    if cut == stretch.end:
        return stretch.start <= place.start
    return begins_a_longer_name(evidence, place.code or "", place.end)


def check_wordings(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on words that no passage has, whatever their language."""
    statement = evidence.statement
    passages = [evidence.read(stretch) for stretch in evidence.stretches]
    for wording in unwritten_fields(evidence.id, statement, passages):
        code = WORDING_CODES.get(wording.field, FindingCode.DATE)
        yield evidence.finding(code, wording.field, "words_not_there", words=wording.wording)
