"""A finding: a field of a statement that its passages do not support."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from texts.tables import LINT, BilingualText


class FindingCode(StrEnum):
    """The kind of field that does not fit; `fits.toml` cites the codes, so they never change."""

    VALUE = "VALUE"
    BOUND = "BOUND"
    UNIT = "UNIT"
    PER = "PER"
    BASELINE = "BASELINE"
    DATE = "DATE"
    PARTY = "PARTY"
    INNER_PLACE = "INNER_PLACE"
    NAME = "NAME"
    LOCAL_NAME = "LOCAL_NAME"
    MECHANISM = "MECHANISM"
    INDICATOR = "INDICATOR"
    PLANNED = "PLANNED"
    DENIED = "DENIED"
    TRIGGER = "TRIGGER"
    DIRECTION = "DIRECTION"
    EDGES = "EDGES"
    QUOTE = "QUOTE"
    CONFLICT = "CONFLICT"
    CONTRADICTED = "CONTRADICTED"


@dataclass(frozen=True)
class Finding:
    """A doubt about one field.

    `statement` is the id of the statement, `key` the sentence in texts/lint.csv, `values` what
    stands in that sentence, by name.
    """

    statement: str
    code: FindingCode
    field: str
    key: str
    values: tuple[tuple[str, str | BilingualText], ...] = ()

    def text(self, language: str) -> str:
        """The finding as a sentence in `zh` or `en`."""
        values = {
            name: value.name(language) if isinstance(value, BilingualText) else value
            for name, value in self.values
        }
        return LINT.say(self.key, language, **values)
