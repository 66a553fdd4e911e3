"""A measure: a pure function with its parameters, and its texts in both languages.

A measure is a module of measures/ that defines MEASURE; its texts stand beside it in
measures/NAME.toml:

    reference                the publication that defines it
    nodes, cascades          the columns that hold ids of these, shown by their names
    digits                   of a number in the rows as people read them; 4 if it is not there
    [title], [question]      zh and en
    [means], [means_not]     one sentence each
    [counted]                what `n` counts
    [minimum]                what it must have to be computed
    [differs]                where its figures differ from a package's, and why (if they do)
    [parameters.NAME]        zh and en
    [columns.NAME]           zh and en
    [cells.TEXT]             zh and en, for cells that are keys (if there are any)
    [summary.NAME]           zh and en, for the numbers beside the rows
    [figure]                 kind, and the columns that it draws (see charts/figure.py)
"""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from diffusion.study.errors import BadOption
from diffusion.study.result import Cell, Result
from diffusion.study.selection import check_needs
from diffusion.study.study import Study
from texts.tables import BilingualText

OptionValue = str | int | float | bool | None
# The word for None where the measure itself may choose the value of a parameter.
AUTO = "auto"
DIGITS = 4


@dataclass(frozen=True)
class MeasureParameter:
    """A keyword of a measure's function: its type, its default, and whether `auto` is allowed."""

    name: str
    type: type
    default: OptionValue
    allows_auto: bool

    @property
    def choices(self) -> tuple[str, ...]:
        """The values to choose from, if the parameter is a choice."""
        return tuple(member.value for member in self.type) if issubclass(self.type, StrEnum) else ()

    @property
    def usage(self) -> str:
        """How its values are written: `exponential|rayleigh`, `NUMBER`, `WORD`, `auto|NUMBER`."""
        words = {bool: "yes|no", int: "N", float: "NUMBER"}
        kind = "|".join(self.choices) or words.get(self.type, "WORD")
        return f"{AUTO}|{kind}" if self.allows_auto else kind

    def parse(self, text: str) -> OptionValue:
        """The value that a person typed; raises BadOption. N is 0 or more.

        A choice may also be written in capitals or with hyphens: `log-normal`.
        """
        if self.allows_auto and text.strip().lower() == AUTO:
            return None
        parsers = {bool: _truth, int: _natural_number}
        try:
            return parsers.get(self.type, self.type)(_option_word(text) if self.choices else text)
        except (ValueError, KeyError) as error:
            raise BadOption(f"--{self.name} {text} → {self.usage}") from error


@dataclass(frozen=True)
class Measure:
    """A measure: `compute(study, **options)` gives a Result.

    Its parameters are the keyword-only arguments of `compute`, typed str, int, float, bool, a
    StrEnum, or one of these or None (typed `auto`). `needs` names what the study must have.
    """

    name: str
    compute: Callable[..., Result]
    needs: frozenset[str]

    @cached_property
    def parameters(self) -> Mapping[str, MeasureParameter]:
        """The parameters by name."""
        hints = get_type_hints(self.compute)
        arguments = inspect.signature(self.compute).parameters.values()
        return {
            argument.name: _parameter(argument.name, hints[argument.name], argument.default)
            for argument in arguments
            if argument.kind is argument.KEYWORD_ONLY
        }

    @cached_property
    def texts(self) -> Mapping[str, Any]:
        """What measures/NAME.toml says."""
        path = Path(inspect.getfile(self.compute)).with_suffix(".toml")
        return tomllib.loads(path.read_text(encoding="utf-8"))

    @property
    def nodes(self) -> frozenset[str]:
        """The columns that hold ids of nodes."""
        return frozenset(self.texts.get("nodes", ()))

    @property
    def digits(self) -> int:
        """How many digits of a number a reader sees in the rows."""
        return int(self.texts.get("digits", DIGITS))

    def cell(self, key: str, cell: Cell, study: Study, language: str) -> Cell:
        """A cell of a column as people read it: nodes and keys by their names."""
        if key in self.nodes:
            return study.node_name(str(cell), language)
        if key in self.texts.get("cascades", ()):
            return study.cascade_name(str(cell), language)
        cell_texts = self.texts.get("cells", {}).get(cell)
        return cell_texts[language] if cell_texts else cell

    def text(self, *keys: str) -> BilingualText:
        """One text: `text("title")`, `text("columns", "gain")`."""
        texts = self.texts
        for key in keys:
            texts = texts[key]
        return BilingualText(texts["zh"], texts["en"])

    def parse_options(self, options: Mapping[str, str]) -> dict[str, OptionValue]:
        """The options that a person typed, by parameter; raises BadOption with all faults."""
        values, faults = {}, []
        for name, text in options.items():
            try:
                values[name] = self._parameter(name).parse(text)
            except BadOption as error:
                faults.append(str(error))
        if faults:
            raise BadOption("; ".join(faults))
        return values

    def _parameter(self, name: str) -> MeasureParameter:
        if name not in self.parameters:
            names = ", ".join(f"--{parameter}" for parameter in self.parameters) or "-"
            raise BadOption(f"--{name} → {self.name}: {names}")
        return self.parameters[name]

    def run(self, study: Study, **options: OptionValue) -> Result:
        """Computes the measure for a study; raises WrongStudy if the study lacks what it needs."""
        check_needs(study, self.needs)
        return self.compute(study, **options)


def _parameter(name: str, hint: Any, default: OptionValue) -> MeasureParameter:
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    kind = next(alternative for alternative in kinds if alternative is not NoneType)
    return MeasureParameter(name, kind, default, NoneType in kinds)


@cache
def _truth_words() -> Mapping[str, bool]:
    return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def _option_word(text: str) -> str:
    return text.strip().lower().replace("-", "").replace("_", "")


def _truth(text: str) -> bool:
    return _truth_words()[text.lower()]


def _natural_number(text: str) -> int:
    if (number := int(text)) < 0:
        raise ValueError(text)
    return number
