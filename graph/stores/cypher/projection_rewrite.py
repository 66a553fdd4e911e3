"""Projections in a form that the embedded engine reads as Neo4j does."""

from __future__ import annotations

from graph.stores.cypher.tokens import CypherText, Piece, ProjectionClause, quote_name, unquote_name


def plain_names(query: str) -> str:
    """The query without dots in quoted names, which the engine takes for the dot of a property.

    A name that a projection gives is replaced by another name; a name that refers to an unnamed
    expression (`RETURN x.y ORDER BY `x.y``) by the expression. The names of the columns are put
    back by their place (`with_columns`).
    """
    text = CypherText(query)
    dotted = [i for i, piece in enumerate(text.pieces) if _is_dotted(piece)]
    if not dotted:
        return query
    projections = list(text.projections())
    aliases = {item.alias for p in projections for item in p.items if item.alias}
    expressions = {
        text.text(item.first_token, item.last_token): text.text(item.first_token, item.last_token)
        for p in projections
        for item in p.items
        if item.alias is None
    }
    for i in reversed(dotted):
        piece, name = text.pieces[i], unquote_name(text.pieces[i].text)
        if i > 0 and text.pieces[i - 1].is_mark(".", ":"):
            continue
        if name in aliases:
            other = quote_name(name_without_dots(name))
        elif name in expressions:
            other = expressions[name]
        else:
            continue
        query = query[: piece.start] + other + query[piece.end :]
    return query


def name_without_dots(name: str) -> str:
    """The name that is sent to the engine in place of a name with dots."""
    return name.replace(".", "\N{MIDDLE DOT}")


def _is_dotted(piece: Piece) -> bool:
    return piece.kind == "quoted" and "." in piece.text


def union_in_one_order(query: str) -> str:
    """The query with the columns of each part of a UNION in the order of the first part's."""
    text = CypherText(query)
    cuts = [i for i, p in enumerate(text.pieces) if p.depth == 0 and p.says("UNION")]
    if not cuts:
        return query
    bounds = [0, *cuts, len(text.pieces)]
    parts = [_last_return(text, *pair) for pair in zip(bounds, bounds[1:], strict=False)]
    if any(part is None for part in parts):
        return query
    first = _names(text, parts[0])
    for part in reversed(parts[1:]):
        names = _names(text, part)
        if part is None or names == first or sorted(names) != sorted(first):
            continue
        items = dict(zip(names, part.items, strict=True))
        # an item without a name ends where it ends, one with a name two pieces later
        ends = {n: item.last_token + 2 * (item.alias is not None) for n, item in items.items()}
        ordered = ", ".join(text.text(items[name].first_token, ends[name]) for name in first)
        start, end = text.pieces[part.first_token].start, text.pieces[part.stop - 1].end
        query = query[:start] + ordered + query[end:]
    return query


def _last_return(text: CypherText, start: int, stop: int) -> ProjectionClause | None:
    inside = [
        p
        for p in text.projections()
        if start <= p.word < stop
        and text.pieces[p.word].depth == 0
        and text.pieces[p.word].says("RETURN")
    ]
    return inside[-1] if inside else None


def _names(text: CypherText, part: ProjectionClause | None) -> list[str]:
    items = part.items if part else ()
    return [item.alias or text.text(item.first_token, item.last_token) for item in items]
