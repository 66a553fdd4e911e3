"""Checks of numbers and years in digits, which read the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from drafting.lint.checks.figures.rates import UNITS_OF_TIME
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.clean_text import CleanText
from ontology.schema.fields import WRITTEN_SUFFIX, fields
from ontology.schema.kinds import Measurement

# A number in digits, with its thousands and its decimals: 1,200.5.
NUMBER = re.compile(r"[0-9]{1,3}(?:[,\u00a0\u2009][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
THOUSANDS = re.compile("[,\u00a0\u2009]")
YEAR = re.compile("(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")


def check_digits(evidence: Evidence, names: ThingNames) -> Iterator[Finding]:
    """Findings on a value with other digits than its words, and a date in none of their years."""
    statement = evidence.statement
    if isinstance(statement, Measurement) and statement.unit not in UNITS_OF_TIME:
        numbers = NUMBER.findall(CleanText(statement.value_written).text)
        if len(numbers) == 1 and _digits(numbers[0]) != _digits(f"{statement.value:f}"):
            yield evidence.finding(
                FindingCode.VALUE,
                "value",
                "other_value",
                words=statement.value_written,
                value=numbers[0],
            )
    for field in fields(type(statement)):
        name = field.name.removesuffix("_period")
        written = getattr(statement, field.name + WRITTEN_SUFFIX, None) or getattr(
            statement, name + WRITTEN_SUFFIX, None
        )
        years = YEAR.findall(written or "") if field.is_date else []
        date_years = YEAR.findall(getattr(statement, field.name) or "") if years else []
        if date_years and set(date_years).isdisjoint(years):
            yield evidence.finding(
                FindingCode.DATE, field.name, "other_date", words=written or "", date=years[0]
            )


def _digits(number: str) -> str:
    """The digits of a number without the zeros that its scale adds: 12 of 1.2 million."""
    value = Decimal(THOUSANDS.sub("", number)).normalize()
    return "".join(map(str, value.as_tuple().digits))
