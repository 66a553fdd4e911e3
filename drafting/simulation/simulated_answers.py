"""Rows as a model might write them of known statements: right ones, wrong ones, invented ones.

Each wrong row has one error of a known family; quotations of some rows are not quite verbatim.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import content_values
from ontology.schema.fields import Field, content_fields
from ontology.schema.kinds import Statement

Row = dict[str, Any]
MIN_DISTANCE = 200


@dataclass(frozen=True)
class SimulatedRow:
    """A row with the statement that it is made of and what was done to it; "" for a right one.

    `other_kind` is the kind of the row if that is not the statement's.
    """

    statement: Statement
    row: Row
    error: str = ""
    other_kind: type[Statement] | None = None

    @property
    def kind(self) -> type[Statement]:
        """The kind that the row is a row of."""
        return self.other_kind or type(self.statement)


class Simulation:
    """Rows of the statements of a facts folder whose texts are at hand."""

    def __init__(self, facts: Facts, texts: Mapping[str, str], seed: int) -> None:
        self.facts, self.texts = facts, texts
        self.random = random.Random(seed)  # noqa: S311 - no secret, and the same rows every time
        self.statements = [
            statement
            for statement in facts.statements.values()
            if statement.source in texts and type(statement).__name__ != "Nomination"
        ]

    def rows(
        self, wrong_share: float = 0.15, invented_share: float = 0.05
    ) -> Iterator[SimulatedRow]:
        """All statements as right rows; then shares of them with an error, or elsewhere."""
        for statement in self.statements:
            yield SimulatedRow(statement, self.reword_quote(self.right_row(statement)))
        count = round(wrong_share * len(self.statements))
        pool = self.statements * 9
        self.random.shuffle(pool)
        for statement in pool:
            if count and (wrong_row := self.corrupt_row(statement)):
                count -= 1
                yield wrong_row
        for statement in self.random.sample(
            self.statements, round(invented_share * len(self.statements))
        ):
            if invented_row := self.misplaced_row(statement):
                yield invented_row

    def right_row(self, statement: Statement) -> Row:
        """What a good model would write: names for codes, and the words of the spans."""
        row: Row = {"stance": statement.stance.value}
        for field in content_fields(type(statement)):
            value = getattr(statement, field.name)
            if value is not None and field.referred_kinds:
                value = self.facts.things[value].name("zh")
            # what a curator composed is in no text
            absent = value is None or field.name in statement.composed
            row[field.name] = None if absent else str(value)
        main_span, *other_spans = statement.spans
        text = self.texts[statement.source]
        row["quote"] = text[main_span.start : main_span.end]
        row["also"] = [text[span.start : span.end] for span in other_spans]
        return row

    def reword_quote(self, row: Row) -> Row:
        """Now and then a quotation in another writing, or with words added or left out."""
        quote, chance = row["quote"], self.random.random()
        if chance < 0.03:
            quote = CleanText(quote).text
        elif chance < 0.045:
            quote = quote.replace("“", '"').replace("”", '"')
        elif chance < 0.06 and len(quote) > 6:
            place = self.random.randrange(1, len(quote) - 3)
            quote = quote[:place] + quote[place + 1 :]
        elif chance < 0.07:
            quote += "，取得显著成效"
        return {**row, "quote": quote}

    def misplaced_row(self, statement: Statement) -> SimulatedRow | None:
        """A row that quotes the passage of another statement of the same text."""
        span = statement.spans[0]
        statements = [
            other
            for other in self.statements
            if other.source == statement.source
            and abs(other.start - span.start) > MIN_DISTANCE
            and content_values(other) != content_values(statement)
        ]
        if not statements:
            return None
        spans = self.right_row(self.random.choice(statements))
        row = {**self.right_row(statement), "quote": spans["quote"], "also": spans["also"]}
        return SimulatedRow(statement, row, "invented")

    def corrupt_row(self, statement: Statement) -> SimulatedRow | None:
        """A row with one wrong cell; None if this statement has no cell of the chosen family."""
        fields = content_fields(type(statement))
        filled_fields = [field for field in fields if getattr(statement, field.name) is not None]
        families = [self._number, self._thing, self._year, self._choice, self._wording]
        error = self.random.choice(families)
        row = self.right_row(statement)
        self.random.shuffle(filled_fields)
        for field in filled_fields:
            wrong_row = error(statement, field, row)
            if wrong_row is not None and wrong_row != row:
                name = f"{error.__name__.strip('_')} {type(statement).__name__}.{field.name}"
                return SimulatedRow(statement, wrong_row, name)
        return None

    def _number(self, statement: Statement, field: Field, row: Row) -> Row | None:
        if field.name != "value":
            return None
        digits = [place for place, sign in enumerate(row["value"]) if sign.isdigit()]
        place = self.random.choice(digits)
        digit = self.random.choice([d for d in "123456789" if d != row["value"][place]])
        value = row["value"][:place] + digit + row["value"][place + 1 :]
        wording = row["value_written"] or ""
        changes_wording = row["value"] in wording and self.random.random() < 0.5
        return {**row, "value": value} | (
            {"value_written": wording.replace(row["value"], value)} if changes_wording else {}
        )

    def _thing(self, statement: Statement, field: Field, row: Row) -> Row | None:
        if not field.referred_kinds:
            return None
        kind = type(self.facts.things[getattr(statement, field.name)])
        codes = {
            code
            for other in self.statements
            if other.source == statement.source
            for f in content_fields(type(other))
            if f.referred_kinds and (code := getattr(other, f.name)) is not None
        }
        names = sorted(
            {self.facts.things[c].name("zh") for c in codes if type(self.facts.things[c]) is kind}
            - {row[field.name]}
        )
        return {**row, field.name: self.random.choice(names)} if names else None

    def _year(self, statement: Statement, field: Field, row: Row) -> Row | None:
        value = row[field.name] or ""
        if not (field.is_date and value[:4].isdigit()):
            return None
        year = str(int(value[:4]) + self.random.choice((-2, -1, 1, 2)))
        wrong_row = {**row, field.name: year + value[4:]}
        wording = f"{field.name}_written"
        if value[:4] in (row.get(wording) or "") and self.random.random() < 0.5:
            wrong_row[wording] = row[wording].replace(value[:4], year)
        return wrong_row

    def _choice(self, statement: Statement, field: Field, row: Row) -> Row | None:
        if row["stance"] in ("planned", "denied"):
            return {**row, "stance": "stated"}
        if field.name != "bound":
            return None
        return {**row, "bound": ">" if row["bound"] == "=" else "="}

    def _wording(self, statement: Statement, field: Field, row: Row) -> Row | None:
        if field.name != "local_name":
            return None
        names = sorted(
            {
                name
                for other in self.statements
                if (name := getattr(other, "local_name", None)) and name != row["local_name"]
            }
        )
        return {**row, "local_name": self.random.choice(names)} if names else None
