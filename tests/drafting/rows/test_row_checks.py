"""A row is checked beside few rows, and nothing is missed by that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from drafting.rows import row_checks
from drafting.rows.fact_rows import fact_rows, neighbour_rows
from drafting.rows.row_checks import ROW_CHECKS, RowChecks
from drafting.rows.typed_row import TypedRow
from graph.model.facts import Facts
from graph.model.statement_content import references
from loaders.facts.facts_folder import read_facts
from loaders.facts.parsed_folder import ParsedFolder, ParsedRow
from ontology.schema.kinds import (
    HasModel,
    Indicator,
    Kind,
    LearnedFrom,
    Mechanism,
    Statement,
    Within,
)
from ontology.schema.things import Thing

SMALL_FOLDER = Path(__file__).parents[2] / "small"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts(SMALL_FOLDER)


AnyKind = TypeVar("AnyKind", bound=Kind)


def _changed_value(value: AnyKind, **changes: object) -> AnyKind:
    """A value with other fields."""
    return value.model_copy(update=changes)


def _rows(facts: Facts) -> Iterator[ParsedRow]:
    yield from fact_rows(facts).rows


def _changed(facts: Facts) -> Iterator[ParsedRow]:
    """Every row of the facts once more, and with each name of a thing exchanged for others."""
    codes = sorted(facts.things)
    for read in _rows(facts):
        yield read
        for place, (column, code) in enumerate(references(read.value)):
            for other in ("no-such-code", codes[place - 1]):
                if getattr(read.value, column) == code:
                    yield ParsedRow(read.row, _changed_value(read.value, **{column: other}))
        if isinstance(read.value, Statement):
            yield ParsedRow(
                read.row, _changed_value(read.value, sha256="0" * 64, end=read.value.end)
            )
            yield ParsedRow(read.row, _changed_value(read.value, end=10**6))
        match read.value:
            case Within(part=part, whole=whole):
                yield ParsedRow(read.row, _changed_value(read.value, part=whole, whole=part))
            case HasModel():
                yield ParsedRow(read.row, _changed_value(read.value, since="2100"))
            case LearnedFrom():
                yield ParsedRow(read.row, _changed_value(read.value, when="1900"))
            case Mechanism(code=code) | Indicator(code=code):
                kind: type[Thing] = type(read.value)
                for sister in facts.things_of(kind):
                    yield ParsedRow(
                        read.row, _changed_value(read.value, code="new-code", broader=sister.code)
                    )
                    yield ParsedRow(read.row, _changed_value(sister, broader=code))


def _name(facts: Facts, value: Kind) -> str:
    """The id of a statement, the code of a thing."""
    if isinstance(value, Statement):
        return facts.statement_ids[value]
    return str(getattr(value, "code", ""))


def _all_faults(facts: Facts, added: ParsedRow, without: frozenset[str]) -> list[str]:
    """What every check says of the whole folder."""
    kept = [read for read in _rows(facts) if _name(facts, read.value) not in without]
    folder = ParsedFolder(facts.dataset, (*kept, added))
    return sorted(str(fault) for check in ROW_CHECKS for fault in check(folder))


def test_few_rows_show_the_faults_that_all_rows_show(facts: Facts) -> None:
    rows, seen_faults = fact_rows(facts), 0
    names = [frozenset[str](), frozenset([next(iter(facts.statements))])]
    for added in _changed(facts):
        for without in names:
            checks = RowChecks(facts.dataset, rows, (), without)
            few = sorted(map(str, checks.faults(TypedRow(added.row, added.value))))
            assert few == _all_faults(facts, added, without), added
            seen_faults += len(few)
    assert seen_faults > 100


def test_a_thing_under_another_code_leaves_those_that_name_it(facts: Facts) -> None:
    rows = fact_rows(facts)
    for read in rows.rows:
        code = getattr(read.value, "code", "")
        if code:
            without = frozenset([code])
            renamed = ParsedRow(read.row, _changed_value(read.value, code="another-code"))
            few = RowChecks(facts.dataset, rows, (), without).faults(TypedRow(*_pair(renamed)))
            assert sorted(map(str, few)) == _all_faults(facts, renamed, without)


def _pair(read: ParsedRow) -> tuple:
    return read.row, read.value


def test_a_check_looks_at_few_rows_of_a_large_folder(facts: Facts) -> None:
    """Of ten times the statements, each about things of its own, no more rows are looked at."""
    lesson = facts.statements_of(LearnedFrom)[0]
    rows = fact_rows(facts)
    few = neighbour_rows(facts.dataset, (rows,), ParsedRow(rows.rows[0].row, lesson), ())
    others = {
        f"other-{number}": _changed_value(
            lesson,
            learner=f"place-{number}",
            teacher=f"town-{number}",
            model=None,
            start=number,
            end=number + 1,
        )
        for number in range(10 * len(rows.rows))
    }
    many = replace(facts, statements={**facts.statements, **others})
    again = neighbour_rows(
        many.dataset, (fact_rows(many),), ParsedRow(rows.rows[0].row, lesson), ()
    )
    assert len(again.rows) == len(few.rows) < len(rows.rows)


def test_the_rows_of_facts_are_made_once(monkeypatch: pytest.MonkeyPatch, facts: Facts) -> None:
    calls = []
    checks = RowChecks(facts.dataset, fact_rows(facts))
    monkeypatch.setattr(row_checks, "RowIndex", lambda *_: calls.append(1))
    for read in list(_rows(facts))[:20]:
        checks.faults(TypedRow(read.row, read.value))
    assert calls == []
