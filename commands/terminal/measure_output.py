"""Prints the result of a measure: rows, what they rest on, what they mean and do not mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from commands.terminal.options import Lang
from diffusion.charts.figure import check_suffix, write_figure
from diffusion.framework.measure import Measure
from diffusion.registry import measure, measures
from diffusion.study.errors import require
from diffusion.study.number_format import round_cell
from diffusion.study.result import Cell, Result
from diffusion.study.selection import with_window
from diffusion.study.study import Study
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.rendering.answer_release import release_sentence, with_release
from queries.rendering.formats import Format, in_json, render
from texts.tables import COMMANDS

# The counts that stand under every result.
COUNT_KEYS = ("n", "undated", "unknown")
# The sign for a missing number.
NO_NUMBER = "-"


@dataclass(frozen=True)
class StudyData:
    """A study, and the facts that it is of; None if it is of a researcher's tables."""

    study: Study
    facts: Facts | None = None

    def with_watch(
        self, window: tuple[float | None, float | None], step: float | None
    ) -> StudyData:
        """The data with the window and the step of a watch; raises BadOption."""
        return replace(self, study=with_window(self.study, window, step))


@dataclass(frozen=True)
class MeasureOutput:
    """How a result is printed, and the files that are written besides; raises ValueError or
    BadOption for a figure of another kind."""

    format: Format
    lang: Lang
    figure: Path | None
    panel: Path | None

    def __post_init__(self) -> None:
        if self.figure is not None:
            check_suffix(self.figure)

    def write(self, computed_measure: Measure, result: Result, data: StudyData) -> None:
        """Prints the result, and writes the files; raises BadOption if no panel was built."""
        if self.panel is not None:
            write_built_panel(result, self.panel)
        print_result(computed_measure, result, data, self.format, self.lang, self.figure)


def print_result(
    computed_measure: Measure,
    result: Result,
    data: StudyData,
    format: Format,
    lang: Lang,
    figure: Path | None,
) -> None:
    """Prints a result; in CSV the rows alone, and the rest to the standard error.

    Facts of a release are named in it: in CSV in a last column, else in a field or a sentence.
    """
    study = data.study
    if format is Format.JSON:
        typer.echo(as_json(computed_measure, result, lang, data.facts), nl=False)
    elif format is Format.CSV:
        answer = Answer(result.columns, result.rows)
        typer.echo(render(with_release(data.facts, answer), format), nl=False)
    else:
        if sentence := release_sentence(data.facts, lang.value):
            typer.echo(sentence + "\n")
        if result.refusal is None:
            heads = tuple(
                computed_measure.text("columns", key).name(lang.value) for key in result.columns
            )
            answer = Answer(heads, readable_rows(computed_measure, result, study, lang))
            typer.echo(render(answer, format), nl=False)
    if format is not Format.JSON:
        typer.echo(
            "\n".join(notes(computed_measure, result, study, lang)), err=format is Format.CSV
        )
    if figure is not None and result.refusal is None:
        write_figure(computed_measure, result, study, lang.value, figure)


def write_built_panel(result: Result, path: Path) -> None:
    """Writes the panel that was built on the way; raises BadOption if none was."""
    panel = result.built_table
    require(panel is not None, "panel-out", path, "--terms NETWORK,…")
    if panel is not None:
        text = render(Answer(panel.columns, panel.rows), Format.CSV)
        path.write_text(text, encoding="utf-8", newline="")


def readable_rows(
    computed_measure: Measure, result: Result, study: Study, lang: Lang
) -> tuple[tuple[Cell, ...], ...]:
    """The rows for people: nodes and keys by their names, numbers with few digits."""
    return tuple(
        tuple(
            round_cell(computed_measure.cell(key, cell, study, lang.value), computed_measure.digits)
            for key, cell in zip(result.columns, row, strict=True)
        )
        for row in result.rows
    )


def notes(computed_measure: Measure, result: Result, study: Study, lang: Lang) -> list[str]:
    """The sentences under the rows."""
    language = lang.value
    lines = [] if result.refusal is None else [result.refusal.text(language)]
    lines += [
        f"{label}: {value}" for label, value in counts_in_words(computed_measure, result, lang)
    ]
    for key, value in result.summary.items():
        text = (
            NO_NUMBER
            if value is None
            else round_cell(computed_measure.cell(key, value, study, language), 6)
        )
        lines.append(f"{computed_measure.text('summary', key).name(language)}: {text}")
    lines += [warning.text(language) for warning in result.warnings]
    lines += [
        f"{COMMANDS.say(key, language)}: {computed_measure.text(key).name(language)}"
        for key in ("means", "means_not")
    ]
    return [*lines, f"{COMMANDS.say('reference', language)}: {computed_measure.texts['reference']}"]


def counts_in_words(computed_measure: Measure, result: Result, lang: Lang) -> list[tuple[str, int]]:
    """n, undated and unknown with their names."""
    counted_things = computed_measure.text("counted").name(lang.value)
    return [
        (COMMANDS.say(f"counted_{key}", lang.value, what=counted_things), getattr(result, key))
        for key in COUNT_KEYS
    ]


def as_json(computed_measure: Measure, result: Result, lang: Lang, facts: Facts | None) -> str:
    """The whole result as one object, with the dataset and the release that it is of."""
    content = {
        "measure": computed_measure.name,
        **_evidence_base(facts, lang),
        "n": result.n,
        "undated": result.undated,
        "unknown": result.unknown,
        "summary": dict(result.summary),
        "warnings": [warning.text(lang.value) for warning in result.warnings],
        "not_computed": result.refusal and result.refusal.text(lang.value),
        "rows": result.records(),
    }
    return in_json(content)


def _evidence_base(facts: Facts | None, lang: Lang) -> Mapping[str, object]:
    """The facts by IRI, title and release; a researcher's own tables have none of it."""
    if facts is None:
        return {"dataset": None, "release": None}
    entry, release = facts.dataset, facts.release
    return {
        "dataset": {"iri": entry.base_iri, "title": entry.title(lang.value)},
        "release": release and {"version": release.version, "date": release.day.isoformat()},
    }


def measure_list(format: Format, lang: Lang) -> str:
    """Every measure by name with its question."""
    if format is not Format.JSON:
        return "".join(
            f"{name}\t{measure.text('question').name(lang.value)}\n"
            for name, measure in measures().items()
        )
    rows = [
        {"name": name, "title": measure.texts["title"], "question": measure.texts["question"]}
        for name, measure in measures().items()
    ]
    return in_json(rows)


def measure_text(name: str, lang: Lang) -> str:
    """All that is to be known of one measure."""
    entry, language = measure(name.replace("-", "_")), lang.value
    lines = [f"{entry.name}: {entry.text('title').name(language)}"]
    keys = ("question", "means", "means_not", "minimum", "differs")
    lines += [entry.text(key).name(language) for key in keys if key in entry.texts]
    lines.append(str(entry.texts["reference"]))
    lines += [
        f"  --{name} {option.usage}  [{'auto' if option.default is None else option.default}]"
        f"  {entry.text('parameters', name).name(language)}"
        for name, option in entry.parameters.items()
    ]
    lines += [
        f"  {key}: {entry.text('columns', key).name(language)}" for key in entry.texts["columns"]
    ]
    return "\n".join(lines) + "\n"
