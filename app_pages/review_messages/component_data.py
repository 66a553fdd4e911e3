"""The data of the Review component: the cards around the curator's place, and answers."""

from __future__ import annotations

from collections.abc import Sequence

from app_pages.review_messages.cards import card_content
from app_pages.review_messages.open_review import OpenReview
from app_pages.review_messages.review_context import ReviewContext, review_context
from app_pages.review_rows.columns import SOURCE, source_form, statement_forms, thing_forms
from app_pages.review_rows.component_types import (
    ReviewCandidate,
    ReviewCard,
    ReviewData,
    ReviewText,
)
from app_pages.review_rows.findings import finding_items
from app_pages.review_rows.passages import Mark
from app_pages.review_rows.texts import all_phrases, phrase
from app_pages.state.language import language
from app_pages.state.workspace import facts_or_stop
from drafting.decisions.decision import Action, RejectionReason
from ontology.labels.labels import name as word

# The number of cards sent after the one on screen, and before it.
CARDS_AHEAD, CARDS_BEHIND = 12, 3
# The button that the Enter key presses.
BUTTON_OF_ACTION = {Action.REJECTED: "reject", Action.ACCEPTED: "accept", None: ""}


def queue_data(state: OpenReview, of: str, *, is_second: bool) -> ReviewData:
    """The data for deciding on drafts of a source, or of all sources if `of` is ""."""
    context, session = review_context(state), state.session
    waiting = session.second_queue if is_second else session.waiting_cards
    queue = [card.draft.id for card in waiting if of in ("", card.draft.source)]
    cards = [_card(state, context, id) for id in window(queue, state.shown_draft)]
    drafts = [card for card in session.cards if of in ("", card.draft.source)]
    total = len(queue) if is_second else len(drafts)
    return {
        **_common_data(state),
        "queue": queue,
        "total": total,
        "cards": cards,
        "second": is_second,
    }


def marking_data(state: OpenReview, code: str) -> ReviewData:
    """The data for marking words of a source's text."""
    state.marked_source = code
    context = review_context(state)
    source = context.sources[code]
    text: ReviewText = {
        "code": code,
        "text": source.raw or "",
        "marks": _marks(state, context, code),
    }
    return {**_common_data(state), "text": text, "proposal": state.proposal}


def window(queue: Sequence[str], draft_id: str | None) -> Sequence[str]:
    """The drafts around the curator's place."""
    place = queue.index(draft_id) if draft_id in queue else 0
    return queue[max(0, place - CARDS_BEHIND) : place + CARDS_AHEAD]


def _common_data(state: OpenReview) -> ReviewData:
    return {
        "words": all_phrases(),
        "client": state.book.client,
        "written": state.book.last_written,
        "receipts": state.book.receipts,
        "kinds": {**statement_forms(language()), SOURCE: source_form(language())},
        "thing_kinds": thing_forms(language(), facts_or_stop().dataset.languages),
        "reasons": _reasons(),
        "check": state.check,
        "hits": state.hits,
        "code": state.code,
        "alike": state.alike,
        "question": state.question,
        "queue": [],
        "total": 0,
        "shown": state.shown_draft,
        "cards": [],
        "proposal": None,
        "text": None,
        "second": False,
    }


def _marks(state: OpenReview, context: ReviewContext, code: str) -> list[Mark]:
    """The passages on which statements of the facts and accepted rows rest."""
    marks = [
        (statement.start, statement.end, word(type(statement).__name__, language()))
        for statement in context.facts.statements.values()
        if statement.source == code
    ]
    for card in state.session.cards:
        if card.is_accepted and card.draft.source == code and card.draft.spans:
            span = card.draft.spans[0]
            marks.append((span.start, span.end, phrase("state_accepted")))
    return marks


def _card(state: OpenReview, context: ReviewContext, id: str) -> ReviewCard:
    """The card of a draft, with the review's findings; written again when these may change."""
    card = state.session.card(id)
    similar_statements = tuple(
        (similar.id, similar.relation) for similar in card.similar_statements
    )
    key = (
        id,
        card.state,
        card.row,
        frozenset(context.accepted_things),
        similar_statements,
        language(),
    )
    if key not in state.written_cards:
        content = card_content(context, card.row, card.candidates, card.similar_statements)
        if card.is_accepted and card.decision:
            reader = phrase("accepted_by", curator=card.decision.curator)
            content["drafter"] = f"{content['drafter']} · {reader}"
        state.written_cards[key] = {
            **content,
            "id": id,
            "state": card.state,
            "findings": finding_items(card.findings, card.row),
            "preselected": BUTTON_OF_ACTION[card.likely_action],
        }
    return state.written_cards[key]


def _reasons() -> list[ReviewCandidate]:
    """The reasons for which a draft is rejected, in the order of their keys."""
    return [
        {"value": reason.value, "name": phrase(f"reason_{reason.value}"), "more": ""}
        for reason in RejectionReason
    ]
