"""Turns refusals of a review into a sentence and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from commands.terminal.messages import say
from commands.terminal.options import FAULTS, USAGE, Lang
from drafting.decisions.review_error import ReviewError
from texts.system_errors import reason_with_file


@contextmanager
def print_refusals(lang: Lang) -> Iterator[None]:
    """Prints why something is refused, or cannot be written, and exits."""
    try:
        yield
    except ReviewError as error:
        typer.echo(error.text(lang.value), err=True)
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        say(lang, "file_refused", reason=reason_with_file(error))
        raise typer.Exit(USAGE) from error
