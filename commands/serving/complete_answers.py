"""Answers for programs: complete, or refused in a sentence; never a part that looks complete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.stores.messages import message
from graph.stores.store import Answer, Limits, QueryTooLarge, Store


def complete_answers(store: Store, limits: Limits) -> Callable[[str, Mapping[str, Any]], Answer]:
    """The store's way to ask, which raises QueryTooLarge where its answer would not be complete."""

    def ask(query: str, parameters: Mapping[str, Any]) -> Answer:
        answer = store.ask(query, parameters)
        if answer.is_cut and len(answer.rows) >= limits.rows:
            raise QueryTooLarge(message("rows_exceeded", limit=limits.rows))
        if answer.is_cut or answer.is_shortened:
            megabytes = f"{limits.answer_bytes / 1e6:g}"
            raise QueryTooLarge(message("size_exceeded", megabytes=megabytes))
        return answer

    return ask
