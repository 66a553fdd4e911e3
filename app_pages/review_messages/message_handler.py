"""The messages of the Review component in the browser, and the answers of the review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app_pages.review_messages.cards import (
    card_content,
    cell_names,
    missing_things,
    row_line,
)
from app_pages.review_messages.carry_out import (
    MARKED_WORDS_ID,
    carry_out,
    drafted_by_hand,
    span_of,
    was_done,
)
from app_pages.review_messages.open_review import OpenReview, identity_review
from app_pages.review_messages.review_context import ReviewContext, review_context
from app_pages.review_rows.component_types import (
    ReviewBatch,
    ReviewCard,
    ReviewCheck,
    ReviewCode,
    ReviewQuestion,
)
from app_pages.review_rows.findings import finding_items
from app_pages.review_rows.identity_question import identity_question
from app_pages.review_rows.proposal import MarkedWords, proposed_row
from app_pages.review_rows.things import thing_hits
from drafting.decisions.review_error import ReviewError
from drafting.drafts.draft import Draft, filled_cells
from drafting.rows.suggested_code import suggested_code

Message = dict[str, Any]


def handle_message(state: OpenReview, name: str, message: Any) -> None:
    """Keeps the answer in the state, from which the next run draws the component."""
    context = review_context(state)
    if name == "orders":
        state.shown_draft = message["at"]
        _orders(state, context, message)
    elif name == "look":
        state.shown_draft = message
    elif name == "check":
        state.check = _check(state, context, message)
    elif name == "typed":
        hits = thing_hits(context.facts, context.accepted_things, message["kinds"], message["text"])
        state.hits = {"column": message["column"], "text": message["text"], "hits": hits}
    elif name == "named":
        state.code = _suggested_code(context, message)
    elif name == "alike":
        state.alike = _batch_rows(state, context, message)
    elif name == "identity":
        state.question = _question(state, message)
    elif name == "selected":
        state.proposal = _proposal(state, context, message)


def _orders(state: OpenReview, context: ReviewContext, message: Message) -> None:
    state.book.receive(
        message["client"],
        message["orders"],
        lambda order: carry_out(state, context, order),
        lambda order: was_done(state.session, order),
    )


def _check(state: OpenReview, context: ReviewContext, message: Message) -> ReviewCheck:
    """The faults of a row in the form, and the names of its things."""
    draft = _row(state, context, message)
    cells = dict(draft.cells)
    return {
        "key": message["key"],
        "findings": finding_items(state.session.doubts(draft), draft),
        "names": cell_names(context, draft.kind, cells),
        "missing": missing_things(context, draft),
    }


def _row(state: OpenReview, context: ReviewContext, message: Message) -> Draft:
    """A draft with the cells of the form, or a row for marked words that has no draft yet."""
    cells = filled_cells({str(column): str(cell) for column, cell in message["cells"].items()})
    id = str(message["draft"])
    if MARKED_WORDS_ID.fullmatch(id):
        return drafted_by_hand(
            message["kind"], cells, context.sources.get(state.marked_source), span_of(id)
        )
    return replace(state.session.card(id).draft, cells=cells)


def _suggested_code(context: ReviewContext, message: Message) -> ReviewCode:
    cells = {str(column): str(cell) for column, cell in message["cells"].items()}
    code = suggested_code(context.facts, message["kind"], cells, context.accepted_things)
    return {"kind": message["kind"], "code": code}


def _batch_rows(state: OpenReview, context: ReviewContext, message: Message) -> ReviewBatch:
    """The rows that may be accepted together with a draft."""
    cards = state.session.batch_cards(str(message["draft"]))
    return {"key": message["key"], "rows": [row_line(context, card.row) for card in cards]}


def _question(state: OpenReview, message: Message) -> ReviewQuestion | None:
    """The things that a name of a draft may mean; None if the log of names cannot be read."""
    card = state.session.card(str(message["draft"]))
    quotes = state.session.queue.assessor.quotes(card.draft)
    column, name = str(message["column"]), str(message.get("name", "")).strip()
    draft = replace(card.row, cells=filled_cells(dict(card.row.cells) | {column: message["cell"]}))
    try:
        key = message["key"]
        return identity_question(identity_review(state), draft, column, quotes, key, name)
    except ReviewError:
        return None


def _proposal(state: OpenReview, context: ReviewContext, message: Message) -> ReviewCard | None:
    """A card for marked words, filled in with what is recognised in them."""
    source = context.sources.get(state.marked_source)
    article = source.article if source else None
    start, end = int(message["start"]), int(message["end"])
    if source is None or article is None or not 0 <= start < end <= len(article.clean.raw):
        return None
    kind, cells = proposed_row(MarkedWords(article, start, end), source.drafts, message["kind"])
    draft = drafted_by_hand(kind, filled_cells(cells), source, (start, end))
    content = card_content(context, draft)
    findings = finding_items(state.session.doubts(draft), draft)
    id = f"{start}-{end}-{kind}"
    card: ReviewCard = {**content, "id": id, "state": "", "findings": findings, "preselected": ""}
    return card
