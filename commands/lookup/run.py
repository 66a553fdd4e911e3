"""run: a custom query."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.lookup.ask import parameters
from commands.terminal.messages import read_with_key_or_exit, say
from commands.terminal.options import (
    READ_FACTS,
    USAGE,
    AsOfOption,
    FolderOption,
    FormatOption,
    Lang,
    LangOption,
    QueryLanguage,
)
from commands.terminal.store_session import open_session, print_answer, print_query_errors
from graph.stores.open import EMBEDDED_ADDRESS, RDF_ADDRESS
from graph.stores.store import DATASET, Answer, BadQuery
from queries.catalogue import Question
from queries.custom_queries.custom_question import custom_question
from queries.rendering.formats import Format

# The ending of a file with a query, as the app saves it.
ENDINGS = {".cypher": QueryLanguage.CYPHER, ".rq": QueryLanguage.SPARQL}


def run(
    lang: LangOption,
    query: Annotated[str, typer.Argument(help="the query, or its file")],
    language: Annotated[
        QueryLanguage, typer.Option(help="cypher or sparql")
    ] = QueryLanguage.CYPHER,
    param: Annotated[list[str] | None, typer.Option(help="KEY=VALUE, a code or a name")] = None,
    store: Annotated[str | None, typer.Option(help="embedded, rdf, or neo4j://host")] = None,
    format: FormatOption = Format.TABLE,
    folder: FolderOption = READ_FACTS,
    as_of: AsOfOption = None,
) -> None:
    """Runs a custom query, read-only; $dataset is the name of the facts' dataset."""
    facts, key = read_with_key_or_exit(folder, lang, as_of)
    query, language = _query(query, language, lang)
    address = store or (EMBEDDED_ADDRESS if language is QueryLanguage.CYPHER else RDF_ADDRESS)
    with print_query_errors(lang):
        question = custom_question(query, language)
        # a question saved by the app has its example; a query alone has none
        values = parameters(facts, question, param or []) if param or question.columns else {}
        with open_session(facts, address, lang, key) as session:
            if session.language != language:
                raise BadQuery(f"{address} → {session.language}")
            answer = session.store.ask(query, values)
            print_answer(lang, facts, answer, format, _question_if_it_fits(question, answer))
            if DATASET not in query and (names := session.other_datasets(facts.dataset)):
                say(lang, "several_datasets", names=", ".join(names), name=facts.dataset.name)


def _query(query: str, language: QueryLanguage, lang: Lang) -> tuple[str, QueryLanguage]:
    """The text of the query, and its language, which a file has in its ending."""
    ending = query[query.rfind(".") :]
    if ending not in ENDINGS:
        return query, language
    try:
        return Path(query).read_text(encoding="utf-8"), ENDINGS[ending]
    except (OSError, ValueError) as error:
        say(lang, "no_query_file", path=query)
        raise typer.Exit(USAGE) from error


def _question_if_it_fits(question: Question, answer: Answer) -> Question | None:
    """The question, if its header describes the columns that the answer has."""
    return question if answer.columns == tuple(column.key for column in question.columns) else None
