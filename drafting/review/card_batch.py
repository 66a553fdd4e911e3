"""Drafts that a curator can accept together: alike, and without doubts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from drafting.decisions.decision import Action
from drafting.drafts.draft import Draft
from drafting.review.card import Card

# The number of rows that a person can look through at once, and of drafts looked at for them.
MAX_BATCH, MAX_ASSESSED = 20, 100


def cards_alike(cards: Iterable[Card], draft: Draft) -> tuple[Card, ...]:
    """Up to twenty open drafts with a draft's source, kind and band, in their order.

    Of the first hundred they are those without doubts that repeat no statement.
    """
    group = draft.source, draft.kind, draft.band
    open_cards = (card for card in cards if card.is_open)
    matches = (c for c in open_cards if (c.draft.source, c.draft.kind, c.draft.band) == group)
    sound_cards = (card for card in islice(matches, MAX_ASSESSED) if _is_sound(card))
    return tuple(islice(sound_cards, MAX_BATCH))


def _is_sound(card: Card) -> bool:
    return not card.findings and card.likely_action is not Action.REJECTED
