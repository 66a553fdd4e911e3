"""Network, map and curve under one time control, with the evidence of their lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from graph.drawing.scene_types.map import MapScene
from graph.drawing.scene_types.network import Groups, NetworkScene


class Newcomers(TypedDict):
    """The names of those who are counted first at a moment."""

    certain: list[str]
    possible: list[str]


class CurveScene(TypedDict):
    """A curve: counts by year; `arrivals` has the place of the year at which a code is counted."""

    title: str
    certain: Sequence[int]
    possible: Sequence[int]
    undated: list[str]
    newcomers: list[Newcomers]
    arrivals: dict[str, int]
    total: int


class MechanismCurve(TypedDict):
    """The curve of one of several mechanisms, and the adopters that it cannot count."""

    name: str
    hue: str
    certain: Sequence[int]
    possible: Sequence[int]
    undated: int
    not_stated: int


class LineEvidence(TypedDict):
    """A line in words, with the ids of the statements that it rests on."""

    id: str
    ends: tuple[str, str]
    statements: tuple[str, ...]
    sentence: str


class StageLine(LineEvidence):
    """A line with the places of the years from which it is possible and certain (None: never)."""

    title: str
    dated: bool
    onset: tuple[int | None, int | None]


class StatementEvidence(TypedDict):
    """The content and the spots of a statement; the words of the text stay in the text."""

    sentence: str
    stance: str
    when: str
    source: str
    address: str | None
    passages: list[str]


class StageScene(TypedDict):
    """Network, map and curve under one time control.

    In a file `places` are those of moved things, and `level` is the size of the map's areas.
    """

    years: Sequence[int]
    lines: list[StageLine]
    statements: dict[str, StatementEvidence]
    left_out: int
    total: int
    network: NetworkScene
    map: MapScene | None
    curve: CurveScene
    curves: list[MechanismCurve]
    origin: str | None
    about: dict[str, str]
    words: Mapping[str, str]
    groups: dict[str, Groups]
    themes: dict[str, dict[str, Any]]
    options: dict[str, Any]
    min_scale: float
    state_opacity: Mapping[str, float]
    places: NotRequired[Mapping[str, Sequence[float]]]
    level: NotRequired[str]
