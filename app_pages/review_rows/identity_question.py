"""The question which thing a name in a passage means, and the judgements on each thing."""

from __future__ import annotations

from collections.abc import Iterable

from app_pages.review_rows.component_types import ReviewCandidate, ReviewNameMeaning, ReviewQuestion
from app_pages.review_rows.texts import phrase
from app_pages.review_rows.things import candidate
from drafting.decisions.identity import Judgement
from drafting.drafts.draft import Draft, new_name
from drafting.review.identity_review import IdentityReview
from graph.model.facts import Facts

# The curator's answers, in the order of the buttons.
ANSWERS = (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)


def identity_question(
    review: IdentityReview,
    draft: Draft,
    column: str,
    quotes: Iterable[str],
    key: str,
    name: str = "",
) -> ReviewQuestion:
    """A name, the things that it may mean, and the possible answers for each.

    Unless another name is given, it is the name that the passage uses for the thing in the column.
    `key` is that of the request.
    """
    cell = draft.cell(column)
    name = name or written_name(review.facts, cell, " ".join(quotes))
    items: list[ReviewNameMeaning] = []
    for match in review.candidates(name, draft.source):
        judgement = match.judgement if match.judgement in ANSWERS else None
        items.append({**candidate(review.facts, match.code), "judgement": judgement or ""})
    answers: list[ReviewCandidate] = [
        {"value": str(a), "name": phrase(f"identity_{a}"), "more": ""} for a in ANSWERS
    ]
    return {
        "key": key,
        "draft": draft.id,
        "column": column,
        "name": name,
        "items": items,
        "answers": answers,
    }


def written_name(facts: Facts, cell: str, text: str) -> str:
    """The longest name of the thing in a cell that is also in the passage."""
    thing = facts.things.get(cell)
    if thing is None:
        return new_name(cell) or cell
    names = sorted(thing.names, key=len, reverse=True)
    return next((name for name in names if name in text), names[-1])
