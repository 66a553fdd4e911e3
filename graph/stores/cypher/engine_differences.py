"""Differences of the embedded engine from Neo4j for which there is no other spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graph.stores.cypher.duration_comparison import duration_refusal
from graph.stores.cypher.star_columns import star_refusal
from graph.stores.cypher.tokens import COMPARISONS, CypherText, Piece
from graph.stores.messages import Message, message

TIMES = ("DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME")
TEXTS = ("TOSTRING", "TOSTRINGORNULL", "TOSTRINGLIST")
DATE_FIELD_NAMES = """
    year quarter month week weekyear dayofquarter quarterday day ordinalday dayofweek weekday"""
DURATION_FIELD_NAMES = """
    years quarters months weeks days hours minutes seconds milliseconds microseconds nanoseconds
    quartersofyear monthsofquarter monthsofyear daysofweek minutesofhour secondsofminute
    millisecondsofsecond microsecondsofsecond nanosecondsofsecond"""
FIELDS = {
    "date": frozenset(DATE_FIELD_NAMES.split()),
    "duration": frozenset(DURATION_FIELD_NAMES.split()),
}


def calls(text: CypherText) -> Iterator[tuple[int, str]]:
    """Every word with a round bracket after it, by its number, in lower case."""
    for i, piece in enumerate(text.pieces[:-1]):
        if piece.kind == "word" and text.pieces[i + 1].is_mark("("):
            yield i, piece.text.lower()


def _dynamic_type(text: CypherText) -> Message | None:
    """A type by an expression, `-[r:$(t)]-`, is read as any type."""
    for i, inside in _edge_brackets(text):
        depth = text.pieces[i].depth
        if any(part.text.startswith("$") and part.depth == depth for part in inside[:4]):
            return message("type_by_expression")
    return None


def _edge_brackets(text: CypherText) -> Iterator[tuple[int, Sequence[Piece]]]:
    """Every `[` of an edge in a pattern, by its number, with what it encloses."""
    for i, piece in enumerate(text.pieces[1:], 1):
        if piece.is_mark("[") and text.pieces[i - 1].is_mark("-", "<-"):
            yield i, text.pieces[i : text.partner.get(i, i)]


def _value_type(text: CypherText) -> Message | None:
    if any(name == "valuetype" for _, name in calls(text)):
        return message("value_type")
    return None


def _spheres(text: CypherText) -> Message | None:
    words = {piece.text.lower() for piece in text.pieces if piece.kind == "word"}
    strings = {piece.text.lower().strip("'\"") for piece in text.pieces if piece.kind == "string"}
    if "point" in words and (
        words & {"longitude", "latitude", "crs", "srid"} or "wgs-84" in strings
    ):
        return message("globe_distance")
    return None


def _text_of_time(text: CypherText) -> Message | None:
    functions = {name.upper() for _, name in calls(text)}
    if functions & set(TIMES) and (functions & set(TEXTS) or _joins_text(text)):
        return message("text_of_time")
    return None


def _joins_text(text: CypherText) -> bool:
    """Whether something is added to a literal string of the query."""
    return any(
        piece.is_mark("+", "||") and "string" in (text.pieces[i - 1].kind, text.pieces[i + 1].kind)
        for i, piece in enumerate(text.pieces[:-1])
    )


def _map_comparison(text: CypherText) -> Message | None:
    for i, piece in enumerate(text.pieces):
        if not piece.is_mark(*COMPARISONS):
            continue
        opening = text.partner.get(i - 1, i) if text.pieces[i - 1].is_mark("}") else i
        is_map = opening < i and not text.pieces[opening - 1].says("COUNT", "EXISTS", "COLLECT")
        if is_map or text.pieces[i + 1 : i + 2] and text.pieces[i + 1].is_mark("{"):
            return message("maps_compared")
    return None


def _text_slice(text: CypherText) -> Message | None:
    """`'abc'[0..2]` cuts a text; other engines cut only lists so."""
    for i, piece in enumerate(text.pieces[1:], 1):
        if piece.is_mark("[") and text.pieces[i - 1].kind == "string":
            return message("text_sliced")
    return None


def _text_and_map(text: CypherText) -> Message | None:
    """`'a' + {}` gives a text that Neo4j does not give."""
    for i, piece in enumerate(text.pieces[1:-1], 1):
        neighbours = (text.pieces[i - 1], text.pieces[i + 1])
        texts = any(part.kind == "string" for part in neighbours)
        if piece.is_mark("+") and texts and any(part.is_mark("{", "}") for part in neighbours):
            return message("text_and_map")
    return None


def _list_aggregation(text: CypherText) -> Message | None:
    """`sum([1, 2])` adds up a list; in Neo4j it adds up rows, and no row may be a list."""
    for i, name in calls(text):
        if name in ("sum", "avg", "stdev", "stdevp") and text.pieces[i + 2 : i + 3]:
            closing = text.partner.get(i + 2, i)
            if text.pieces[i + 2].is_mark("[") and text.partner.get(i + 1) == closing + 1:
                return message("list_aggregated", name=name)
    return None


def _time_field(text: CypherText) -> Message | None:
    """A part that dates do not have, such as `date().epochSeconds`, is null to the engine."""
    for i, name in calls(text):
        end = text.partner.get(i + 1, i)
        field = text.pieces[end + 2 : end + 3]
        dotted = name in FIELDS and field and text.pieces[end + 1].is_mark(".")
        if dotted and field[0].text.lower() not in FIELDS[name]:
            return message(f"{name}_field", name=field[0].text)
    return None


def _either_not_exists(text: CypherText) -> Message | None:
    """OR beside NOT and EXISTS { } loses rows where an edge of the pattern has a map.

    Seen on 26.10.2.post1: `findings/arcadedb_either_not_exists.sh`.
    """
    pieces = text.pieces
    exists = any(
        piece.says("EXISTS") and pieces[i + 1].is_mark("{") for i, piece in enumerate(pieces[:-1])
    )
    negated = any(piece.says("NOT") for piece in pieces)
    either = any(piece.says("OR", "XOR") for piece in pieces)
    if exists and negated and either and any(_edges_with_map(text)):
        return message("either_without")
    return None


def _edges_with_map(text: CypherText) -> Iterator[int]:
    """The brackets of edges that have properties in the pattern, outside of EXISTS { }."""
    in_braces = {
        i
        for start, piece in enumerate(text.pieces)
        if piece.is_mark("{")
        for i in range(start, text.partner.get(start, start))
    }
    for i, inside in _edge_brackets(text):
        if i not in in_braces and any(part.is_mark("{") for part in inside):
            yield i


RULES: tuple[Callable[[CypherText], Message | None], ...] = (
    _dynamic_type,
    _value_type,
    _spheres,
    _text_of_time,
    duration_refusal,
    _map_comparison,
    star_refusal,
    _text_slice,
    _time_field,
    _text_and_map,
    _list_aggregation,
    _either_not_exists,
)
