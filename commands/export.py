"""export: the facts as files for other tools."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.shared.messages import read_or_exit, say
from commands.shared.options import (
    FAULTS,
    FOLDERS,
    AsOfOption,
    FoldersOption,
    Lang,
    LangOption,
)
from commands.shared.write_errors import write_errors_told
from exports.facts.formats import export as write_all
from exports.facts.neo4j_admin import NotImportable, write_import
from graph.model.facts import Facts
from graph.model.property_graph import property_graph

BUILD = Path("build/export")


class ExportFormat(StrEnum):
    """Which files to write."""

    ALL = "all"
    NEO4J_ADMIN = "neo4j-admin"


def export(
    lang: LangOption,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
    to: Annotated[Path, typer.Option(help="where to write")] = BUILD,
    format: Annotated[ExportFormat, typer.Option(help="all, or neo4j-admin")] = ExportFormat.ALL,
) -> None:
    """Writes JSON lines, TriG, N-Quads, GraphML, GEXF and CSV; or CSV for neo4j-admin's import."""
    facts = read_or_exit(folders, lang, as_of=as_of)
    with write_errors_told(lang):
        if format is ExportFormat.ALL:
            for path in write_all(facts, to):
                typer.echo(path)
        else:
            _for_neo4j_admin(facts, to / "neo4j-admin", lang)


def _for_neo4j_admin(facts: Facts, folder: Path, lang: Lang) -> None:
    """Writes the files, and prints the command that imports them."""
    try:
        arguments = write_import(property_graph(facts), folder.resolve())
    except NotImportable as error:
        say(lang, "list_with_bar", text=error)
        raise typer.Exit(FAULTS) from error
    quoted = (shlex.quote(argument) for argument in arguments)
    typer.echo(" \\\n  ".join(["neo4j-admin database import full neo4j", *quoted]))
    say(lang, "overwrite_destination")
