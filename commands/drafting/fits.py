"""fits: does each claim fit the passage that it cites?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.messages import copies_or_exit, read_or_exit, say
from commands.terminal.options import FACTS, FAULTS, FormatOption, Lang, LangOption, SourcesOption
from drafting.lint.finding import Finding
from drafting.lint.judged_findings import (
    BadJudgements,
    JudgedFinding,
    idle_judgements,
    read_judgements,
    unjudged_findings,
)
from drafting.lint.linter import Linter
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.rendering.formats import Format, render

COLUMNS = ("kind", "statement", "source", "field", "code", "finding")


def lint_claims(
    lang: LangOption,
    sources: SourcesOption,
    folder: Annotated[Path, typer.Argument(help="the facts folder")] = FACTS,
    format: FormatOption = Format.TABLE,
) -> None:
    """Lists every claim that does not fit its passage, without those judged in fits.toml."""
    facts = read_or_exit(folder, lang)
    judgements = judgements_or_exit(folder, facts, lang)
    linter = Linter(facts, copies_or_exit(sources, lang))
    findings = linter.lint_facts()
    open_findings = unjudged_findings(findings, judgements)
    if open_findings or format is not Format.TABLE:
        typer.echo(render(Answer(COLUMNS, rows(facts, open_findings, lang)), format), nl=False)
    missing = linter.missing_copies
    for code in missing:
        say(lang, "no_copy", source=code)
    for judgement in idle_judgements(findings, judgements):
        if facts.statements[judgement.statement].source not in missing:
            say(lang, "judgement_idle", id=judgement.statement, code=judgement.code.value)
    checked_rows = [row for row in facts.statements.values() if row.source not in missing]
    flagged_count = len({finding.statement for finding in open_findings})
    say(
        lang,
        "fits_counts",
        checked=len(checked_rows),
        flagged=flagged_count,
        judged=len(judgements),
    )
    from_copies = [row for row in checked_rows if facts.source_of(row).title_text is None]
    if open_findings or (missing and not from_copies):
        raise typer.Exit(FAULTS)


def judgements_or_exit(folder: Path, facts: Facts, lang: Lang) -> tuple[JudgedFinding, ...]:
    """The judgements of a facts folder; or lists every fault and exits."""
    try:
        return read_judgements(folder, facts.statements)
    except BadJudgements as error:
        typer.echo(error.text(lang.value), err=True)
        raise typer.Exit(FAULTS) from error


def rows(facts: Facts, findings: Sequence[Finding], lang: Lang) -> tuple[tuple[str, ...], ...]:
    """A row a finding."""
    return tuple(
        (
            finding.statement.rpartition("-")[0],
            finding.statement,
            facts.statements[finding.statement].source,
            finding.field,
            finding.code.value,
            finding.text(lang.value),
        )
        for finding in findings
    )


# The name of the command.
fits = lint_claims
