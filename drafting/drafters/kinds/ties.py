"""Drafts of ties between parties: models made from others, memberships and cooperation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import cell_of, end_of, places_between
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern


@dataclass(frozen=True, order=True)
class Mention:
    """A model's name, and its letters in a text from `start` to `end`."""

    start: int
    end: int
    name: str


ORIGIN_FIRST = "origin_first"
# How far from a word that joins two models their names may stand.
NEAR = 30
CLAUSE_MARK = re.compile("[，,。；;：:]")
# What stands before a partner.
WITH = "与和同跟"
DERIVED, MEMBER, COOPERATION = "derived_from", "member_of", "cooperation"


def draft_derivations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each sentence that states a model made from another, with both names.

    Hearsay is none.
    """
    sentences: set[Stretch] = set()
    text = article.clean.text
    for clause in article.clauses:
        start, end, sentence = clause.stretch.start, clause.stretch.end, clause.sentence
        words = list(word_pattern("derivation_words").finditer(text, start, end))
        if words and not _hearsay().search(text, sentence.start, end):
            mentions = sorted(_models_in(article, sentence))
            row = next(filter(None, (_derived(text, mentions, word) for word in words)), None)
            if row and sentence not in sentences:
                sentences.add(sentence)
                model, origin = (article.thing_cell("reform_model", name.name) for name in row)
                cells = {"model": model, "origin": origin, "stance": stance(article, clause)}
                yield article.draft(DERIVED, clause, cells, drafted_by, stretch=sentence)


def _derived(
    text: str, mentions: Sequence[Mention], word: re.Match[str]
) -> tuple[Mention, Mention] | None:
    """The model and its origin that a word joins; None if it joins no two names near it.

    A word such as 改成 stands between the origin and the model, one such as 源于 between the model
    and its origin. If no model stands before 借鉴 in its clause, the next name behind the origin is
    the model's, if a word of naming or making stands between: 借鉴“大风筝”，推出“小风筝”.
    """
    before = [m for m in mentions if m.end <= word.start() <= m.end + NEAR][-1:]
    behind = [m for m in mentions if m.start >= word.end()]
    behind = behind[:2] if behind and behind[0].start <= word.end() + NEAR else []
    row: tuple[Mention, Mention] | None = None
    if pairs("derivation_words", "order")[word[0]] == ORIGIN_FIRST:
        row = (behind[0], before[0]) if before and behind else None
    elif before and behind and not CLAUSE_MARK.search(text, before[0].end, behind[0].start):
        row = (before[0], behind[0])
    elif len(behind) > 1 and _makes().search(text, behind[0].end, behind[1].start):
        row = (behind[1], behind[0])
    return row if row and row[0].name != row[1].name else None


def _models_in(article: Article, sentence: Stretch) -> Iterator[Mention]:
    """The names of models in a sentence: quoted here or elsewhere, or by the place that has them.

    A name with a row in it (“看病难、看病贵”) is none.
    """
    text, end = article.clean.text, sentence.end
    quoted = [q for q in article.quoted_names if len(q.name) > 2 and "、" not in q.name]
    spots: list[tuple[int, int]] = []
    for name in quoted:
        if sentence.start <= name.start < end:
            spots.append((name.start, name.end))
            written = text[name.start : name.end]
            is_known = article.named.code("reform_model", written)
            bare = written if is_known else written.removesuffix(name.head)
            yield Mention(name.start, name.end, bare)
    matches = [*re.finditer(alternatives({q.name for q in quoted}) or "$^", text)]
    at = (end_of(article, p) for p in places_between(article, sentence.start, end))
    matches += filter(None, (_of_place().match(text, start, end) for start in at))
    for match in matches:
        inside = sentence.start <= match.start() < end
        if inside and not any(
            match.start() < last and first < match.end() for first, last in spots
        ):
            spots.append(match.span())
            yield Mention(*match.span(), match[0].removeprefix("的"))


def draft_memberships(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each organisation that leads, and for each group that a party joins.

    The led group is the subject before.
    """
    text, before = article.clean.text, ""
    for clause in article.clauses:
        start, end = clause.stretch.start, clause.stretch.end
        lead = word_pattern("lead_words").search(text, start, end)
        leader = [o for o in _organisations(article, clause) if lead and o.end == lead.start()]
        member = article.parties.cell(leader[0]) if leader else ""
        if member and before != member:
            yield _member(article, clause, member, before, "lead", drafted_by)
        if join := word_pattern("join_verbs").search(text, start, end):
            group = text[join.end() : end].strip("了 ，,。；;”")
            yield _member(article, clause, clause.party, f"{NEW}{group}", "member", drafted_by)
        before = clause.party


def draft_cooperation(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each clause with a verb of cooperation and two parties.

    The parties are organisations, or places behind 与 or the like, and the subject.
    """
    for clause in article.clauses:
        if word_pattern("tie_verbs").search(article.text(clause.stretch)):
            inside = _organisations(article, clause)
            cells = [article.parties.cell(organisation) for organisation in inside]
            # 甲县医院与乙县医院 are two parties: the subject is the first of them
            subject = [] if len(set(cells)) > 1 and inside[0].speaks_for_place else [clause.party]
            partners = [] if cells else _partners(article, clause)
            parties = list(dict.fromkeys(filter(None, [*subject, *cells, *partners])))
            if len(parties) > 1:
                row = {"one": parties[0], "other": parties[1], "stance": stance(article, clause)}
                band = Band.GUESS if partners else None
                yield article.draft(COOPERATION, clause, row, drafted_by, band=band)


def _partners(article: Article, clause: Clause) -> list[str]:
    """The cells of the places behind 与 or the like: 同甲市合办."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    places = places_between(article, start, end)
    joined = [place for place in places if text[place.start - 1] in WITH and place.start > start]
    return [cell for place in joined if (cell := cell_of(article, place))]


def _member(
    article: Article, clause: Clause, member: str, group: str, role: str, drafted_by: str
) -> Draft:
    cells = {"member": member, "group": group, "role": role, "stance": "stated"}
    return article.draft(MEMBER, clause, cells, drafted_by, band=Band.GUESS)


def _organisations(article: Article, clause: Clause) -> list[RecognisedOrganisation]:
    start, end = clause.stretch.start, clause.stretch.end
    return [o for o in article.parties.organisations if start <= o.start < end]


@cache
def _hearsay() -> re.Pattern[str]:
    return re.compile(alternatives(pairs("rumour_words", "is", **{"is": "rumour"})))


@cache
def _makes() -> re.Pattern[str]:
    words = ("naming_words", "deed_verbs", "model_openers")
    return re.compile("|".join(map(word_alternatives, words)))


@cache
def _of_place() -> re.Pattern[str]:
    """What a place has, with the last word of a model: 的风筝平台."""
    ends = word_alternatives("model_ends")
    return re.compile(rf"的([\u4e00-\u9fff]{{1,10}}?(?:{ends}))(?![\u4e00-\u9fff]?(?:{ends}))")
