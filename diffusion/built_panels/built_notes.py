"""The notes of a built panel: who is in it, who is left out and why, what its columns count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diffusion.built_panels.earlier_lessons import LessonCounts
from diffusion.built_panels.inferred_sources import InferredSources
from diffusion.built_panels.network_terms import NETWORKS_WITHOUT_SHARES
from diffusion.built_panels.risk_spells import SpellCounts
from diffusion.study.result import Sentence, sentence
from diffusion.study.study import PanelTable, Study


@dataclass(frozen=True)
class PanelBasis:
    """The panel and its counts; `lone_spells` are the spells of units without a tie, by column."""

    table: PanelTable
    spells: SpellCounts
    lessons: LessonCounts
    lone_spells: Mapping[str, int]
    inferred_sources: InferredSources | None
    lag: int


def built_notes(study: Study, basis: PanelBasis) -> tuple[Sentence, ...]:
    """The sentences, those on the rows first."""
    return (*_row_notes(study, basis), *_omission_sentences(basis.spells), *_column_notes(basis))


def _row_notes(study: Study, basis: PanelBasis) -> Iterator[Sentence]:
    table = basis.table
    yield sentence(
        "panel_built",
        units=len(set(table.cells[table.unit])),
        policies=len(set(table.policies)),
        spells=basis.spells.spells,
        rows=len(table.lines),
        events=table.cells["event"].count("1"),
    )
    if len(set(table.policies)) > 1:
        yield sentence("panel_pooled")
    if basis.spells.unreported:
        yield sentence("only_adopters_at_risk")
    set_watch = None not in study.window
    yield sentence("panel_watched_window" if set_watch else "panel_watched_dates", lag=basis.lag)


def _omission_sentences(spells: SpellCounts) -> Iterator[Sentence]:
    yield from _count_sentences(
        ("panel_early", spells.early),
        ("panel_undated", spells.undated),
        ("panel_wide", spells.wide),
        ("panel_unreported", spells.unreported),
        ("panel_denied", spells.denied),
    )


def _column_notes(basis: PanelBasis) -> Iterator[Sentence]:
    for name, count in basis.lone_spells.items():
        if count and not any(name.startswith(network) for network in NETWORKS_WITHOUT_SHARES):
            yield sentence("panel_alone", column=name, count=count)
    yield from lesson_notes(basis.lessons)
    if basis.inferred_sources is not None:
        edges, cascades = len(basis.inferred_sources.ties), basis.inferred_sources.cascades
        yield sentence("panel_inferred", edges=edges, count=cascades)


def lesson_notes(lessons: LessonCounts) -> Iterator[Sentence]:
    """How many lessons may explain an adoption, and why others may not; nothing without any."""
    if not lessons.total:
        return
    yield sentence("panel_lessons", counted=lessons.counted, all=lessons.total)
    yield from _count_sentences(
        ("lessons_because", lessons.because),
        ("lessons_late", lessons.late),
        ("lessons_undated", lessons.undated),
        ("lessons_outside", lessons.outside),
    )


def _count_sentences(*counts: tuple[str, int]) -> Iterator[Sentence]:
    """A sentence for each count that is not 0; each comes with the sentence's key."""
    for key, count in counts:
        if count:
            yield sentence(key, count=count)
