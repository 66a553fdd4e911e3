"""`RETURN *, x AS y`: Neo4j gives the columns of `*` by name and then y; the engine only `*`.

The engine is sent `WITH *, x AS y RETURN *`, and the columns of its answer are put in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.stores.cypher.aggregation_rewrite import aggregation_calls
from graph.stores.cypher.projection_rewrite import name_without_dots
from graph.stores.cypher.tokens import CypherText, ProjectionClause, quote_name
from graph.stores.messages import Message, message
from graph.stores.store import Answer

NAMES = ("word", "quoted")


@dataclass(frozen=True)
class StarColumn:
    """A column beside `*`: its expression, its name at the engine, and its name in the answer."""

    expression: str
    engine_name: str
    name: str


def star_refusal(text: CypherText) -> Message | None:
    """Why a `*` with other columns cannot be sent to the engine; None if it can, or if it is alone.

    The engine does not group by `*`, and a RETURN in a part of a query stays as it is.
    """
    for projection in _stars(text):
        others = projection.items[1:]
        if any(any(aggregation_calls(text, item.first_token, item.last_token)) for item in others):
            return message("star_grouped")
        word = text.pieces[projection.word]
        if word.says("RETURN") and (word.depth > 0 or _has_parts(text)):
            return message("star_with_others")
    return None


def with_star_alone(query: str) -> str:
    """The query in which the `*` of its RETURN has no other column beside it."""
    text = CypherText(query)
    projection = _last_star(text)
    if projection is None or not _has_variables(text, projection.word):
        return query  # the engine refuses a `*` that holds nothing
    words = text.query[text.pieces[projection.word].end : text.pieces[projection.first_token].start]
    start = text.query[: text.pieces[projection.word].start]
    columns = _columns(text, projection)
    further_columns = "".join(f", {c.expression} AS {quote_name(c.engine_name)}" for c in columns)
    end = text.query[text.pieces[projection.stop - 1].end :]
    return f"{start}WITH{words}*{further_columns} RETURN *{end}"


def sorted_star(answer: Answer, text: CypherText) -> Answer:
    """The answer of a `RETURN *` with its columns as Neo4j orders and names them.

    The columns of the `*` are sorted by name; the columns named beside it follow in the order of
    the query, even if the `*` has them too.
    """
    projection = _last_star(text)
    further_columns = _columns(text, projection) if projection else []
    names = {name_without_dots(column.engine_name): column.name for column in further_columns}
    last = [name for name in names if name in answer.columns]
    engine_names = [*sorted(set(answer.columns) - names.keys()), *last]
    order = [answer.columns.index(name) for name in engine_names]
    columns = tuple(names.get(name, name) for name in engine_names)
    rows = tuple(tuple(row[i] for i in order) for row in answer.rows)
    return replace(answer, columns=columns, rows=rows)


def _stars(text: CypherText) -> Iterator[ProjectionClause]:
    """Every WITH and RETURN of a `*` with other columns."""
    for projection in text.projections():
        if len(projection.items) > 1 and text.pieces[projection.first_token].is_mark("*"):
            yield projection


def _last_star(text: CypherText) -> ProjectionClause | None:
    """The RETURN that ends the query, if other columns stand beside its `*`."""
    returns = [p for p in _stars(text) if text.pieces[p.word].says("RETURN")]
    return returns[-1] if returns else None


def _columns(text: CypherText, projection: ProjectionClause) -> list[StarColumn]:
    """The columns beside `*`."""
    prefix = "beside"
    while prefix in text.query:
        prefix += "_"
    columns = []
    for number, item in enumerate(projection.items[1:]):
        expression = text.text(item.first_token, item.last_token)
        name = item.alias or text.column(item)
        is_variable = (
            item.first_token == item.last_token and text.pieces[item.first_token].kind in NAMES
        )
        engine_name = name if item.alias or is_variable else f"{prefix}{number}"
        columns.append(StarColumn(expression, engine_name, name))
    return columns


def _has_parts(text: CypherText) -> bool:
    return any(piece.depth == 0 and piece.says("UNION", "NEXT") for piece in text.pieces)


def _has_variables(text: CypherText, stop: int) -> bool:
    """Whether something before a piece has a name: `(a)`, `[r]`, `p = …`, `AS x`, `YIELD x`."""
    for i in range(1, stop):
        before, piece, after = text.pieces[i - 1 : i + 2]
        is_variable = before.is_mark("(", "[") or before.says("AS", "YIELD") or after.is_mark("=")
        if piece.kind in NAMES and is_variable:
            return True
    return False
