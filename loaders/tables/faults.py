"""The faults of a facts folder: what is wrong, where, and what would be right, in both languages.

LoadError               the base of this package's errors
├── BadFacts            the folder has faults; carries all of them
└── FolderMissing       there is no such folder
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from texts.tables import FAULTS, BilingualText

# The faults that explain many later ones, and so stand first.
FIRST_RULES = ("missing_dataset", "missing_file")


@dataclass(frozen=True, order=True)
class Fault:
    """A single fault.

    `rule` is the key of its message; `file`, `line` (from 1), `position` (the column's place,
    from 1) and `column` (its name) say where; 0 and "" mean the whole file or line.
    """

    file: str
    line: int
    position: int
    column: str
    rule: str
    values: Mapping[str, str | BilingualText] = field(default_factory=dict, compare=False)
    choices: tuple[str, ...] = ()

    def message(self, language: str) -> str:
        """The message in `zh` or `en`: what is wrong and what would be right."""
        text = FAULTS.say(self.rule, language, **self.values)
        if "step" in self.values:
            text = FAULTS.say("in_step", language, step=self.values["step"], fault=text)
        if self.choices:
            text += FAULTS.say("choices", language, choices=", ".join(self.choices))
        return text

    def with_file(self, file: str) -> Fault:
        """The same fault in a file of this name."""
        return replace(self, file=file)

    @property
    def location(self) -> str:
        """`file:line:position column`, as far as it is known."""
        place = ":".join([self.file, *(str(n) for n in (self.line, self.position) if n)])
        return f"{place} {self.column}".strip()


class LoadError(Exception):
    """The base of this package's errors."""


class BadFacts(LoadError):
    """A facts folder with faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(
            sorted(faults, key=lambda fault: (fault.rule not in FIRST_RULES, fault))
        )
        super().__init__(f"{len(self.faults)} faults")

    def text(self, language: str, limit: int | None = None) -> str:
        """The faults, a line each: all, or the first `limit` and how many more there are."""
        lines = [f"{fault.location}: {fault.message(language)}" for fault in self.faults[:limit]]
        further_count = len(self.faults) - len(lines)
        return "\n".join([*lines, f"… (+{further_count})"] if further_count else lines)


class FolderMissing(LoadError):
    """There is no such folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"no folder {folder}")


def nearest_choices(word: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Up to three choices that look like the word; the first few of a short list if none does."""
    choices = sorted(choices)
    similar = difflib.get_close_matches(word, choices, n=3, cutoff=0.5)
    if not similar and len(choices) <= 12:
        return tuple(choices)
    return tuple(similar)
