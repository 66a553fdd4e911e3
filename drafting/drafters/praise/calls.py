"""Calls to follow a practice, and names that others give it: 要求各县学习推广, 誉为“风筝模式”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import (
    NO_MARK,
    cell_of,
    end_of,
    places_between,
    row_at,
)
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_alternatives

# What stands before the place that others are to follow: 向甲县看齐, 照着甲县的样子.
FOLLOWING = re.compile("(?:向|照着?|按照?|依照|参照|对标|学习|借鉴|效仿|推广)$")
# People at large name no model of anybody: 被当地人称作.
PEOPLE = re.compile("(?:人们?|百姓|群众|乡亲|大家)(?:都|也|把[^，,。；;]{1,8})?$")
# A whole place whose documents take up a practice: 写入全省实施细则.
SCOPE = "全国|全省|全市|全区|全州"


def called_practices(article: Article, clause: Clause, model: str) -> Sequence[str]:
    """The cells of the practices that a clause calls on others to follow.

    They are the place that the call names, or what is sent to all; else the model or the last place
    before, else the home place.
    """
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    call = _call_pattern().search(text, start, end)
    if not call:
        return ()
    for place in places_between(article, call.start(), end):
        if FOLLOWING.search(text, start, place.start):
            return list(filter(None, [cell_of(article, place)]))
    if not (call["bare"] or call["sent"] or call["area"]):
        return ()
    places = places_between(article, clause.sentence.start, call.start())
    cells = [cell for place in places if (cell := cell_of(article, place)) and cell != clause.party]
    if call["sent"] and cells:
        return list(dict.fromkeys(cells))
    return [model or next(reversed(cells), "") or article.home_place]


def promoted_places(article: Article, clause: Clause) -> Sequence[str]:
    """The cells of a row of places whose experience a clause promotes: 推广甲县、乙县的经验."""
    text, end = article.clean.text, clause.stretch.end
    for place in places_between(article, clause.stretch.start, end):
        row = row_at(article, place.start)
        if len(row) > 1 and _experience_pattern().match(text, end_of(article, row[-1]), end):
            return list(filter(None, (cell_of(article, member) for member in row)))
    return ()


def given_name(article: Article, clause: Clause) -> str:
    """The quoted name that a clause says others give to a practice, or "": 把这里誉为“风筝模式”.

    Who names its own practice endorses nothing.
    """
    own_parties = {article.home_place, article.parties.home_party, ""}
    match = _naming_pattern().search(article.text(clause.stretch))
    if match and PEOPLE.search(match.string, 0, match.start()):
        return ""
    return match["name"] if match and clause.party not in own_parties else ""


def scope_of_document(article: Article, clause: Clause) -> str:
    """The code of the place in whose documents a practice is written: 写入全省实施细则; or ""."""
    start, end = clause.stretch.start, clause.stretch.end
    match = _document_pattern().search(article.clean.text, start, end)
    scope = match.start("scope") if match else -1
    return (article.parties.wider_place_at(scope, article.home_place) or "") if match else ""


@cache
def _call_pattern() -> re.Pattern[str]:
    """A call on others to follow; `bare` where they are called on without naming whom."""
    calls, others = word_alternatives("study_calls"), word_alternatives("called_others")
    study = f"{word_alternatives('study_verbs')}|推广|照|推开"
    return re.compile(
        rf"(?:{calls}|建议){NO_MARK}{{0,4}}?(?P<bare>{others}){NO_MARK}*?(?:{study})"
        rf"|(?:{calls}){NO_MARK}*?(?:向|对标|照着?|参照){NO_MARK}*"
        rf"|(?P<area>(?:建议|决定|提出|先)在{NO_MARK}{{1,10}}?(?:推广|推开)(?=[，,。；;]|$))"
        rf"|(?:印发|下发|转发){NO_MARK}{{0,2}}?(?P<sent>{others}){NO_MARK}{{0,2}}?(?:{study})"
    )


@cache
def _experience_pattern() -> re.Pattern[str]:
    return re.compile(rf"的?{NO_MARK}{{0,8}}?(?:{word_alternatives('lesson_objects')})")


@cache
def _naming_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{word_alternatives('honouring_words')})了?(?P<name>“[^“”]{{2,12}}”)")


@cache
def _document_pattern() -> re.Pattern[str]:
    documents = word_alternatives("document_words")
    return re.compile(
        rf"(?:写入|写进|纳入|编入|列入)(?P<scope>{SCOPE}){NO_MARK}{{0,8}}?(?:{documents})"
    )


@cache
def promotion_pattern() -> re.Pattern[str]:
    """A verb such as 推广, or a call to learn (要求各地学习), with a word such as 做法 or a quoted
    name in its clause."""
    calls, study = word_alternatives("study_calls"), word_alternatives("study_verbs")
    verbs = f"{word_alternatives('promote_verbs')}|(?:{calls}).*?(?:{study})"
    objects = f"{word_alternatives('lesson_objects')}|“[^”]+”"
    return re.compile(rf"(?:{verbs}).*?(?:{objects})|(?:{objects}).*?(?:{verbs})")
