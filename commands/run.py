"""run: a query of one's own."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.shared.messages import read_or_exit, say
from commands.shared.options import (
    READ_FACTS,
    AsOfOption,
    FolderOption,
    FormatOption,
    LangOption,
    QueryLanguage,
)
from commands.shared.store_session import open_session, print_answer, query_errors_explained
from graph.stores.common.base import DATASET, BadQuery
from graph.stores.open import EMBEDDED, RDF
from queries.rendering.formats import Format


def run(
    lang: LangOption,
    query: Annotated[str, typer.Argument(help="the query")],
    language: Annotated[
        QueryLanguage, typer.Option(help="cypher or sparql")
    ] = QueryLanguage.CYPHER,
    store: Annotated[str | None, typer.Option(help="embedded, rdf, or neo4j://host")] = None,
    format: FormatOption = Format.TABLE,
    folder: FolderOption = READ_FACTS,
    as_of: AsOfOption = None,
) -> None:
    """Runs a query of your own, read-only; $dataset stands for the name of the facts' dataset."""
    facts = read_or_exit(folder, lang, as_of=as_of)
    address = store or (EMBEDDED if language is QueryLanguage.CYPHER else RDF)
    with query_errors_explained(lang), open_session(facts, address, lang) as answer:
        if answer.language != language:
            raise BadQuery(f"{address} → {answer.language}")
        print_answer(lang, facts, answer.store.ask(query, {}), format)
        if DATASET not in query and (names := answer.other_datasets(facts.dataset)):
            say(lang, "several_datasets", names=", ".join(names), name=facts.dataset.name)
