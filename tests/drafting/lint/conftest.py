"""A source of invented sentences, and statements that cite it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from drafting.lint.evidence import evidence
from drafting.lint.finding import Finding
from drafting.lint.linter import CHECKS
from drafting.lint.precedents import Precedent
from drafting.lint.thing_names import ThingNames
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.recognised_text import RecognisedText
from drafting.subjects.recognised_parties import clauses_of
from drafting.text.clean_text import CleanText
from ontology.schema.kinds import Statement
from texts.tables import BilingualText

# Everything here is made up: no such places, no such reform.
NAMES = {
    "X": ("Place", "壬癸国"),
    "a": ("Place", "甲乙市"),
    "b": ("Place", "丙丁县"),
    "c": ("Place", "戊己区"),
    "d": ("Place", "庚辛县"),
    "h": ("Organisation", "甲乙市第一风筝医院"),
    "o": ("Organisation", "丙丁县风筝医院"),
    "kites": ("Mechanism", "风筝传信制度"),
    "lamps": ("Mechanism", "灯塔值班轮换"),
    "night": ("Mechanism", "夜间灯塔轮流值守办法"),
    "surplus": ("Mechanism", "结余留用"),
    "posts": ("Indicator", "驿站数"),
    "share": ("Indicator", "灯塔占比"),
    "keepers": ("Indicator", "守灯名额"),
    "unlit": ("Indicator", "未点灯的驿站数"),
    "fall": ("Indicator", "灯塔占比降幅"),
    "rise": ("Indicator", "灯塔占比增幅"),
    "kite_time": ("Indicator", "灯塔"),
    "visit": ("Event", "参观风筝"),
    "institution": ("Unit", "家"),
    "count": ("Unit", "个"),
    "percent": ("Unit", "%"),
    "model": ("ReformModel", "“三盏灯”模式"),
    "other": ("ReformModel", "“六面旗”模式"),
}
PUBLISHERS = {"s": ("甲乙市人民政府",), "state": ("国务院",)}
# A local name under which another source has a mechanism.
PRECEDENTS = {"纸鸢箱": frozenset({Precedent("other", 0, "c", "kites")})}
PLACES = {"a": "X", "c": "a", "b": "X", "d": "X"}


def names() -> ThingNames:
    return ThingNames(
        {code: (name,) for code, (_, name) in NAMES.items()},
        {code: kind for code, (kind, _) in NAMES.items()},
        {code: BilingualText(name, code) for code, (_, name) in NAMES.items()},
        {},
        {"posts": "institution", "share": "percent", "keepers": "count"},
        PUBLISHERS,
        {"s": frozenset({"2024-05-06"})},
        precedents=PRECEDENTS,
    )


@pytest.fixture
def lint() -> Callable[..., list[str]]:
    """Lints a statement of a kind on passages of a text; the codes of the findings."""

    def codes(kind: type[Statement], raw: str, *quotes: str, **cells: object) -> list[str]:
        return sorted(finding.code for finding in findings(kind, raw, *quotes, **cells))

    return codes


def findings(kind: type[Statement], raw: str, *quotes: str, **cells: object) -> list[Finding]:
    spans = []
    for quote in quotes:
        start, digest = raw.index(quote), hashlib.sha256(quote.encode()).hexdigest()
        spans.append(f"{start}-{start + len(quote)}:{digest}")
    places, hash = spans[0].split(":")
    first, last = places.split("-")
    values = {"stance": "stated", "curator": "x", "accepted": "2026-01-01", "source": "s"} | cells
    row = kind(start=first, end=last, sha256=hash, also_at="|".join(spans[1:]), **values)
    towns = {code: NAMES[code][1] for code in PLACES}
    own_places = {name: code for code, name in towns.items()}
    places_known = Gazetteer(towns, PLACES, own_places)
    text = RecognisedText(CleanText(raw), "zh-Hans", date(2024, 5, 6), places_known)
    passages = evidence("id", row, text, clauses_of(text, {}))
    assert passages is not None
    return [finding for check in CHECKS for finding in check(passages, names())]
