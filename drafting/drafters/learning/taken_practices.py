"""Practices that were taken over: brought home, copied, or told of before their verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.learners import cells_of
from drafting.drafters.learning.taught_lesson import (
    NO_MARK,
    PLACE_DIRECTLY_BEHIND,
    TaughtLesson,
    cell_of,
    doubtful_lesson,
    follows_practice,
    host_mention,
    lesson_verb_rows,
    places_between,
    row_at,
)
from drafting.recognition.places import RecognisedPlace
from drafting.subjects.subject import Clause
from drafting.words.word_tables import pairs, word_alternatives

# How many letters may follow a verb at the end of a clause: 我们都借鉴了过来.
MAX_LETTERS_BEHIND_VERB = 5
# Units of what is no practice.
AMOUNTS = {"CNY", "percent", "hour", "minute", "km"}
# Verbs that are nouns too: 印发各地参考.
NOUNS = {"学习", "参考"}
# Behind a verb that ends its clause: an object of its own, or one that was told of before.
OWN_OBJECT = re.compile("^[了过]?(?![这该其他她它此过回下起]|人家)[\u4e00-\u9fff]{2}")
EARLIER_OBJECT = re.compile("[了过]?(?:这|该|其|此|他们|人家)")
# What stands before the one who takes over a practice: 被乙县借鉴, 得到乙县采纳.
TAKER_OPENING = re.compile("(?:[被为由让给]|得到|获得|获)$")
# What stands before the one from whom a practice is taken: 从甲县学来, 跟甲县要来.
GIVER_OPENING = "从自由跟向找问"


def lessons_brought_home(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """A practice that was taken home or copied: 把甲县的标签搬了过来, 拷走了表格."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    host = host_mention(article, clause)
    for match in _carrying_pattern().finditer(text, start, end):
        if _is_amount(article, clause, match.end()):
            continue
        places = places_between(article, clause.sentence.start, match.start())
        owners = [p for p in places if follows_practice(text, p.end, match.start())]
        if pairs("carrying_ends", "side")[match["side"]] == "there" and host:
            visitors = [p for p in places if cell_of(article, p) != host.code]
            if clause.party != host.code or visitors:
                yield doubtful_lesson((host,), *match.span(), tuple(visitors[-1:]))
        elif owners := [p for p in owners if cell_of(article, p) != clause.party]:
            yield doubtful_lesson((owners[-1],), owners[-1].start, match.end())


def _is_amount(article: Article, clause: Clause, start: int) -> bool:
    """Whether what is taken is money, a share or time: 拿走了三成, 要走两个小时."""
    figures = (f for f in article.figures if start <= f.start < clause.stretch.end)
    return any(figure.unit in AMOUNTS for figure in figures)


def lessons_before_verb(article: Article, clause: Clause) -> Iterator[TaughtLesson]:
    """Lessons whose content comes before the verb: 甲县的办法我们都借鉴了, 被乙县借鉴."""
    text, end = article.clean.text, clause.stretch.end
    home = [place for place in [host_mention(article, clause)] if place]
    for match in _last_verb_pattern().finditer(text, clause.stretch.start, end):
        if places_between(article, match.start(), match.end()):
            continue  # 学习甲县经验: the content follows
        direct = lesson_verb_rows()[match["verb"]][1]
        first = clause.sentence.start if direct else clause.stretch.start
        places = places_between(article, first, match.start())
        learners = tuple(
            p for p in places if TAKER_OPENING.search(text, clause.sentence.start, p.start)
        )
        owners = [
            place
            for place in places
            if place not in learners and cell_of(article, place) != clause.party
            if text[place.start - 1] in GIVER_OPENING
            or follows_practice(text, place.end, min(place.end + 4, match.start()))
        ]
        owners += [p for p in places if p not in owners and _is_in_row_of(article, p, owners)]
        learners = learners or tuple(
            p for p in places if p not in owners and p.start >= clause.stretch.start
        )
        if not owners and learners and _takes_up_earlier_practice(text, match):
            owners = [p for p in places if p not in learners][-1:] or home
            owners = [p for p in owners if cell_of(article, p) not in cells_of(article, learners)]
        for owner in owners:
            yield doubtful_lesson((owner,), owner.start, match.end(), learners)


def _is_in_row_of(
    article: Article, place: RecognisedPlace, owners: Sequence[RecognisedPlace]
) -> bool:
    """Whether a place stands in a row with the owner of a practice: 甲县、乙县的经验."""
    starts = {member.start for member in row_at(article, place.start)}
    return any(owner.start in starts for owner in owners)


def _takes_up_earlier_practice(text: str, match: re.Match[str]) -> bool:
    """Whether a verb at the end of its clause takes up what the text told of before.

    搬来, 移植 and the like do; 采用 and 试行 do with 这一做法, and with an object of its own none.
    """
    behind = text[match.end("verb") : match.end()]
    if OWN_OBJECT.search(behind):
        return False
    is_general = lesson_verb_rows()[match["verb"]][1] == "" or match["verb"] in NOUNS
    return not is_general or bool(EARLIER_OBJECT.match(behind))


@cache
def _last_verb_pattern() -> re.Pattern[str]:
    """A verb of learning that ends its clause."""
    verbs = (
        verb
        for verb, (_, direct) in lesson_verb_rows().items()
        if direct != PLACE_DIRECTLY_BEHIND and len(verb) > 1
    )
    words = "|".join(sorted(verbs, key=len, reverse=True))
    return re.compile(
        rf"(?P<verb>{words})(?:[了过]?{NO_MARK}{{0,{MAX_LETTERS_BEHIND_VERB}}})(?=[，,。；;！!？?\n]|$)"
    )


@cache
def _carrying_pattern() -> re.Pattern[str]:
    verbs, ends = word_alternatives("carrying_verbs"), word_alternatives("carrying_ends")
    return re.compile(rf"(?:{verbs})了?(?P<side>{ends})")
