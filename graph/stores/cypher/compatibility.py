"""Cypher that the embedded engine reads differently from Neo4j: corrected, or refused.

Each difference was found by sending both the same queries (tests/dialect). A query that can be
written in a way that both understand is sent in that way; any other is refused with a sentence that
names a way around it, so that no query has a different answer here than in Neo4j.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph.stores.cypher.aggregation_rewrite import RewriteTooLong, hoist_aggregations
from graph.stores.cypher.checked_values import with_checks
from graph.stores.cypher.engine_differences import RULES, calls
from graph.stores.cypher.guard import COMMANDS, QueryForbidden
from graph.stores.cypher.projection_rewrite import plain_names, union_in_one_order
from graph.stores.cypher.star_columns import with_star_alone
from graph.stores.cypher.tokens import CypherText
from graph.stores.messages import Message, message
from graph.stores.store import BadQuery, QueryRefused

# The functions of Neo4j 5.26 and of the calendar line, in lower case, except those with dots, which
# guard.py allows or not. The embedded engine has others, and its valueType and point differ.
FUNCTION_NAMES = """
    abs acos all allshortestpaths any asin atan atan2 avg btrim ceil char_length character_length
    coalesce collect cos cot count date datetime degrees duration e elementid endnode exists exp
    floor haversin head id isempty isnan keys labels last left length localdatetime localtime log
    log10 lower ltrim max min nodes none normalize nullif percentilecont percentiledisc pi point
    properties radians rand randomuuid range reduce relationships replace reverse right round rtrim
    shortestpath sign sin single size split sqrt startnode stdev stdevp substring sum tail tan time
    timestamp toboolean tobooleanlist tobooleanornull tofloat tofloatlist tofloatornull tointeger
    tointegerlist tointegerornull tolower tostring tostringlist tostringornull toupper trim type
    upper valuetype"""
FUNCTIONS = frozenset(FUNCTION_NAMES.split())
# Words before a bracket that are not function calls.
KEYWORD_NAMES = """
    match optional where with return unwind call and or xor not in is as by on case when then
    else end distinct limit skip offset order union yield contains starts ends set from foreach
    collect count exists any all paths path shortest groups group"""
KEYWORDS = frozenset(KEYWORD_NAMES.split())


TOO_DEEP = message("too_deep")


class EngineDiffers(QueryRefused):
    """The embedded engine would answer this differently from Neo4j."""


@dataclass(frozen=True)
class EngineQuery:
    """A query as the embedded engine gets it, and as it was before aggregations were named."""

    text: str
    before_rewrite: str


@lru_cache(maxsize=512)  # the same queries of the catalogue are asked many times
def for_embedded_engine(query: str) -> EngineQuery:
    """The query in a form that the embedded engine answers as Neo4j does.

    Raises BadQuery for anything that Neo4j does not know, QueryForbidden and EngineDiffers.
    """
    text = CypherText(query)
    if (unknown := _unknown_in_neo4j(text)) is not None:
        raise BadQuery(unknown)
    for rule in RULES:
        if (difference := rule(text)) is not None:
            raise EngineDiffers(difference)
    one_star = with_star_alone(_brace_exists(text))
    checked = with_checks(union_in_one_order(plain_names(one_star)))
    try:
        return EngineQuery(hoist_aggregations(checked), checked)
    except RewriteTooLong as error:
        raise EngineDiffers(TOO_DEEP) from error


def _brace_exists(text: CypherText) -> str:
    """The query with `exists((a)-->(b))` as `EXISTS { (a)-->(b) }`, which may stand anywhere."""
    cuts: dict[int, str] = {}
    for i, name in calls(text):
        if name == "exists" and i + 1 in text.partner:
            cuts |= {text.pieces[i + 1].start: "{ ", text.pieces[text.partner[i + 1]].start: " }"}
    return "".join(cuts.get(at, mark) for at, mark in enumerate(text.query)) if cuts else text.query


def _unknown_in_neo4j(text: CypherText) -> Message | None:
    if any(piece.is_mark("!=") for piece in text.pieces):
        return message("unknown_operator")
    for i, name in calls(text):
        dotted = i > 0 and text.pieces[i - 1].is_mark(".")
        if not dotted and name not in FUNCTIONS | KEYWORDS:
            if COMMANDS.fullmatch(name):
                raise QueryForbidden(message("writes", word=name.upper()))
            return message("unknown_function", name=name)
        if name == "exists" and not _has_pattern(text, i + 1):
            return message("exists_property")
    return None


def _has_pattern(text: CypherText, opening: int) -> bool:
    inside = text.pieces[opening : text.partner.get(opening, opening)]
    return any(piece.is_mark("-", "->", "<-") for piece in inside)
