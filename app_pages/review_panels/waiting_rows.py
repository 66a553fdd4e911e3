"""Accepted rows that are not in the facts yet, by the source with which they are settled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from drafting.review.review_queue import ReviewQueue


def waiting_rows(queue: ReviewQueue) -> Mapping[str, Counter[str]]:
    """How many rows of each table wait to be written or taken out, by source."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    accepted_cards = {id: card for id, card in queue.cards.items() if card.is_accepted}
    for id, card in accepted_cards.items():
        if id not in queue.settled_rows:
            counts[card.draft.source][card.draft.kind] += 1
    for id, row in queue.settled_rows.items():
        if id not in accepted_cards:
            counts[row.source][row.kind] += 1
    return dict(sorted(counts.items()))
