"""The place that an article is about: by its title, its signature and 我县, else the most named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from drafting.recognition.organisations import RecognisedOrganisation
from drafting.recognition.places import RecognisedPlace
from drafting.text.body import is_paragraph
from drafting.text.sentences import Stretch, paragraphs
from drafting.words.word_tables import word_alternatives, word_pattern

# How many lines at the beginning and at the end may be the title and the signature.
END_LINES = 3
# How much a place counts that a title or a signature names, and one that goes somewhere there:
# more than any other.
TITLE_WEIGHT, TRAVELLER_WEIGHT = 3, 1000
# The tables of words behind a place that others learn from.
LESSONS = ("lesson_objects", "pupil_words")
# How often the place that says 我县 of itself has to be named.
MIN_MENTIONS = 2


def home_place(
    text: str, places: Sequence[RecognisedPlace], names: Mapping[str, str]
) -> str | None:
    """The code of the place that an article is about; None if it names no place.

    `names` are the full names of places by code. A place that the title says somebody went to does
    not count there; one of the level of 我县 or 我市 comes before all others.
    """
    lines = paragraphs(text)
    ends = {*lines[:END_LINES], *lines[-END_LINES:]}
    line_texts = {line: text[line.start : line.end] for line in ends}
    titles = [
        line for line in ends if not (is_paragraph(line_texts[line]) or is_byline(line_texts[line]))
    ]
    counts: Counter[str] = Counter()
    for place in places:
        line = next((t for t in titles if t.start <= place.start < t.end), None)
        if place.code:
            counts[place.code] += _weight(text, place, line) if line else 1
    if own_level := _own_level(text):
        level_counts = {
            code: count
            for code, count in counts.items()
            if count >= MIN_MENTIONS and names.get(code, "").endswith(own_level)
        }
        counts = Counter(level_counts) or counts
    return next((code for code, _ in counts.most_common(1)), None)


def _weight(text: str, place: RecognisedPlace, line: Stretch) -> int:
    """How much a place in a title or a signature counts.

    That of a lesson does not (甲县学生), nor that of guests (供甲县考察团参阅).
    """
    if word_pattern("addressee_words").search(text, line.start, place.start):
        return 0
    is_lesson = any(word_pattern(table).match(text, place.end) for table in LESSONS)
    if is_lesson or word_pattern("journey_words").search(text, line.start, place.start):
        return 0
    return (
        TRAVELLER_WEIGHT
        if word_pattern("journey_words").match(text, place.end, line.end)
        else TITLE_WEIGHT
    )


def is_byline(line: str) -> bool:
    """Whether a line says where a text was published or who reports: 5月6日 来源:甲省日报."""
    return bool(word_pattern("byline_words").search(line) or _source_label_pattern().search(line))


def _own_level(text: str) -> str:
    """The letter of the level that the article most often calls its own: 县 of 我县."""
    levels = Counter(match[1] for match in re.finditer("我([省市县区州镇乡旗])", text))
    return next((letter for letter, count in levels.most_common(1) if count >= MIN_MENTIONS), "")


def home_organisation(text: str, organisations: Sequence[RecognisedOrganisation]) -> str:
    """The name of the organisation whose head answers in an interview, or that an article says 我院
    of; "" if it speaks of none."""
    if answering := _answering_organisation(text, organisations):
        return answering
    if len(_own_organisation_pattern().findall(text)) < MIN_MENTIONS:
        return ""
    kinds = {match[0][-1] for match in _own_organisation_pattern().finditer(text)}
    title = Stretch(0, paragraphs(text)[0].end)
    names: Counter[str] = Counter()
    for organisation in organisations:
        if organisation.words[-1] in kinds and not organisation.level:
            is_in_title = organisation.start < title.end
            names[organisation.words] += TRAVELLER_WEIGHT if is_in_title else 1
    return next((name for name, count in names.most_common(1)), "")


def _answering_organisation(text: str, organisations: Sequence[RecognisedOrganisation]) -> str:
    """The name of the organisation that stands before the office that heads answers (院长：), or
    ""."""
    offices = Counter(match[1] for match in _answers_pattern().finditer(text))
    for office, count in offices.most_common(1):
        if count >= MIN_MENTIONS:
            led_organisations = (o for o in organisations if text.startswith(office, o.end))
            return next((o.words for o in led_organisations), "")
    return ""


def is_about_home(heading: str) -> bool:
    """Whether a heading comes back to the article's own place: our gap, what we propose."""
    return bool(word_pattern("home_headings").search(heading))


@cache
def _own_organisation_pattern() -> re.Pattern[str]:
    return re.compile("(?:[我本]|我们)(?:院|中心|集团)")


@cache
def _answers_pattern() -> re.Pattern[str]:
    """An office at the beginning of a line, before a colon."""
    return re.compile(rf"^\s*({word_alternatives('office_titles')})[:：]", re.MULTILINE)


@cache
def _source_label_pattern() -> re.Pattern[str]:
    """A label such as 来源 at the beginning of a line, or before a colon within it."""
    labels = word_alternatives("source_labels")
    return re.compile(rf"^(?:{labels})|(?<=\s)(?:{labels})\s*[:：]")
