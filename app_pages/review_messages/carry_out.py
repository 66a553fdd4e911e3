"""Each order of the curator's page as a call of the review."""

from __future__ import annotations

import re

from app_pages.review_messages.open_review import OpenReview, identity_review
from app_pages.review_messages.orders import Order, Outcome
from app_pages.review_messages.review_context import ReviewContext
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import OpenSource
from app_pages.state.language import language
from drafting.decisions.identity import Judgement
from drafting.decisions.review_error import NotConfirmed, ReviewError
from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.review.review_session import ReviewSession
from texts.system_errors import reason_with_file

# The drafter's name for rows that a curator marks or writes.
BY_HAND = "hand"
# The id of a row for marked words: the begin and end of the words, and the table.
MARKED_WORDS_ID = re.compile("([0-9]+)-([0-9]+)-([a-z_]+)")
# The state of a draft after an order was carried out.
STATES = {"accept": "accepted", "edit": "edited", "reject": "rejected", "later": "later"}


def carry_out(state: OpenReview, context: ReviewContext, order: Order) -> Outcome:
    """Writes an order into the log, or says why not."""
    id = str(order.get("draft", ""))
    try:
        with state.clock.ago(float(order.get("seconds") or 0)):
            if id and span_of(id) is None:
                state.session.show(id)
        _write(state, context, order, id)
    except NotConfirmed as error:
        return Outcome(error.text(language()), confirm=True)
    except ReviewError as error:
        return Outcome(error.text(language()))
    except OSError as error:
        return Outcome(phrase("not_written", reason=reason_with_file(error)))
    return Outcome()


def _write(state: OpenReview, context: ReviewContext, order: Order, id: str) -> None:
    session, is_confirmed = state.session, bool(order.get("confirmed"))
    match order["action"]:
        case "accept":
            session.accept(id, confirmed=is_confirmed)
        case "edit":
            cells = dict(session.card(id).row.cells) | _cells(order)
            session.edit(id, dict(filled_cells(cells)), confirmed=is_confirmed)
        case "reject":
            session.reject(id, str(order.get("reason", "")))
        case "later":
            session.postpone(id)
        case "accept_all":
            for draft in _drafts(order):
                session.show(draft)
            session.accept_all(_drafts(order))
        case "judge":
            _judge(state, order, id)
        case "undo":
            session.undo()
        case "add":
            source = context.sources.get(state.marked_source)
            row = drafted_by_hand(
                str(order["kind"]), filled_cells(_cells(order)), source, span_of(id)
            )
            session.add(row, confirmed=is_confirmed)
        case "add_thing":
            session.add(_new_thing(state, context, order), confirmed=True)


def was_done(session: ReviewSession, order: Order) -> bool:
    """Whether an order was carried out already: the app may have ended before it could answer."""
    action, id = str(order["action"]), str(order.get("draft", ""))
    if action in ("add", "add_thing"):
        row = str(order["kind"]), filled_cells(_cells(order))
        drafts = (card.draft for card in session.cards if card.is_accepted)
        return any((draft.kind, draft.cells) == row for draft in drafts)
    if action == "accept_all":
        accepted_ids = {card.draft.id for card in session.cards if card.is_accepted}
        return accepted_ids.issuperset(_drafts(order))
    card = next((card for card in session.cards if card.draft.id == id), None)
    if card is None:
        return False
    if action == "undo":
        return card.is_open
    return card.state == STATES.get(action) and card.state != order.get("before", "")


def drafted_by_hand(
    kind: str,
    cells: tuple[tuple[str, str], ...],
    source: OpenSource | None,
    span: tuple[int, int] | None,
) -> Draft:
    """A row that the curator has written, with the passage that was marked for it."""
    raw = source.raw if source else None
    spans = (draft_span(raw, *span),) if span and raw else ()
    return Draft(kind, source.code if source else "", cells, spans, Band.SURE, BY_HAND)


def span_of(id: str) -> tuple[int, int] | None:
    """Where marked words begin and end, by the id of their row."""
    match = MARKED_WORDS_ID.fullmatch(id)
    return (int(match[1]), int(match[2])) if match else None


def _new_thing(state: OpenReview, context: ReviewContext, order: Order) -> Draft:
    """A new thing; it rests on the passage of the draft that needs it, if there is one."""
    id, kind, cells = str(order.get("draft", "")), str(order["kind"]), filled_cells(_cells(order))
    if id and span_of(id) is None:
        draft = state.session.card(id).draft
        return Draft(kind, draft.source, cells, draft.spans, Band.SURE, BY_HAND)
    return drafted_by_hand(kind, cells, context.sources.get(state.marked_source), span_of(id))


def _judge(state: OpenReview, order: Order, id: str) -> None:
    """Writes a judgement of a name; the cards show it when they are written again."""
    draft = state.session.card(id).draft
    judgement = Judgement(str(order["judgement"]))
    name, code = str(order.get("name", "")), str(order.get("code", ""))
    identity_review(state).judge(name, draft.source, code, judgement)
    state.session.refresh()
    state.written_cards.clear()


def _drafts(order: Order) -> list[str]:
    return [str(id) for id in order.get("drafts") or ()]


def _cells(order: Order) -> dict[str, str]:
    return {str(column): str(cell) for column, cell in (order.get("cells") or {}).items()}
