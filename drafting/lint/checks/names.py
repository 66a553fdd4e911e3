"""Checks whether the passages name models, programmes, events, mechanisms and indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames, letter_parts
from drafting.text.clean_text import CleanText
from drafting.words.word_tables import alternatives, pairs, word_alternatives
from loaders.as_written import is_written
from ontology.schema.fields import LOCAL_NAME, reference_fields
from ontology.schema.kinds import Adoption, Measurement, Statement

# The share of a name's weight that the passages must have, by the kind of thing. Events are named
# in a curator's words, so less of their names stands in a text.
# A mechanism that has no other names yet is written in many ways: without the names of the
# five curated texts a quarter of true adoptions would be doubted at 0.25, at 0.16 one in six.
LEAST_SHARE = {
    "ReformModel": 0.6,
    "Programme": 0.6,
    "Event": 0.2,
    "Mechanism": 0.16,
    "Indicator": 0.25,
}
# Things that texts name in many ways are doubted only if the words name another one of the kind by
# at least this share: where no known name stands, nothing contradicts the statement.
OTHER_SHARE = {"Mechanism": 0.3, "Indicator": 0.65, "Event": 0.5}
# A name of which nothing at all is told is doubted even so.
FLOOR = {"Mechanism": 0.02}
# The share of a name from which on a passage names a thing, whatever else it names.
NAMED_ELSEWHERE = 0.9
# How far a word such as 做法 may stand behind the place whose model it names.
BETWEEN = 6
# How much of a composed local name must stand in the passages.
COMPOSED_SHARE = 0.6
NAME_CODES = {"Mechanism": FindingCode.MECHANISM, "Indicator": FindingCode.INDICATOR}


def check_names(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on the things of a statement other than places and organisations."""
    statement = evidence.statement
    yield from _local_name(evidence, statement)
    for field in reference_fields(type(statement)):
        code = getattr(statement, field.name)
        kind = names.kinds.get(code or "", "") if isinstance(code, str | None) else ""
        if kind not in LEAST_SHARE or (kind == "Indicator" and is_label(statement)):
            continue
        told = with_synonyms(told_text(evidence, kind))
        share = names.coverage(code, told)
        if share >= LEAST_SHARE[kind] or _is_model_of_place(evidence, code, names):
            continue
        if names.coverage(code, evidence.cited) >= NAMED_ELSEWHERE:
            continue
        if _names_another(evidence, kind, code, names) or _is_untold(evidence, kind, code, names):
            yield evidence.finding(
                NAME_CODES.get(kind, FindingCode.NAME),
                field.name,
                "name_not_told",
                name=names.display(code),
            )


def _names_another(evidence: Evidence, kind: str, code: str, names: ThingNames) -> bool:
    """Whether the words name another thing of the kind; for a figure, those of the passage alone,
    because other figures stand around it."""
    told = evidence.passage if kind == "Indicator" else told_text(evidence, kind)
    other_share = names.best_coverage(kind, with_synonyms(told), code)
    return other_share >= OTHER_SHARE.get(kind, 0)


def _is_untold(evidence: Evidence, kind: str, code: str, names: ThingNames) -> bool:
    """Whether nothing at all of a name stands in the passages."""
    told = with_synonyms(f"{told_text(evidence, kind)}\n{evidence.cited}")
    return names.coverage(code, told) < FLOOR.get(kind, 0)


def _is_model_of_place(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage names a model by the place that its name begins with: 甲县的做法."""
    if names.kinds.get(code) != "ReformModel":
        return False
    objects = f"{word_alternatives('lesson_objects')}|{word_alternatives('reform_words')}"
    listed = evidence.text.gazetteer.names
    stems = {
        stem
        for place in evidence.text.coded_places
        for stem in (place.written, place.written[:-1], listed.get(place.code or "", "")[:-1])
        if len(stem) > 1 and any(stem in name[: len(stem) + 1] for name in names.names[code])
    }
    pattern = rf"(?:{alternatives(stems)}).{{0,{BETWEEN}}}(?:{objects})"
    return bool(stems) and bool(re.search(pattern, evidence.cited))


def told_text(evidence: Evidence, kind: str) -> str:
    """The words in which a thing of a kind must be named.

    A mechanism is named in the passage, or by its local name; an indicator near the figure.
    """
    statement = evidence.statement
    if isinstance(statement, Adoption) and kind == "Mechanism":
        return f"{evidence.passage}\n{CleanText(statement.local_name or '').text}"
    return evidence.surroundings if kind == "Indicator" else evidence.cited


def with_synonyms(text: str) -> str:
    """A text with a line for each of its words that names of things often say in another word."""
    others = [also for written, also in pairs("name_synonyms", "also").items() if written in text]
    return "\n".join([text, *others])


def is_label(statement: Statement) -> bool:
    """Whether a figure only counts the parts of a name, so that no text names its indicator."""
    return isinstance(statement, Measurement) and statement.counts is not None


def _local_name(evidence: Evidence, statement: Statement) -> Iterator[Finding]:
    """A local name stands in a passage word for word, or its letters do if it is composed."""
    local_name = getattr(statement, LOCAL_NAME, None)
    if not local_name:
        return
    if LOCAL_NAME in statement.composed:
        own_parts = letter_parts(CleanText(local_name).text)
        share = len(own_parts & letter_parts(evidence.cited)) / max(1, len(own_parts))
        stands = share >= COMPOSED_SHARE
    else:
        passages = (evidence.read(stretch) for stretch in evidence.stretches)
        stands = any(is_written(local_name, passage) for passage in passages)
    if not stands:
        yield evidence.finding(
            FindingCode.LOCAL_NAME, LOCAL_NAME, "words_not_there", words=local_name
        )
