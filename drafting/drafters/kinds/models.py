"""Drafts of who has which reform model: quoted names, and names with the last word of a model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.stance import stance
from drafting.drafts.draft import Band, Draft
from drafting.recognition.places import RecognisedPlace
from drafting.recognition.quoted_names import QuotedName
from drafting.subjects.parties import NO_SUBJECT
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

KIND = "has_model"
SHORTEST = 3
# How much may stand between a quoted name and the word that says what it names.
BETWEEN = 14
# A name that counts its parts: “三定一考”, “2+5+N”.
NUMBERED = re.compile("[一二三四五六七八九十两双0-9].*[一二三四五六七八九十两双0-9]|[+＋]")


def draft_models(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each name of a model, with the subject of its clause."""
    for clause in article.clauses:
        start, end = clause.stretch.start, clause.stretch.end
        quoted = [name for name in article.quoted_names if start <= name.start < end]
        models = {model for name in quoted if (model := _quoted(article, clause.stretch, name))}
        for model in sorted(models):
            yield _draft(article, clause, clause.party, model, None, drafted_by)
        for holder, model in (*_of_places(article, clause), *_quoted_of_places(article, clause)):
            yield _draft(article, clause, holder, model, None, drafted_by)
        text = article.text(clause.stretch)
        for match in _unquoted().finditer(text) if not quoted else ():
            yield _draft(article, clause, clause.party, match[1], Band.GUESS, drafted_by)


def _draft(
    article: Article, clause: Clause, holder: str, model: str, band: Band | None, drafted_by: str
) -> Draft:
    cells = {
        "holder": holder,
        "model": article.thing_cell("reform_model", model),
        "stance": stance(article, clause),
    }
    return article.draft(KIND, clause, cells, drafted_by, band=band)


def _quoted(article: Article, within: Stretch, name: QuotedName) -> str | None:
    """The name of a model with its marks and the word after it; None for other quoted words."""
    text = article.clean.text
    limit = min(len(text), name.end + BETWEEN)
    behind = None if name.head else _head().match(text, name.end, limit)
    if name.head or behind:
        return text[name.start : behind.end() if behind else name.end]
    start = within.start
    deed = word_pattern("deed_verbs").search(text, start, name.start)
    deed = deed or word_pattern("naming_words").search(text, start, name.start)
    is_name = deed or NUMBERED.search(name.name)
    return text[name.start : name.end] if is_name and len(name.name) >= SHORTEST else None


def model_names(article: Article) -> frozenset[str]:
    """The quoted names, without their marks, that the text has for models anywhere.

    So are those that it has in quotation marks more than once.
    """
    names = [name.name for name in article.quoted_names if len(name.name) >= SHORTEST]
    repeated = (name for name, count in Counter(names).items() if count > 1)
    as_models = (
        name.name
        for clause in article.clauses
        for name in article.quoted_names
        if clause.stretch.start <= name.start < clause.stretch.end
        if len(name.name) >= SHORTEST and _quoted(article, clause.stretch, name)
    )
    return frozenset([*repeated, *as_models])


def _quoted_of_places(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """Quoted names directly after a place: 甲县的“三通”."""
    text = article.clean.text
    for name in article.quoted_names:
        end = name.start - text.startswith("的", name.start - 1)
        inside = clause.stretch.start <= name.start < clause.stretch.end
        if inside and len(name.name) >= SHORTEST:
            for place in article.places:
                if place.end == end and place.code and place.reason not in NO_SUBJECT:
                    yield place.code, text[name.start : name.end]


def _of_places(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """Reforms named by their place, without the last word: 甲乙医改经验 is 甲乙医改."""
    text, end = article.clean.text, clause.stretch.end
    for place in article.places:
        if clause.stretch.start <= place.start < end and place.reason not in NO_SUBJECT:
            match = _named_by_place().match(text, place.end, end)
            if match and place.code:
                yield place.code, _name_by_place(place, match[1])


def model_of_place(article: Article, within: Stretch, place: RecognisedPlace) -> str | None:
    """The model that is named directly after a place of a stretch, in quotation marks or by it."""
    text = article.clean.text
    innermost = article.parties.row(place)[-1]
    end = innermost.end
    for name in article.quoted_names:
        if end <= name.start <= end + 1 and name.start < within.end:
            return _quoted(article, within, name) or text[name.start : name.end]
    match = _named_by_place().match(text, end, within.end)
    return _name_by_place(innermost, match[1]) if match else None


def _name_by_place(place: RecognisedPlace, reform: str) -> str:
    return f"{place.written.rstrip('市县区')}{reform}"


@cache
def _head() -> re.Pattern[str]:
    words = word_alternatives("model_words")
    return re.compile(rf"的?[\u4e00-\u9fff]{{0,{BETWEEN}}}?(?:{words})")


@cache
def _unquoted() -> re.Pattern[str]:
    openers = word_alternatives("model_openers")
    endings = word_alternatives("model_endings")
    return re.compile(
        rf"(?:{openers})(?:起|了|成)?([\u4e00-\u9fff+、0-9]{{4,26}}?(?:{endings}))"
        r"(?=$|[，,。；;]|建设|管理|的)"
    )


@cache
def _named_by_place() -> re.Pattern[str]:
    objects = word_alternatives("lesson_objects")
    reforms = word_alternatives("reform_words")
    return re.compile(
        rf"([\u4e00-\u9fff]{{0,2}}?(?:{reforms}))(?:[\u4e00-\u9fff]{{2}})?(?:{objects})"
    )
