"""Dates in EDTF as a reader says them: `2019/..` as "since 2019", `../2024-11` as "by ..."."""

from __future__ import annotations

from ontology.schema.edtf import BadDate, edtf_interval
from texts.tables import DATES

OPEN = ".."
UNSPECIFIED_DIGIT = "X"
# The signs after a date that say that the text is not sure.
DOUBT = {"~": "about", "?": "uncertain"}


def date_in_words(text: str, language: str) -> str:
    """A date in EDTF in words, `zh` or `en`; any other text is unchanged."""
    return _in_words(text, language, "since")


def published_in_words(text: str, language: str) -> str:
    """The date of a publication: with an open end it is not before a day, but does not go on."""
    return _in_words(text, language, "not_before")


def _in_words(text: str, language: str, open_end: str) -> str:
    try:
        edtf_interval(text)
    except BadDate:
        return text
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text, language)
    if first == OPEN:
        return DATES.say("until", language, date=_point(last, language))
    if last == OPEN:
        return DATES.say(open_end, language, date=_point(first, language))
    ends = {"first": _point(first, language), "last": _point(last, language)}
    return DATES.say("between", language, **ends)


def _point(text: str, language: str) -> str:
    """A year, month or day, with the doubt that its sign expresses."""
    plain = text.rstrip("~?")
    parts = plain.split("-")
    values: dict[str, str] = {"year": parts[0]}
    key = ("year", "month", "day")[len(parts) - 1]
    if UNSPECIFIED_DIGIT in parts[0]:
        if len(parts) > 2:
            return text  # no source gives a day of an uncertain year
        key += "_between"
        values = {"year": parts[0].replace("X", "0"), "last": parts[0].replace("X", "9")}
    if len(parts) > 1:
        values["month_name"] = DATES.say(f"month_{int(parts[1])}", language)
    if len(parts) > 2:
        values["day"] = str(int(parts[2]))
    words = DATES.say(key, language, **values)
    doubt = DOUBT.get(text.removeprefix(plain))
    return DATES.say(doubt, language, date=words) if doubt else words
