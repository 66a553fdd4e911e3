"""export: the facts as files for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.options import FACTS, FolderOption, LangOption
from commands.saying import read_or_exit
from loaders.exports import export as write_all

BUILD = Path("build/export")


def export(
    lang: LangOption,
    folder: FolderOption = FACTS,
    to: Annotated[Path, typer.Option(help="where to write")] = BUILD,
) -> None:
    """Writes the facts as JSON lines, TriG, N-Quads, GraphML and CSV."""
    for path in write_all(read_or_exit(folder, lang), to):
        typer.echo(path)
