"""A question to a model and its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from loaders.sha256 import sha256

# Letters of the Latin script that make a token; a Chinese character makes about one.
LATIN_LETTERS = 4


@dataclass(frozen=True)
class ModelQuestion:
    """A question to a model.

    `rules` say how to answer, `request` holds the data; `schema` is the JSON schema of the answer,
    `schema_rule` describes it for an address that cannot enforce it; `pass_number` distinguishes
    passes over a text.
    """

    rules: str
    request: str
    schema: Mapping[str, Any]
    schema_rule: str
    pass_number: int = 1

    @cached_property
    def sha256(self) -> str:
        """A hash of all that is sent to the model."""
        content = [self.rules, self.request, self.schema, self.schema_rule, self.pass_number]
        return sha256(json.dumps(content, sort_keys=True).encode())

    @cached_property
    def tokens(self) -> int:
        """About how many tokens the model reads."""
        schema = json.dumps(self.schema, ensure_ascii=False)
        return estimated_tokens(self.rules + self.request + schema)


@dataclass(frozen=True)
class ChatAnswer:
    """The text of a model; `cut_off` says that it had no room for more."""

    content: str
    cut_off: bool
    tokens_in: int
    tokens_out: int

    @cached_property
    def sha256(self) -> str:
        """A hash of its text."""
        return sha256(self.content.encode("utf-8", "surrogatepass"))


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has, whatever the model: rather too many than too few."""
    latin = sum(letter.isascii() for letter in text)
    return len(text) - latin + -(-latin // LATIN_LETTERS)
