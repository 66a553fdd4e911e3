"""The guard of Cypher queries, the same for every engine: no query reaches out of the graph.

The engines write nothing: the embedded one is opened read-only, Neo4j is used in READ mode. But a
read-only query may still load files and addresses, call procedures, show settings and users, or end
the queries of others. A function that only one engine has would also give a query different
meanings. So a query must begin with a reading clause, may load nothing, and may call only the
procedures and functions with dots in their names that are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from graph.stores.messages import message
from graph.stores.query_text import other_language
from graph.stores.store import BadQuery, QueryRefused

MAX_CHARACTERS = 100_000
MAX_NESTING = 100
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

# Functions that the program writes into a query for the embedded engine; no query may call them.
CHECKED_VALUES = {f"learnedfrom.{check}" for check in ("index", "sliced", "predicate")}

# Steps of a server's plan that reach out of the graph.
FORBIDDEN_STEPS = ("LoadCSV", "Show", "Terminate", "AdministrationCommand")

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
# The same, but an escaped backslash begins no escape.
ESCAPE_OR_PAIR = re.compile(r"(\\\\)|\\u+([0-9A-Fa-f]{4})")


class QueryForbidden(QueryRefused):
    """The query asks for something that queries may not do."""


class Token(NamedTuple):
    """A word, a name in back-ticks, a punctuation mark, or a string (no text)."""

    text: str
    word: bool
    name: bool

    def says(self, word: str) -> bool:
        """Whether this is a certain key word."""
        return self.word and self.text.upper() == word


def check_query(
    query: str,
    procedures: Collection[str] = PROCEDURES,
    functions: Collection[str] = FUNCTIONS,
) -> None:
    """Checks a query before it is sent; raises QueryForbidden or BadQuery."""
    if len(query) > MAX_CHARACTERS:
        raise QueryForbidden(message("query_length", limit=MAX_CHARACTERS))
    for reading in _readings(query):
        tokens = list(_tokens(reading))
        _check_first_word(tokens)
        _check_nesting(tokens)
        _check_loading(tokens)
        for name, is_procedure in _dotted_is_name(tokens):
            if name.lower() not in (procedures if is_procedure else functions):
                raise QueryForbidden(
                    message("procedure", name=name)
                    if is_procedure
                    else message("function", name=name)
                )


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


def _check_first_word(tokens: list[Token]) -> None:
    if not tokens:
        raise BadQuery(message("empty_query"))
    if not tokens[0].word or tokens[0].text.upper() in BEGINNINGS:
        return
    word = tokens[0].text
    if COMMANDS.fullmatch(word):
        raise QueryForbidden(message("command", word=word))
    raise BadQuery(other_language(word, "cypher") or message("first_word", word=word))


def _check_nesting(tokens: list[Token]) -> None:
    """Some engines parse nested brackets for minutes, and no time limit applies then."""
    depth = 0
    for mark in "".join(token.text for token in tokens if not token.name):
        depth += (mark in "([{") - (mark in ")]}")
        if depth > MAX_NESTING:
            raise QueryForbidden(message("nesting", limit=MAX_NESTING))


def _check_loading(tokens: list[Token]) -> None:
    for token, following in zip(tokens, tokens[1:], strict=False):
        if token.says("LOAD") and following.says("CSV"):
            raise QueryForbidden(message("load_csv"))


def _dotted_is_name(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """The names with dots that are procedures (True) or functions (False)."""
    dot, bracket = Token(".", word=False, name=False), Token("(", word=False, name=False)
    i = 0
    while i < len(tokens):
        after = i + 1
        if tokens[i].name:
            while tokens[after : after + 1] == [dot] and _is_name(tokens, after + 1):
                after += 2
        if tokens[i].name and "." in "".join(token.text for token in tokens[i:after]):
            after_call = i > 0 and tokens[i - 1].says("CALL") and tokens[i - 2 : i - 1] != [dot]
            if after_call or tokens[after : after + 1] == [bracket]:
                yield "".join(token.text for token in tokens[i:after]), after_call
        i = after


def _is_name(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].name


def check_plan(kind: str | None, plan: Mapping[str, Any] | None) -> None:
    """Checks the server's own plan for a query; raises QueryForbidden.

    The plan shows what the engine understood, however the query is written.
    """
    if kind not in ("r", None):
        raise QueryForbidden(message("plan_writes"))
    for operator, details in _operators(plan or {}):
        name = details.partition("(")[0].strip().lower()
        if operator.startswith(FORBIDDEN_STEPS) or (
            operator == "ProcedureCall" and name not in PROCEDURES
        ):
            raise QueryForbidden(message("plan_step", step=f"{operator} {name}".strip()))


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield (
        str(plan.get("operatorType", "")).partition("@")[0],
        str(plan.get("args", {}).get("Details", "")),
    )
    for child in plan.get("children", ()):
        yield from _operators(child)
