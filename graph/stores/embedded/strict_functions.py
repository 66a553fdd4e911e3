"""Corrects functions of Cypher that the embedded engine computes differently from Neo4j.

Each stands in the engine's registry before its own function of that name, looks at the values, and
then asks the engine's own, or refuses. This runs in the child process of the engine only.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

MAX_POSITION = 2**31 - 1
# Texts that the lines of Neo4j read in two ways: blanks at the ends, and numbers of Java's form.
TWO_READINGS = re.compile(r"\s+\S.*|.*\S\s+|[+-]?0[xXoO][0-9a-fA-F]+|[+-]?\d+(_\d+)+(\.\d+)?")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
QUARTER = re.compile(r"([1-9]\d{3})-?Q([1-4])(?:-?(\d{2}))?")
PLUS_YEAR = re.compile(r"\+\d{4}-")
# How a refusal is marked among the engine's words; the key of its sentence follows.
REFUSAL_MARK = "learned-from:"
Check = Callable[[list[Any]], list[Any]]


def position(values: list[Any]) -> list[Any]:
    """The values of left, right and substring: positions and lengths of at most 32 bits."""
    for value in values[1:]:
        if isinstance(value, float):
            raise ValueError(REFUSAL_MARK + "position_fraction")
        if isinstance(value, int) and abs(value) > MAX_POSITION:
            raise ValueError(REFUSAL_MARK + "position_too_large")
    return values


def integer(values: list[Any]) -> list[Any]:
    """The value of toInteger: no text beyond 64 bits, and none that Neo4j's lines read apart."""
    text = values[0] if values else None
    if isinstance(text, str):
        if TWO_READINGS.fullmatch(text):
            raise ValueError(REFUSAL_MARK + "number_two_readings")
        if NUMBER.fullmatch(text) and not -(2**63) <= _whole_part(text) < 2**63:
            raise ValueError(REFUSAL_MARK + "integer_too_large")
    return values


def integer_or_null(values: list[Any]) -> list[Any]:
    """The value of toIntegerOrNull: null for a text beyond 64 bits."""
    try:
        return integer(values)
    except ValueError as refusal:
        if str(refusal) != REFUSAL_MARK + "integer_too_large":
            raise
        return [None]


def integers(values: list[Any]) -> list[Any]:
    """The values of toIntegerList, like `integer`."""
    for part in values[0] if values and isinstance(values[0], list) else ():
        integer([part])
    return values


def date(values: list[Any]) -> list[Any]:
    """The value of date: quarters (`2019-Q2`) and a plus sign as the day that they mean."""
    text = values[0] if values else None
    if isinstance(text, dict) and "day" in text and "month" not in text and "date" not in text:
        raise ValueError(REFUSAL_MARK + "day_without_month")
    if not isinstance(text, str):
        return values
    if (quarter := QUARTER.fullmatch(text)) is not None:
        year, month, day = int(quarter[1]), 3 * int(quarter[2]) - 2, int(quarter[3] or 1)
        first = datetime.date(year, month, 1)
        after = datetime.date(year + month // 10, (month + 2) % 12 + 1, 1)
        if 0 < day <= (after - first).days:
            return [(first + datetime.timedelta(day - 1)).isoformat(), *values[1:]]
    if PLUS_YEAR.match(text):
        return [text[1:], *values[1:]]
    return values


def check_float_text(values: list[Any]) -> list[Any]:
    """The values of toFloat and its kin: no text that Neo4j's lines read apart."""
    for part in values[0] if values and isinstance(values[0], list) else values[:1]:
        if isinstance(part, str) and part == part.strip() and TWO_READINGS.fullmatch(part):
            raise ValueError(REFUSAL_MARK + "number_two_readings")
    return values


def absolute(values: list[Any]) -> list[Any]:
    """The value of abs: not the smallest integer, for which Neo4j's lines differ."""
    if isinstance(values[0], int) and values[0] == -(2**63):
        raise ValueError(REFUSAL_MARK + "smallest_abs")
    return values


def index(values: list[Any]) -> list[Any]:
    """A position in a list, at most of 32 bits."""
    if isinstance(values[0], int) and abs(values[0]) > MAX_POSITION:
        raise ValueError(REFUSAL_MARK + "position_too_large")
    return values


def check_sliced_value(values: list[Any]) -> list[Any]:
    """The value of which a position or a part is taken: no text, which Neo4j does not cut so."""
    if isinstance(values[0], str):
        raise ValueError(REFUSAL_MARK + "text_sliced")
    return values


def predicate(values: list[Any]) -> list[Any]:
    """The value of a condition: true, false or null."""
    if not isinstance(values[0], bool | None):
        raise ValueError(REFUSAL_MARK + "no_condition")
    return values


def _whole_part(text: str) -> int:
    """The whole part of a number; a number beyond all floats as one beyond 64 bits."""
    if re.fullmatch(r"[+-]?\d+", text):
        return int(text)
    value = float(text)
    return int(value) if abs(value) < 2**64 else 2**64


CHECKS: dict[str, Check] = {
    **dict.fromkeys(("left", "right", "substring"), position),
    "abs": absolute,
    "tointeger": integer,
    "tointegerornull": integer_or_null,
    "tointegerlist": integers,
    "date": date,
    **dict.fromkeys(("tofloat", "tofloatornull", "tofloatlist"), check_float_text),
}
# Functions of our own, which `graph.stores.cypher.checked_values` writes into a query.
OWN_FUNCTIONS: dict[str, Check] = {
    "learnedfrom.index": index,
    "learnedfrom.sliced": check_sliced_value,
    "learnedfrom.predicate": predicate,
}


def register() -> None:
    """Puts the functions into the engine's registry."""
    import jpype

    registry = jpype.JClass("com.arcadedb.function.CypherFunctionRegistry")
    factory = jpype.JClass("com.arcadedb.query.opencypher.executor.CypherFunctionFactory")
    sql = jpype.JClass("com.arcadedb.function.sql.DefaultSQLFunctionFactory").getInstance()
    originals = {name: factory(sql).getFunctionExecutor(name) for name in CHECKS}
    for name, check in CHECKS.items():
        registry.registerOrReplace(_function(jpype, name, check, originals[name]))
    for name, check in OWN_FUNCTIONS.items():
        registry.registerOrReplace(_function(jpype, name, check, None))


def _function(jpype: Any, name: str, check: Check, original: Any) -> Any:
    """A function of the engine's interface that checks its values, then asks the original."""
    error = jpype.JClass("com.arcadedb.exception.CommandExecutionException")

    def execute(arguments: Any, context: Any) -> Any:
        try:
            values = [_python_value(jpype, value) for value in arguments]
            checked = check(values)
        except ValueError as refusal:
            raise error(str(refusal)) from None
        if original is None:
            return arguments[0]
        if checked is not values:  # only checks of the first value alone change it
            first = None if checked[0] is None else jpype.JString(checked[0])
            arguments = jpype.JArray(jpype.JObject)([first, *list(arguments)[1:]])
        return original.execute(arguments, context)

    methods: dict[str, Any] = {
        "execute": execute,
        "getName": lambda: name,
        "getMinArgs": lambda: 1 if original is None else original.getMinArgs(),
        "getMaxArgs": lambda: 1 if original is None else original.getMaxArgs(),
        "getDescription": lambda: "",
        "getSyntax": lambda: "",
        "getAlias": lambda: None,
        "getAliases": lambda: jpype.java.util.ArrayList(),
        "checkArity": lambda *values: None,
        "validateArgs": lambda *values: None,
        "aggregateResults": lambda: False,
    }
    return jpype.JProxy("com.arcadedb.function.StatelessFunction", dict=methods)


def _python_value(jpype: Any, value: Any) -> Any:
    """A value of Java as Python's, as far as the checks look at it."""
    if isinstance(value, jpype.JString):
        return str(value)
    if isinstance(value, jpype.java.lang.Boolean):
        return bool(value)
    if isinstance(value, jpype.java.lang.Double | jpype.java.lang.Float):
        return float(value)
    if isinstance(value, jpype.java.lang.Number):
        return int(value.longValue())
    if isinstance(value, jpype.java.util.Map):
        return {str(key): None for key in value.keySet()}
    if isinstance(value, jpype.java.util.List):
        return [_python_value(jpype, part) for part in value]
    return value
