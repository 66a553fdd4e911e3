"""The words by which a passage plans, denies or calls for a deed, for drafters and the lint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from drafting.recognition.recognised_text import RecognisedText
from drafting.text.sentences import Stretch, clauses, sentences
from drafting.words.word_tables import word_alternatives, word_table

SENTENCE_ENDS = re.compile("[。！!？?\n]")
# How many letters from its beginning a passage has a word that must open it or stand at its start.
LAST_LETTERS = {"opening": 4, "start": 6}
# 将 before the object of a verb plans nothing: 将基金打包.
OBJECT_MARK = re.compile(
    "将(?=[^，,。；;、\n]{2,24}?(?:交由|打包|分配|融入|相连|纳入|并入|下放|拨给|作为|列入))"
    "(?!把|由|对|在|于|会|继续|进一步|探索|逐步|全面|推|实|建|开|加|积)"
)
MONTH_ALONE = re.compile("自?[0-9]{1,2}月")
# How many letters may stand between a call for a deed and the deed.
MAX_LETTERS_BETWEEN = 3
# A document's title, whose words plan nothing: 印发《2023年重点任务清单》.
TITLE = re.compile("《[^》\n]*》")
# A heading of a section: 三、下一步打算, 几点建议; not what a title says of itself in brackets.
HEADING_LINE = re.compile("(?![（(].*[）)]$)[^，,。！!？?；;：:|]{2,28}$")
ORDINAL = "(?:[一二三四五六七八九十]+是)?"
PLAN, DENIAL = "planned", "denied"
# Scopes of words that mean a plan only together with a deed, or before one.
DEED_SCOPES = ("before_deed", "directive", "call")


def planned_by(text: RecognisedText, passage: Stretch, told_in: Sequence[Stretch] = ()) -> str:
    """The word by which a passage is a plan, or "".

    If the last clause of `told_in`, else of the passage, states something as done, only a future
    year makes it a plan. Deeds that a speaker calls for are planned to the end of the sentence, and
    in the next sentences of the paragraph that begin with a deed.
    """
    letters = text.clean.text
    parts = told_in or clauses(letters, passage)
    is_done = parts and _done_pattern().search(_read(letters, parts[-1]))
    word = _in_scopes(letters, passage, PLAN) or _call_for_deed(letters, passage)
    word = word or _future_date(text, Stretch(sentence_of(letters, passage).start, passage.end))
    return word if word and not is_done else future_year(text, passage)


@cache
def _done_pattern() -> re.Pattern[str]:
    """A word that states something as done; 将先后 and 已决定 state a plan."""
    plans = "已(?:决定|计划|打算|商定|约定|定于|拟)"
    return re.compile(f"(?<![将拟])(?!{plans})(?:{word_alternatives('done_words')})")


def denied_by(text: RecognisedText, passage: Stretch) -> str:
    """The word by which a passage denies, or ""."""
    return _in_scopes(text.clean.text, passage, DENIAL)


def may_be_planned(text: RecognisedText, passages: Sequence[Stretch]) -> bool:
    """Whether a word makes the first passage a plan, or allows one, or a date lies ahead.

    A word allows a plan if it stands in any passage, or before the first in its sentence.
    """
    in_scope = planned_by(text, passages[0]) or _in_scopes(text.clean.text, passages[0], PLAN)
    return bool(in_scope or _is_allowed(text, passages, PLAN) or _is_ahead(text, passages))


def may_be_denied(text: RecognisedText, passages: Sequence[Stretch]) -> bool:
    """Whether a word denies the first passage, or allows a denial."""
    return bool(denied_by(text, passages[0])) or _is_allowed(text, passages, DENIAL)


def _is_allowed(text: RecognisedText, passages: Sequence[Stretch], stance: str) -> bool:
    letters = text.clean.text
    start = sentence_of(letters, passages[0]).start
    start = max(start, *(letters.rfind(mark, 0, passages[0].start) + 1 for mark in "；;"))
    places = (Stretch(start, passages[0].end), *passages)
    words = OBJECT_MARK.sub("把", "\n".join(_read(letters, place) for place in places))
    return any(pattern.search(words) for _, _, pattern in _rows(stance))


def _is_ahead(text: RecognisedText, passages: Sequence[Stretch]) -> bool:
    """Whether a date in the passages, or in their sentence, lies after the publication."""
    places = (sentence_of(text.clean.text, passages[0]), *passages)
    return any(_future_date(text, place) for place in places)


def _future_date(text: RecognisedText, stretch: Stretch) -> str:
    """The first date of a stretch that lies after the publication, as written, or "".

    A month without a year may be of an earlier year that the heading or the title tells.
    """
    published = text.published.isoformat() if text.published else ""
    looks_back = published and _looks_back(text.clean.text, stretch, published[:4])
    dates = (
        (date.edtf.strip("./"), date.words)
        for date in text.dates_in(stretch)
        if not (looks_back and MONTH_ALONE.match(date.words))
    )
    later = (written for point, written in dates if point and point > published[: len(point)])
    return next(later, "") if published else ""


def _looks_back(text: str, stretch: Stretch, year: str) -> bool:
    """Whether the nearest of the heading and the title that tells a year tells an earlier one."""
    lines = (_heading(text, stretch), next(iter(text.strip().splitlines()), ""))
    line_years = [re.findall("(?<![0-9])20[0-9]{2}", line) for line in lines]
    return next((max(years) < year for years in line_years if years), False)


@cache
def call_words() -> frozenset[str]:
    """The words that call for a deed: 要求."""
    return frozenset(row["written"] for row in word_table("stance_words") if row["scope"] == "call")


def plan_word_in(words: str) -> str:
    """The first word in a passage's own words that makes it a plan, or "".

    The words around a judgement may well be planned.
    """
    return next((w for w, scope, p in _rows(PLAN) if scope == "passage" and p.search(words)), "")


def future_year(text: RecognisedText, passage: Stretch) -> str:
    """A year of a passage after the year of publication, or ""."""
    published = text.published
    years = re.findall(r"(?<![0-9])(20[0-9]{2})年", _read(text.clean.text, passage))
    ahead = [year for year in years if published and int(year) > published.year]
    return f"{ahead[0]}年" if ahead else ""


def sentence_of(text: str, passage: Stretch) -> Stretch:
    """The sentence or sentences of a passage; a semicolon does not end a sentence."""
    before = [match.end() for match in SENTENCE_ENDS.finditer(text, 0, passage.start)]
    behind = SENTENCE_ENDS.search(text, max(passage.start, passage.end - 1))
    end = behind.start() if behind else len(text)
    return Stretch(before[-1] if before else 0, max(end, passage.end))


def _in_scopes(text: str, passage: Stretch, stance: str) -> str:
    """The first word of a stance at a position where it counts."""
    scopes = _scopes(text, passage)
    for word, scope, pattern in _rows(stance):
        match = pattern.search(scopes[scope])
        if match and match.end() <= LAST_LETTERS.get(scope, len(text)):
            return word
    return ""


def _scopes(text: str, passage: Stretch) -> Mapping[str, str]:
    """The text in which a word of each scope counts for a passage."""
    sentence = sentence_of(text, passage).start
    before = [match.end() for match in SENTENCE_ENDS.finditer(text, 0, max(0, sentence - 1))]
    words, heading = _read(text, passage), _heading(text, passage)
    paragraph = text.rfind("\n", 0, passage.start) + 1
    return {
        "allows": "",
        **dict.fromkeys(("opening", "start", "passage"), words),
        "sentence": TITLE.sub("", text[sentence : passage.end]),
        "near": text[before[-1] if before else 0 : passage.start],
        "heading": heading,
        "paragraph": f"{heading}\n" + TITLE.sub("", text[paragraph : passage.end]),
    }


def _heading(text: str, passage: Stretch) -> str:
    """The nearest heading above a passage's paragraph, but not the title."""
    lines = text[: text.rfind("\n", 0, passage.start) + 1].split("\n")
    written = [line.strip() for line in lines if line.strip()][1:]
    return next((line for line in written[::-1] if HEADING_LINE.match(line)), "")


def _call_for_deed(text: str, passage: Stretch) -> str:
    """The words that call for a deed: before it, in its sentence or in the paragraph before."""
    if match := _plan_before_deed_pattern().search(text, passage.start, passage.end):
        return match[0]
    sentence = sentence_of(text, passage)
    if call := next(_calls(text, Stretch(sentence.start, passage.end)), ""):
        return call
    if not _deed_opening_pattern().match(text, sentence.start, sentence.end):
        return ""
    start = text.rfind("\n", 0, sentence.start) + 1
    earlier = sentences(text, Stretch(start, sentence.start))
    return next((call for other in earlier for call in _calls(text, other)), "")


def _calls(text: str, sentence: Stretch) -> Iterator[str]:
    """Words of a sentence that call for a deed."""
    if match := _call_words().search(text, sentence.start, sentence.end):
        yield match[0]
    for part in clauses(text, sentence):
        if match := _directive().match(text, part.start, part.end):
            yield match[0]


def _read(text: str, stretch: Stretch) -> str:
    return text[stretch.start : stretch.end]


@cache
def _rows(stance: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Word, scope and pattern of each row of a stance that needs no deed beside it."""
    return tuple(
        (row["written"], row["scope"], _pattern(row))
        for row in word_table("stance_words")
        if row["stance"] == stance and row["scope"] not in DEED_SCOPES
    )


def _pattern(row: Mapping[str, str]) -> re.Pattern[str]:
    """A word without certain others before or after it; $ is the end of the text."""
    before = "".join(f"(?<!{re.escape(word)})" for word in row["not_after"].split("|") if word)
    behind = (w if w == "$" else re.escape(w) for w in row["not_before"].split("|") if w)
    return re.compile(before + re.escape(row["written"]) + "".join(f"(?!{w})" for w in behind))


@cache
def _of_scope(scope: str) -> str:
    rows = sorted(word_table("stance_words"), key=lambda row: -len(row["written"]))
    return "|".join(_pattern(row).pattern for row in rows if row["scope"] == scope)


@cache
def _call_words() -> re.Pattern[str]:
    return re.compile(_of_scope("call"))


@cache
def _plan_before_deed_pattern() -> re.Pattern[str]:
    """A word that means a plan only before a deed: 将推行, but not 将基金打包."""
    return _words_with_deed(_of_scope("before_deed"), f"(?:{word_alternatives('deed_adverbs')})*")


@cache
def _directive() -> re.Pattern[str]:
    words = f"{ORDINAL}(?:{_of_scope('directive')})"
    return _words_with_deed(words, f"[^，,。；;]{{0,{MAX_LETTERS_BETWEEN}}}?")


@cache
def _deed_opening_pattern() -> re.Pattern[str]:
    """A sentence that begins with a deed, as after an ordinal."""
    return re.compile(rf"{ORDINAL}.{{0,2}}?(?:{word_alternatives('deed_verbs')})")


def _words_with_deed(words: str, between: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){between}(?:{word_alternatives('deed_verbs')})")
