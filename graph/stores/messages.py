"""The messages of a store's errors: texts of `texts/stores.csv` with values in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from texts.tables import STORES


@dataclass(frozen=True)
class Message:
    """A text by its key, with its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The text in `zh` or `en`."""
        return STORES.say(self.key, language, **self.values)


def message(key: str, /, **values: object) -> Message:
    """The message of this key with its values."""
    return Message(key, values)
