"""export: the facts as files for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.shared.messages import read_or_exit, say
from commands.shared.options import FACTS, FAULTS, FolderOption, Lang, LangOption
from exports.facts.facts_files import export as write_all
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
    folder: FolderOption = FACTS,
    to: Annotated[Path, typer.Option(help="where to write")] = BUILD,
    format: Annotated[ExportFormat, typer.Option(help="all, or neo4j-admin")] = ExportFormat.ALL,
) -> None:
    """Writes JSON lines, TriG, N-Quads, GraphML and CSV; or CSV for neo4j-admin's import."""
    facts = read_or_exit(folder, lang)
    if format is ExportFormat.ALL:
        for path in write_all(facts, to):
            typer.echo(path)
        return
    _for_neo4j_admin(facts, to / "neo4j-admin", lang)


def _for_neo4j_admin(facts: Facts, folder: Path, lang: Lang) -> None:
    """Writes the files, and prints the command that imports them."""
    try:
        arguments = write_import(property_graph(facts), facts.dataset.name, folder.resolve())
    except NotImportable as error:
        say(lang, f"列表中的“{error}”含有分号", f'"{error}" in a list holds a semicolon')
        raise typer.Exit(FAULTS) from error
    typer.echo(" \\\n  ".join(["neo4j-admin database import full neo4j", *arguments]))
