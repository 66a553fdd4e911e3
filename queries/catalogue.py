"""The query files into questions: names, parameters and columns in both languages.

A question is a pair NAME.cypher and NAME.rq beside this file. The Cypher file begins with
comment lines that are TOML:

    title, question      in zh and en
    [parameters.NAME]    type, names, the worked example's value, and `optional = true` if it stands
                         for a parameter that is left out
    [columns.NAME]       type (a word of ColumnType) and names; `of` says which choices a choice or
                         the members of a list may be, or "word" if they are words of the schema
    [chart]              where one suits: type, `of` (the columns that name a mark), `value` (the
                         column that places it), and `panel` (those whose marks share an axis)

A SPARQL file may have a line `# relations: …` in place of a list of kinds; see relations.py.

A parameter's type is a list of kinds of thing, whose codes it takes (`Actor` is every kind that can
act), or one of the words of ValueType. The worked example's rows are in answers/NAME.csv.

    QueryError           the base of this package's errors
    ├── UnknownQuestion  there is no question of this name
    ├── BadHeader        a query file's header is wrong
    └── BadParameter     a parameter is missing, unknown or not of its type
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from ontology.schema.fields import fields
from ontology.schema.kinds import ACTORS, TABLES
from queries.relations import with_relations
from texts.tables import BilingualText

QUERY_FOLDER = Path(__file__).parent
ACTOR = "Actor"
WORD_COLUMN = ("word",)  # what `of` says of a list whose members are keys of words
HEADER_PATTERN = re.compile(r"(?://[^\n]*\n)*")


class QueryError(Exception):
    """The base of this package's errors."""


class UnknownQuestion(QueryError):
    """There is no question of this name."""


class BadHeader(QueryError):
    """A query file's header is wrong."""


class BadParameter(QueryError):
    """A parameter is missing, unknown or not of its type."""


class ValueType(StrEnum):
    """What a parameter can be besides the code of a thing.

    A day may be typed as any EDTF date: `2020` is its first day as one, its last as the other; or
    as the version of a release.
    """

    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    CLOCK = "clock"
    STANCE = "stance"
    NUMBER = "number"


class Clock(StrEnum):
    """The meaning of a question's days: when something was so, or since when it is known."""

    DATE = "date"
    RELEASE = "release"


class ColumnType(StrEnum):
    """What a column holds.

    A thing's code, codes of things parted by spaces, a value of a choice, the key of a word of the
    schema, text, a date in EDTF, a number, or a list (of statement ids, if its header says nothing
    else).
    """

    THING = "thing"
    THINGS = "things"
    CHOICE = "choice"
    WORD = "word"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    LIST = "list"


class ChartType(StrEnum):
    """What a chart shows: how many, a measured figure with its bound, or when."""

    AMOUNTS = "amounts"
    FIGURES = "figures"
    DATES = "dates"


@dataclass(frozen=True)
class QuestionParameter:
    """A parameter: its name, the kinds of thing whose codes it takes or its value type.

    An optional one that is left out has the example's value.
    """

    key: str
    type: tuple[str, ...] | ValueType
    name: BilingualText
    example: str | int
    optional: bool = False


@dataclass(frozen=True)
class AnswerColumn:
    """A column of the answer; `choices` are the choices whose values it holds, or WORD_COLUMN."""

    key: str
    type: ColumnType
    name: BilingualText
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """How an answer is drawn: the keys of the columns that name, place and part its marks."""

    type: ChartType
    name_columns: tuple[str, ...]
    value: str
    panel: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question with its text in both query languages."""

    key: str
    title: BilingualText
    question: BilingualText
    parameters: tuple[QuestionParameter, ...]
    columns: tuple[AnswerColumn, ...]
    cypher: str
    sparql: str
    chart: Chart | None = None

    def text(self, language: str) -> str:
        """The query in `cypher` or `sparql`."""
        return self.cypher if language == "cypher" else self.sparql

    def example(self) -> dict[str, str | int]:
        """The parameters of the worked example."""
        return {parameter.key: parameter.example for parameter in self.parameters}

    def values_to_ask_with(self, values: Mapping[str, str | int]) -> dict[str, str | int]:
        """The parameters to ask with; raises BadParameter if one is missing or unknown."""
        keys = [parameter.key for parameter in self.parameters]
        optional = {entry.key: entry.example for entry in self.parameters if entry.optional}
        if set(values) - set(keys) or set(keys) - set(values) - set(optional):
            raise BadParameter(f"{self.key}: {', '.join(keys)}")
        return {**optional, **values}


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its name; raises BadHeader."""
    return {path.stem: _question(path) for path in sorted(QUERY_FOLDER.glob("*.cypher"))}


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    if key not in questions():
        raise UnknownQuestion(key)
    return questions()[key]


def _question(path: Path) -> Question:
    cypher = path.read_text(encoding="utf-8")
    match = HEADER_PATTERN.match(cypher)
    lines = match[0].splitlines() if match else []
    try:
        header = tomllib.loads("\n".join(line.removeprefix("//") for line in lines))
        return Question(
            key=path.stem,
            title=BilingualText(**header["title"]),
            question=BilingualText(**header["question"]),
            parameters=tuple(
                read_parameter(*item) for item in header.get("parameters", {}).items()
            ),
            columns=tuple(read_column(*item) for item in header["columns"].items()),
            cypher=cypher,
            sparql=with_relations(path.with_suffix(".rq").read_text(encoding="utf-8")),
            chart=_chart(header.get("chart"), header["columns"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, OSError) as error:
        raise BadHeader(f"{path.name}: {error}") from error


def read_parameter(key: str, header: dict[str, Any]) -> QuestionParameter:
    """A parameter from its part of a header; raises KeyError, TypeError or ValueError."""
    type = header["type"]
    value_type = ValueType(type) if isinstance(type, str) else tuple(_kinds(type))
    name, optional = BilingualText(header["zh"], header["en"]), header.get("optional", False)
    return QuestionParameter(key, value_type, name, header["example"], optional)


def _kinds(names: list[str]) -> Iterator[str]:
    for name in names:
        yield from (kind.__name__ for kind in ACTORS) if name == ACTOR else (name,)


def read_column(key: str, header: dict[str, Any]) -> AnswerColumn:
    """A column from its part of a header; raises KeyError, TypeError or ValueError."""
    choices = tuple(header.get("of", ()))
    if unknown := {*choices} - _choice_names() - {*WORD_COLUMN}:
        raise ValueError(f"{key}: of {', '.join(sorted(unknown))}")
    type = ColumnType(header["type"])
    if type is ColumnType.CHOICE and not choices:
        raise ValueError(f"{key}: a choice needs `of`")
    return AnswerColumn(key, type, BilingualText(header["zh"], header["en"]), choices)


@cache
def _choice_names() -> frozenset[str]:
    """The names of all choices that a field of a kind holds, such as `Stance`."""
    return frozenset(f.value_type.__name__ for kind in TABLES for f in fields(kind) if f.choices)


def _chart(header: dict[str, Any] | None, columns: Mapping[str, object]) -> Chart | None:
    if header is None:
        return None
    chart = Chart(
        ChartType(header["type"]),
        tuple(header["of"]),
        header["value"],
        tuple(header.get("panel", ())),
    )
    if unknown := {*chart.name_columns, chart.value, *chart.panel} - columns.keys():
        raise ValueError(f"chart: {', '.join(sorted(unknown))}")
    return chart
