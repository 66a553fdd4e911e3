"""draft: proposed statements of one source by rules, and how good such proposals are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from commands.drafting.draft_by_model import (
    ANSWERS,
    AddressOption,
    AnswersOption,
    BudgetOption,
    KindsOption,
    ModelOption,
    ModelOptions,
    PassesOption,
    PriceOption,
    YesOption,
    drafts_with_model,
)
from commands.drafting.draft_source import SourceText, source_text
from commands.terminal.messages import copies_folder, copies_or_exit, read_or_exit, say
from commands.terminal.options import FACTS, FAULTS, USAGE, FolderOption, Lang, LangOption
from drafting.drafters.article import read_article
from drafting.drafters.draft_text import draft_text
from drafting.drafts.draft import Band, Draft
from drafting.drafts.draft_file import DRAFTS, BadDraftFile
from drafting.drafts.draft_replacement import replace_drafts
from drafting.recognition.vocabulary import vocabulary
from drafting.rows.new_thing_drafts import with_new_things
from drafting.scoring.report import report
from drafting.scoring.score import scored_sources
from drafting.simulation.gate_score import gate_report, misread_gate, simulated_gate
from graph.model.facts import Facts
from ontology.schema.kinds import Source
from texts.system_errors import reason_with_file

KnownOption = Annotated[
    Path | None,
    typer.Option(
        "--known", help="with --score: the facts that the drafters know, instead of the others"
    ),
]
GateOption = Annotated[
    bool, typer.Option("--gate", help="with --score: what simulated answers of a model pass")
]


def draft(
    lang: LangOption,
    source: Annotated[str | None, typer.Argument(help="a source's code")] = None,
    sources: Annotated[
        Path | None, typer.Option(help="folder with your copies of the texts")
    ] = None,
    folder: FolderOption = FACTS,
    score: Annotated[
        bool, typer.Option("--score", help="compare drafts with the curated statements instead")
    ] = False,
    drafter_facts: KnownOption = None,
    gate: GateOption = False,
    model_address: AddressOption = None,
    model: ModelOption = None,
    passes: PassesOption = 1,
    budget: BudgetOption = None,
    price: PriceOption = None,
    kinds: KindsOption = None,
    answers: AnswersOption = ANSWERS,
    yes: YesOption = False,
) -> None:
    """Proposes statements of a source by rules, offline, and by a model if an address is given."""
    facts = read_or_exit(folder, lang)
    copies = copies_folder(sources, folder)
    if score:
        other_drafter = read_or_exit(drafter_facts, lang) if drafter_facts else None
        _score(facts, copies, other_drafter, lang, gate=gate)
    elif source is None:
        say(lang, "draft_which")
        raise typer.Exit(USAGE)
    else:
        text = source_text(facts, folder / DRAFTS, source, copies_or_exit(copies, lang), lang)
        options = model_address and ModelOptions(
            model_address, model, passes, budget, price, kinds, answers, yes
        )
        _write(facts, folder / DRAFTS, text, options or None, lang)


def _write(
    facts: Facts, folder: Path, source: SourceText, options: ModelOptions | None, lang: Lang
) -> None:
    article = read_article(source.code, source.published, source.raw, vocabulary(facts))
    drafts = draft_text(article)
    if options is not None:
        drafts = drafts_with_model(facts, article, drafts, options, lang)
    drafts = with_new_things(facts, drafts)
    try:
        path = replace_drafts(folder, source.code, drafts)
    except BadDraftFile as error:
        say(lang, "bad_drafts", file=error.path.name, reason=error.reason)
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        say(lang, "not_written", reason=reason_with_file(error))
        raise typer.Exit(FAULTS) from error
    _print_counts(drafts)
    say(lang, "drafts_written", count=len(drafts), file=path)
    if options is None and not article.recognised_text.has_word_tables:
        say(lang, "rules_read_chinese")


def _print_counts(drafts: tuple[Draft, ...]) -> None:
    """A line for each kind: how many drafts in each band."""
    counts = Counter((draft.kind, draft.band) for draft in drafts)
    typer.echo("\t".join(["kind", *Band]))
    for kind in sorted({kind for kind, _ in counts}):
        typer.echo("\t".join([kind, *(str(counts[kind, band]) for band in Band)]))


def _score(
    facts: Facts, folder: Path, drafter_facts: Facts | None, lang: Lang, *, gate: bool
) -> None:
    """The score, and with `gate` the gate's figures."""
    copies = copies_or_exit(folder, lang)
    articles = [source for source in facts.things_of(Source) if source.title_text is None]
    texts_at_hand = {s.code: text for s in articles if (text := copies.text(s)) is not None}
    if not texts_at_hand:
        say(lang, "nothing_checked")
        raise typer.Exit(FAULTS)
    for line in report(scored_sources(facts, texts_at_hand, drafter_facts)):
        typer.echo(line)
    if gate:
        figures = simulated_gate(facts, texts_at_hand), misread_gate(facts, texts_at_hand)
        for line in gate_report(*figures):
            typer.echo(line)
