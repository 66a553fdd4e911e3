"""Organisations above the place that an article is about."""

from __future__ import annotations

from drafting.drafters.article import Article
from drafting.text.sentences import Stretch

# The type of organisations that report, and how the names of a country's own organs begin.
MEDIA, OF_COUNTRY = "media", ("国家", "全国", "中央")


def superior_in(article: Article, stretch: Stretch) -> str:
    """The cell of the first organisation above the article's place that a stretch names, or "".

    It is a newspaper, an organ of the country, or one of a place in which the article's place lies.
    """
    above = article.gazetteer.ancestors(article.main_place) if article.main_place else ()
    for organisation in article.parties.organisations:
        if above and stretch.start <= organisation.start < stretch.end:
            place = article.parties.place_of(organisation)
            of_country = not place and organisation.written.startswith(OF_COUNTRY)
            if place in above or of_country or organisation.type == MEDIA:
                return article.parties.cell(organisation)
    return ""
