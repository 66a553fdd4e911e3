"""Organisations above the place that an article is about."""

from __future__ import annotations

from drafting.drafters.article import Article
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.text.sentences import Stretch

# The type of organisations that report, and how the names of a country's own organs begin.
MEDIA_TYPE, COUNTRY_OPENINGS = "media", ("国家", "全国", "中央")


def superior_in(article: Article, stretch: Stretch) -> str:
    """The cell of the first organisation above the article's place that a stretch names, or "".

    It is a newspaper, an organ of the country, or one of a place in which the article's place lies.
    """
    organisations = article.organisations_in(stretch)
    return next((article.parties.cell(o) for o in organisations if _is_superior(article, o)), "")


def is_superior(article: Article, party: str) -> bool:
    """Whether the cell of a party is that of an organisation above the article's place."""
    organisations = (o for o in article.parties.organisations if article.parties.cell(o) == party)
    return any(_is_superior(article, organisation) for organisation in organisations)


def _is_superior(article: Article, organisation: RecognisedOrganisation) -> bool:
    containers = article.gazetteer.ancestors(article.home_place) if article.home_place else ()
    place = article.parties.place_of(organisation)
    is_of_country = not place and organisation.words.startswith(COUNTRY_OPENINGS)
    return bool(containers) and (
        place in containers or is_of_country or organisation.type == MEDIA_TYPE
    )
