"""What cannot be written, told in a sentence with an exit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from commands.shared.messages import say
from commands.shared.options import USAGE, Lang
from exports.atomic_write import NotWritable


@contextmanager
def write_errors_told(lang: Lang) -> Iterator[None]:
    """Tells which file cannot be written and why, and exits."""
    try:
        yield
    except NotWritable as error:
        say(lang, "cannot_write", path=error.path, reason=error.reason)
        raise typer.Exit(USAGE) from error
