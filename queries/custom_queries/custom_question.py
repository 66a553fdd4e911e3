"""A custom query as a question: its parameters, by its header or by the catalogue's names.

The query may begin with a header as the catalogue's files have it, in comment lines (`//` in
Cypher, `#` in SPARQL). A parameter that the header does not describe is the catalogue's parameter
of this name: `$place` in Cypher, `VALUES ?place { "code" }` in SPARQL.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from graph.stores.cypher.tokens import CypherText
from graph.stores.store import DATASET
from queries.catalogue import (
    AnswerColumn,
    Question,
    QuestionParameter,
    questions,
    read_column,
    read_parameter,
)
from texts.tables import BilingualText

CUSTOM_KEY = "custom"
MARKS = {"cypher": "//", "sparql": "#"}
VALUES_PATTERN = re.compile(r'VALUES \?(\w+) \{ (?:"([^"\\]*)"|(\d+)) \}')


def custom_question(text: str, language: str) -> Question:
    """The question of a query in `cypher` or `sparql`; without a header it has no columns."""
    header, _ = split_header(text, language)
    parameters_in_header = {
        key: parameter
        for key, part in _tables(header, "parameters")
        if (parameter := _parameter(key, part))
    }
    parameters = {**catalogue_parameters(), **parameters_in_header}
    names = [name for name in parameter_names(text, language) if name in parameters]
    columns = [column for key, part in _tables(header, "columns") if (column := _column(key, part))]
    title = _names_in_header(header.get("title"))
    return Question(
        key=CUSTOM_KEY,
        title=title,
        question=_names_in_header(header.get("question")),
        parameters=tuple(parameters[name] for name in names),
        columns=tuple(columns),
        cypher=text,
        sparql=text,
    )


def parameter_names(text: str, language: str) -> tuple[str, ...]:
    """The names of a query's parameters in their order, without that of the dataset."""
    if language == "sparql":
        return tuple(dict.fromkeys(match[1] for match in VALUES_PATTERN.finditer(text)))
    pieces = CypherText(text).pieces
    names = (piece.text[1:] for piece in pieces if piece.text.startswith("$"))
    return tuple(dict.fromkeys(name for name in names if name and name != DATASET))


def split_header(text: str, language: str) -> tuple[Mapping[str, Any], str]:
    """The header that a query begins with, empty if it has none, and the query without it."""
    mark = MARKS[language]
    lines = text.lstrip().splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith(mark)), len(lines))
    try:
        header = tomllib.loads("\n".join(line.removeprefix(mark) for line in lines[:count]))
    except tomllib.TOMLDecodeError:  # comments in words
        return {}, text
    return (header, "\n".join(lines[count:]).strip() + "\n") if header else ({}, text)


@cache
def catalogue_parameters() -> Mapping[str, QuestionParameter]:
    """The catalogue's parameters by name; of several with a name, the most frequent."""
    counts: dict[str, Counter[QuestionParameter]] = {}
    for question in questions().values():
        for parameter in question.parameters:
            counts.setdefault(parameter.key, Counter())[parameter] += 1
    return {name: counter.most_common(1)[0][0] for name, counter in sorted(counts.items())}


def _tables(header: Mapping[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    tables = header.get(name)
    if isinstance(tables, dict):
        yield from ((key, part) for key, part in tables.items() if isinstance(part, dict))


def _parameter(key: str, part: dict[str, Any]) -> QuestionParameter | None:
    """A parameter, or none if the reader has not described it fully yet."""
    try:
        return read_parameter(key, part)
    except (KeyError, TypeError, ValueError):
        return None


def _column(key: str, part: dict[str, Any]) -> AnswerColumn | None:
    try:
        return read_column(key, part)
    except (KeyError, TypeError, ValueError):
        return None


def _names_in_header(value: object) -> BilingualText:
    match value:
        case {"zh": str() as zh, "en": str() as en}:
            return BilingualText(zh, en)
        case _:
            return BilingualText("", "")
