"""The files of neo4j-admin, and the command that imports them."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import typer

from commands.terminal.messages import say
from commands.terminal.options import FAULTS, Lang
from exports.facts.import_rows import NotImportable


def print_import_command(write: Callable[[Path], list[str]], folder: Path, lang: Lang) -> None:
    """Lets `write` write the files, which returns the arguments; prints the command with them."""
    try:
        arguments = write(folder.resolve())
    except NotImportable as error:
        say(lang, "list_with_bar", text=error)
        raise typer.Exit(FAULTS) from error
    quoted_arguments = (shlex.quote(argument) for argument in arguments)
    typer.echo(" \\\n  ".join(["neo4j-admin database import full neo4j", *quoted_arguments]))
    say(lang, "overwrite_destination")
