"""The spot at which the text names the subject of a draft."""

from __future__ import annotations

import re

from drafting.drafters.article import Article
from drafting.drafts.draft import NEW_PREFIX
from graph.model.facts import Facts


def subject_spot(
    article: Article, facts: Facts, code: str, quote: tuple[int, int]
) -> tuple[int, int] | None:
    """The mention of a thing nearest before the end of a quote, as a span of the raw text.

    If it is named only after the quote, its first mention; None if it is named nowhere.
    """
    spots = _mentions(article, facts, code)
    spots_before = [spot for spot in spots if spot[0] < quote[1]]
    return max(spots_before, default=min(spots, default=None))


def _mentions(article: Article, facts: Facts, code: str) -> list[tuple[int, int]]:
    """All spots where a place is recognised, or that have one of a thing's names."""
    clean = article.clean
    spots = [(place.start, place.end) for place in article.places if code and place.code == code]
    thing = facts.things.get(code)
    names = thing.names if thing else (code.removeprefix(NEW_PREFIX),)
    for name in filter(None, names):
        spots += [match.span() for match in re.finditer(re.escape(name), clean.text)]
    return [clean.raw_span(start, end) for start, end in spots]
