"""The ways to read the text of a source, and the facts whose sources have vanished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model.fact import Fact
from graph.model.facts import Facts
from loaders.tables.faults import Fault
from ontology.schema.kinds import Source, SourceState

# A warning names no more sources than these.
MAX_NAMES = 5


class TextPlace(StrEnum):
    """A place where the text of a source can be read."""

    TITLE = "title"  # only the title was read, and it is in the facts
    COPY = "copy"
    ADDRESS = "address"
    ARCHIVE = "archive"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class VanishedSupport:
    """A fact that rests on sources which have vanished, and whether it rests on no others."""

    fact: Fact
    sources: tuple[str, ...]
    is_only_support: bool


def text_places(source: Source, *, has_copy: bool) -> tuple[TextPlace, ...]:
    """Where the text is to be had, the nearest place first."""
    places = {
        TextPlace.TITLE: source.title_text is not None,
        TextPlace.COPY: has_copy,
        TextPlace.ADDRESS: source.address is not None and source.state is not SourceState.GONE,
        TextPlace.ARCHIVE: source.archive is not None,
    }
    return tuple(place for place, is_there in places.items() if is_there) or (TextPlace.NOWHERE,)


def vanished_support(facts: Facts) -> Iterator[VanishedSupport]:
    """The facts that rest on sources which are gone from their address."""
    vanished_sources = {s.code for s in facts.things_of(Source) if s.state is SourceState.GONE}
    for fact in facts.distinct_facts if vanished_sources else ():
        sources = dict.fromkeys(statement.source for statement in fact.statements)
        vanished = tuple(code for code in sources if code in vanished_sources)
        if vanished:
            yield VanishedSupport(fact, vanished, is_only_support=len(vanished) == len(sources))


def archive_warnings(sources: Iterable[Source], file: str) -> Iterator[Fault]:
    """A sentence if addresses have no archived copy, and one if such a text is gone already."""
    unarchived_sources = [source for source in sources if source.address and source.archive is None]
    vanished_codes = [
        source.code for source in unarchived_sources if source.state is SourceState.GONE
    ]
    if unarchived_sources:
        count = {"count": str(len(unarchived_sources))}
        yield Fault(file, 0, 0, "archive", "no_archive", count)
    if vanished_codes:
        names = ", ".join(vanished_codes[:MAX_NAMES]) + (
            " …" if len(vanished_codes) > MAX_NAMES else ""
        )
        yield Fault(
            file,
            0,
            0,
            "archive",
            "gone_unarchived",
            {"count": str(len(vanished_codes)), "codes": names},
        )
