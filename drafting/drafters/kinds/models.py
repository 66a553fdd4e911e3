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
MIN_NAME_LETTERS = 3
# How much may stand between a quoted name and the word that says what it names.
MAX_LETTERS_BETWEEN = 14
# A name that counts its parts: “三定一考”, “2+5+N”.
NUMBERED_NAME = re.compile("[一二三四五六七八九十两双0-9].*[一二三四五六七八九十两双0-9]|[+＋]")


def draft_models(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each name of a model, with the subject of its clause."""
    for clause in article.clauses:
        start, end = clause.stretch.start, clause.stretch.end
        quoted_names = [name for name in article.quoted_names if start <= name.start < end]
        models = {
            model
            for name in quoted_names
            if (model := _quoted_model(article, clause.stretch, name))
        }
        for model in sorted(models):
            yield _draft(article, clause, clause.party, model, None, drafted_by)
        for holder, model in (
            *_reforms_of_places(article, clause),
            *_quoted_models_of_places(article, clause),
        ):
            yield _draft(article, clause, holder, model, None, drafted_by)
        text = article.text(clause.stretch)
        for match in _unquoted_model_pattern().finditer(text) if not quoted_names else ():
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


def _quoted_model(article: Article, stretch: Stretch, name: QuotedName) -> str | None:
    """The name of a model with its marks and the word after it; None for other quoted words."""
    text = article.clean.text
    limit = min(len(text), name.end + MAX_LETTERS_BETWEEN)
    head = None if name.head else _model_word_pattern().match(text, name.end, limit)
    if name.head or head:
        return text[name.start : head.end() if head else name.end]
    start = stretch.start
    verb = word_pattern("deed_verbs").search(text, start, name.start)
    verb = verb or word_pattern("naming_words").search(text, start, name.start)
    is_name = verb or NUMBERED_NAME.search(name.name)
    return text[name.start : name.end] if is_name and len(name.name) >= MIN_NAME_LETTERS else None


def model_names(article: Article) -> frozenset[str]:
    """The quoted names, without their marks, that the text has for models anywhere.

    So are those that it has in quotation marks more than once.
    """
    names = [name.name for name in article.quoted_names if len(name.name) >= MIN_NAME_LETTERS]
    repeated_names = (name for name, count in Counter(names).items() if count > 1)
    names_of_models = (
        name.name
        for clause in article.clauses
        for name in article.quoted_names
        if clause.stretch.start <= name.start < clause.stretch.end
        if len(name.name) >= MIN_NAME_LETTERS and _quoted_model(article, clause.stretch, name)
    )
    return frozenset([*repeated_names, *names_of_models])


def _quoted_models_of_places(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """Quoted names directly after a place: 甲县的“三通”."""
    text = article.clean.text
    for name in article.quoted_names:
        end = name.start - text.startswith("的", name.start - 1)
        is_in_clause = clause.stretch.start <= name.start < clause.stretch.end
        if is_in_clause and len(name.name) >= MIN_NAME_LETTERS:
            for place in article.places:
                if place.end == end and place.code and place.reason not in NO_SUBJECT:
                    yield place.code, text[name.start : name.end]


def _reforms_of_places(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """Reforms named by their place, without the last word: 甲乙医改经验 is 甲乙医改."""
    text, end = article.clean.text, clause.stretch.end
    for place in article.places:
        if clause.stretch.start <= place.start < end and place.reason not in NO_SUBJECT:
            match = _place_reform_pattern().match(text, place.end, end)
            if match and place.code:
                yield place.code, _place_reform_name(place, match[1])


def model_of_place(article: Article, stretch: Stretch, place: RecognisedPlace) -> str | None:
    """The model that is named directly after a place of a stretch, in quotation marks or by it."""
    text = article.clean.text
    innermost = article.parties.row(place)[-1]
    end = innermost.end
    for name in article.quoted_names:
        if end <= name.start <= end + 1 and name.start < stretch.end:
            return _quoted_model(article, stretch, name) or text[name.start : name.end]
    match = _place_reform_pattern().match(text, end, stretch.end)
    return _place_reform_name(innermost, match[1]) if match else None


def _place_reform_name(place: RecognisedPlace, reform: str) -> str:
    return f"{place.words.rstrip('市县区')}{reform}"


@cache
def _model_word_pattern() -> re.Pattern[str]:
    words = word_alternatives("model_words")
    return re.compile(rf"的?[\u4e00-\u9fff]{{0,{MAX_LETTERS_BETWEEN}}}?(?:{words})")


@cache
def _unquoted_model_pattern() -> re.Pattern[str]:
    openers = word_alternatives("model_openers")
    endings = word_alternatives("model_endings")
    return re.compile(
        rf"(?:{openers})(?:起|了|成)?([\u4e00-\u9fff+、0-9]{{4,26}}?(?:{endings}))"
        r"(?=$|[，,。；;]|建设|管理|的)"
    )


@cache
def _place_reform_pattern() -> re.Pattern[str]:
    objects = word_alternatives("lesson_objects")
    reforms = word_alternatives("reform_words")
    return re.compile(
        rf"([\u4e00-\u9fff]{{0,2}}?(?:{reforms}))(?:[\u4e00-\u9fff]{{2}})?(?:{objects})"
    )
