"""Statements made wrong on purpose, by chance that a seed repeats: what the lint is to find."""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from graph.model.facts import Facts
from ontology.schema.edtf import edtf_interval
from ontology.schema.fields import fields, reference_fields
from ontology.schema.kinds import (
    Adoption,
    Bound,
    DerivedFrom,
    Endorsement,
    LearnedFrom,
    Measurement,
    MemberOf,
    Organisation,
    Place,
    Stance,
    Statement,
    Unit,
    Within,
)

StatementKind = TypeVar("StatementKind", bound=Statement)

# What another number can be; 零 and 一 often stand in other words.
LETTERS = "二三四五六七八九"
# The ends of the kinds of link that have a direction.
ENDS: Mapping[type[Statement], tuple[str, str]] = {
    LearnedFrom: ("learner", "teacher"),
    DerivedFrom: ("model", "origin"),
    Within: ("part", "whole"),
    MemberOf: ("member", "group"),
    Endorsement: ("endorser", "endorsed"),
}
DEEDS = ("Adoption", "HasModel", "Measurement", "LearnedFrom", "Designation", "Cooperation")


@dataclass(frozen=True)
class Corrupter:
    """Corrupts statements of a facts folder; those it is given pass the lint as they are.

    `texts` are the raw texts of the sources.
    """

    facts: Facts
    rows: Sequence[Statement]
    rng: random.Random
    texts: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def statements(self, *kinds: type[StatementKind]) -> list[StatementKind]:
        return [row for row in self.rows if isinstance(row, kinds)]

    @cached_property
    def places(self) -> dict[str, list[str]]:
        """The places that each source's statements name."""
        by_source: dict[str, set[str]] = {}
        for row in self.facts.statements.values():
            for field in reference_fields(type(row)):
                code = getattr(row, field.name)
                if isinstance(self.facts.things.get(code or ""), Place):
                    by_source.setdefault(row.source, set()).add(code)
        return {source: sorted(codes) for source, codes in by_source.items()}

    def place_fields(self, row: Statement) -> list[str]:
        names = [field.name for field in reference_fields(type(row))]
        return [n for n in names if isinstance(self.facts.things.get(getattr(row, n) or ""), Place)]

    def dates(self, row: Statement) -> list[str]:
        dated = [field.name for field in fields(type(row)) if field.is_date]
        return [name for name in dated if re.search("[0-9]{4}", getattr(row, name) or "")]

    # --- the nine main kinds ----------------------------------------------------------------

    def number(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            written, value = self.other_digits(row.value_written), self.other_digits(str(row.value))
            if self.rng.random() < 0.5 and written != row.value_written:
                changed: dict[str, object] = {"value_written": written}
                if self.rng.random() < 0.7:
                    changed["value"] = row.value + self.rng.randint(1, 9)
                yield changed_row(row, **changed)
            elif Decimal(value) != row.value:
                yield changed_row(row, value=Decimal(value))

    def place(self) -> Iterator[Statement]:
        for row in self.cycle(*DEED_KINDS):
            names = [n for n in self.place_fields(row)[:1] if getattr(row, n) != "CN"]
            here = self.places.get(row.source, [])
            elsewhere = sorted({c for codes in self.places.values() for c in codes} - set(here))
            pool = here if self.rng.random() < 0.6 else elsewhere
            if names and (others := [c for c in pool if c != getattr(row, names[0])]):
                yield changed_row(row, **{names[0]: self.rng.choice(others)})

    def year(self) -> Iterator[Statement]:
        for row in self.cycle(Statement):
            if not (names := self.dates(row)):
                continue
            name = self.rng.choice(names)
            match = re.search("[0-9]{4}", getattr(row, name))
            assert match is not None  # as dates() has it
            old = match[0]
            new = str(int(old) + self.rng.choice([-3, -2, -1, 1, 2]))
            changed = {name: getattr(row, name).replace(old, new)}
            words = f"{name.removesuffix('_period')}_written"
            words = f"{name}_written" if hasattr(row, f"{name}_written") else words
            if self.rng.random() < 0.4 and old in (getattr(row, words, None) or ""):
                changed[words] = getattr(row, words).replace(old, new)
            if is_date(changed[name]):
                yield changed_row(row, **changed)

    def bound(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            yield changed_row(row, bound=self.rng.choice([b for b in Bound if b is not row.bound]))

    def unit(self) -> Iterator[Statement]:
        units = [unit.code for unit in self.facts.things_of(Unit)]
        for row in self.cycle(Measurement):
            yield changed_row(row, unit=self.rng.choice([u for u in units if u != row.unit]))

    def stance(self) -> Iterator[Statement]:
        planned = [row for row in self.rows if row.stance is Stance.PLANNED]
        for row in self.cycle(*DEED_KINDS):
            if self.rng.random() < 0.5 and planned:
                yield changed_row(self.rng.choice(planned), stance=Stance.STATED)
            elif row.stance is Stance.STATED:
                stances = [Stance.PLANNED, Stance.PLANNED, Stance.DENIED]
                yield changed_row(row, stance=self.rng.choice(stances))

    def mechanism(self) -> Iterator[Statement]:
        used = sorted({row.mechanism for row in self.facts.statements_of(Adoption)})
        for row in self.cycle(Adoption):
            if others := [m for m in used if m != row.mechanism]:
                yield changed_row(row, mechanism=self.rng.choice(others))

    def swapped_ends(self) -> Iterator[Statement]:
        for row in self.cycle(*ENDS):
            start, end = ENDS[type(row)]
            kinds = {
                name: next(f for f in reference_fields(type(row)) if f.name == name)
                for name in (start, end)
            }
            things = {
                name: type(self.facts.things[getattr(row, name)]).__name__ for name in (start, end)
            }
            if things[end] in kinds[start].referred_kinds and (
                things[start] in kinds[end].referred_kinds
            ):
                changed = {start: getattr(row, end), end: getattr(row, start)}
                yield changed_row(row, **changed)

    def wrong_passage(self) -> Iterator[Statement]:
        for row in self.cycle(Statement):
            others = [
                other
                for other in self.facts.statements.values()
                if other.source == row.source and abs(other.start - row.start) > 200
            ]
            if others:
                other = self.rng.choice(others)
                names = ("start", "end", "sha256", "also_at")
                yield changed_row(row, **{name: getattr(other, name) for name in names})

    # --- further kinds ----------------------------------------------------------------------

    def rate(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            pers = [per for per in (None, "day", "year", "month") if per != row.per]
            yield changed_row(row, per=self.rng.choice(pers))

    def baseline(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            if row.baseline is not None:
                value, baseline = row.value, row.baseline
                yield self.rng.choice(
                    [
                        changed_row(row, baseline=baseline + self.rng.randint(1, 20)),
                        changed_row(row, baseline=value, value=baseline),
                    ]
                )

    def scale(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            factor = self.rng.choice([Decimal(10), Decimal(10000), Decimal("0.0001")])
            yield changed_row(row, value=row.value * factor)

    def scale_words(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            for old, new, factor in (("万", "亿", 10000), ("亿", "万", Decimal("0.0001"))):
                if old in row.value_written:
                    written = row.value_written.replace(old, new)
                    yield changed_row(row, value_written=written, value=row.value * factor)

    def other_row(self) -> Iterator[Statement]:
        """The figure of another row of the same article."""
        for row in self.cycle(Measurement):
            others = [
                other
                for other in self.facts.statements_of(Measurement)
                if other.source == row.source and other.value != row.value
            ]
            if others:
                other = self.rng.choice(others)
                names = ("value", "value_written", "bound", "unit", "per")
                yield changed_row(row, **{name: getattr(other, name) for name in names})

    def same_passage(self) -> Iterator[Statement]:
        """The figure of another row of the same passage."""
        for row in self.cycle(Measurement):
            others = [
                other
                for other in self.facts.statements_of(Measurement)
                if (other.source, other.start) == (row.source, row.start)
                and other.value != row.value
                and other.indicator != row.indicator
            ]
            if others:
                other = self.rng.choice(others)
                names = ("value", "value_written", "bound", "unit", "per")
                yield changed_row(row, **{name: getattr(other, name) for name in names})

    def indicator(self) -> Iterator[Statement]:
        for row in self.cycle(Measurement):
            others = [
                other.indicator
                for other in self.facts.statements_of(Measurement)
                if other.source == row.source and other.indicator != row.indicator
            ]
            if row.counts is None and others:
                yield changed_row(row, indicator=self.rng.choice(others))

    def change_told_otherwise(self) -> Iterator[Statement]:
        """Rise for fall, level for change: an indicator whose name tells the other."""
        changes = [("降幅", "增幅"), ("增幅", "降幅"), ("占比", "增幅"), ("降幅", "占比")]
        names = {thing.code: thing.name_zh or "" for thing in self.facts.things.values()}
        indicators = sorted({r.indicator for r in self.facts.statements_of(Measurement)})
        for row in self.cycle(Measurement):
            for old, new in changes:
                others = [i for i in indicators if new in names[i] and i != row.indicator]
                if old in names[row.indicator] and others:
                    yield changed_row(row, indicator=self.rng.choice(others))

    def learner(self) -> Iterator[Statement]:
        """Who learns is taken from another sentence."""
        for row in self.cycle(LearnedFrom):
            places = self.places.get(row.source, [])
            if others := [code for code in places if code not in (row.learner, row.teacher)]:
                yield changed_row(row, learner=self.rng.choice(others))

    def whole_or_part(self) -> Iterator[Statement]:
        """A district for its city, a city for its district."""
        near: dict[str, set[str]] = {}
        for part, whole in self.facts.containment:
            near.setdefault(part, set()).add(whole)
            near.setdefault(whole, set()).add(part)
        for row in self.cycle(*DEED_KINDS):
            for name in self.place_fields(row)[:1]:
                others = sorted(near.get(getattr(row, name), ()))
                others = [o for o in others if isinstance(self.facts.things[o], Place)]
                if others := [code for code in others if code != "CN"]:
                    yield changed_row(row, **{name: self.rng.choice(others)})

    def organisation(self) -> Iterator[Statement]:
        """Another organisation of the same text."""
        by_source: dict[str, set[str]] = {}
        for row in self.facts.statements.values():
            for field in reference_fields(type(row)):
                if isinstance(self.facts.things.get(getattr(row, field.name) or ""), Organisation):
                    by_source.setdefault(row.source, set()).add(getattr(row, field.name))
        for row in self.cycle(*DEED_KINDS):
            for field in reference_fields(type(row))[:1]:
                code = getattr(row, field.name)
                if code in by_source.get(row.source, ()):
                    others = sorted(by_source[row.source] - {code})
                    if not others:
                        continue
                    yield changed_row(row, **{field.name: self.rng.choice(others)})

    def publication_year(self) -> Iterator[Statement]:
        for row in self.cycle(Statement):
            published = re.search("[0-9]{4}", self.facts.source_of(row).published or "")
            dated = [field.name for field in fields(type(row)) if field.is_date]
            name = type(row).date_field
            if name in dated and published and published[0] not in (getattr(row, name) or ""):
                yield changed_row(row, **{name: published[0]})

    def swapped_dates(self) -> Iterator[Statement]:
        """The date of another row of the same article, with its words."""
        for row in self.cycle(Statement):
            name = type(row).date_field
            if name is None:
                continue
            others = [
                other
                for other in self.facts.statements.values()
                if other.source == row.source
                and (dated := type(other).date_field)
                and getattr(other, dated)
                and getattr(other, dated) != getattr(row, name)
            ]
            if others and getattr(row, name):
                other = self.rng.choice(others)
                dated = type(other).date_field or ""
                date, words = getattr(other, dated), getattr(other, f"{dated}_written")
                yield changed_row(
                    row, **{name: date, f"{name}_written": words}, dated_by=other.dated_by
                )

    def partial_number(self) -> Iterator[Statement]:
        """A number without its first digit: 2.3 for 12.3."""
        for row in self.cycle(Measurement):
            match = re.search("[0-9]{2,}", row.value_written)
            rest = str(row.value)[1:]
            if match and rest[:1].isdigit() and Decimal(rest) != row.value:
                written = row.value_written.replace(match[0], match[0][1:], 1)
                yield changed_row(row, value=Decimal(rest), value_written=written)

    def month(self) -> Iterator[Statement]:
        """Another month of the same year."""
        for row in self.cycle(Statement):
            for name in self.dates(row)[:1]:
                old = re.fullmatch("([0-9]{4})-([0-9]{2})", getattr(row, name))
                if old:
                    new = int(old[2]) % 12 + 1
                    yield changed_row(row, **{name: f"{old[1]}-{new:02}"})

    def local_name(self) -> Iterator[Statement]:
        adoptions = [row for row in self.statements(Adoption) if row.local_name]
        for row in self.cycle(Adoption):
            other = self.rng.choice(adoptions)
            if row.local_name and other.local_name != row.local_name:
                yield changed_row(row, local_name=other.local_name, composed=())

    def model(self) -> Iterator[Statement]:
        for row in self.cycle(*DEED_KINDS):
            told = {getattr(r, "model", None) for r in self.rows if r.source == row.source}
            models = sorted(
                model for model in told if model and model != getattr(row, "model", None)
            )
            if getattr(row, "model", None) and models:
                yield changed_row(row, model=self.rng.choice(models))

    # --- parts ------------------------------------------------------------------------------

    def cycle(self, *kinds: type[StatementKind]) -> Iterator[StatementKind]:
        """Rows of these kinds by chance, many times each."""
        rows = self.statements(*kinds)
        for _ in range(60):
            yield from self.rng.sample(rows, len(rows))

    def other_digits(self, text: str) -> str:
        digits = [i for i, letter in enumerate(text) if letter.isdigit() or letter in LETTERS]
        if not digits:
            return text
        place = self.rng.choice(digits)
        pool = "123456789" if text[place].isdigit() else LETTERS
        new = self.rng.choice([letter for letter in pool if letter != text[place]])
        return text[:place] + new + text[place + 1 :]


DEED_KINDS: tuple[type[Statement], ...] = tuple(
    kind for kind in Statement.__subclasses__() if kind.__name__ in DEEDS
)


def changed_row(row: Statement, **values: object) -> Statement:
    return row.model_copy(update=values)


def is_date(text: str) -> bool:
    try:
        return edtf_interval(text) is not None
    except ValueError:
        return False


MAIN: Sequence[Callable[[Corrupter], Iterator[Statement]]] = (
    Corrupter.number,
    Corrupter.place,
    Corrupter.year,
    Corrupter.bound,
    Corrupter.unit,
    Corrupter.stance,
    Corrupter.mechanism,
    Corrupter.swapped_ends,
    Corrupter.wrong_passage,
)
FURTHER_CORRUPTIONS: Sequence[Callable[[Corrupter], Iterator[Statement]]] = (
    Corrupter.rate,
    Corrupter.baseline,
    Corrupter.scale,
    Corrupter.scale_words,
    Corrupter.other_row,
    Corrupter.same_passage,
    Corrupter.indicator,
    Corrupter.change_told_otherwise,
    Corrupter.learner,
    Corrupter.whole_or_part,
    Corrupter.organisation,
    Corrupter.publication_year,
    Corrupter.swapped_dates,
    Corrupter.partial_number,
    Corrupter.month,
    Corrupter.local_name,
    Corrupter.model,
)
