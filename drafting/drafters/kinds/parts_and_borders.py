"""Drafts of parts and wholes, and of borders."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.subjects.parties import NO_SUBJECT, PARTNER_PREPOSITIONS
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_pattern
from ontology.schema.enums import Stance

CONTAINMENT_KIND, BORDER_KIND = "within", "borders"
# How the names of a country's own organs begin.
COUNTRY_OPENINGS = ("国家", "全国", "中央")


def draft_containment(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each pair of a part and its whole, at the first passage that states it."""
    pairs: set[tuple[str, str]] = set()
    for clause in article.clauses:
        for stretch, part, container, stance in _parts(article, clause):
            if part != container and (part, container) not in pairs:
                pairs.add((part, container))
                cells = {"part": part, "whole": container, "stance": stance}
                band = _band(part, container, stance)
                yield article.draft(
                    CONTAINMENT_KIND, clause, cells, drafted_by, band=band, stretch=stretch
                )


def draft_borders(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each region stated at a border that the subject does not lie in.

    A place that is called a neighbour (隔壁的甲县) borders the one that the article speaks of most.
    """
    home_place = article.home_place
    for clause in article.clauses:
        for place in _neighbours(article, clause):
            if home_place and place.code and place.code != home_place:
                cells = {"one": home_place, "other": place.code, "stance": Stance.IMPLIED.value}
                yield article.draft(BORDER_KIND, clause, cells, drafted_by, band=Band.GUESS)
        for party, neighbour in _border_pairs(article, clause):
            cells = {"one": party, "other": neighbour, "stance": "stated"}
            stretch = Stretch(clause.sentence.start, clause.stretch.end)
            yield article.draft(BORDER_KIND, clause, cells, drafted_by, stretch=stretch)


def _border_pairs(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """The places at a border that a clause states: the subject, and each named in or after it.

    A place of a full name stands behind the word, or behind 与 or the like.
    """
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    border_word = word_pattern("border_words").search(text, start, end)
    if not (border_word and clause.subject):
        return
    containers = {clause.subject, *article.gazetteer.ancestors(clause.subject)}
    for place in _places_of(article, clause.stretch):
        is_letter = place.reason is PlaceReason.LETTER
        is_behind_word = (
            place.start >= border_word.end() or text[place.start - 1] in PARTNER_PREPOSITIONS
        )
        if place.code and place.code not in containers and (is_letter or is_behind_word):
            yield clause.subject, place.code


def _neighbours(article: Article, clause: Clause) -> Iterator[RecognisedPlace]:
    """The places directly after a word for a neighbour."""
    words = word_pattern("neighbour_words")
    for match in words.finditer(article.clean.text, clause.stretch.start, clause.stretch.end):
        for place in _places_of(article, clause.stretch):
            if 0 <= place.start - match.end() <= 1 and place.reason not in NO_SUBJECT:
                yield article.parties.row(place)[-1]


def _band(part: str, container: str, stance: str) -> Band | None:
    """Parts that are named after their whole are right five times out of six."""
    if stance != Stance.STATED:
        return Band.GUESS
    return (
        Band.SURE if part.startswith(NEW_PREFIX) and not container.startswith(NEW_PREFIX) else None
    )


Part = tuple[Stretch, str, str, str]


def _parts(article: Article, clause: Clause) -> Iterator[Part]:
    """The part, its whole, the passage, and whether it is stated or implied."""
    for place in _places_of(article, clause.stretch):
        if place.reason not in NO_SUBJECT:
            yield from _part_of_place(article, clause, place)
    for organisation in article.parties.organisations:
        if clause.stretch.start <= organisation.start < clause.stretch.end:
            yield from _part_of_organisation(article, clause, organisation)


def _part_of_place(article: Article, clause: Clause, place: RecognisedPlace) -> Iterator[Part]:
    row = article.parties.row(place)
    if len(row) > 1:
        stretch = Stretch(place.start, row[1].end)
        yield stretch, _cell(row[1]), _cell(place), "stated"
    verb = word_pattern("location_verbs").match(article.clean.text, row[-1].end)
    place_behind = verb and next(
        (p for p in article.places if 0 <= p.start - verb.end() <= 2), None
    )
    if place_behind:
        container = article.parties.row(place_behind)[-1]
        yield Stretch(place.start, container.end), _cell(row[-1]), _cell(container), "stated"
    elif len(row) == 1 and not any(
        other_place.end == place.start for other_place in article.places
    ):
        stretch = Stretch(place.start, place.end)
        containers = article.gazetteer.ancestors(place.code) if place.code else ()
        text_codes = {other_place.code for other_place in article.places}
        container_code = next(
            (code for code in containers if code in text_codes),
            containers[-1] if containers else None,
        )
        container_code = container_code if place.code else clause.subject
        if container_code:
            yield stretch, _cell(place), container_code, "implied"


def _part_of_organisation(
    article: Article, clause: Clause, organisation: RecognisedOrganisation
) -> Iterator[Part]:
    """An organisation lies in the place of its name, else in the subject of the clause."""
    stretch = Stretch(organisation.start, organisation.end)
    places = [
        p
        for p in _places_of(article, stretch)
        if p.end < organisation.end and p.reason not in NO_SUBJECT
    ]
    part = article.parties.cell(organisation)
    if places:
        place = article.parties.row(places[0])[-1]
        yield stretch, part, _cell(place), "stated"
        if not place.code and clause.subject:
            yield stretch, part, clause.subject, "implied"
    elif organisation.words.startswith(COUNTRY_OPENINGS) and len(article.gazetteer.tops) == 1:
        yield stretch, part, next(iter(article.gazetteer.tops)), "implied"
    elif container := article.parties.place_of(organisation) or clause.subject:
        yield stretch, part, container, "implied"


def _cell(place: RecognisedPlace) -> str:
    return place.code or f"{NEW_PREFIX}{place.words}"


def _places_of(article: Article, stretch: Stretch) -> list[RecognisedPlace]:
    return [place for place in article.places if stretch.start <= place.start < stretch.end]
