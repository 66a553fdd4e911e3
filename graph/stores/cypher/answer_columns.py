"""The columns of an answer as Neo4j names and orders them."""

from __future__ import annotations

from dataclasses import replace

from graph.stores.cypher.compatibility import TOO_DEEP, EngineDiffers
from graph.stores.cypher.star_columns import sorted_star
from graph.stores.cypher.tokens import CypherText
from graph.stores.messages import message
from graph.stores.store import Answer, BadQuery


def with_columns(answer: Answer, query: str) -> Answer:
    """The embedded engine's answer under the columns that the query names.

    The engine names no columns where there are no rows, and orders those of `RETURN *` by where
    they were first named, Neo4j by their names. Raises EngineDiffers if a column is
    missing, and BadQuery for a query without RETURN, which Neo4j refuses.
    """
    text = CypherText(query)
    if _ends_without_return(text):
        raise BadQuery(message("no_return"))
    named = text.columns()
    if named is None:
        return sorted_star(answer, text) if _returns_all(text) else answer
    if len(answer.columns) < len(named):
        if answer.rows:
            raise EngineDiffers(TOO_DEEP)
        return Answer(named, ())
    same = set(named) == set(answer.columns)
    return answer if same else replace(answer, columns=named)


def _ends_without_return(text: CypherText) -> bool:
    """Whether the last part of the query reads something and returns nothing."""
    words = [piece.text.upper() for piece in text.pieces if piece.depth == 0]
    last = words[len(words) - words[::-1].index("UNION") :] if "UNION" in words else words
    reads = {"MATCH", "UNWIND", "WITH"} & set(last)
    return bool(reads) and not {"RETURN", "FINISH", "CALL", "NEXT"} & set(last)


def _returns_all(text: CypherText) -> bool:
    """Whether the query ends with `RETURN *`."""
    last = [p for p in text.projections() if text.pieces[p.word].depth == 0][-1:]
    return any(text.pieces[p.word].says("RETURN") for p in last)
