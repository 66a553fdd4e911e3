"""The word by which a passage denies its deed."""

from __future__ import annotations

import re

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.checks.stances.deed_clauses import deed_clauses, is_behind_event
from drafting.lint.evidence import Evidence
from drafting.lint.past_markers import is_bare_denial, is_denial_undone
from drafting.lint.thing_names import ThingNames
from drafting.recognition.stances import denied_by
from drafting.text.sentences import Stretch, clauses
from graph.model.statement_content import references
from ontology.schema.kinds import HasModel, LearnedFrom, Measurement

# Letters by which a name says that it counts what is not: 未建成的驿站数.
NEGATIVE = re.compile("未|没有|不(?!良|锈|孕|育)")

# Words that deny the verb that stands directly behind them.
DENIALS_OF_NEXT_VERB = ("没有", "尚未", "暂未", "并未", "从未", "未能", "未", "没")


def denial(evidence: Evidence, names: ThingNames) -> str:
    """The word by which the passage denies, or ""; for a figure, its clause; none denies none.

    For a deed with a local name, a lesson or a model its clause counts, and later clauses that deny
    what stands before them: 没有采用.
    """
    statement = evidence.statement
    if isinstance(statement, Measurement) and not statement.value:
        return ""
    if word := _denial_before(evidence):
        return word
    deeds = _clauses_of_object(evidence, names) or deed_clauses(evidence)
    is_figure = isinstance(statement, Measurement)
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    parties = {code for _, code in references(statement)}
    later = [
        p
        for p in parts
        if p.start >= deeds[-1].end and not _has_other_subject(evidence, p, parties)
    ]
    later = [] if is_figure else later
    denials = (
        _denial_word(evidence, part, must_be_bare=part in later) for part in (*deeds, *later)
    )
    word = next(filter(None, denials), "")
    if word and _counts_denied(evidence, word, names):
        return ""
    return "" if word and _is_beside_deed(evidence, word, names) else word


def _denial_before(evidence: Evidence) -> str:
    """The denial directly before a passage that begins within its clause, or ""."""
    text_before = evidence.text.clean.text[: evidence.stretch.start]
    words = (word for word in DENIALS_OF_NEXT_VERB if text_before.endswith(word))
    word = next(words, "")
    return "" if text_before.removesuffix(word).endswith(("有", "除")) else word


def _has_other_subject(evidence: Evidence, part: Stretch, parties: set[str]) -> bool:
    """Whether a clause begins with a party that is not in the statement."""
    return any(
        clause.names_its_party and clause.party and not clause.names_one_of(parties)
        for clause in evidence.clauses
        if clause.stretch.overlaps(part)
    )


def _counts_denied(evidence: Evidence, word: str, names: ThingNames) -> bool:
    """Whether a figure counts what is denied, by the name of what it measures: 落选人数."""
    statement = evidence.statement
    code = statement.indicator if isinstance(statement, Measurement) else ""
    forms = names.names.get(code, ())
    return any(word in name or NEGATIVE.search(name) for name in forms)


def _is_beside_deed(evidence: Evidence, word: str, names: ThingNames) -> bool:
    """Whether a denial comes after the name of a holder's model, which is kept: 甲模式没有推开,
    or behind the word for an event, which took place: 考察后没有表态."""
    if is_behind_event(evidence, word):
        return True
    if not isinstance(evidence.statement, HasModel):
        return False
    spans = named_spans(evidence, evidence.statement.model, names, evidence.stretch)
    return bool(spans) and evidence.passage.find(word) >= spans[0][1] - evidence.stretch.start


def _clauses_of_object(evidence: Evidence, names: ThingNames) -> tuple[Stretch, ...]:
    """The first clause that names the teacher of a lesson or the model of a holder.

    A later clause often says what was not taken over: 学习甲县, 没有照搬其名称.
    """
    statement = evidence.statement
    codes = {LearnedFrom: "teacher", HasModel: "model"}
    code = getattr(statement, codes.get(type(statement), ""), None)
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    spans = (
        [start for start, _ in named_spans(evidence, code, names, evidence.stretch)] if code else []
    )
    return tuple(part for part in parts if spans and part.start <= spans[0] < part.end)


def _denial_word(evidence: Evidence, part: Stretch, *, must_be_bare: bool) -> str:
    """The word by which a clause denies, or ""."""
    word, clause = denied_by(evidence.text, part), evidence.read(part)
    start = clause.find(word)
    if not word or is_denial_undone(clause, start, start + len(word)):
        return ""
    end = part.start + start + len(word)
    return "" if must_be_bare and not is_bare_denial(evidence.text.clean.text, end) else word
