"""Checks whether the passage ends at whole words, and has the words that the statement keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.numerals import letters
from loaders.wordings import unwritten_fields
from ontology.schema.fields import LOCAL_NAME

# The finding for a statement whose words are not there, by the field that keeps them.
WORDING_CODES = {
    "value_written": FindingCode.VALUE,
    "baseline_written": FindingCode.BASELINE,
    LOCAL_NAME: FindingCode.LOCAL_NAME,
}


def check_edges(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """A finding for a passage whose first or last letter cuts a number or a name of a place."""
    text = evidence.text.clean.text
    numerals = "".join({**letters("place"), **letters("scale")})
    number = re.compile(f"[0-9][0-9{numerals}]|[0-9][.](?=[0-9])|(?<=[0-9])[.][0-9]")
    for stretch in evidence.stretches:
        for cut in (stretch.start, stretch.end):
            is_inside = cut > 0 and number.match(text, cut - 1, cut + 2)
            if is_inside or _cuts_a_place(evidence, cut):
                words = text[max(0, cut - 3) : cut + 3]
                yield evidence.finding(FindingCode.EDGES, "start", "cut", words=words)


def _cuts_a_place(evidence: Evidence, cut: int) -> bool:
    return any(place.start < cut < place.end for place in evidence.text.coded_places)


def check_wordings(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on words that no passage has, whatever their language."""
    statement = evidence.statement
    passages = [evidence.read(stretch) for stretch in evidence.stretches]
    for wording in unwritten_fields(evidence.id, statement, passages):
        code = WORDING_CODES.get(wording.field, FindingCode.DATE)
        yield evidence.finding(code, wording.field, "words_not_there", words=wording.wording)
