"""export_spark: the files of `export` for facts that one machine would take too long for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.exporting.import_command import print_import_command
from commands.terminal.messages import print_facts_errors, print_write_errors, say
from commands.terminal.options import USAGE, LangOption
from exports.spark.files import write_import, write_nquads
from exports.spark.session import spark_session
from exports.spark.shared_facts import shared_facts
from loaders.streaming.streamed_folder import is_streamable


class SparkFormat(StrEnum):
    """Which files to write."""

    NQUADS = "nquads"
    NEO4J_ADMIN = "neo4j-admin"


def export_spark(
    lang: LangOption,
    facts: Annotated[Path, typer.Argument(help="the facts folder, at this path for all workers")],
    to: Annotated[Path, typer.Argument(help="where to write")],
    format: Annotated[SparkFormat, typer.Option(help="nquads or neo4j-admin")] = SparkFormat.NQUADS,
) -> None:
    """Checks the facts and writes N-Quads, or the input of neo4j-admin, by Spark."""
    if facts.is_dir() and not is_streamable(facts):
        say(lang, "spark_needs_plain_facts", folder=facts, verb="export")
        raise typer.Exit(USAGE)
    with print_write_errors(lang), print_facts_errors(lang):
        shared = shared_facts(spark_session("learned-from"), facts)
        if format is SparkFormat.NQUADS:
            typer.echo(write_nquads(shared, to))
        else:
            print_import_command(lambda to: write_import(shared, to), to / "neo4j-admin", lang)
