"""export: the facts as files for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.exporting.actor_models import ActorModelOptions, write_actor_model
from commands.exporting.import_command import print_import_command
from commands.terminal.facts_in_parts import FactsInParts, facts_in_parts
from commands.terminal.messages import print_write_errors, read_or_exit
from commands.terminal.options import (
    FOLDERS,
    AsOfOption,
    FoldersOption,
    Lang,
    LangOption,
)
from commands.terminal.progress import progress_bar
from diffusion.study.facts_nodes import Actors
from exports.facts.formats import export as write_all
from exports.facts.formats import write_nquads
from exports.facts.neo4j_admin import write_import

BUILD = Path("build/export")


class ExportFormat(StrEnum):
    """Which files to write."""

    ALL = "all"
    NQUADS = "nquads"
    NEO4J_ADMIN = "neo4j-admin"
    GOLDFISH = "goldfish"
    RSIENA = "rsiena"


def export(
    lang: LangOption,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
    to: Annotated[Path, typer.Option(help="where to write")] = BUILD,
    format: Annotated[
        ExportFormat,
        typer.Option(help="all, nquads, neo4j-admin, or an R package: goldfish, rsiena"),
    ] = ExportFormat.ALL,
    gzip: Annotated[
        bool, typer.Option("--gzip", help="for nquads, neo4j-admin: compressed files")
    ] = False,
    mechanism: Annotated[
        list[str] | None, typer.Option(help="for R: whose adoption; may repeat")
    ] = None,
    narrower: Annotated[bool, typer.Option("--narrower", help="for R: narrower ones too")] = False,
    implied: Annotated[bool, typer.Option("--implied", help="for R: implied ones too")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="for R: silence means no")] = False,
    actors: Annotated[Actors, typer.Option(help="for R: who can learn and adopt")] = Actors.ALL,
    waves: Annotated[str, typer.Option(help="for rsiena: periods, such as 2015,2020")] = "",
) -> None:
    """Writes JSON lines, TriG, N-Quads, GraphML, GEXF and CSV; or the input of another program."""
    with print_write_errors(lang):
        match format:
            case ExportFormat.ALL:
                for path in write_all(read_or_exit(folders, lang, as_of=as_of), to):
                    typer.echo(path)
            case ExportFormat.NQUADS | ExportFormat.NEO4J_ADMIN:
                with progress_bar() as bar, facts_in_parts(folders, lang, as_of, bar) as facts:
                    _write_large(facts, format, to, lang, gzip=gzip)
            case ExportFormat.GOLDFISH | ExportFormat.RSIENA:
                options = ActorModelOptions(
                    tuple(mechanism or ()), narrower, implied, complete, actors, waves
                )
                facts_read = read_or_exit(folders, lang, as_of=as_of)
                write_actor_model(format.value, facts_read, options, to / format.value, lang)


def _write_large(
    facts: FactsInParts, format: ExportFormat, to: Path, lang: Lang, *, gzip: bool
) -> None:
    """Writes a format for facts of any size."""
    if format is ExportFormat.NQUADS:
        typer.echo(write_nquads(facts.parts, to, gzip=gzip))
        return
    print_import_command(
        lambda to: write_import(facts.parts, facts.dataset, facts.release, to, gzip=gzip),
        to / "neo4j-admin",
        lang,
    )
