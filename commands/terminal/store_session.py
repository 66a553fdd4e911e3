"""Sessions with a store, and their errors as one sentence each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import typer

from commands.terminal.messages import say
from commands.terminal.options import USAGE, Lang
from commands.terminal.progress import progress_bar, progress_on
from commands.terminal.store_messages import store_error_sentence
from graph.model.facts import Facts
from graph.stores.open import LOCAL_STORES, Login, OpenStore, open_store
from graph.stores.store import Answer, Limits, StoreError, UnknownStore
from queries.catalogue import QueryError, Question, UnknownQuestion, questions
from queries.rendering.answer_labels import label_answer
from queries.rendering.answer_release import with_release
from queries.rendering.citations import cited_markdown
from queries.rendering.date_cells import with_dates_in_words
from queries.rendering.formats import Format, render
from queries.rendering.named_values import with_names
from settings import NEO4J_PASSWORD, NEO4J_USER, Settings
from texts.tables import COMMANDS


@contextmanager
def open_session(facts: Facts, address: str, lang: Lang, content_key: str) -> Iterator[OpenStore]:
    """The store at an address, closed at the end; `content_key` as in `open_store`."""
    with progress_bar() as bar:
        progress = progress_on(bar, COMMANDS.say("builds_store", lang.value))
        store = open_store(
            address,
            facts,
            Limits(),
            partial(ask_login, lang),
            progress=progress,
            content_key=content_key,
        )
    try:
        yield store
    finally:
        store.store.close()


def ask_login(lang: Lang) -> Login:
    """A server's user and password: from the environment, or asked for; never an argument."""
    settings = Settings.from_environment()
    user, password = settings.neo4j_user, settings.neo4j_password
    if password is None and sys.stdin.isatty():
        password = typer.prompt(f"{user}", hide_input=True, err=True)
    if password is None:
        say(lang, "no_credentials", user=NEO4J_USER, password=NEO4J_PASSWORD)
        raise typer.Exit(USAGE)
    return Login(user, password)


@contextmanager
def print_query_errors(lang: Lang) -> Iterator[None]:
    """Errors of questions and stores as one sentence and an exit code."""
    try:
        yield
    except (QueryError, StoreError) as error:
        text, code = query_error_sentence(error, lang.value)
        typer.echo(text, err=True)
        raise typer.Exit(code) from error


def query_error_sentence(error: QueryError | StoreError, language: str) -> tuple[str, int]:
    """The sentence for an error of a question or a store in `zh` or `en`, and the exit code."""
    match error:
        case UnknownQuestion():
            names = ", ".join(questions())
            return COMMANDS.say("no_question", language, name=error, names=names), USAGE
        case QueryError():
            return COMMANDS.say("bad_parameter", language, reason=error), USAGE
        case UnknownStore():
            choices = ", ".join([*LOCAL_STORES, "bolt://…", "neo4j://…"])
            return COMMANDS.say("no_store", language, address=error, choices=choices), USAGE
        case _:
            return store_error_sentence(error, language)


def print_answer(
    lang: Lang, facts: Facts, answer: Answer, format: Format, question: Question | None = None
) -> None:
    """Prints an answer, as Markdown in words and with citations; says so if it was cut."""
    if format is Format.MARKDOWN:
        if question:
            printed_answer = label_answer(facts, answer, question, lang.value)
        else:
            printed_answer = with_dates_in_words(facts, answer, lang.value)
        typer.echo(cited_markdown(facts, printed_answer, lang.value), nl=False)
    else:
        printed_answer = answer
        if format is Format.TABLE:  # CSV and JSON keep dates in EDTF
            printed_answer = with_dates_in_words(facts, printed_answer, lang.value, question)
        if question is None and format is not Format.JSON:  # JSON holds nodes and edges in full
            keeps_iris = format is Format.CSV
            printed_answer = with_names(facts, printed_answer, lang.value, keeps_iris=keeps_iris)
        if format is not Format.TABLE:  # the screen has a line on the release already
            printed_answer = with_release(facts, printed_answer)
        typer.echo(render(printed_answer, format), nl=False)
    if answer.is_cut and format is not Format.MARKDOWN:  # the message says this already
        say(lang, "first_rows", count=len(answer.rows))
    if answer.is_shortened and format is not Format.MARKDOWN:
        say(lang, "shortened_cells")
