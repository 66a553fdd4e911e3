"""Answers kept as files, so that the same question is paid for only once.

Answers quote the article. Their folder is ignored by git and is in no facts folder.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from drafting.language_model.endpoint.endpoint import Endpoint
from drafting.language_model.endpoint.question import ChatAnswer, ModelQuestion
from loaders.sha256 import sha256
from loaders.writing.atomic_write import replace_file

TYPES = {"content": str, "cut_off": bool, "tokens_in": int, "tokens_out": int}


@dataclass(frozen=True)
class AnswerCache:
    """A folder of answers by address, model and question."""

    folder: Path

    def answer(self, endpoint: Endpoint, question: ModelQuestion) -> ChatAnswer | None:
        """A kept answer; None if there is none, or if its file is damaged."""
        try:
            content = json.loads(self._path(endpoint, question).read_text(encoding="utf-8"))
            values = {name: content[name] for name in TYPES}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        if any(type(values[name]) is not value_type for name, value_type in TYPES.items()):
            return None
        return ChatAnswer(**values)

    def keep(self, endpoint: Endpoint, question: ModelQuestion, answer: ChatAnswer) -> None:
        """Keeps an answer, completely or not at all. Raises OSError if nothing can be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        path = self._path(endpoint, question)
        values = {name: getattr(answer, name) for name in TYPES}
        replace_file(path, json.dumps(values).encode())

    def _path(self, endpoint: Endpoint, question: ModelQuestion) -> Path:
        key = "\n".join((endpoint.address, endpoint.model, question.sha256))
        return self.folder / f"{sha256(key.encode())}.json"
