"""Input files of a stochastic actor-oriented model for the R package RSiena 1.5.0.

Snijders (2017), Annual Review of Statistics 4, doi:10.1146/annurev-statistics-060116-054035;
Greenan (2015), JRSS A 178(1), doi:10.1111/rssa.12054, for the spread of an innovation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from diffusion.study.study import NumericInterval, Study
from exports.actor_models.actor_tables import (
    NAMES,
    actor_cells,
    actors_in_order,
    attribute_columns,
    contact_rows,
)
from exports.actor_models.csv_tables import csv_bytes, matrix_bytes, number
from exports.actor_models.dated_links import (
    DataShortage,
    Link,
    NotEnoughData,
    check_size,
    first_adoptions,
    first_interval_of,
    links_of,
    links_of_others,
)
from exports.actor_models.read_me import read_me

WAVE_COLUMNS = ("wave", "period", "network", "links", "unknown_links", "adopters", "unknown")
SCRIPT = Path(__file__).with_name("rsiena.R")
# A tie or a behaviour at the end of a wave: 1, 0, or None where it is unknown.
State = int | None


@dataclass(frozen=True)
class Wave:
    """The state at the end of a period: n x n ties, and n adoptions."""

    period: float
    ties: tuple[tuple[State, ...], ...]
    adoptions: tuple[State, ...]


def rsiena_files(study: Study, periods: Sequence[float] = ()) -> dict[str, bytes]:
    """The files by name; raises NotEnoughData if there are not two waves.

    `periods` are those at whose ends the network is looked at; without any, each in which a pair
    had its first link, if its period is known. A link stays, once it is there. What may have begun
    by the end of a wave, and may have not, is missing.
    """
    check_size(study)
    links = links_of(study)
    chosen_periods = tuple(periods) or _periods_with_new_links(study, links)
    if len(chosen_periods) < 2:
        raise NotEnoughData(DataShortage.WAVES, len(chosen_periods))
    waves = _waves(study, links, chosen_periods)
    files = {
        "actors.csv": _actors(study),
        "waves.csv": csv_bytes(WAVE_COLUMNS, _wave_rows(waves)),
        "adoption.dat": matrix_bytes(zip(*(wave.adoptions for wave in waves), strict=True)),
        "composition.txt": f"1 {len(waves)}\n".encode() * len(study.nodes),
        "rsiena.R": SCRIPT.read_bytes(),
    }
    for place, wave in enumerate(waves, 1):
        files[_network_name(place)] = matrix_bytes(wave.ties)
    if study.contacts:
        files["contacts.dat"] = matrix_bytes(contact_rows(study))
    numbers = {
        "actors": len(study.nodes),
        "links": sum(study.period(link.when) is not None for link in links),
        "undated": sum(study.period(link.when) is None for link in links),
        "others": len(links_of_others(study)),
        "waves": len(waves),
        "still": sum(_equal(early, late) for early, late in zip(waves, waves[1:], strict=False)),
    }
    return files | {"README.md": read_me("rsiena", study, numbers)}


def _periods_with_new_links(study: Study, links: Sequence[Link]) -> tuple[float, ...]:
    firsts = (first_interval_of(spans) for spans in _spans_by_pair(links).values())
    periods = (study.period(span) for span in firsts)
    return tuple(sorted({period for period in periods if period is not None}))


def _spans_by_pair(links: Sequence[Link]) -> dict[tuple[str, str], list[NumericInterval]]:
    spans: dict[tuple[str, str], list[NumericInterval]] = defaultdict(list)
    for link in links:
        spans[link.learner, link.teacher].append(link.when)
    return spans


def _network_name(place: int) -> str:
    return f"network-{place}.dat"


def _waves(study: Study, links: Sequence[Link], periods: Sequence[float]) -> list[Wave]:
    spans = _spans_by_pair(links)
    codes = [node.id for node in actors_in_order(study)]
    adoption_spans = first_adoptions(study)
    silence = 0 if study.is_closed else None
    waves = []
    for period in periods:
        end = period + study.width
        ties = (
            tuple(_state(spans.get((row, column), ()), end) for column in codes) for row in codes
        )
        states = (
            _state([adoption_spans[code]], end) if code in adoption_spans else silence
            for code in codes
        )
        waves.append(Wave(period, tuple(ties), tuple(states)))
    return waves


def _state(spans: Sequence[NumericInterval], end: float) -> State:
    """1 if one of them had begun before `end`, 0 if none had, None if that is unknown."""
    if any(span.latest < end for span in spans):
        return 1
    return None if any(span.earliest < end for span in spans) else 0


def _wave_rows(waves: Sequence[Wave]) -> list[list[object]]:
    return [
        [
            place,
            number(wave.period),
            _network_name(place),
            sum(row.count(1) for row in wave.ties),
            sum(row.count(None) for row in wave.ties),
            wave.adoptions.count(1),
            wave.adoptions.count(None),
        ]
        for place, wave in enumerate(waves, 1)
    ]


def _equal(early: Wave, late: Wave) -> bool:
    """Whether no link came between two waves."""
    values = [
        (earlier_state, later_state)
        for row, later in zip(early.ties, late.ties, strict=True)
        for earlier_state, later_state in zip(row, later, strict=True)
    ]
    return not any(earlier_state == 0 and later_state == 1 for earlier_state, later_state in values)


def _actors(study: Study) -> bytes:
    attributes = attribute_columns(study)
    rows = (actor_cells(node, attributes) for node in actors_in_order(study))
    return csv_bytes((*NAMES, *attributes), rows)
