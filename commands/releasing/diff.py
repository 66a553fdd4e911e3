"""diff: what changed between two releases or facts folders."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import print_facts_errors
from commands.terminal.options import FormatOption, LangOption
from exports.changes.change_files import changes_file
from exports.changes.change_rows import Sides, change_rows
from graph.changes.changes import changes
from loaders.releases.released_facts import read_state, state_name
from queries.rendering.formats import Format

STATE = "a facts folder, a release's folder or its archive (.zip)"


def diff(
    lang: LangOption,
    old: Annotated[Path, typer.Argument(help=STATE)],
    new: Annotated[Path, typer.Argument(help=STATE)],
    format: FormatOption = Format.MARKDOWN,
) -> None:
    """Lists rows added, withdrawn, changed, moved, merged or split between two states."""
    with print_facts_errors(lang):
        sides = Sides(read_state(old), read_state(new), lang.value)
        names = state_name(old), state_name(new)
    rows = change_rows(sides, changes(sides.old, sides.new))
    typer.echo(changes_file(rows, names, format, lang.value), nl=False)
