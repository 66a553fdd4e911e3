"""The user's own copies of the sources: do they have the cited words, and what is the passage?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.model.facts import Facts
from loaders.copies.span_search import locate, span_stands_at
from loaders.copies.text_fragment import fragment, passage_address
from loaders.sha256 import sha256
from loaders.tables.encoding import likely_encoding
from loaders.tables.faults import FolderMissing
from ontology.schema.kinds import Source, Statement
from ontology.schema.value_types import TextSpan


class SpanState(StrEnum):
    """What became of a cited spot in the user's copy."""

    VERIFIED = "verified"
    MOVED = "moved"  # the words stand elsewhere in the copy
    CHANGED = "changed"  # other words stand there, and the cited ones nowhere
    MISSING = "missing"  # the copy ends before the spot, and the words are nowhere
    NOT_HELD = "not_held"  # there is no copy of the source
    UNREADABLE = "unreadable"  # the copy is not UTF-8


@dataclass(frozen=True)
class Passage:
    """A cited spot in the user's copy, with the text around it."""

    text_before: str
    words: str
    text_after: str


def texts_folder(facts_folder: Path) -> Path:
    """The folder beside a facts folder for the texts of a user who names no other."""
    folder = facts_folder.resolve()
    return folder.with_name(f"{folder.name}-texts")


class Copies:
    """The user's copies of the sources in one folder, found by file name or else by hash.

    If only the title of a source was read, the title is its copy; without a folder there are no
    other copies. `captured` are the texts of saved pages by the code of their source: such a page
    holds more than the text that was read, and its words count wherever they stand. Raises
    FolderMissing.
    """

    def __init__(
        self, folder: Path | None, captured_files: Mapping[str, bytes] | None = None
    ) -> None:
        if folder is not None and not folder.is_dir():
            raise FolderMissing(folder)
        self.folder = folder
        self.captured = captured_files or {}
        self._contents: dict[str, bytes | None] = {}
        self._decoded: dict[str, str | None] = {}
        self._located: dict[str, Mapping[TextSpan, int | None]] = {}
        self._digests: dict[str, str] = {}

    def text(self, source: Source) -> str | None:
        """The text of a source as its file has it; None if there is no copy or it is not UTF-8."""
        if source.code not in self._decoded:
            self._decoded[source.code] = _decode(self._content(source))
        return self._decoded[source.code]

    def encoding(self, source: Source) -> str | None:
        """The likely encoding of a copy that is not UTF-8; None for UTF-8 or no copy."""
        content = self._content(source)
        if content is None or self.text(source) is not None:
            return None
        return likely_encoding(content)

    def is_as_read(self, source: Source) -> bool | None:
        """Whether the whole copy is the text that was read; None for no copy, or a larger page."""
        content = self._content(source)
        is_same = content is not None and self._digest(source.code, content) == source.sha256
        is_page = content is None or content is self.captured.get(source.code)
        return is_same or (None if is_page else False)

    def passage(self, source: Source, span: TextSpan, letters_around: int = 80) -> Passage | None:
        """The cited words with the text around them; None if the copy has other words there."""
        text, start = self.text(source), self._start(source, span)
        if text is None or start is None:
            return None
        end = start + span.end - span.start
        return Passage(
            text[max(0, start - letters_around) : start],
            text[start:end],
            text[end : end + letters_around],
        )

    def state(self, source: Source, span: TextSpan) -> SpanState:
        """What became of a cited spot."""
        text = self.text(source)
        if text is None:
            return SpanState.NOT_HELD if self._content(source) is None else SpanState.UNREADABLE
        start = self._start(source, span)
        if start == span.start:
            return SpanState.VERIFIED
        if start is not None:
            return SpanState.MOVED
        return SpanState.MISSING if span.end > len(text) else SpanState.CHANGED

    def address(self, source: Source, span: TextSpan) -> str | None:
        """The address of a source at a passage, if the copy has it; None for no address."""
        text, start = self.text(source), self._start(source, span)
        if source.address is None or text is None or start is None:
            return source.address
        directive = fragment(text, start, start + span.end - span.start)
        return passage_address(source.address, directive)

    def locate(self, source: Source, spans: Iterable[TextSpan]) -> None:
        """Finds all spans of a source at once: faster, and each shows where others have moved."""
        text = self.text(source)
        is_done = source.code in self._located or self.is_as_read(source)
        if text is not None and not is_done:
            self._located[source.code] = locate(text, spans)

    def _start(self, source: Source, span: TextSpan) -> int | None:
        """Where the words of a span stand in the copy."""
        text = self.text(source)
        if text is None or span_stands_at(text, span, span.start):
            return None if text is None else span.start
        starts = self._located.get(source.code, {})
        return starts[span] if span in starts else locate(text, [span])[span]

    def _content(self, source: Source) -> bytes | None:
        if source.code not in self._contents:
            self._contents[source.code] = self._look_for(source)
        return self._contents[source.code]

    def _digest(self, code: str, content: bytes) -> str:
        """The hash of a copy, computed once: thousands of statements may cite the same source."""
        if code not in self._digests:
            self._digests[code] = sha256(content)
        return self._digests[code]

    def _look_for(self, source: Source) -> bytes | None:
        page = self.captured.get(source.code)
        if source.title_text is not None:
            return source.title_text.encode() if page is None else page
        if self.folder is None:
            return page
        named_file = self.folder / str(source.file)
        if named_file.is_file():
            return named_file.read_bytes()
        for path in sorted(self.folder.iterdir()):
            if path.is_file() and sha256(content := path.read_bytes()) == source.sha256:
                return content
        return page


def _decode(content: bytes | None) -> str | None:
    try:
        return None if content is None else content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def passages(facts: Facts, statement: Statement, copies: Copies) -> list[Passage | None]:
    """The passage of each spot of a statement, None where the copy has other words."""
    source = facts.source_of(statement)
    copies.locate(source, spans_of(facts, source))
    return [copies.passage(source, span) for span in statement.spans]


def cited_passage(facts: Facts, statement: Statement, copies: Copies) -> str | None:
    """The words of the first spot, on one line; None if the copy has other words."""
    passage = passages(facts, statement, copies)[0]
    return " ".join(passage.words.split()) if passage else None


def spans_of(facts: Facts, source: Source) -> Iterator[TextSpan]:
    """Every cited spot of a source."""
    for statement in facts.statements.values():
        if statement.source == source.code:
            yield from statement.spans
