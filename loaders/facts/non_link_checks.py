"""Checks of non-links: links that readers must not add, because the passage does not state them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from loaders.facts.parsed_folder import ParsedFolder
from loaders.tables.faults import Fault
from ontology.schema.kinds import LearnedFrom, NonLink


class SourcedPair(NamedTuple):
    """What a source says of a learner and a teacher is about these three."""

    source: str
    learner: str
    teacher: str


def non_links_are_no_lessons(folder: ParsedFolder) -> Iterator[Fault]:
    """A source is checked against itself alone: what another source states is a dispute between
    sources, and both may stand."""
    return barred_lessons(folder, pairs_not_linked(folder))


def pairs_not_linked(folder: ParsedFolder) -> set[SourcedPair]:
    """The source, learner and teacher of each non-link."""
    return {
        SourcedPair(link.source, link.learner, link.teacher) for _, link in folder.rows_of(NonLink)
    }


def barred_lessons(
    folder: ParsedFolder, barred_pairs: Container[tuple[str, ...]]
) -> Iterator[Fault]:
    """The lessons of a folder that are none; each of the `barred_pairs` is a SourcedPair."""
    for row, lesson in folder.rows_of(LearnedFrom):
        if SourcedPair(lesson.source, lesson.learner, lesson.teacher) in barred_pairs:
            yield row.fault("is_non_link", "teacher")
