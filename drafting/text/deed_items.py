"""The deeds that a clause lists: its items, and the names of the deeds."""

from __future__ import annotations

import re
from functools import cache

from drafting.words.word_tables import word_alternatives

EDGES = " ，,。；;：:、！!？?\n"
# A deed has at least four letters; the items of a list are short.
MIN_DEED_LETTERS, MAX_DEED_LETTERS, MAX_ITEMS, MAX_ITEM_LETTERS = 4, 40, 8, 18
PARTICLES = "了起过"
CLOSING_MARKS = {"“": "”", "(": ")", "（": "）", "《": "》"}
JOINT = re.compile("(?<=[\u4e00-\u9fff]{4})(?:以及|和|及)(?=[\u4e00-\u9fff]{3})")
QUOTED_LIST = re.compile("“([^”]*、[^”]*)”")
COUNT = "(?:近|超|约)?[0-9.]+[余多万亿]*(?:{units}|条|项|批|支|种|处|类)|一批|一系列"
# The end of a list: 等 and the sort of things in it; not 同等, not 等级.
LIST_END = re.compile("(?<=[^一二三四同])等(?![级次候])[^等]{0,10}$")


def deed_items(deed: str, verb: str) -> list[str]:
    """The items of a deed if they are short, else the deed itself.

    A list within quotation marks counts if each of its items is long enough to be a deed.
    """
    deed = deed.strip(EDGES)
    for items in (_split(deed.removeprefix(verb).lstrip(PARTICLES)), _quoted_items(deed)):
        if 1 < len(items) <= MAX_ITEMS and all(2 <= len(i) <= MAX_ITEM_LETTERS for i in items):
            return items
    return [deed[:MAX_DEED_LETTERS]]


def deed_name(item: str) -> str:
    """An item without empty verbs, a count, and a list's end."""
    for name in (_without_end(_without_verbs(item)), _without_verbs(item)):
        if len(name) >= MIN_DEED_LETTERS:
            return name
    return item


def _without_verbs(item: str) -> str:
    return _light_verbs().sub("", item, count=1)


def _without_end(item: str) -> str:
    return _last_count().sub("", LIST_END.sub("", item))


def _quoted_items(deed: str) -> list[str]:
    match = QUOTED_LIST.search(deed)
    items = match[1].split("、") if match else []
    return items if all(len(item) >= MIN_DEED_LETTERS for item in items) else []


def _split(deed: str) -> list[str]:
    """The parts of a deed between enumeration marks, joints, and quoted names side by side.

    Text in brackets or quotation marks is not split.
    """
    parts, closing_mark, start = [], "", 0
    for place, letter in enumerate(deed):
        if closing_mark:
            closing_mark = "" if letter == closing_mark else closing_mark
            is_before_quotation = letter == "”" and deed[place + 1 : place + 2] == "“"
            if is_before_quotation:
                parts.append(deed[start : place + 1])
                start = place + 1
        elif letter in CLOSING_MARKS:
            closing_mark = CLOSING_MARKS[letter]
        elif letter == "、":
            parts.append(deed[start:place])
            start = place + 1
    parts.append(deed[start:])
    return [item.strip(EDGES) for part in parts for item in JOINT.split(part)]


@cache
def _light_verbs() -> re.Pattern[str]:
    words, adverbs = word_alternatives("light_verbs"), word_alternatives("deed_adverbs")
    return re.compile(rf"^(?:(?:{words})[起了成]?|{adverbs}|{_count()})*")


@cache
def _last_count() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u4e00-\u9fff])(?:{_count()})$")


def _count() -> str:
    return COUNT.format(units=word_alternatives("units"))
