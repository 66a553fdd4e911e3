"""push_spark: all facts into a Neo4j database, by Spark, where `push` would take too long."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer

from commands.push import AddressArgument, DatabaseOption, driver_for_load
from commands.terminal.messages import print_facts_errors, say
from commands.terminal.options import USAGE, LangOption
from commands.terminal.store_session import ask_login
from exports.spark.neo4j_load import Neo4jServer, load_by_spark
from exports.spark.session import spark_session
from exports.spark.shared_facts import shared_facts
from loaders.streaming.streamed_folder import is_streamable


def push_spark(
    lang: LangOption,
    facts: Annotated[Path, typer.Argument(help="the facts folder, at this path for all workers")],
    address: AddressArgument,
    database: DatabaseOption = None,
) -> None:
    """Checks the facts and loads them into Neo4j by Spark: readers see the old or the new ones."""
    if facts.is_dir() and not is_streamable(facts):
        say(lang, "spark_needs_plain_facts", folder=facts, verb="push")
        raise typer.Exit(USAGE)
    login = ask_login(lang)
    with print_facts_errors(lang), driver_for_load(lang, address, login) as driver:
        shared = shared_facts(spark_session("learned-from"), facts)
        server = Neo4jServer(driver, address, login.user, login.password, database)
        load_by_spark(shared, server, uuid4().hex)
    say(lang, "loaded_by_spark", to_stdout=True)
