"""Moves aggregations out of expressions, so that every engine computes the same.

`RETURN p.level, NOT count(*) > 3 AS few` means, by Cypher's own rules, `WITH p.level AS a, count(*)
AS n RETURN a AS ..., NOT n > 3 AS few`. The embedded engine does not see an aggregation inside NOT,
AND, OR, XOR, IS NULL, IN, a comparison of strings, a map or a property of a list's part, and
answers one row for each that it should count. If an aggregation stands there, the second form is
sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from graph.stores.cypher.tokens import (
    BRACKETS,
    SUBQUERIES,
    CypherText,
    Item,
    ProjectionClause,
    quote_name,
    same_text,
)

NAMES = "count sum avg min max collect stdev stdevp percentilecont percentiledisc"
AGGREGATIONS = frozenset(NAMES.split())
# The engine does not always find an aggregation that stands beside one of these.
HIDING_WORDS = ("NOT", "AND", "OR", "XOR", "IS", "IN", "STARTS", "ENDS", "CONTAINS")
HIDING_MARKS = ("=~", "{", ":")
# Longer queries are not rewritten: it would take noticeable time.
MAX_ROUNDS, MAX_CHARACTERS = 20, 5000


class RewriteTooLong(ValueError):
    """The query hides aggregations and is too long to be rewritten."""


@dataclass(frozen=True)
class Call:
    """A call of an aggregation, from its name's piece to its closing bracket."""

    first_token: int
    last_token: int


def hoist_aggregations(query: str) -> str:
    """The query with each hidden aggregation named in a WITH first; unchanged if none is hidden.

    Raises RewriteTooLong.
    """
    for _ in range(MAX_ROUNDS):
        text = CypherText(query)
        projections = [p for p in text.projections() if any(_hides(text, item) for item in p.items)]
        if not projections:
            return query
        if len(query) > MAX_CHARACTERS:
            raise RewriteTooLong(query[:100])
        query = _rewritten(text, projections[-1])
    raise RewriteTooLong(query[:100])


def aggregation_calls(text: CypherText, first: int, last: int) -> Iterator[Call]:
    """The aggregations of an expression itself, without those of its subqueries."""
    i = first
    while i <= last:
        piece = text.pieces[i]
        opens = i < last and text.pieces[i + 1].is_mark("(") and i + 1 in text.partner
        if piece.says(*SUBQUERIES) and i < last and text.pieces[i + 1].is_mark("{"):
            i = text.partner.get(i + 1, i + 1)
        elif opens and _aggregates(text, i):
            yield Call(i, text.partner[i + 1])
            i = text.partner[i + 1]
        i += 1


def _aggregates(text: CypherText, i: int) -> bool:
    piece = text.pieces[i]
    after_dot = i > 0 and text.pieces[i - 1].is_mark(".")
    return piece.kind == "word" and piece.text.lower() in AGGREGATIONS and not after_dot


def _hides(text: CypherText, item: Item) -> bool:
    """Whether an item has an aggregation where the engine does not see it."""
    aggregations = list(aggregation_calls(text, item.first_token, item.last_token))
    if not aggregations:
        return False
    inside = {i for call in aggregations for i in range(call.first_token, call.last_token + 1)}
    indices_outside = [i for i in range(item.first_token, item.last_token + 1) if i not in inside]
    return _has_other_call(text, item, inside) or any(
        text.pieces[i].says(*HIDING_WORDS)
        or text.pieces[i].is_mark(*HIDING_MARKS)
        or (text.pieces[i].is_mark(".") and text.pieces[i - 1].is_mark(*BRACKETS.values()))
        for i in indices_outside
    )


def _has_other_call(text: CypherText, item: Item, aggregated_pieces: Set[int]) -> bool:
    """Whether another function is called beside an aggregation: `count(*) + size(x)`."""
    for i in range(item.first_token, item.last_token):
        is_call = text.pieces[i].kind == "word" and text.pieces[i + 1].is_mark("(")
        span = range(i + 1, text.partner.get(i + 1, i + 1))
        names = any(text.pieces[j].kind == "word" for j in span)
        if is_call and names and i not in aggregated_pieces and not aggregated_pieces & set(span):
            return True
    return False


def _rewritten(text: CypherText, projection: ProjectionClause) -> str:
    prefix = "hoisted"
    while prefix in text.query:
        prefix += "_"
    names: dict[str, str] = {}  # the expression that is computed first, and its name
    second = []
    for item in projection.items:
        item_text = text.text(item.first_token, item.last_token)
        aggregations = list(aggregation_calls(text, item.first_token, item.last_token))
        for call in aggregations:
            names.setdefault(text.text(call.first_token, call.last_token), f"{prefix}{len(names)}")
        if not aggregations:
            names.setdefault(item_text, quote_name(item.alias or item_text))
    # Neo4j accepts no other expression as a group beside an aggregation
    simple = {e: name for e, name in names.items() if name.startswith(prefix) or _is_simple(e)}
    for item in projection.items:
        aggregates = any(aggregation_calls(text, item.first_token, item.last_token))
        replaced = simple if aggregates else names
        expression = replace_expressions(text, item.first_token, item.last_token, replaced)
        name = item.alias or text.text(item.first_token, item.last_token)
        second.append(f"{expression} AS {quote_name(name)}")
    first = ", ".join(f"{expression} AS {name}" for expression, name in names.items())
    word = text.query[
        text.pieces[projection.word].start : text.pieces[projection.first_token].start
    ]
    before = text.query[: text.pieces[projection.word].start]
    rest = _text_after_items(text, projection, names)
    return f"{before}WITH {first} {word}{', '.join(second)}{rest}"


def _is_simple(expression: str) -> bool:
    """Whether an expression is a name or a property."""
    return all(
        p.kind in ("word", "quoted") or p.is_mark(".") for p in CypherText(expression).pieces
    )


def _text_after_items(
    text: CypherText, projection: ProjectionClause, names: Mapping[str, str]
) -> str:
    """The text after the items; its ORDER BY may repeat what is now computed first."""
    stop = projection.stop
    if stop >= len(text.pieces):
        return ""
    if not text.pieces[stop].says("ORDER"):
        return " " + text.query[text.pieces[stop].start :]
    end = text.end_of_clause(stop)
    ordered = replace_expressions(text, stop, end - 1, names)
    after = text.query[text.pieces[end].start :] if end < len(text.pieces) else ""
    return f" {ordered} {after}"


def replace_expressions(text: CypherText, first: int, last: int, names: Mapping[str, str]) -> str:
    """A part of the query in which each of these expressions is replaced by its name."""
    replacements = [(CypherText(expression).pieces, name) for expression, name in names.items()]
    replacements.sort(key=lambda pair: -len(pair[0]))
    parts, i, at = [], first, text.pieces[first].start
    while i <= last:
        for pieces, name in replacements:
            end = i + len(pieces)
            if end > last + 1 or _is_name(text, i, end):
                continue
            if same_text(text.pieces[i:end], pieces):
                parts += [text.query[at : text.pieces[i].start], name]
                at, i = text.pieces[end - 1].end, end - 1
                break
        i += 1
    return "".join(parts) + text.query[at : text.pieces[last].end]


def _is_name(text: CypherText, first: int, end: int) -> bool:
    """Whether the piece is a property, a label or a key, and no expression."""
    nearby_pieces = text.pieces[max(first - 1, 0) : end + 1]
    if first > 0 and nearby_pieces[0].is_mark("."):
        return True
    single = end - first == 1
    neighbours = (nearby_pieces[0], nearby_pieces[-1]) if first > 0 else (nearby_pieces[-1],)
    return single and any(piece.is_mark(":") for piece in neighbours)
