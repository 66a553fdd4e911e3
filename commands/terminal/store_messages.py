"""Turns errors of a store into one sentence and an exit code; the store keeps its content."""

from __future__ import annotations

from commands.terminal.options import FAULTS, UNREACHABLE
from graph.stores.store import (
    DatasetMissing,
    NoDatabase,
    OtherDataset,
    QueryTooLarge,
    QueryTooLong,
    ServerFull,
    ServerReadOnly,
    StoreError,
    StoreUnreachable,
    WrongCredentials,
    WrongVersion,
)
from texts.tables import COMMANDS

# The key of each kind's sentence and the exit code; the narrower kinds stand first.
SENTENCES: dict[type[StoreError], tuple[str, int]] = {
    WrongCredentials: ("store_credentials", UNREACHABLE),
    WrongVersion: ("store_version", UNREACHABLE),
    NoDatabase: ("store_no_database", UNREACHABLE),
    StoreUnreachable: ("store_unreachable", UNREACHABLE),
    ServerReadOnly: ("store_read_only", UNREACHABLE),
    ServerFull: ("store_full", UNREACHABLE),
    QueryTooLong: ("store_query_stopped", FAULTS),
    QueryTooLarge: ("store_query_stopped", FAULTS),
    OtherDataset: ("store_dataset", FAULTS),
    DatasetMissing: ("store_dataset", FAULTS),
    StoreError: ("store_error", FAULTS),
}


def store_error_sentence(error: StoreError, language: str) -> tuple[str, int]:
    """The sentence for an error in `zh` or `en`, and the exit code.

    `{reason}` is what the server or the driver says.
    """
    key, code = next(entry for kind, entry in SENTENCES.items() if isinstance(error, kind))
    reason = " ".join(error.text(language).split())
    return COMMANDS.say(key, language, reason=reason, kind=type(error).__name__), code
