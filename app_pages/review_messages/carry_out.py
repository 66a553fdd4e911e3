"""Each order of the curator's page as a call of the review."""

from __future__ import annotations

import re
from itertools import islice

from app_pages.review_messages.open_review import OpenReview, identity_review
from app_pages.review_messages.orders import Order, Outcome
from app_pages.review_messages.review_context import ReviewContext
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import OpenSource
from app_pages.state.language import language
from drafting.decisions.identity import Judgement
from drafting.decisions.review_error import (
    ActionRefused,
    NotConfirmed,
    ReviewError,
    sentence,
)
from drafting.drafts.draft import Band, Draft, draft_span, filled_cells
from drafting.review.review_session import ReviewSession
from ontology.schema.fields import WRITTEN_SUFFIX
from ontology.schema.value_types import TextSpan
from texts.system_errors import reason_with_file

# The drafter's name for rows that a curator marks or writes.
BY_HAND = "hand"
# The id of a row for marked words: the begin and end of the words, and the table.
MARKED_WORDS_ID = re.compile("([0-9]+)-([0-9]+)-([a-z_]+)")


def carry_out(state: OpenReview, context: ReviewContext, order: Order) -> Outcome:
    """Writes an order into the log, or says why not."""
    id = str(order.get("draft", ""))
    try:
        with state.clock.ago(float(order.get("seconds") or 0)):
            if order["action"] == "add":
                state.session.note_display(_added_row(state, context, order).id)
            elif id and span_of(id) is None:
                state.session.show(id)
        with state.session.carrying_out(str(order["id"])):
            draft = _write(state, context, order, id)
    except NotConfirmed as error:
        return Outcome(error.text(language()), confirm=True)
    except ReviewError as error:
        return Outcome(error.text(language()))
    except OSError as error:
        return Outcome(phrase("not_written", reason=reason_with_file(error)))
    return Outcome(draft=draft)


def _write(state: OpenReview, context: ReviewContext, order: Order, id: str) -> str:
    """Carries out an order; the draft that it concerned."""
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
            # an app that ended in the middle has accepted some of them already
            drafts = [draft for draft in _drafts(order) if not session.card(draft).is_accepted]
            for draft in drafts:
                session.show(draft)
            session.accept_all(drafts)
        case "judge":
            _judge(state, order, id)
        case "undo":
            return _undone_draft(session)
        case "add":
            session.add(_added_row(state, context, order), confirmed=is_confirmed)
        case "add_thing":
            session.add(_added_row(state, context, order), confirmed=True)
    return id


def _undone_draft(session: ReviewSession) -> str:
    """Takes back the curator's last decision, which a page opened since does not know."""
    decision = session.undo()
    if decision is None:
        raise ActionRefused(sentence("nothing_to_undo"))
    return decision.draft.id


def was_done(session: ReviewSession, order: Order) -> bool:
    """Whether an order was carried out already: the app may have ended before it could answer.

    The log says so. Of several rows that were to be decided on together, all must be there.
    """
    standing = session.queue.standing_decisions
    lines = standing.decisions_of_order(str(order["id"]))
    if order["action"] == "accept_all":
        decided_ids = {line.draft.id for line in lines}
        accepted_ids = {id for id, card in session.queue.cards.items() if card.is_accepted}
        return (decided_ids | accepted_ids).issuperset(_drafts(order))
    if order["action"] == "undo":
        return bool(lines) and len(standing.batch_of(lines[-1])) == 1
    return bool(lines)


def drafted_by_hand(
    kind: str,
    cells: tuple[tuple[str, str], ...],
    source: OpenSource | None,
    span: tuple[int, int] | None,
) -> Draft:
    """A row that the curator has written, with the passage that was marked for it."""
    raw = source.raw if source else None
    spans: tuple[TextSpan, ...] = (draft_span(raw, *span),) if span and raw else ()
    if source and spans:
        spans += _further_spans(kind, cells, source, spans[0])
    return Draft(kind, source.code if source else "", cells, spans, Band.SURE, BY_HAND)


def _further_spans(
    kind: str, cells: tuple[tuple[str, str], ...], source: OpenSource, marked_span: TextSpan
) -> tuple[TextSpan, ...]:
    """The passages of drafts at the same place with words "as written" that are not marked.

    A row for marked words takes a date from such a draft; the date stands elsewhere.
    """
    raw = source.raw or ""
    wordings = [cell for column, cell in cells if column.endswith(WRITTEN_SUFFIX)]
    spans: list[TextSpan] = [marked_span]
    for wording in wordings:
        if any(wording in raw[span.start : span.end] for span in spans):
            continue
        fitting = (
            span
            for draft in source.drafts
            if draft.kind == kind and _overlap(draft.spans[0], marked_span)
            for span in draft.spans
            if wording in raw[span.start : span.end]
        )
        spans += islice(fitting, 1)
    return tuple(spans[1:])


def _overlap(first: TextSpan, second: TextSpan) -> bool:
    return first.start < second.end and second.start < first.end


def span_of(id: str) -> tuple[int, int] | None:
    """Where marked words begin and end, by the id of their row."""
    match = MARKED_WORDS_ID.fullmatch(id)
    return (int(match[1]), int(match[2])) if match else None


def _added_row(state: OpenReview, context: ReviewContext, order: Order) -> Draft:
    """The row of an order that adds one.

    It rests on the marked words; a new thing on the passage of the draft that needs it, if there is
    one. Raises ActionRefused if that draft is not there.
    """
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
