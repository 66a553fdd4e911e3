"""run: a query of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.asking import opened, queries_told, tell
from commands.options import FACTS, FolderOption, FormatOption, LangOption, QueryLanguage, StoreName
from commands.saying import read_or_exit
from queries.formats import Format


def run(
    lang: LangOption,
    query: Annotated[str, typer.Argument(help="the query")],
    language: Annotated[
        QueryLanguage, typer.Option(help="cypher or sparql")
    ] = QueryLanguage.CYPHER,
    format: FormatOption = Format.TABLE,
    folder: FolderOption = FACTS,
) -> None:
    """Runs a query of your own, read-only."""
    facts = read_or_exit(folder, lang)
    name = StoreName.EMBEDDED if language is QueryLanguage.CYPHER else StoreName.RDF
    with queries_told(lang), opened(facts, name) as (engine, _):
        tell(lang, engine.ask(query, {}), format)
