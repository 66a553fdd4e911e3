"""The text of a Cypher query as pieces, and its projections (what WITH and RETURN name).

This is no parser: it knows words, strings, brackets and where the clauses of a query begin, which
is enough to find an expression and to replace it. Text that it does not understand stays as it is,
for the engine to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

PIECE = re.compile(
    r"""(?P<gap>\s+|//[^\n\r]*|/\*.*?(?:\*/|\Z))
    |(?P<string>'(?:[^'\\]|\\.)*(?:'|\Z)|"(?:[^"\\]|\\.)*(?:"|\Z))
    |(?P<quoted>`(?:[^`]|``)*(?:`|\Z))
    |(?P<word>\$?[^\W\d]\w*)
    |(?P<number>\d\w*(?:\.\d+)?(?:[eE][+-]?\d+)?)
    |(?P<mark><=|>=|<>|=~|!=|==|::|\.\.|->|<-|\|\||.)""",
    re.DOTALL | re.VERBOSE,
)
BRACKETS = {"(": ")", "[": "]", "{": "}"}
COMPARISONS = ("<", ">", "<=", ">=")
CLAUSE_WORDS = (
    "MATCH OPTIONAL UNWIND CALL WITH RETURN WHERE ORDER SKIP OFFSET LIMIT UNION NEXT FINISH"
)
CLAUSES = frozenset(CLAUSE_WORDS.split())
SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT", "CALL"})


@dataclass(frozen=True)
class Piece:
    """A word, name, string, number or mark, with its place and the number of brackets around it."""

    kind: str
    text: str
    start: int
    end: int
    depth: int

    def says(self, *words: str) -> bool:
        """Whether this is one of these words, in capitals or not."""
        return self.kind == "word" and self.text.upper() in words

    def is_mark(self, *marks: str) -> bool:
        """Whether this is one of these marks."""
        return self.kind == "mark" and self.text in marks


@dataclass(frozen=True)
class Item:
    """An item of a projection: an expression, by its pieces' numbers, and its name."""

    first_token: int
    last_token: int
    alias: str | None


@dataclass(frozen=True)
class ProjectionClause:
    """A WITH or RETURN: its word's number, the first of its items, and the first after them."""

    word: int
    first_token: int
    stop: int
    items: tuple[Item, ...]


class CypherText:
    """A query, its pieces without the gaps, and where each bracket ends."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.pieces = tuple(_pieces(query))

    @cached_property
    def partner(self) -> dict[int, int]:
        """The number of the closing piece by that of the opening one, and the other way round."""
        partners: dict[int, int] = {}
        openings: list[int] = []
        for i, piece in enumerate(self.pieces):
            if piece.is_mark(*BRACKETS):
                openings.append(i)
            elif piece.is_mark(*BRACKETS.values()) and openings:
                partners[i] = openings.pop()
                partners[partners[i]] = i
        return partners

    def text(self, first: int, last: int) -> str:
        """The query's text from one piece to another."""
        return self.query[self.pieces[first].start : self.pieces[last].end]

    def projections(self) -> Iterator[ProjectionClause]:
        """Every WITH and RETURN that names something, in order."""
        for i, piece in enumerate(self.pieces):
            if piece.says("WITH", "RETURN") and self._is_clause(i):
                stop = self._end(i)
                first = i + 1
                while first < stop and self.pieces[first].says("DISTINCT", "ALL"):
                    first += 1
                if first < stop:
                    yield ProjectionClause(i, first, stop, tuple(self._items(first, stop)))

    def columns(self) -> tuple[str, ...] | None:
        """The columns of the answer, as its last RETURN names them; None for `*` or no RETURN."""
        last = [p for p in self.projections() if self.pieces[p.word].depth == 0]
        if not last or not self.pieces[last[-1].word].says("RETURN"):
            return None
        items = last[-1].items
        if any(self.pieces[item.first_token].is_mark("*") for item in items):
            return None
        return tuple(item.alias or self.column(item) for item in items)

    def column(self, item: Item) -> str:
        """The column of an item without a name: its text, or the name that it is in back-ticks."""
        text = self.text(item.first_token, item.last_token)
        return unquote_name(text) if item.first_token == item.last_token else text

    def end_of_clause(self, start: int) -> int:
        """The first piece after the clause that a word begins."""
        return self._end(start)

    def _is_clause(self, i: int) -> bool:
        """Whether a word begins a clause, and is no name, key or part of STARTS WITH."""
        before = self.pieces[i - 1] if i else None
        after = self.pieces[i + 1] if i + 1 < len(self.pieces) else None
        if before and (before.is_mark(".", ":") or before.says("STARTS", "ENDS", "AS")):
            return False
        return not (after and after.is_mark(":", ".", "="))

    def _end(self, start: int) -> int:
        depth = self.pieces[start].depth
        for i in range(start + 1, len(self.pieces)):
            piece = self.pieces[i]
            if piece.depth < depth or piece.is_mark(";") or self.partner.get(i, start) < start:
                return i
            if piece.depth == depth and piece.says(*CLAUSES) and self._is_clause(i):
                return i
        return len(self.pieces)

    def _items(self, first: int, stop: int) -> Iterator[Item]:
        depth = self.pieces[first].depth - self.pieces[first].is_mark(*BRACKETS)
        cuts, cases = [], 0
        for i in range(first, stop):
            piece = self.pieces[i]
            if piece.depth == depth and not self.pieces[i - 1].is_mark("."):
                cases += piece.says("CASE") - (cases > 0 and piece.says("END"))
            if piece.depth == depth and not cases and piece.is_mark(","):
                cuts.append(i)
        for start, end in zip([first, *(cut + 1 for cut in cuts)], [*cuts, stop], strict=True):
            if end - start > 2 and self.pieces[end - 2].says("AS"):
                yield Item(start, end - 3, unquote_name(self.pieces[end - 1].text))
            elif end > start:
                yield Item(start, end - 1, None)


def _pieces(query: str) -> Iterator[Piece]:
    depth = 0
    for match in PIECE.finditer(query):
        kind, text = match.lastgroup or "mark", match[0]
        if kind == "gap":
            continue
        closing = kind == "mark" and text in BRACKETS.values()
        opening = kind == "mark" and text in BRACKETS
        depth += opening
        yield Piece(kind, text, match.start(), match.end(), depth)
        depth -= closing


def quote_name(name: str) -> str:
    """Any text as a name, in back-ticks."""
    return f"`{name.replace('`', '``')}`"


def unquote_name(name: str) -> str:
    """A name without the back-ticks that it may be written in."""
    return name[1:-1].replace("``", "`") if name.startswith("`") else name


def same_text(first: Sequence[Piece], second: Sequence[Piece]) -> bool:
    """Whether two runs of pieces are the same, whatever blanks are between the pieces."""
    return [piece.text for piece in first] == [piece.text for piece in second]
