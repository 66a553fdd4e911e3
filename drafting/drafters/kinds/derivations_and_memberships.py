"""Drafts of ties: models made from others, and memberships."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.group_members import group_members
from drafting.drafters.learning.taught_lesson import end_of, places_between
from drafting.drafters.stance import stance
from drafting.drafts.draft import Band, Draft
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern


@dataclass(frozen=True, order=True)
class Mention:
    """A model's name, and its letters in a text from `start` to `end`."""

    start: int
    end: int
    name: str


ORIGIN_FIRST, VERB_LAST = "origin_first", "verb_last"
# What stands before the origin if the verb comes last: 从“大风筝”发展而来.
ORIGIN_PREPOSITION = re.compile("[从由自与和]")
# How far from a word that joins two models their names may stand.
MAX_DISTANCE = 30
CLAUSE_MARK = re.compile("[，,。；;：:]")
DERIVATION_KIND, MEMBERSHIP_KIND = "derived_from", "member_of"


def draft_derivations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each sentence that states a model made from another, with both names.

    Hearsay is none.
    """
    sentences: set[Stretch] = set()
    text = article.clean.text
    for clause in article.clauses:
        start, end, sentence = clause.stretch.start, clause.stretch.end, clause.sentence
        words = list(word_pattern("derivation_words").finditer(text, start, end))
        if words and not _hearsay_pattern().search(text, sentence.start, end):
            mentions = sorted(_model_mentions(article, sentence))
            row = next(
                filter(None, (_model_and_origin(text, mentions, word) for word in words)), None
            )
            if row and sentence not in sentences:
                sentences.add(sentence)
                model, origin = (article.thing_cell("reform_model", name.name) for name in row)
                cells = {"model": model, "origin": origin, "stance": stance(article, clause)}
                yield article.draft(DERIVATION_KIND, clause, cells, drafted_by, stretch=sentence)


def _model_and_origin(
    text: str, mentions: Sequence[Mention], word: re.Match[str]
) -> tuple[Mention, Mention] | None:
    """The model and its origin that a word joins; None if it joins no two names near it.

    A word such as 改成 stands between the origin and the model, one such as 源于 between the model
    and its origin, and one such as 发展而来 behind both. If no model stands before 借鉴 in its
    clause, the next name behind the origin is the model's, if a word of naming or making stands
    between: 借鉴“大风筝”，推出“小风筝”.
    """
    before = [m for m in mentions if m.end <= word.start() <= m.end + MAX_DISTANCE][-1:]
    behind = [m for m in mentions if m.start >= word.end()]
    behind = behind[:2] if behind and behind[0].start <= word.end() + MAX_DISTANCE else []
    row: tuple[Mention, Mention] | None = None
    order = pairs("derivation_words", "order")[word[0]]
    if order == VERB_LAST:
        pair = [m for m in mentions if m.end <= word.start()][-2:]
        has_preposition = len(pair) > 1 and ORIGIN_PREPOSITION.search(
            text, pair[0].end, pair[1].start
        )
        row = (
            (pair[0], pair[1])
            if has_preposition and pair[1].end + MAX_DISTANCE >= word.start()
            else None
        )
    elif order == ORIGIN_FIRST:
        earlier = [m for m in mentions if before and m.end <= before[0].start][-1:]
        models = behind or earlier  # 试行“小风筝”，并在“大风筝”的基础上加了一条
        row = (models[0], before[0]) if before and models else None
    elif before and behind and not CLAUSE_MARK.search(text, before[0].end, behind[0].start):
        row = (before[0], behind[0])
    elif len(behind) > 1 and _making_pattern().search(text, behind[0].end, behind[1].start):
        row = (behind[1], behind[0])
    return row if row and row[0].name != row[1].name else None


def _model_mentions(article: Article, sentence: Stretch) -> Iterator[Mention]:
    """The names of models in a sentence: quoted here or elsewhere, or by the place that has them.

    A name with a row in it (“看病难、看病贵”) is none.
    """
    text, end = article.clean.text, sentence.end
    quoted_names = [q for q in article.quoted_names if len(q.name) > 2 and "、" not in q.name]
    spots: list[tuple[int, int]] = []
    for name in quoted_names:
        if sentence.start <= name.start < end:
            spots.append((name.start, name.end))
            quoted_words = text[name.start : name.end]
            is_known = article.named_things.code("reform_model", quoted_words)
            model_name = quoted_words if is_known else quoted_words.removesuffix(name.head)
            yield Mention(name.start, name.end, model_name)
    matches = [*re.finditer(alternatives({q.name for q in quoted_names}) or "$^", text)]
    place_ends = (end_of(article, p) for p in places_between(article, sentence.start, end))
    matches += filter(
        None, (_place_model_pattern().match(text, start, end) for start in place_ends)
    )
    for match in matches:
        is_in_sentence = sentence.start <= match.start() < end
        if is_in_sentence and not any(
            match.start() < spot_end and spot_start < match.end() for spot_start, spot_end in spots
        ):
            spots.append(match.span())
            yield Mention(*match.span(), match[0].removeprefix("的"))


def draft_memberships(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each party that leads, founds or joins a group, or is listed as its member.

    A group without its name in the clause is the last one that the paragraph names, else the
    subject before.
    """
    previous_clause: Clause | None = None
    founders: list[str] = []
    for clause in article.clauses:
        is_same_sentence = previous_clause and previous_clause.sentence == clause.sentence
        named_founders = list(clause.parties) if clause.companions else []
        founders = named_founders or (founders if is_same_sentence else [])
        previous_party = previous_clause.party if previous_clause else ""
        for member, group, role in group_members(article, clause, founders, previous_party):
            yield _draft(article, clause, member, group, role, drafted_by)
        previous_clause = clause


def _draft(
    article: Article, clause: Clause, member: str, group: str, role: str, drafted_by: str
) -> Draft:
    cells = {"member": member, "group": group, "role": role, "stance": stance(article, clause)}
    return article.draft(MEMBERSHIP_KIND, clause, cells, drafted_by, band=Band.GUESS)


@cache
def _hearsay_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(pairs("rumour_words", "is", **{"is": "rumour"})))


@cache
def _making_pattern() -> re.Pattern[str]:
    words = ("naming_words", "deed_verbs", "model_openers")
    return re.compile("|".join(map(word_alternatives, words)))


@cache
def _place_model_pattern() -> re.Pattern[str]:
    """What a place has, with the last word of a model: 的风筝平台."""
    ends = word_alternatives("model_ends")
    return re.compile(rf"的([\u4e00-\u9fff]{{1,10}}?(?:{ends}))(?![\u4e00-\u9fff]?(?:{ends}))")
