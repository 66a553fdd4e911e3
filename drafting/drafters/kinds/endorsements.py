"""Drafts of endorsements: praise, awards, and practices that someone promotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_names, model_of_place
from drafting.drafters.praise.awards import award_giver
from drafting.drafters.praise.calls import (
    called_practices,
    given_name,
    promoted_places,
    promotion_pattern,
    scope_of_document,
)
from drafting.drafters.praise.praising_words import praise_pattern, praises
from drafting.drafters.praise.quotations import Quotation, quotation_called_praise, quotations
from drafting.drafters.praise.superior_organisations import is_superior, superior_in
from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "endorsement"
PROMOTES, PRAISES, AWARDS, MODEL = "promotes", "praises", "awards", "模式"
MODEL_NAME = "calls_model"
# What tells the passive, and a place named before.
PASSIVE_WORDS, MAX_CANDIDATES = re.compile("[被获]|[得受]到"), 5
PLACE_REFERENCE = re.compile("其[^他它余中次]|该[县市区]|当地")


def draft_endorsements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """Praise is an organisation's that a clause names, else the source's own.

    Who promotes a practice endorses it, and who gives an award does too. Praise in a quotation is
    that of the organisation that says it, and so is one that words behind it call praise.
    """
    names, speeches, model = model_names(article), quotations(article), ""
    for clause in article.clauses:
        model = _model_cell(article, clause.stretch, names) or model
        if quotation := quotation_called_praise(article, clause, speeches):
            yield _quotation_draft(article, clause, quotation, names, drafted_by)
        else:
            yield from _clause_drafts(article, clause, model, names, speeches, drafted_by)


def _clause_drafts(
    article: Article,
    clause: Clause,
    model: str,
    names: Set[str],
    speeches: Sequence[Quotation],
    drafted_by: str,
) -> Iterator[Draft]:
    """What a clause's own words praise, award or promote; `model` is the last one named."""
    start = clause.stretch.start
    options = (model, clause.party, clause.subject or "")
    if name := given_name(article, clause):
        cell, namer = article.thing_cell("reform_model", name), _last_endorser(article, clause)
        yield draft_endorsement(article, clause, namer, cell, MODEL_NAME, drafted_by, options)
    elif practices := called_practices(article, clause, model):
        yield from _promotions(
            article, clause, _last_endorser(article, clause), practices, drafted_by
        )
    elif match := _first_praise(article, clause):
        yield _praise_draft(article, clause, match, model, names, speeches, drafted_by)
    elif giver := award_giver(article, clause):
        winner = _model_cell(article, clause.sentence, names) or clause.party
        yield draft_endorsement(article, clause, giver, winner, AWARDS, drafted_by, options)
    elif match := promotion_pattern().search(article.text(clause.stretch)):
        practices = promoted_places(article, clause)
        practices = practices or [_model_cell(article, clause.stretch, names) or model]
        promoter = _endorser(article, clause, start + match.end()) or clause.party
        yield from _promotions(article, clause, promoter, practices, drafted_by)
    elif superior := _practice_superior(article, clause, names):
        wholes = article.gazetteer.ancestors(article.home_place)
        parts = [code for code in _places_in(article, clause.stretch) if code not in wholes]
        cell = _model_cell(article, clause.stretch, names) or [*parts, article.home_place][0]
        yield draft_endorsement(article, clause, superior, cell, PROMOTES, drafted_by, options)


def _promotions(
    article: Article, clause: Clause, promoter: str, practices: Sequence[str], drafted_by: str
) -> Iterator[Draft]:
    """A draft for each practice that a party promotes; the places of the clause are candidates."""
    places = _places_in(article, clause.stretch)
    for practice in filter(None, practices) if promoter else ():
        yield draft_endorsement(article, clause, promoter, practice, PROMOTES, drafted_by, places)


def _last_endorser(article: Article, clause: Clause) -> str:
    """The last organisation up to the end of a clause, else its subject."""
    return _endorser(article, clause, clause.stretch.end) or clause.party


def _praise_draft(
    article: Article,
    clause: Clause,
    match: re.Match[str],
    model: str,
    names: Set[str],
    speeches: Sequence[Quotation],
    drafted_by: str,
) -> Draft:
    """A draft of a word of praise: an organisation's that is named or quoted, else the source's."""
    start, end = clause.stretch.start + match.start(), clause.stretch.end
    quotation = next((q for q in speeches if q.has(clause.stretch)), None)
    endorser = _endorser(article, clause, start) or (quotation.speaker if quotation else "")
    places = _places_in(article, Stretch(start, end))
    practice = _model_cell(article, Stretch(start, end), names) or next(iter(places), model)
    later = _places_in(article, Stretch(start, clause.sentence.end))
    practice = practice or next(iter(later), "") or article.place_outside_names(clause.stretch)
    practice, how = practice if endorser else clause.party, praises()[match[0]][0]
    options = (*places, model, clause.party, clause.subject or "")
    parties = (article, clause, endorser or article.source, practice, how)
    passages = [quotation.speaker_passage] if quotation else []
    return draft_endorsement(*parties, drafted_by, options, passages)


def _practice_superior(article: Article, clause: Clause, names: Set[str]) -> str:
    """The cell of an organisation above the article's place that mentions a practice, or "".

    Whatever it does with the practice (写进简报, 编入案例集), it makes it known. The practice may
    be told of before in the sentence, if it is made known in the passive (被写进省里的要点), and
    the organisation too, if the clause refers to the place (认为其路子好).
    """
    text, start = article.text(clause.stretch), clause.stretch.start
    start = clause.sentence.start if PASSIVE_WORDS.search(text) else start
    practice, end = word_pattern("practice_words"), clause.stretch.end
    has_practice = practice.search(article.clean.text, start, end)
    if not (has_practice or any(f"“{name}”" in text for name in names)):
        return scope_of_document(article, clause)
    refers_to_place = PLACE_REFERENCE.search(text) and is_superior(article, clause.party)
    superior = superior_in(article, clause.stretch) or (clause.party if refers_to_place else "")
    return superior or scope_of_document(article, clause)


def _first_praise(article: Article, clause: Clause) -> re.Match[str] | None:
    """The first word of praise in a clause, if an organisation is named where it needs one."""
    for match in praise_pattern().finditer(article.text(clause.stretch)):
        _, needs_endorser = praises().get(match[0], ("", ""))
        start = clause.stretch.start + match.start()
        if match[0] in praises() and (not needs_endorser or _endorser(article, clause, start)):
            return match
    return None


def draft_endorsement(
    article: Article,
    clause: Clause,
    endorser: str,
    cell: str,
    how: str,
    drafted_by: str,
    options: Sequence[str] = (),
    other_passages: Sequence[Stretch] = (),
    stretch: Stretch | None = None,
) -> Draft:
    """A draft of what a clause, or a stretch beside it, says, with where it tells who does."""
    cells = {"endorser": endorser, "endorsed": cell, "how": how, "stance": "stated"}
    endorsers = [endorser, *_earlier_parties(article, clause), article.source]
    candidates = (
        ("endorsed", tuple(dict.fromkeys(filter(None, [cell, *options])))[:MAX_CANDIDATES]),
        ("endorser", tuple(dict.fromkeys(filter(None, endorsers)))[:MAX_CANDIDATES]),
    )
    return article.draft(
        KIND,
        clause,
        cells,
        drafted_by,
        band=Band.GUESS,
        candidates=candidates,
        other_passages=other_passages,
        stretch=stretch,
    )


def _quotation_draft(
    article: Article, clause: Clause, quotation: Quotation, names: Set[str], drafted_by: str
) -> Draft:
    """A draft of praise in a quotation, of what it names, else of the article's place."""
    places = _places_in(article, quotation.stretch)
    model = _model_cell(article, quotation.stretch, names)
    cell = next(filter(None, [*places, model, article.home_place]), "")
    return draft_endorsement(
        article,
        clause,
        quotation.speaker,
        cell,
        PRAISES,
        drafted_by,
        (model, *places, clause.party),
        [quotation.speaker_passage],
        quotation.stretch,
    )


def _places_in(article: Article, stretch: Stretch) -> tuple[str, ...]:
    """The cells of the places that a stretch names."""
    places = (
        article.parties.row(place)[-1]
        for place in article.places
        if stretch.start <= place.start < stretch.end and place.reason not in NO_SUBJECT
    )
    return tuple(dict.fromkeys(place.code for place in places if place.code))


def _earlier_parties(article: Article, clause: Clause) -> list[str]:
    """The organisations that a sentence names up to the end of a clause, the last one first."""
    organisations = article.organisations_in(Stretch(clause.sentence.start, clause.stretch.end))
    return [article.parties.cell(organisation) for organisation in reversed(organisations)]


def _endorser(article: Article, clause: Clause, end: int) -> str:
    """The last organisation or country that a sentence names before a position, or ""."""
    names = article.organisations_in(Stretch(clause.sentence.start, end))
    if names:
        return article.parties.cell(names[-1])
    is_country = clause.party in article.gazetteer.tops
    return clause.party if is_country or clause.party.startswith(NEW_PREFIX) else ""


def _model_cell(article: Article, stretch: Stretch, names: Set[str]) -> str:
    """The model that a stretch names, in quotation marks or by its place, or "".

    `names` are the quoted names that the text has for models.
    """
    start, end = stretch.start, stretch.end
    for place in article.places:
        is_in_stretch = start <= place.start < end and place.reason not in NO_SUBJECT
        if is_in_stretch and _practice_pattern().match(article.clean.text, place.end, end):
            model = model_of_place(article, stretch, place)
            by_place = f"{place.words.rstrip('省市县区')}{MODEL}"
            return article.thing_cell("reform_model", model or by_place)
    for name in article.quoted_names:
        is_model = name.name.endswith(MODEL) or name.name in names
        if start <= name.start < end and is_model:
            return article.thing_cell("reform_model", name.name)
    return ""


@cache
def _practice_pattern() -> re.Pattern[str]:
    """A word for a place's practice just after its name: 甲县的做法, 甲县医改."""
    words = f"{word_alternatives('lesson_objects')}|{word_alternatives('reform_words')}"
    return re.compile(rf"[\u201c\u4e00-\u9fff]{{0,6}}?(?:{words})")
