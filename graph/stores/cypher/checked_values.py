"""Checks of values, written into a query for the embedded engine.

Neo4j takes no position beyond 32 bits, cuts no text by `[0..2]` and takes no number as a condition;
the embedded engine does. Whether a value is one of these shows only when the query runs, so it is
passed through a function of `graph.stores.embedded.strict_functions`.
"""

from __future__ import annotations

from graph.stores.cypher.tokens import BRACKETS, CypherText, Piece

LINKS = ("AND", "OR", "XOR", "NOT", "WHERE", "WHEN")
WORDS = """
    IN RETURN WITH UNWIND AND OR XOR NOT WHERE THEN ELSE WHEN BY AS DISTINCT CASE LIMIT SKIP SET
    CONTAINS IS ON CALL MATCH"""
NO_NAMES = frozenset(WORDS.split())
SMALL_NUMBER_DIGITS = 9


def with_checks(query: str) -> str:
    """The query with its subscripts and bare conditions checked; unchanged if it has none."""
    text = CypherText(query)
    inserts: list[tuple[int, str]] = []
    for i, piece in enumerate(text.pieces):
        if piece.is_mark("[") and i in text.partner and i > 0 and _ends_value(text.pieces[i - 1]):
            inserts += _subscript(text, i)
        elif piece.says(*LINKS) and not _compares(text, i):
            inserts += _condition(text, i + 1)
    for at, mark in sorted(inserts, key=lambda insert: -insert[0]):
        query = query[:at] + mark + query[at:]
    return query


def _ends_value(piece: Piece) -> bool:
    if piece.kind == "word":
        return piece.text.upper() not in NO_NAMES
    return piece.kind in ("quoted", "string") or piece.is_mark(")", "]", "}")


def _subscript(text: CypherText, opening: int) -> list[tuple[int, str]]:
    """The checks of `value[from..to]`: of the value, and of each position but small numbers."""
    closing = text.partner[opening]
    depth = text.pieces[opening].depth
    dots = [
        i
        for i in range(opening + 1, closing)
        if text.pieces[i].is_mark("..") and text.pieces[i].depth == depth
    ]
    inserts = []
    bounds = [opening, *dots, closing]
    for before, after in zip(bounds, bounds[1:], strict=False):
        parts = text.pieces[before + 1 : after]
        if not parts or (len(parts) == 1 and _is_small(parts[0])):
            continue
        inserts += [(parts[0].start, "learnedfrom.index("), (parts[-1].end, ")")]
    if dots and (start := _start_of_value(text, opening - 1)) is not None:
        inserts += [(text.pieces[start].start, "learnedfrom.sliced(")]
        inserts += [(text.pieces[opening - 1].end, ")")]
    return inserts


def _is_small(piece: Piece) -> bool:
    return piece.kind == "number" and piece.text.isdigit() and len(piece.text) < SMALL_NUMBER_DIGITS


def _start_of_value(text: CypherText, last: int) -> int | None:
    """The first piece of the value that ends with a piece: a name, a property, a call, a string."""
    i = last
    if text.pieces[i].is_mark(*BRACKETS.values()):
        if i not in text.partner:
            return None
        i = text.partner[i]
        if text.pieces[i].is_mark("[") and i > 0 and _ends_value(text.pieces[i - 1]):
            return _start_of_value(text, i - 1)
        if text.pieces[i].is_mark("{") or i == 0 or text.pieces[i - 1].kind != "word":
            return i if not text.pieces[i].is_mark("{") else None
        if text.pieces[i - 1].text.upper() in NO_NAMES:
            return i
        i -= 1
    while i > 1 and text.pieces[i - 1].is_mark(".") and text.pieces[i - 2].kind == "word":
        i -= 2
    return None if i > 0 and text.pieces[i - 1].is_mark(".") else i


def _compares(text: CypherText, i: int) -> bool:
    """Whether a WHEN is of `CASE x WHEN 1`, which compares and holds no condition."""
    if not text.pieces[i].says("WHEN"):
        return False
    depth = text.pieces[i].depth
    for j in range(i - 1, -1, -1):
        if text.pieces[j].depth == depth and text.pieces[j].says("CASE"):
            return not text.pieces[j + 1].says("WHEN")
    return True


def _condition(text: CypherText, first: int) -> list[tuple[int, str]]:
    """The check of a condition that is a name or a property alone, such as `WHERE p.pop`."""
    pieces = text.pieces
    if first >= len(pieces) or pieces[first].kind not in ("word", "number", "string"):
        return []
    if pieces[first].text.startswith("$"):
        return []
    last = first
    while (
        last + 2 < len(pieces)
        and pieces[last + 1].is_mark(".")
        and pieces[last + 2].kind
        in (
            "word",
            "quoted",
        )
    ):
        last += 2
    word = pieces[first].text.upper()
    if word in NO_NAMES | {"TRUE", "FALSE", "NULL", "EXISTS", "COUNT", "COLLECT"}:
        return []
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    ends = after is None or after.is_mark(")", "]", "}", "|", ";", ",")
    if not ends and after is not None:
        ends = after.says("AND", "OR", "XOR", "RETURN", "WITH", "THEN", "MATCH", "ORDER", "UNWIND")
        ends = ends or after.says("OPTIONAL", "CALL", "SKIP", "LIMIT")
    if not ends:
        return []
    return [(pieces[first].start, "learnedfrom.predicate("), (pieces[last].end, ")")]
