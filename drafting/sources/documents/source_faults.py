"""The faults of a file or a page that was to become a source, in Chinese or English.

A text with a fault that has a remedy can be taken all the same, if the curator wants that.

SourceError             the base of this package's errors
└── UnusableSource      nothing was written; carries every fault
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from drafting.sources.documents.damage import DamageKind
from loaders.tables.faults import Fault
from texts.tables import SOURCES


class Remedy(StrEnum):
    """A curator's consent to a fault."""

    ALLOW_DAMAGE = "allow_damage"  # the text is taken with its damaged letters
    REPLACE = "replace"  # the copy of another text is overwritten
    REPEAT = "repeat"  # the same text is another source already


REMEDIES = {f"damage_{kind}": Remedy.ALLOW_DAMAGE for kind in DamageKind}
REMEDIES |= dict.fromkeys(("other_copy", "other_text_cited"), Remedy.REPLACE)
REMEDIES |= {"same_text": Remedy.REPEAT}


@dataclass(frozen=True)
class SourceFault:
    """A fault; `rule` is the key of its message in texts/sources.csv."""

    rule: str
    values: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """The message in `zh` or `en`: what is wrong and what would be right."""
        return SOURCES.say(self.rule, language, **self.values)


# A fault of a cell has the same message as in `check`.
AnyFault = SourceFault | Fault


class SourceError(Exception):
    """The base of this package's errors."""


class UnusableSource(SourceError):
    """A file, a page or an address from which no source can be made."""

    def __init__(self, faults: Iterable[AnyFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.rule for fault in self.faults))

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """The consents that help against its faults, each once."""
        return tuple(dict.fromkeys(REMEDIES[f.rule] for f in self.faults if f.rule in REMEDIES))

    def text(self, language: str) -> str:
        """The faults, a line each; those of a cell name its column."""
        return "\n".join(_line(fault, language) for fault in self.faults)


def _line(fault: AnyFault, language: str) -> str:
    column = fault.column if isinstance(fault, Fault) else ""
    return f"{column}: {fault.message(language)}" if column else fault.message(language)


def unusable(rule: str, /, **values: object) -> UnusableSource:
    """The error of a single fault."""
    return UnusableSource([SourceFault(rule, values)])
