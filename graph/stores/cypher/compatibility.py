"""Where the embedded engine reads Cypher otherwise than Neo4j: put right, or refused.

Each difference was found by asking both the same (tests/dialect). What can be said in another way
that both understand is sent in that way; what cannot is refused with a sentence that tells the way
round, so that no query is answered here that Neo4j would answer otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.stores.common.base import BadQuery, QueryRefused
from graph.stores.common.messages import Message, message
from graph.stores.cypher.aggregation_rewrite import RewriteTooLong, hoist_aggregations
from graph.stores.cypher.guard import COMMANDS, QueryForbidden
from graph.stores.cypher.tokens import CypherText

# The functions of Neo4j 5.26 and of the calendar line, in lower case, but those with dots, which
# the doors let in or not. The embedded engine has others, and valueType and point otherwise.
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
# Words before a bracket that call nothing.
KEYWORD_NAMES = """
    match optional where with return unwind call and or xor not in is as by on case when then
    else end distinct limit skip offset order union yield contains starts ends set from foreach
    collect count exists any all paths path shortest groups group"""
KEYWORDS = frozenset(KEYWORD_NAMES.split())
TIMES = ("DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME")
TEXTS = ("TOSTRING", "TOSTRINGORNULL", "TOSTRINGLIST")
COMPARISONS = ("<", ">", "<=", ">=")


TOO_DEEP = message("too_deep")


class EngineDiffers(QueryRefused):
    """The embedded engine would answer this otherwise than Neo4j."""


@dataclass(frozen=True)
class EngineQuery:
    """A query as the embedded engine is sent it, and as it was before aggregations were named."""

    text: str
    before_rewrite: str


@lru_cache(maxsize=512)  # the catalogue is asked over and over
def for_embedded_engine(query: str) -> EngineQuery:
    """The query in a form that the embedded engine answers as Neo4j does.

    Raises BadQuery for what Neo4j does not know, QueryForbidden and EngineDiffers.
    """
    text = CypherText(query)
    if (unknown := _unknown_in_neo4j(text)) is not None:
        raise BadQuery(unknown)
    for rule in RULES:
        if (difference := rule(text)) is not None:
            raise EngineDiffers(difference)
    braced = _braced(text)
    try:
        return EngineQuery(hoist_aggregations(braced), braced)
    except RewriteTooLong as error:
        raise EngineDiffers(TOO_DEEP) from error


def _braced(text: CypherText) -> str:
    """The query with `exists((a)-->(b))` as `EXISTS { (a)-->(b) }`, which may stand anywhere."""
    cuts: dict[int, str] = {}
    for i, name in _calls(text):
        if name == "exists" and i + 1 in text.partner:
            cuts |= {text.pieces[i + 1].start: "{ ", text.pieces[text.partner[i + 1]].start: " }"}
    return "".join(cuts.get(at, mark) for at, mark in enumerate(text.query)) if cuts else text.query


def _unknown_in_neo4j(text: CypherText) -> Message | None:
    if any(piece.is_mark("!=") for piece in text.pieces):
        return message("unknown_operator")
    for i, name in _calls(text):
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


def _calls(text: CypherText) -> Iterator[tuple[int, str]]:
    """Every word with a round bracket after it, by its number, in lower case."""
    for i, piece in enumerate(text.pieces[:-1]):
        if piece.kind == "word" and text.pieces[i + 1].is_mark("("):
            yield i, piece.text.lower()


def _dynamic_type(text: CypherText) -> Message | None:
    """A type by an expression, `-[r:$(t)]-`, is read as any type."""
    for i, piece in enumerate(text.pieces[:-1]):
        if piece.is_mark("[") and text.pieces[i - 1].is_mark("-", "<-"):
            inside = text.pieces[i : text.partner.get(i, i)]
            if any(part.text.startswith("$") and part.depth == piece.depth for part in inside[:4]):
                return message("type_by_expression")
    return None


def _value_type(text: CypherText) -> Message | None:
    if any(name == "valuetype" for _, name in _calls(text)):
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
    functions = {name.upper() for _, name in _calls(text)}
    if functions & set(TIMES) and (functions & set(TEXTS) or _joins_text(text)):
        return message("text_of_time")
    return None


def _joins_text(text: CypherText) -> bool:
    """Whether something is added to a string that stands in the query."""
    return any(
        piece.is_mark("+", "||") and "string" in (text.pieces[i - 1].kind, text.pieces[i + 1].kind)
        for i, piece in enumerate(text.pieces[:-1])
    )


def _maps_compared(text: CypherText) -> Message | None:
    for i, piece in enumerate(text.pieces):
        if not piece.is_mark(*COMPARISONS):
            continue
        opening = text.partner.get(i - 1, i) if text.pieces[i - 1].is_mark("}") else i
        is_map = opening < i and not text.pieces[opening - 1].says("COUNT", "EXISTS", "COLLECT")
        if is_map or text.pieces[i + 1 : i + 2] and text.pieces[i + 1].is_mark("{"):
            return message("maps_compared")
    return None


def _duration_compared(text: CypherText) -> Message | None:
    """Neo4j says null to `<` between durations; the embedded engine compares them."""
    spans = [_duration(text, i) for i, piece in enumerate(text.pieces) if piece.says("DURATION")]
    ends = {last: first for first, last in filter(None, spans)}
    names = {
        text.pieces[last + 2].text
        for last in ends
        if last + 2 < len(text.pieces) and text.pieces[last + 1].says("AS")
    }
    names_at = {
        i for i, piece in enumerate(text.pieces) if _is_bare(text, i) and piece.text in names
    }
    starts = set(ends.values())
    for i, piece in enumerate(text.pieces):
        if piece.is_mark(*COMPARISONS) and {i - 1, i + 1} & (names_at | starts | set(ends)):
            return message("durations_compared")
    return None


def _is_bare(text: CypherText, i: int) -> bool:
    """Whether a name stands without a dot on either side."""
    return not any(piece.is_mark(".") for piece in text.pieces[max(i - 1, 0) : i + 2])


def _duration(text: CypherText, i: int) -> tuple[int, int] | None:
    """The first and last piece of `duration(…)` or `duration.between(…)`, if no dot follows."""
    j = i + 1
    while j + 1 < len(text.pieces) and text.pieces[j].is_mark("."):
        j += 2
    if j not in text.partner or not text.pieces[j].is_mark("("):
        return None
    last = text.partner[j]
    if last + 1 < len(text.pieces) and text.pieces[last + 1].is_mark("."):
        return None
    return i, last


RULES: tuple[Callable[[CypherText], Message | None], ...] = (
    _dynamic_type,
    _value_type,
    _spheres,
    _text_of_time,
    _duration_compared,
    _maps_compared,
)
