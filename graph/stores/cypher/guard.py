"""The doors of Cypher that lead out of the graph, shut alike on every engine.

That nothing is written is the engine's own doing: the embedded one is opened read-only, Neo4j is
asked in READ mode. But reading is not all harmless: a read-only query may load files and
addresses, call procedures, show settings and users, or end the queries of others; and a function
that only one engine has would make a query mean different things. So a query begins like a
question, calls the procedures and the functions with dots in their names that are listed here,
and loads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from graph.stores.common.base import BadQuery, QueryRefused

LONGEST = 100_000
DEEPEST = 100
BEGINNINGS = {"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "LET", "FOR", "FILTER"}
COMMANDS = re.compile(
    "CREATE|MERGE|SET|DELETE|DETACH|NODETACH|REMOVE|FOREACH|INSERT|LOAD|USING|USE|CYPHER|EXPLAIN|"
    "PROFILE|SHOW|TERMINATE|DROP|ALTER|GRANT|DENY|REVOKE|RENAME|START|STOP|ENABLE|DRYRUN|"
    "DEALLOCATE|REALLOCATE",
    re.IGNORECASE,
)
# In lower case, as the engines read them. The embedded engine answers only these as Neo4j does.
COMMON_PROCEDURES = frozenset({"db.labels", "db.relationshiptypes"})
PROCEDURES = COMMON_PROCEDURES | {
    "db.propertykeys",
    "db.schema.visualization",
    "db.schema.nodetypeproperties",
    "db.schema.reltypeproperties",
    "db.index.fulltext.querynodes",
    "db.index.fulltext.queryrelationships",
}
CLOCKS = ("date", "datetime", "localdatetime", "time", "localtime")
FUNCTIONS = {
    *(f"{c}.{part}" for c in CLOCKS for part in ("truncate", "realtime", "statement")),
    *(f"{clock}.transaction" for clock in CLOCKS),
    *(f"duration.{part}" for part in ("between", "indays", "inmonths", "inseconds")),
    "datetime.fromepoch",
    "datetime.fromepochmillis",
    "point.distance",
    "point.withinbbox",
    "vector.similarity.cosine",
    "vector.similarity.euclidean",
}

# Steps of a server's plan that reach out of the graph.
SHUT = ("LoadCSV", "Show", "Terminate", "AdministrationCommand")

# A name may be written with spaces, comments and back-ticks between its parts. White space is
# all that is neither part of a word nor punctuation of ASCII: engines know many kinds of it.
TOKEN = re.compile(
    r"""(?P<gap>//[^\n\r]*|/\*.*?(?:\*/|\Z))
    |'(?:[^'\\]|\\.)*(?:'|\Z)|"(?:[^"\\]|\\.)*(?:"|\Z)
    |`(?P<quoted>(?:[^`]|``)*)(?:`|\Z)
    |(?P<word>\$?[^\W\d]\w*)
    |(?P<mark>[.(]|[0-9!-'*-\-/:-@\[-^{-~]+|\))""",
    re.DOTALL | re.VERBOSE,
)
ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
# The same, but a backslash that is itself escaped begins nothing.
ESCAPE_OR_PAIR = re.compile(r"(\\\\)|\\u+([0-9A-Fa-f]{4})")


class Shut(QueryRefused):
    """The query asks for what is not open to queries."""


class Token(NamedTuple):
    """A word, a name in back-ticks, a punctuation mark, or a string (no text)."""

    text: str
    word: bool
    name: bool

    def says(self, word: str) -> bool:
        """Whether this is a certain key word."""
        return self.word and self.text.upper() == word


def admit(query: str, procedures: Collection[str] = PROCEDURES) -> None:
    """Lets a query pass; raises Shut or BadQuery, with a sentence."""
    if len(query) > LONGEST:
        raise Shut(f"a query has at most {LONGEST} characters")
    for reading in _readings(query):
        tokens = list(_tokens(reading))
        _begins_well(tokens)
        _is_shallow(tokens)
        _loads_nothing(tokens)
        for name, called in _dotted(tokens):
            if name.lower() not in (procedures if called else FUNCTIONS):
                kind = "procedure" if called else "function"
                raise Shut(f"the {kind} {name} is not open to queries here")


def _readings(query: str) -> set[str]:
    r"""The ways an engine may read \u escapes: as text, at once, or where none is escaped."""
    pairs = ESCAPE_OR_PAIR.sub(lambda m: m[1] or chr(int(m[2], 16)), query)
    return {query, ESCAPE.sub(lambda m: chr(int(m[1], 16)), query), pairs}


def _tokens(query: str) -> Iterator[Token]:
    for match in TOKEN.finditer(query):
        if match["gap"] is not None:
            continue
        if match["quoted"] is not None:
            yield Token(match["quoted"].replace("``", "`"), word=False, name=True)
        else:
            word = match["word"]
            yield Token(word or match["mark"] or "", word=bool(word), name=bool(word))


def _begins_well(tokens: list[Token]) -> None:
    if not tokens or not tokens[0].word or tokens[0].text.upper() in BEGINNINGS:
        return
    word = tokens[0].text
    sentence = f"a query begins with MATCH, UNWIND, WITH, RETURN or CALL and not with {word}"
    if COMMANDS.fullmatch(word):
        raise Shut(f"queries are read only: {sentence}")
    raise BadQuery(sentence)


def _is_shallow(tokens: list[Token]) -> None:
    """Some engines read brackets in brackets for minutes, where no time limit holds."""
    depth = 0
    for mark in "".join(token.text for token in tokens if not token.name):
        depth += (mark in "([{") - (mark in ")]}")
        if depth > DEEPEST:
            raise Shut(f"brackets stand in at most {DEEPEST} others")


def _loads_nothing(tokens: list[Token]) -> None:
    for one, two in zip(tokens, tokens[1:], strict=False):
        if one.says("LOAD") and two.says("CSV"):
            raise Shut("LOAD CSV reads files and addresses, which queries may not")


def _dotted(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """The names with dots that are procedures (True) or functions (False)."""
    dot, bracket = Token(".", word=False, name=False), Token("(", word=False, name=False)
    i = 0
    while i < len(tokens):
        after = i + 1
        if tokens[i].name:
            while tokens[after : after + 1] == [dot] and _names(tokens, after + 1):
                after += 2
        if tokens[i].name and "." in "".join(token.text for token in tokens[i:after]):
            called = i > 0 and tokens[i - 1].says("CALL") and tokens[i - 2 : i - 1] != [dot]
            if called or tokens[after : after + 1] == [bracket]:
                yield "".join(token.text for token in tokens[i:after]), called
        i = after


def _names(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].name


def admit_plan(kind: str | None, plan: Mapping[str, Any] | None) -> None:
    """Lets a query pass by a server's own plan for it; raises Shut.

    Here the engine itself says what it understood, whatever the query looked like.
    """
    if kind not in ("r", None):
        raise Shut("queries are read only: the server's plan is to write or to administer")
    for operator, details in _operators(plan or {}):
        name = details.partition("(")[0].strip().lower()
        if operator.startswith(SHUT) or (operator == "ProcedureCall" and name not in PROCEDURES):
            raise Shut(f"{operator} {name} is not open to queries".replace("  ", " "))


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield (
        str(plan.get("operatorType", "")).partition("@")[0],
        str(plan.get("args", {}).get("Details", "")),
    )
    for child in plan.get("children", ()):
        yield from _operators(child)
