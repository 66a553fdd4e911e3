"""The input of cards and rows: the facts, the texts, and the things accepted so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app_pages.review_messages.open_review import OpenReview
from app_pages.review_rows.columns import thing_tables
from app_pages.review_rows.things import draft_name, thing_name
from app_pages.review_sources.open_sources import OpenSource, open_sources
from app_pages.state.workspace import facts_or_stop
from drafting.drafts.draft import Draft
from graph.model.facts import Facts


@dataclass(frozen=True)
class ReviewContext:
    """The facts, the sources by code, and the drafts of things that are accepted, by code."""

    facts: Facts
    sources: Mapping[str, OpenSource]
    accepted_things: Mapping[str, Draft]

    def name(self, code: str) -> str:
        """The name of a thing, whether it is in the facts or accepted so far."""
        if code in self.accepted_things and code not in self.facts.things:
            return draft_name(self.accepted_things[code])
        return thing_name(self.facts, code)

    def has(self, code: str) -> bool:
        """Whether a thing of this code is in the facts or accepted."""
        return code in self.facts.things or code in self.accepted_things

    def accepted_name(self, table: str, name: str) -> str | None:
        """The code of an accepted thing of a table by one of its names."""
        for code, draft in self.accepted_things.items():
            if draft.kind == table and name in (draft.cell("name_zh"), draft.cell("name_en")):
                return code
        return None


def review_context(state: OpenReview) -> ReviewContext:
    """The context of the open review."""
    rows = (card.row for card in state.session.cards if card.is_accepted)
    things = {row.cell("code"): row for row in rows if row.kind in thing_tables()}
    return ReviewContext(facts_or_stop(), open_sources(), things)
