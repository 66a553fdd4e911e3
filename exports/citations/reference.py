"""A work as it is cited: its CSL-JSON item, and the position of each statement in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# An item of CSL-JSON 1.0.2; its keys and values are those of that schema.
CslItem = Mapping[str, Any]


@dataclass(frozen=True)
class CitedStatement:
    """A statement in its source: its content in a line, and the note with its position.

    `passage` are the words of the source, if the reader holds a copy and asks for them.
    """

    id: str
    headline: str
    note: str
    passage: str | None = None

    @property
    def text(self) -> str:
        """The note, then the passage in quotation marks."""
        return f"{self.note} “{self.passage}”" if self.passage else self.note


@dataclass(frozen=True)
class Reference:
    """A work to be cited.

    `item` is in the language of the work, for a style that cites works as they are.
    `translated_item` is the same for a style in the reader's language, which translates the title
    in brackets.
    `remarks` are true of the whole work, such as that its address is gone.
    """

    item: CslItem
    translated_item: CslItem
    statements: tuple[CitedStatement, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks, then a note for each statement."""
        return (*self.remarks, *(statement.text for statement in self.statements))
