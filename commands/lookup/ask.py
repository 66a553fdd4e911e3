"""ask: a question of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.terminal.messages import read_with_key_or_exit
from commands.terminal.options import (
    FOLDERS,
    AsOfOption,
    FoldersOption,
    FormatOption,
    Lang,
    LangOption,
    StoreOption,
)
from commands.terminal.store_session import open_session, print_answer, print_query_errors
from graph.model.facts import Facts
from graph.stores.open import EMBEDDED_ADDRESS
from queries.ask import ask as put
from queries.catalogue import Question, question, questions
from queries.catalogue_json import question_object
from queries.parameters import values_of
from queries.rendering.formats import Format, in_json


def ask(
    lang: LangOption,
    name: Annotated[str | None, typer.Argument(help="the question's name")] = None,
    param: Annotated[list[str] | None, typer.Option(help="KEY=VALUE, a code or a name")] = None,
    store: StoreOption = EMBEDDED_ADDRESS,
    format: FormatOption = Format.TABLE,
    list_all: Annotated[bool, typer.Option("--list", help="list the questions")] = False,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
) -> None:
    """Asks a question of the catalogue; without parameters, its worked example."""
    if list_all or name is None:
        typer.echo(question_list(format, lang), nl=False)
        return
    facts, key = read_with_key_or_exit(folders, lang, as_of)
    with print_query_errors(lang):
        chosen_question = question(name)
        values = parameters(facts, chosen_question, param or [])
        with open_session(facts, store, lang, key) as session:
            session.check_dataset(facts.dataset)
            answer = put(chosen_question, values, session.store, session.language)
            print_answer(lang, facts, answer, format, chosen_question)


def parameters(facts: Facts, chosen_question: Question, texts: list[str]) -> dict[str, str | int]:
    """The values meant by KEY=VALUE; the worked example's if none are given."""
    parts = (item.partition("=") for item in texts)
    return values_of(facts, chosen_question, {key: value for key, _, value in parts})


def question_list(format: Format, lang: Lang) -> str:
    """The questions of the catalogue."""
    if format is not Format.JSON:
        return "".join(f"{q.key}\t{q.title.name(lang.value)}\n" for q in questions().values())
    return in_json([question_object(entry) for entry in questions().values()])
