"""A decision of a named curator on a draft, as a value and as a line of the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from drafting.drafts.draft import Draft
from drafting.drafts.draft_file import draft_from_object, draft_object


class Action(StrEnum):
    """What is decided. A draft is reopened by what has changed, never by a line of the log."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    LATER = "later"
    UNDONE = "undone"
    REOPENED = "reopened"


# Decisions that accept a row into the facts.
ADMITTING_ACTIONS = frozenset({Action.ACCEPTED, Action.EDITED})


TEXT_KEYS = ("draft", "curator", "decided_at", "shown_at", "basis", "batch")


class RejectionReason(StrEnum):
    """Why a draft is rejected; the review's keys 1 to 6 in this order."""

    NOT_STATED = "not_stated"
    WRONG_PASSAGE = "wrong_passage"
    WRONG_THING = "wrong_thing"
    WRONG_KIND = "wrong_kind"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Decision:
    """One decision.

    `draft` is the draft decided on and `cells` the row's cells by column, other than the draft's if
    it was edited, so that the log alone has every accepted row. Times are in ISO 8601.
    `is_second_reading` marks a second reader's decision, and `basis` is the version of the drafter
    that proposed rows of this source at the time. `doubts` are the codes of the doubts that the
    curator knew of. Decisions taken together have the same `batch`, and are undone together; the
    lines that undo them have it too. `order` is the order of an open page that it carries out: the
    page sends it again if the app ends before it answers.
    """

    draft: Draft
    action: Action
    curator: str
    decided_at: str
    cells: tuple[tuple[str, str], ...]
    shown_at: str = ""
    reason: RejectionReason | None = None
    is_second_reading: bool = False
    basis: str = ""
    doubts: tuple[str, ...] = ()
    batch: str = ""
    order: str = ""

    @property
    def row(self) -> Draft:
        """The draft with the cells of the decision."""
        return replace(self.draft, cells=self.cells)

    @property
    def admits(self) -> bool:
        """Whether it lets a row into the facts."""
        return self.action in ADMITTING_ACTIONS


def decision_object(decision: Decision) -> dict[str, Any]:
    """A decision as the object in a line of the log."""
    return {
        "draft": decision.draft.id,
        "action": decision.action.value,
        "curator": decision.curator,
        "shown_at": decision.shown_at,
        "decided_at": decision.decided_at,
        "reason": decision.reason.value if decision.reason else None,
        "second": decision.is_second_reading,
        "basis": decision.basis,
        "doubts": list(decision.doubts),
        "batch": decision.batch,
        "order": decision.order,
        "cells": dict(decision.cells),
        "proposal": draft_object(decision.draft),
    }


def decision_from_object(content: dict[str, Any]) -> Decision:
    """Raises ValueError, KeyError, TypeError or AttributeError for content of another form."""
    texts = [content[name] for name in TEXT_KEYS]
    if not all(isinstance(text, str) for text in texts) or not content["curator"].strip():
        raise ValueError
    if type(content["second"]) is not bool:
        raise ValueError
    action = Action(content["action"])
    if action is Action.REOPENED:
        raise ValueError
    cells = content["cells"].items()
    draft = draft_from_object(content["proposal"])
    if draft.id != content["draft"] or not all(isinstance(part, str) for c in cells for part in c):
        raise ValueError
    return Decision(
        draft=draft,
        action=action,
        curator=content["curator"],
        decided_at=content["decided_at"],
        cells=tuple(sorted(cells)),
        shown_at=content["shown_at"],
        reason=RejectionReason(content["reason"]) if content["reason"] else None,
        is_second_reading=content["second"],
        basis=content["basis"],
        doubts=tuple(map(_text, content["doubts"])),
        batch=content["batch"],
        order=_text(content.get("order", "")),  # older logs do not have it
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value
