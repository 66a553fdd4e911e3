"""Drafts by the user's own model: the expected cost, a question before it starts, the results."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from commands.terminal.messages import say
from commands.terminal.options import USAGE, Lang
from drafting.drafters.article import Article
from drafting.drafts.draft import Draft
from drafting.language_model.answer_schema import asked_kinds
from drafting.language_model.disagreements import with_disagreements
from drafting.language_model.endpoint.answer_cache import AnswerCache
from drafting.language_model.endpoint.chat_client import ChatClient
from drafting.language_model.endpoint.endpoint import Endpoint, endpoint
from drafting.language_model.endpoint.model_error import ModelError
from drafting.language_model.gate import Verdict, through_gate, verdict
from drafting.language_model.judged_drafts import curated_figures
from drafting.language_model.lint_codes import lint_codes
from drafting.language_model.model_run import (
    AnsweredStretch,
    ModelRun,
    ModelUsage,
    expected_usage,
    questions,
)
from drafting.language_model.row_reader import RowReader
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.kinds import Statement
from settings import Settings
from texts.tables import COMMANDS

ANSWERS = Path("build/model-answers")

AddressOption = Annotated[
    str | None, typer.Option("--model-address", help="OpenAI-compatible address of a model")
]
ModelOption = Annotated[str | None, typer.Option("--model", help="the model's name")]
PassesOption = Annotated[int, typer.Option(min=1, max=9, help="how often it reads the article")]
BudgetOption = Annotated[int | None, typer.Option(min=1, help="the limit of tokens")]
PriceOption = Annotated[
    str | None, typer.Option(help="IN,OUT: prices of a million tokens read and written")
]
KindsOption = Annotated[str | None, typer.Option(help="kinds to ask for, separated by commas")]
AnswersOption = Annotated[Path, typer.Option(help="where answers are kept; never in the facts")]
YesOption = Annotated[bool, typer.Option("--yes", help="ask the model without confirmation")]


@dataclass(frozen=True)
class ModelOptions:
    """What a user types about a model."""

    address: str
    model: str | None
    passes: int = 1
    budget: int | None = None
    price: str | None = None
    kinds: str | None = None
    answers: Path = ANSWERS
    yes: bool = False


def drafts_with_model(
    facts: Facts,
    article: Article,
    by_rules: tuple[Draft, ...],
    options: ModelOptions,
    lang: Lang,
) -> tuple[Draft, ...]:
    """The drafts by rules and by the model; those that disagree have a finding."""
    price = _price(options.price, lang)
    kinds = _kinds(options.kinds, lang)
    tasks = questions(facts, article, kinds, options.passes)
    with ChatClient(_endpoint(options, lang)) as client:
        cache = AnswerCache(options.answers)
        model_run = ModelRun(client, cache, RowReader(facts, article), options.budget)
        _confirm_expected_usage(
            expected_usage(model_run.tasks_without_answer(tasks)), options, price, lang
        )
        with typer.progressbar(length=len(tasks), file=sys.stderr) as bar:
            outcomes = []
            for outcome in model_run.results(tasks):
                outcomes.append(outcome)
                bar.update(1)
    _print_faults_and_usage(outcomes, len(tasks), price, lang)
    lint = lint_codes(facts, article)
    gated = [
        [through_gate(draft, lint) for draft in outcome_of_task.drafts]
        for outcome_of_task in outcomes
    ]
    readings = [[d for d in reading if verdict(d) is not Verdict.REFUSED] for reading in gated]
    drafts = with_disagreements([by_rules, *readings])
    ids = {draft.id for reading in readings for draft in reading}
    by_model = [draft for draft in drafts if draft.id in ids]
    by_model += [d for reading in gated for d in reading if verdict(d) is Verdict.REFUSED]
    refused = sum(len(outcome_of_task.refused_rows) for outcome_of_task in outcomes)
    _print_gate_figures(by_model, refused, facts, lang)
    return drafts


def _endpoint(options: ModelOptions, lang: Lang) -> Endpoint:
    try:
        key = Settings.from_environment().model_key
        return endpoint(options.address, options.model or "", key)
    except ModelError as error:
        typer.echo(error.text(lang.value), err=True)
        raise typer.Exit(USAGE) from error


def _price(price_text: str | None, lang: Lang) -> tuple[float, float] | None:
    if price_text is None:
        return None
    try:
        price_in, price_out = (float(part) for part in price_text.split(","))
    except ValueError:
        _refuse_price(lang, price_text)
    if not (0 <= price_in < 1e9 and 0 <= price_out < 1e9):
        _refuse_price(lang, price_text)
    return price_in, price_out


def _kinds(kind_names: str | None, lang: Lang) -> list[type[Statement]]:
    """The kinds of these names, all if none is named."""
    by_name = {snake(kind.__name__): kind for kind in asked_kinds()}
    names = [name.strip() for name in (kind_names or "").split(",") if name.strip()]
    for name in names:
        if name not in by_name:
            say(lang, "not_a_choice", value=name, choices=", ".join(by_name))
            raise typer.Exit(USAGE)
    return [by_name[name] for name in names]


def _refuse_price(lang: Lang, price_text: str) -> NoReturn:
    say(lang, "model_price", price=price_text)
    raise typer.Exit(USAGE)


def _confirm_expected_usage(
    usage: ModelUsage, options: ModelOptions, price: tuple[float, float] | None, lang: Lang
) -> None:
    """What the questions will use, and the user's consent; nothing if all answers are kept."""
    if not usage.calls:
        say(lang, "model_all_kept")
        return
    tokens_in, tokens_out = usage.tokens_in, usage.tokens_out
    say(lang, "model_expected", calls=usage.calls, read=tokens_in, written=tokens_out)
    if price:
        say(lang, "model_cost", cost=f"{usage.cost(*price):.2f}")
    if not options.yes:
        typer.confirm(COMMANDS.say("model_go_on", lang.value), abort=True, err=True)


def _print_faults_and_usage(
    outcomes: list[AnsweredStretch],
    total: int,
    price: tuple[float, float] | None,
    lang: Lang,
) -> None:
    """Each sentence once with the number of its cases, and the tokens that were used."""
    sentences = Counter(outcome.fault.text(lang.value) for outcome in outcomes if outcome.fault)
    sentences += Counter(
        row.text(lang.value) for outcome in outcomes for row in outcome.refused_rows
    )
    for sentence, count in sentences.most_common():
        typer.echo(f"{count} × {sentence}", err=True)
    usage = ModelUsage()
    for outcome in outcomes:
        usage = usage.plus(outcome.usage)
    answered_count = sum(outcome.fault is None or bool(outcome.drafts) for outcome in outcomes)
    say(lang, "model_answered", answered=answered_count, asked=total)
    tokens_in, tokens_out = usage.tokens_in, usage.tokens_out
    say(lang, "model_used", calls=usage.calls, read=tokens_in, written=tokens_out)
    if price:
        say(lang, "model_cost", cost=f"{usage.cost(*price):.2f}")


def _print_gate_figures(drafts: list[Draft], refused_count: int, facts: Facts, lang: Lang) -> None:
    """The three figures of the gate, as far as curated statements can judge them.

    `refused_count` are the rows that became no draft; the gate refuses those of `drafts` that their
    passages contradict.
    """
    counts = Counter(verdict(draft) for draft in drafts)
    admitted_count, sent_count = counts[Verdict.ADMITTED], counts[Verdict.SENT]
    if contradicted := counts[Verdict.REFUSED]:
        say(lang, "model_contradicted", count=contradicted)
    all_refused = refused_count + contradicted
    say(lang, "model_gate", admitted=admitted_count, sent=sent_count, refused=all_refused)
    figures = curated_figures(drafts, refused_count, facts)
    if figures is None:
        say(
            lang,
            "model_not_judged",
            share=f"{sent_count / max(1, sent_count + admitted_count + all_refused):.0%}",
        )
        return
    say(
        lang,
        "model_judged",
        right=f"{figures.right_share_admitted:.0%}",
        wrong=f"{figures.wrong_share_admitted:.0%}",
        share=f"{figures.sent_share:.0%}",
    )
