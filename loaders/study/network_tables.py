"""Networks in files: who is near whom, or who learned from whom since when, for built panels.

one,other                        both ways, such as states that share a border
from_uid,named_uid[,time]        from learner to teacher; with a time, from then on
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from diffusion.study.study import Tie
from loaders.study.table_reader import TIES, HasDates, StudyTableReader
from loaders.tables.delimiter import header_of
from loaders.tables.faults import BadFacts, Fault

MUTUAL = ("one", "other")


def read_networks(paths: Sequence[Path], columns: Mapping[str, str]) -> dict[str, tuple[Tie, ...]]:
    """The ties of each file by its name without the ending; raises BadFacts with every fault."""
    reading = StudyTableReader(columns, keeps_first=False)
    try:
        return _read(reading, paths)
    except HasDates:  # read again, because it is known only now that 2012 is a year
        return _read(replace(reading, beside_dates=True, faults=[], spans={}), paths)


def _read(reading: StudyTableReader, paths: Sequence[Path]) -> dict[str, tuple[Tie, ...]]:
    names = Counter(path.stem for path in paths)
    for path in paths:
        if names[path.stem] > 1:
            reading.faults.append(Fault(str(path), 0, 0, "", "network_twice", {"name": path.stem}))
    networks = {path.stem: tuple(_ties(reading, path)) for path in paths}
    if reading.faults:
        raise BadFacts(reading.faults)
    return networks


def _ties(reading: StudyTableReader, path: Path) -> Iterator[Tie]:
    if not _is_mutual(path):
        yield from reading.ties(path)
        return
    for row in reading.rows(path, MUTUAL):
        place, neighbour = (reading.cell(row, name) for name in MUTUAL)
        yield from (Tie(place, neighbour), Tie(neighbour, place))


def _is_mutual(path: Path) -> bool:
    try:
        _, header = header_of(path.read_bytes(), [*MUTUAL, *TIES])
    except OSError:
        return False  # the table reader reports it
    return set(MUTUAL) <= set(header)
