"""The lint as the gate asks it: the codes of the findings on a statement of one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.drafters.article import Article
from drafting.language_model.doubts.all_doubts import doubts
from drafting.language_model.gate import Lint
from drafting.lint.directives import is_directive, plan_heading
from drafting.lint.evidence import Evidence, evidence
from drafting.lint.finding import FindingCode
from drafting.lint.linter import CHECKS
from drafting.lint.past_markers import is_marked_as_past
from drafting.lint.thing_names import ThingNames, thing_names
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.stances import denied_by, planned_by
from graph.model.facts import Facts
from graph.model.statement_content import references
from ontology.schema.enums import Stance
from ontology.schema.kinds import (
    Adoption,
    Borders,
    Cooperation,
    Endorsement,
    Happening,
    Indicator,
    LearnedFrom,
    Measurement,
    Place,
    Statement,
    Within,
)

# Kinds that are judgements or about places: words of a plan near them are no finding.
JUDGEMENTS = (Endorsement, Within, Borders)
# Kinds of deeds that a document may order.
ORDERED_KINDS = (Adoption, LearnedFrom, Cooperation, Happening)
# A cell that the lint finds wrong, and the further doubts too for a reason of their own, is wrong:
# so were all of 200 such simulated rows.
TOLD_TWICE = {FindingCode.PARTY.value, FindingCode.DATE.value}
# The finding on a date that no words tell: it contradicts none.
UNTOLD = "no_date"


def lint_codes(facts: Facts, article: Article) -> Lint | None:
    """The lint of an article, which may be of a source that the facts do not have yet.

    None for a language without tables of words: the few checks there are no reason to admit a row.
    """
    text = article.recognised_text
    if not text.has_word_tables:
        return None
    names = _with_listed_places(thing_names(facts), text.gazetteer)

    def codes(statement: Statement) -> set[str]:
        passages = evidence("", statement, text, article.clauses)
        if passages is None:
            return {FindingCode.QUOTE.value}
        by_lint = [finding for check in CHECKS for finding in check(passages, names)]
        findings = {finding.code.value for finding in by_lint}
        wrong = {finding.code.value for finding in by_lint if finding.key != UNTOLD}
        further = {*_other_places(names, passages), *doubts(article, passages, names)}
        if wrong & further & TOLD_TWICE:
            findings.add(FindingCode.CONTRADICTED.value)
        further |= {*_faults(facts, statement), *_stance_doubts(passages)}
        return findings | further

    return codes


def _with_listed_places(names: ThingNames, gazetteer: Gazetteer) -> ThingNames:
    """The names with those of the code list's places too: a model may name a place that the facts
    do not have yet, and no check covers a thing without a kind."""
    listed_names = {code: name for code, name in gazetteer.names.items() if code not in names.kinds}
    kinds = {**names.kinds, **dict.fromkeys(listed_names, Place.__name__)}
    return replace(
        names,
        names={**names.names, **{code: (name,) for code, name in listed_names.items()}},
        kinds=kinds,
    )


def _stance_doubts(passages: Evidence) -> Iterator[str]:
    """A row of any kind that is implied as done, although the words plan or deny it, or stated as
    done, although they order it; the lint reads the words of a stated one."""
    stance = passages.statement.stance
    is_done = stance in (Stance.STATED, Stance.IMPLIED)
    if is_done and not isinstance(passages.statement, JUDGEMENTS):
        is_implied = stance is Stance.IMPLIED
        if is_implied and planned_by(passages.text, passages.stretch):
            yield FindingCode.PLANNED.value
        if is_implied and denied_by(passages.text, passages.stretch):
            yield FindingCode.DENIED.value
        if _is_ordered(passages):
            yield FindingCode.PLANNED.value


def _is_ordered(passages: Evidence) -> bool:
    """Whether a deed is in an order, or below a heading of plans, without a mark of the past."""
    text, statement = passages.text, passages.statement
    is_order = is_directive(text.clean.text) and isinstance(statement, ORDERED_KINDS)
    if not (is_order or plan_heading(text.clean.text, passages.stretch)):
        return False
    up_to_passage = passages.sentence_to_passage_end
    is_deed = isinstance(statement, (*ORDERED_KINDS, Measurement))
    return is_deed and not is_marked_as_past(text, up_to_passage)


def _other_places(names: ThingNames, passages: Evidence) -> Iterator[str]:
    """A place that no passage names, while a passage names another that is not in the row."""
    statement, text = passages.statement, passages.text
    codes = {c for _, c in references(statement) if names.kinds.get(c) == Place.__name__}
    lies_in = {code for own_code in codes for code in text.gazetteer.ancestors(own_code)}
    named_places = {place.code for s in passages.stretches for place in text.places_in(s)}
    if (
        not isinstance(statement, Within | Borders)
        and codes - named_places
        and named_places - codes - lies_in
    ):
        yield FindingCode.PARTY.value


def _faults(facts: Facts, statement: Statement) -> Iterator[str]:
    """Rows that the facts could not hold: an edge back to its start, a figure in another unit."""
    edge = statement.edges[0]
    if getattr(statement, edge.start, None) == getattr(statement, edge.end):
        yield FindingCode.PARTY.value
    if isinstance(statement, Measurement):
        indicator = facts.things.get(statement.indicator)
        if isinstance(indicator, Indicator) and indicator.unit != statement.unit:
            yield FindingCode.UNIT.value
