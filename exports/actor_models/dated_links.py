"""Learned-from links as both models take them: with a time that is known well enough, or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from diffusion.study.study import NumericInterval, Study, Tie
from exports.export_file import ExportError

# A matrix of more actors than this is slow to read in R, and neither model bears as many.
MAX_ACTORS = 1_000


class DataShortage(StrEnum):
    """Why facts are not enough for a model."""

    LINKS = "links"
    DATES = "dates"
    WAVES = "waves"
    SIZE = "size"


class NotEnoughData(ExportError):
    """The facts do not allow a model; `count` counts what is too few or too many."""

    def __init__(self, lack: DataShortage, count: int) -> None:
        self.lack, self.count = lack, count
        super().__init__(f"{lack}: {count}")


@dataclass(frozen=True, slots=True)
class Link:
    """That a learner learned from a teacher; `statements` are the ids of those that say so."""

    learner: str
    teacher: str
    when: NumericInterval
    statements: tuple[str, ...]


def check_size(study: Study) -> None:
    """Raises NotEnoughData if there are no links or too many actors."""
    if len(study.nodes) > MAX_ACTORS:
        raise NotEnoughData(DataShortage.SIZE, len(study.nodes))
    if not links_of(study):
        raise NotEnoughData(DataShortage.LINKS, 0)


def links_of(study: Study) -> list[Link]:
    """The links between two actors, by time; statements of the same pair and time are one link."""
    statements: dict[tuple[str, str, NumericInterval], list[str]] = defaultdict(list)
    for tie in study.ties:
        if _between_actors(study, tie):
            statements[tie.learner, tie.teacher, tie.when].append(tie.id)
    links = [Link(*key, tuple(sorted(ids))) for key, ids in statements.items()]
    return sorted(links, key=lambda link: (link.when.earliest, link.learner, link.teacher))


def links_of_others(study: Study) -> list[Tie]:
    """The links of which an end is no actor of the study, and those to oneself."""
    return [tie for tie in study.ties if not _between_actors(study, tie)]


def _between_actors(study: Study, tie: Tie) -> bool:
    return {tie.learner, tie.teacher} <= study.nodes.keys() and tie.learner != tie.teacher


def first_adoptions(study: Study) -> dict[str, NumericInterval]:
    """When each actor first adopted one of the study's mechanisms, by actor."""
    spans: dict[str, list[NumericInterval]] = defaultdict(list)
    for adoptions in study.cascades.values():
        for node, span in adoptions.items():
            spans[node].append(span)
    return {node: first_interval_of(node_spans) for node, node_spans in sorted(spans.items())}


def first_interval_of(spans: Iterable[NumericInterval]) -> NumericInterval:
    """The interval of the first of these: one without a date may be the first."""
    intervals = list(spans)
    return NumericInterval(
        min(span.earliest for span in intervals), min(span.latest for span in intervals)
    )
