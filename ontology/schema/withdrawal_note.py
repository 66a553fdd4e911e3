"""The note on a statement that was withdrawn."""

from __future__ import annotations

from ontology.schema.things import Kind
from ontology.schema.value_types import Code, Day, Text


class WithdrawalNote(Kind):
    """When, by whom and why a statement was withdrawn, and which statement succeeds it.

    These are the further columns of the tables in `withdrawn/`; the note is no table of its own.
    """

    withdrawn: Day
    withdrawn_by: Text
    reason: Text
    replaced_by: Code | None = None
