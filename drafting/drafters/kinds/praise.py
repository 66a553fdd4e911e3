"""Drafts of endorsements: praise, practices that someone promotes, and a speaker's opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_of_place
from drafting.drafters.parties import NO_SUBJECT
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern

KIND = "endorsement"
PROMOTES, MODEL = "promotes", "模式"
# The share of letters from which a clause without a mechanism's name promotes the nearest.
LIKE = 0.4
CANDIDATES = 5


def draft_endorsements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """Praise is an organisation's that a clause names, else the source's own.

    Who promotes a practice endorses it, and so does a speaker who has an opinion on a mechanism.
    """
    praise = pairs("praise_words", "how")
    speakers: dict[Stretch, Clause] = {}
    model = ""
    for clause in article.clauses:
        text, speaker = article.text(clause.stretch), speakers.get(clause.sentence)
        model = _praised(article, clause, clause.stretch.start) or model
        if match := re.search(alternatives(praise), text):
            how, start = praise[match[0]], clause.stretch.start + match.start()
            endorser = _endorser(article, clause, start)
            places = _places_behind(article, clause, start)
            praised = _praised(article, clause, start) or next(iter(places), model)
            praised = praised if endorser else clause.party
            others = (*places, model, clause.party, clause.subject or "")
            yield _draft(
                article, clause, endorser or article.source, praised, how, drafted_by, others
            )
        elif match := _promotes().search(text):
            end = clause.stretch.start + match.end()
            promoted = _praised(article, clause, clause.stretch.start) or model
            promoter = _endorser(article, clause, end) or clause.party
            places = _places_behind(article, clause, clause.stretch.start)
            if promoted and promoter:
                yield _draft(article, clause, promoter, promoted, PROMOTES, drafted_by, places)
        for mechanism in _mechanisms(article, text) if speaker else ():
            yield _draft(article, clause, speaker, mechanism, PROMOTES, drafted_by)
        if _says().search(text) and clause.party:
            speakers[clause.sentence] = clause


def _draft(
    article: Article,
    clause: Clause,
    endorser: Clause | str | None,
    endorsed: str,
    how: str,
    drafted_by: str,
    others: Sequence[str] = (),
) -> Draft:
    """A draft of what a source says, or of what a clause says before it: both are cited."""
    speaker = endorser.party if isinstance(endorser, Clause) else endorser or ""
    says = (endorser.stretch,) if isinstance(endorser, Clause) else ()
    cells = {"endorser": speaker, "endorsed": endorsed, "how": how, "stance": "stated"}
    endorsers = [speaker, *_parties_before(article, clause), article.source]
    candidates = (
        ("endorsed", tuple(dict.fromkeys(filter(None, [endorsed, *others])))[:CANDIDATES]),
        ("endorser", tuple(dict.fromkeys(filter(None, endorsers)))[:CANDIDATES]),
    )
    return article.draft(
        KIND, clause, cells, drafted_by, band=Band.GUESS, candidates=candidates, also_at=says
    )


def _places_behind(article: Article, clause: Clause, start: int) -> tuple[str, ...]:
    """The cells of the places that a clause names after a position."""
    places = (
        article.parties.row(place)[-1]
        for place in article.places
        if start <= place.start < clause.stretch.end and place.reason not in NO_SUBJECT
    )
    return tuple(dict.fromkeys(place.code for place in places if place.code))


def _parties_before(article: Article, clause: Clause) -> list[str]:
    """The organisations that a sentence names up to the end of a clause, the last one first."""
    start, end = clause.sentence.start, clause.stretch.end
    inside = [o for o in article.parties.organisations if start <= o.start < end]
    return [article.parties.cell(organisation) for organisation in reversed(inside)]


def _endorser(article: Article, clause: Clause, end: int) -> str:
    """The last organisation or country that a sentence names before a position, or ""."""
    named = [o for o in article.parties.organisations if clause.sentence.start <= o.start < end]
    if named:
        return article.parties.cell(named[-1])
    is_country = clause.party in article.gazetteer.tops
    return clause.party if is_country or clause.party.startswith(NEW) else ""


def _praised(article: Article, clause: Clause, start: int) -> str:
    """The model that a clause names after a position, in quotation marks or by its place, or ""."""
    for place in article.places:
        inside = start <= place.start < clause.stretch.end and place.reason not in NO_SUBJECT
        if inside and _practice().match(article.clean.text, place.end, clause.stretch.end):
            model = model_of_place(article, clause, place)
            by_place = f"{place.written.rstrip('省市县区')}{MODEL}"
            return article.thing_cell("reform_model", model or by_place)
    for name in article.quoted_names:
        if start <= name.start < clause.stretch.end and name.name.endswith(MODEL):
            return article.thing_cell("reform_model", name.name)
    return ""


def _mechanisms(article: Article, text: str) -> list[str]:
    """The mechanisms that a clause names, else the nearest if it is similar enough.

    A clause with an opinion is on some mechanism, however little it is like its name.
    """
    names = dict.fromkeys(name.codes[0] for name in article.lexicon.mentions(text))
    like = 0 if word_pattern("opinion_words").search(text) else LIKE
    nearest = [code for code, share in article.lexicon.nearest(text, 1) if share >= like]
    return list(names) or nearest


@cache
def _promotes() -> re.Pattern[str]:
    """A verb such as 推广 with a word such as 做法 in its clause."""
    verbs, objects = word_alternatives("promote_verbs"), word_alternatives("lesson_objects")
    return re.compile(rf"(?:{verbs}).*?(?:{objects})|(?:{objects}).*?(?:{verbs})")


@cache
def _practice() -> re.Pattern[str]:
    """A word for a place's practice close behind its name: 甲县的做法, 甲县医改."""
    words = f"{word_alternatives('lesson_objects')}|{word_alternatives('reform_words')}"
    return re.compile(rf"[\u201c\u4e00-\u9fff]{{0,6}}?(?:{words})")


@cache
def _says() -> re.Pattern[str]:
    """A speech verb at the end of its clause, or before a colon."""
    words = word_alternatives("speech_verbs")
    return re.compile(rf"(?:{words})[，,：:“]*$")
