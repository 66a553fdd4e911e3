"""Whether the user's copies of the sources have the words that the statements cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.model.facts import Facts
from loaders.copies.source_copies import Copies, SpanState, passages, spans_of
from loaders.copies.wordings import UnwrittenField, unwritten_fields
from ontology.schema.kinds import Source
from ontology.schema.value_types import TextSpan


@dataclass(frozen=True)
class CheckedSpot:
    """The state of one spot of one statement."""

    statement: str
    source: str
    span: TextSpan
    state: SpanState


@dataclass(frozen=True)
class Verification:
    """Every spot checked, and the sources whose copy differs as a whole from the text read.

    `encodings` is the likely encoding of each copy that is not UTF-8, by the source's code, and
    `unwritten` the wordings that stand in no passage of their statement, `titles` the sources of
    which the title alone was read.
    """

    checked_spots: tuple[CheckedSpot, ...]
    differing_sources: tuple[str, ...]
    encodings: Mapping[str, str]
    unwritten: tuple[UnwrittenField, ...] = ()
    titles: frozenset[str] = frozenset()

    @cached_property
    def counts(self) -> dict[SpanState, int]:
        """How many spots are in each state."""
        counts = Counter(check.state for check in self.checked_spots)
        return {state: counts[state] for state in SpanState}

    @property
    def nothing_checked(self) -> bool:
        """Whether there was no copy of any source; a title, which needs no copy, does not count."""
        files = [check for check in self.checked_spots if check.source not in self.titles]
        if not files and self.checked_spots:
            return False
        return all(check.state is SpanState.NOT_HELD for check in files)

    @property
    def holds(self) -> bool:
        """Whether something was checked and nothing in the copies differs."""
        return not (self.nothing_checked or self.differing_sources or self.unwritten) and not (
            self.counts[SpanState.CHANGED]
            or self.counts[SpanState.MISSING]
            or self.counts[SpanState.UNREADABLE]
        )


def checked_spots(facts: Facts, copies: Copies) -> tuple[CheckedSpot, ...]:
    """The state of every spot of every statement in the user's copies."""
    states: dict[tuple[str, TextSpan], SpanState] = {}
    spots = []
    for source in facts.things_of(Source):
        copies.locate(source, spans_of(facts, source))
    for id, statement in facts.statements.items():
        source = facts.source_of(statement)
        for span in statement.spans:
            key = (source.code, span)
            if key not in states:
                states[key] = copies.state(source, span)
            spots.append(CheckedSpot(id, source.code, span, states[key]))
    return tuple(spots)


def verify(facts: Facts, copies: Copies) -> Verification:
    """The state of every spot, and what else in the user's copies differs from the facts."""
    spots = checked_spots(facts, copies)
    differing_codes = [s.code for s in facts.things_of(Source) if copies.is_as_read(s) is False]
    encodings = {s.code: name for s in facts.things_of(Source) if (name := copies.encoding(s))}
    title_codes = [s.code for s in facts.things_of(Source) if s.title_text is not None]
    titles = frozenset(title_codes) - frozenset(copies.captured)
    unwritten = tuple(_unwritten(facts, copies))
    return Verification(spots, tuple(differing_codes), encodings, unwritten, titles)


def _unwritten(facts: Facts, copies: Copies) -> Iterator[UnwrittenField]:
    """The wordings that are in no passage, for statements whose passages can all be read."""
    for id, statement in facts.statements.items():
        passage_texts = passages(facts, statement, copies)
        words = [passage.words for passage in passage_texts if passage is not None]
        if len(words) == len(passage_texts):
            yield from unwritten_fields(id, statement, words)
