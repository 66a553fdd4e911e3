"""Drafts of endorsements: praise, practices that someone promotes, and a speaker's opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.kinds.models import model_names, model_of_place
from drafting.drafters.parties import NO_SUBJECT
from drafting.drafters.subject import Clause
from drafting.drafters.superior_organisations import is_superior, superior_in
from drafting.drafts.draft import NEW, Band, Draft
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, word_alternatives, word_pattern, word_table

KIND = "endorsement"
PROMOTES, AWARDS, MODEL = "promotes", "awards", "模式"
# What stands before who names someone in the passive.
BY = "被"
# What tells the passive, and what refers to a place named before.
PASSIVE, REFERRING = re.compile("[被获]|[得受]到"), re.compile("其[^他它余中次]|该[县市区]|当地")
# How far behind its verb an award may end.
REACH = 30
# The share of letters from which a clause without a mechanism's name promotes the nearest.
LIKE = 0.4
CANDIDATES = 5


def draft_endorsements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """Praise is an organisation's that a clause names, else the source's own.

    Who promotes a practice endorses it, who gives an award does too, and so does a speaker who has
    an opinion on a mechanism.
    """
    speakers: dict[Stretch, Clause] = {}
    names = model_names(article)
    model = ""
    for clause in article.clauses:
        text, speaker = article.text(clause.stretch), speakers.get(clause.sentence)
        model = _praised(article, clause.stretch, names) or model
        yield from _of_clause(article, clause, model, names, drafted_by)
        for mechanism in _mechanisms(article, text) if speaker else ():
            yield _draft(article, clause, speaker, mechanism, PROMOTES, drafted_by)
        if _says().search(text) and clause.party:
            speakers[clause.sentence] = clause


def _of_clause(
    article: Article, clause: Clause, model: str, names: Set[str], drafted_by: str
) -> Iterator[Draft]:
    """What a clause's own words praise, award or promote; `model` is the last one named."""
    start, end = clause.stretch.start, clause.stretch.end
    others = (model, clause.party, clause.subject or "")
    if match := _praise_in(article, clause):
        start += match.start()
        endorser = _endorser(article, clause, start)
        places = _places_in(article, Stretch(start, end))
        praised = _praised(article, Stretch(start, end), names) or next(iter(places), model)
        behind = _places_in(article, Stretch(start, clause.sentence.end))
        praised = praised or next(iter(behind), "") or article.place_apart(clause.stretch)
        praised, how = praised if endorser else clause.party, _praise()[match[0]][0]
        endorser = endorser or article.source
        yield _draft(article, clause, endorser, praised, how, drafted_by, (*places, *others))
    elif giver := _awarded_by(article, clause):
        awarded = _praised(article, clause.sentence, names) or clause.party
        yield _draft(article, clause, giver, awarded, AWARDS, drafted_by, others)
    elif match := _promotes().search(article.text(clause.stretch)):
        promoted = _praised(article, clause.stretch, names) or model
        promoter = _endorser(article, clause, start + match.end()) or clause.party
        places = _places_in(article, clause.stretch)
        if promoted and promoter:
            yield _draft(article, clause, promoter, promoted, PROMOTES, drafted_by, places)
    elif superior := _tells_of_practice(article, clause, names):
        above = article.gazetteer.ancestors(article.main_place)
        below = [code for code in _places_in(article, clause.stretch) if code not in above]
        endorsed = _praised(article, clause.stretch, names) or [*below, article.main_place][0]
        yield _draft(article, clause, superior, endorsed, PROMOTES, drafted_by, others)


def _tells_of_practice(article: Article, clause: Clause, names: Set[str]) -> str:
    """The cell of an organisation above the article's place that speaks of a practice, or "".

    Whatever it does with the practice (写进简报, 编入案例集), it makes it known. The practice may
    be told of before in the sentence, if it is made known in the passive (被写进省里的要点), and
    the organisation too, if the clause refers to the place (认为其路子好).
    """
    text, start = article.text(clause.stretch), clause.stretch.start
    start = clause.sentence.start if PASSIVE.search(text) else start
    is_of_practice = word_pattern("practice_words").search(
        article.clean.text, start, clause.stretch.end
    )
    if not (is_of_practice or any(f"“{name}”" in text for name in names)):
        return ""
    of_place = REFERRING.search(text) and is_superior(article, clause.party)
    return superior_in(article, clause.stretch) or (clause.party if of_place else "")


def _praise_in(article: Article, clause: Clause) -> re.Match[str] | None:
    """The first word of praise in a clause, if an organisation is named where it needs one."""
    for match in _praise_words().finditer(article.text(clause.stretch)):
        _, needs_endorser = _praise().get(match[0], ("", ""))
        start = clause.stretch.start + match.start()
        if match[0] in _praise() and (not needs_endorser or _endorser(article, clause, start)):
            return match
    return None


def _awarded_by(article: Article, clause: Clause) -> str:
    """The organisation that names someone for an award in a clause, or "".

    It stands before the verb (被省卫健委评为十佳案例), or begins the award's name behind it.
    """
    match = _awards().search(article.text(clause.stretch))
    if not match:
        return ""
    start, end = (clause.stretch.start + side for side in match.span())
    for organisation in article.parties.organisations:
        is_behind = start <= organisation.start < end
        is_before = clause.stretch.start <= organisation.start < start
        gives = is_before and article.clean.text[organisation.start - 1] == BY
        if is_behind or gives:
            return article.parties.cell(organisation)
    return ""


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


def _places_in(article: Article, stretch: Stretch) -> tuple[str, ...]:
    """The cells of the places that a stretch names."""
    places = (
        article.parties.row(place)[-1]
        for place in article.places
        if stretch.start <= place.start < stretch.end and place.reason not in NO_SUBJECT
    )
    return tuple(dict.fromkeys(place.code for place in places if place.code))


def _parties_before(article: Article, clause: Clause) -> list[str]:
    """The organisations that a sentence names up to the end of a clause, the last one first."""
    inside = article.organisations_in(Stretch(clause.sentence.start, clause.stretch.end))
    return [article.parties.cell(organisation) for organisation in reversed(inside)]


def _endorser(article: Article, clause: Clause, end: int) -> str:
    """The last organisation or country that a sentence names before a position, or ""."""
    named = article.organisations_in(Stretch(clause.sentence.start, end))
    if named:
        return article.parties.cell(named[-1])
    is_country = clause.party in article.gazetteer.tops
    return clause.party if is_country or clause.party.startswith(NEW) else ""


def _praised(article: Article, stretch: Stretch, names: Set[str]) -> str:
    """The model that a stretch names, in quotation marks or by its place, or "".

    `names` are the quoted names that the text has for models.
    """
    start, end = stretch.start, stretch.end
    for place in article.places:
        inside = start <= place.start < end and place.reason not in NO_SUBJECT
        if inside and _practice().match(article.clean.text, place.end, end):
            model = model_of_place(article, stretch, place)
            by_place = f"{place.written.rstrip('省市县区')}{MODEL}"
            return article.thing_cell("reform_model", model or by_place)
    for name in article.quoted_names:
        is_model = name.name.endswith(MODEL) or name.name in names
        if start <= name.start < end and is_model:
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
def _praise() -> Mapping[str, tuple[str, str]]:
    """Words of praise with how they endorse, and whether someone must be named who does."""
    return {row["written"]: (row["how"], row["endorser"]) for row in word_table("praise_words")}


@cache
def _praise_words() -> re.Pattern[str]:
    """A word of praise, or a longer one that has it and praises nothing: 值得一提."""
    stops = (row["written"] for row in word_table("praise_stops"))
    return re.compile(alternatives([*_praise(), *stops]))


@cache
def _awards() -> re.Pattern[str]:
    verbs, awards = word_alternatives("designation_verbs"), word_alternatives("award_words")
    return re.compile(rf"(?:{verbs})[^，,。；;]{{0,{REACH}}}(?:{awards})")


@cache
def _promotes() -> re.Pattern[str]:
    """A verb such as 推广, or a call to learn (要求各地学习), with a word such as 做法 or a quoted
    name in its clause."""
    calls, study = word_alternatives("study_calls"), word_alternatives("study_verbs")
    verbs = f"{word_alternatives('promote_verbs')}|(?:{calls}).*?(?:{study})"
    objects = f"{word_alternatives('lesson_objects')}|“[^”]+”"
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
