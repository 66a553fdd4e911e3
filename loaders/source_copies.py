"""The user's own copies of the sources: do they read what was cited, and what is the passage?"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from graph.model.facts import Facts
from loaders.tables.faults import FolderMissing
from ontology.schema.kinds import Source, Statement
from ontology.schema.value_types import Span


class State(StrEnum):
    """What became of a cited spot in the user's copy."""

    VERIFIED = "verified"
    MOVED = "moved"  # the words stand elsewhere in the copy
    CHANGED = "changed"  # other words stand there, and the cited ones nowhere
    MISSING = "missing"  # the copy ends before the spot, and the words are nowhere
    NOT_HELD = "not_held"  # there is no copy of the source


@dataclass(frozen=True)
class Checked:
    """The state of one spot of one statement."""

    statement: str
    source: str
    span: Span
    state: State


@dataclass(frozen=True)
class Verification:
    """Every spot checked, and the sources whose copy differs as a whole from the text read."""

    checked: tuple[Checked, ...]
    differing: tuple[str, ...]

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many spots are in each state."""
        found = Counter(one.state for one in self.checked)
        return {state: found[state] for state in State}

    @property
    def nothing_checked(self) -> bool:
        """Whether no copy of any source was there."""
        return self.counts[State.NOT_HELD] == len(self.checked)

    @property
    def holds(self) -> bool:
        """Whether something was checked and nothing in the copies differs."""
        return not (self.nothing_checked or self.differing) and not (
            self.counts[State.CHANGED] or self.counts[State.MISSING]
        )


@dataclass(frozen=True)
class Passage:
    """A cited spot in the user's copy, with what stands around it."""

    before: str
    words: str
    after: str


class Copies:
    """The user's copies of the sources in one folder, found by file name or else by hash."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise FolderMissing(folder)
        self._folder = folder
        self._texts: dict[str, bytes | None] = {}

    def text(self, source: Source) -> str | None:
        """The text of a source as it lies; None if there is no copy or it is no UTF-8."""
        content = self._content(source)
        try:
            return None if content is None else content.decode("utf-8")
        except UnicodeDecodeError:
            return content.decode("utf-8", errors="replace") if content else None

    def is_as_read(self, source: Source) -> bool | None:
        """Whether the whole copy is the text that was read; None if there is no copy."""
        content = self._content(source)
        return None if content is None else sha256(content) == source.sha256

    def passage(self, source: Source, span: Span, around: int = 80) -> Passage | None:
        """The cited words between what stands around them; None unless they are as cited."""
        text = self.text(source)
        if text is None:
            return None
        start = span.start if _reads(text, span) else _find(text, span)
        if start is None:
            return None
        end = start + span.end - span.start
        return Passage(
            text[max(0, start - around) : start], text[start:end], text[end : end + around]
        )

    def state(self, source: Source, span: Span) -> State:
        """What became of a cited spot."""
        text = self.text(source)
        if text is None:
            return State.NOT_HELD
        if _reads(text, span):
            return State.VERIFIED
        if _find(text, span) is not None:
            return State.MOVED
        return State.MISSING if span.end > len(text) else State.CHANGED

    def _content(self, source: Source) -> bytes | None:
        if source.code not in self._texts:
            self._texts[source.code] = self._look_for(source)
        return self._texts[source.code]

    def _look_for(self, source: Source) -> bytes | None:
        named = self._folder / source.file
        if named.is_file():
            return named.read_bytes()
        for path in sorted(self._folder.iterdir()):
            if path.is_file() and sha256(content := path.read_bytes()) == source.sha256:
                return content
        return None


def verify(facts: Facts, copies: Copies) -> Verification:
    """The state of every spot of every statement in the user's copies."""
    states: dict[tuple[str, Span], State] = {}
    checked = []
    for id, statement in facts.statements.items():
        source = facts.source_of(statement)
        for span in statement.spans:
            key = (source.code, span)
            if key not in states:
                states[key] = copies.state(source, span)
            checked.append(Checked(id, source.code, span, states[key]))
    differing = [s.code for s in facts.of(Source) if copies.is_as_read(s) is False]
    return Verification(tuple(checked), tuple(differing))


def passages(facts: Facts, statement: Statement, copies: Copies) -> list[Passage | None]:
    """The passage of each spot of a statement, None where the copy does not bear it out."""
    source = facts.source_of(statement)
    return [copies.passage(source, span) for span in statement.spans]


def cite(text: str, words: str) -> Iterator[Span]:
    """Every spot of a text that reads these words, also with bracketed pinyin between them."""
    if not words:
        return
    between = r"(?:\([^()\s]*\))*"
    for match in re.finditer(between.join(map(re.escape, words)), text):
        yield Span(match.start(), match.end(), sha256(match[0].encode()))


def sha256(content: bytes) -> str:
    """The hash by which texts and spans are known."""
    return hashlib.sha256(content).hexdigest()


def _reads(text: str, span: Span) -> bool:
    return span.end <= len(text) and sha256(text[span.start : span.end].encode()) == span.sha256


def _find(text: str, span: Span) -> int | None:
    length = span.end - span.start
    for start in range(len(text) - length + 1):
        if sha256(text[start : start + length].encode()) == span.sha256:
            return start
    return None
