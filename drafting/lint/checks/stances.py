"""Do the words plan, deny, or tell it as done?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafting.lint.evidence import SENTENCE_ENDS, Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.clean_text import CleanText
from drafting.text.sentences import clauses
from drafting.words.word_tables import word_pattern, word_table
from ontology.schema.kinds import (
    Adoption,
    Cooperation,
    Designation,
    Endorsement,
    HasModel,
    LearnedFrom,
    Measurement,
    MemberOf,
    Stance,
)

# The kinds that tell deeds, which a text may plan or deny.
DEEDS = (Adoption, Cooperation, Designation, HasModel, LearnedFrom, Measurement, MemberOf)


def check_stances(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on the stance of a deed."""
    statement = evidence.statement
    if not isinstance(statement, (*DEEDS, Endorsement)):
        return
    stance = statement.stance
    if stance is Stance.PLANNED and not may_be_planned(evidence):
        yield evidence.finding(FindingCode.PLANNED, "stance", "no_plan")
    if stance is Stance.DENIED and not denial(evidence):
        yield evidence.finding(FindingCode.DENIED, "stance", "no_denial")
    if not isinstance(statement, DEEDS):
        words = _plan_word(evidence.passage, "passage")
        if stance is Stance.STATED and words:
            yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
        return
    if stance is Stance.STATED and (words := plan(evidence)):
        yield evidence.finding(FindingCode.PLANNED, "stance", "is_planned", words=words)
    if stance is Stance.STATED and (words := denial(evidence)):
        yield evidence.finding(FindingCode.DENIED, "stance", "is_denied", words=words)


def plan(evidence: Evidence) -> str:
    """The word by which the passage is a plan, or ""."""
    if not _tells_a_deed(evidence):
        for scope, text in _scopes(evidence).items():
            if word := _plan_word(text, scope):
                return word
    return _year_ahead(evidence)


def may_be_planned(evidence: Evidence) -> bool:
    """Whether a plan word stands where it makes the passage a plan, or in the passages."""
    scopes = _scopes(evidence)
    in_scope = any(_plan_word(text, scope) for scope, text in scopes.items())
    return in_scope or bool(_plan_word(evidence.cited, "") or _year_ahead(evidence))


def denial(evidence: Evidence) -> str:
    """The word by which the passage denies, or ""."""
    for row in word_table("denial_words"):
        pattern = re.escape(row["written"]) + _not_before(row["not_before"])
        if re.search(pattern, evidence.passage):
            return row["written"]
    return ""


def _scopes(evidence: Evidence) -> Mapping[str, str]:
    """The text in which a plan word of each scope makes the passage a plan."""
    text, end = evidence.text.clean.text, evidence.stretch.end
    start = evidence.sentence.start
    before = [match.end() for match in SENTENCE_ENDS.finditer(text, 0, max(0, start - 1))]
    return {
        "opening": evidence.passage[:4],
        "passage": evidence.passage,
        "sentence": text[start:end],
        "near": text[before[-1] if before else 0 : evidence.stretch.start],
        "paragraph": evidence.lead + evidence.passage,
    }


def _plan_word(text: str, scope: str) -> str:
    """The first plan word of a scope in a text; of any scope if none is named."""
    for row in word_table("plan_words"):
        if scope in ("", row["scope"]):
            pattern = (
                _not_after(row["not_after"])
                + re.escape(row["written"])
                + _not_before(row["not_before"])
            )
            if re.search(pattern, text):
                return row["written"]
    return ""


def _tells_a_deed(evidence: Evidence) -> bool:
    """Whether the last clause of the passage, or that of the figure, tells something as done."""
    done = word_pattern("done_words")
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    statement = evidence.statement
    if isinstance(statement, Measurement):
        written = CleanText(statement.value_written).text
        parts = tuple(part for part in parts if written in evidence.read(part)) or parts
    return bool(parts) and bool(done.search(evidence.read(parts[-1])))


def _year_ahead(evidence: Evidence) -> str:
    """A year of the passage that lies behind the year of publication, or ""."""
    published = evidence.text.published
    years = re.findall(r"(?<![0-9])(20[0-9]{2})年", evidence.passage)
    ahead = [year for year in years if published and int(year) > published.year]
    return f"{ahead[0]}年" if ahead else ""


def _not_after(words: str) -> str:
    return "".join(f"(?<!{re.escape(word)})" for word in words.split("|") if word)


def _not_before(words: str) -> str:
    """No word of these may follow; $ is the end of the text."""
    parts = (word if word == "$" else re.escape(word) for word in words.split("|") if word)
    return "".join(f"(?!{part})" for part in parts)
