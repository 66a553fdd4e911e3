"""What a measure gave, written: rows, what they rest on, what they mean and what they do not."""

from __future__ import annotations

from pathlib import Path

import typer

from commands.shared.options import Lang
from diffusion.charts.figure import write_figure
from diffusion.framework.measure import Measure
from diffusion.registry import measure, measures
from diffusion.study.number_format import rounded
from diffusion.study.result import Cell, Result
from diffusion.study.study import Study
from graph.stores.common.base import Answer
from queries.rendering.formats import Format, in_json, written

# What is told of every result, and how.
COUNTS = {
    "n": ("计入（{what}）", "counted ({what})"),
    "undated": ("没有足够精确日期的", "without a date that is sharp enough"),
    "unknown": ("文中没有说到的", "of whom nothing is said"),
}
MEANS = ("含义", "What it means")
MEANS_NOT = ("不说明", "What it does not mean")
# A number that there is not.
NOTHING = "-"
REFERENCE = ("文献", "Reference")


def tell(
    asked: Measure, result: Result, study: Study, format: Format, lang: Lang, figure: Path | None
) -> None:
    """Prints a result; in CSV the rows alone, and the rest to the standard error."""
    if format is Format.JSON:
        typer.echo(as_json(asked, result, lang), nl=False)
    else:
        if result.refusal is None or format is Format.CSV:
            rows = result.rows if format is Format.CSV else shown(asked, result, study, lang)
            answer = Answer(headings(asked, result, format, lang), rows)
            typer.echo(written(answer, format), nl=False)
        typer.echo("\n".join(notes(asked, result, study, lang)), err=format is Format.CSV)
    if figure is not None and result.refusal is None:
        write_figure(asked, result, study, lang.value, figure)


def headings(asked: Measure, result: Result, format: Format, lang: Lang) -> tuple[str, ...]:
    """The columns' keys in CSV, else their names."""
    if format is Format.CSV:
        return result.columns
    return tuple(asked.text("columns", key).name(lang.value) for key in result.columns)


def shown(asked: Measure, result: Result, study: Study, lang: Lang) -> tuple[tuple[Cell, ...], ...]:
    """The rows for people: nodes and keys by their names, numbers with four digits."""
    return tuple(
        tuple(
            rounded(asked.cell(key, cell, study, lang.value), 4)
            for key, cell in zip(result.columns, row, strict=True)
        )
        for row in result.rows
    )


def notes(asked: Measure, result: Result, study: Study, lang: Lang) -> list[str]:
    """The sentences under the rows."""
    language = lang.value
    lines = [] if result.refusal is None else [result.refusal.text(language)]
    lines += [f"{label}: {value}" for label, value in counted(asked, result, lang)]
    for key, value in result.summary.items():
        shown = NOTHING if value is None else rounded(asked.cell(key, value, study, language), 6)
        lines.append(f"{asked.text('summary', key).name(language)}: {shown}")
    lines += [warning.text(language) for warning in result.warnings]
    lines += [
        f"{pick(label, lang)}: {asked.text(key).name(language)}"
        for key, label in (("means", MEANS), ("means_not", MEANS_NOT))
    ]
    return [*lines, f"{pick(REFERENCE, lang)}: {asked.texts['reference']}"]


def counted(asked: Measure, result: Result, lang: Lang) -> list[tuple[str, int]]:
    """n, undated and unknown with their names."""
    what = asked.text("counted").name(lang.value)
    return [
        (pick(label, lang).format(what=what), getattr(result, key)) for key, label in COUNTS.items()
    ]


def as_json(asked: Measure, result: Result, lang: Lang) -> str:
    """The whole result as one object."""
    whole = {
        "measure": asked.name,
        "n": result.n,
        "undated": result.undated,
        "unknown": result.unknown,
        "summary": dict(result.summary),
        "warnings": [warning.text(lang.value) for warning in result.warnings],
        "not_computed": result.refusal and result.refusal.text(lang.value),
        "rows": result.records(),
    }
    return in_json(whole)


def listing(format: Format, lang: Lang) -> str:
    """Every measure by name with its question."""
    if format is not Format.JSON:
        return "".join(
            f"{name}\t{one.text('question').name(lang.value)}\n" for name, one in measures().items()
        )
    rows = [
        {"name": name, "title": one.texts["title"], "question": one.texts["question"]}
        for name, one in measures().items()
    ]
    return in_json(rows)


def described(name: str, lang: Lang) -> str:
    """All that is to be known of one measure."""
    asked, language = measure(name.replace("-", "_")), lang.value
    lines = [f"{asked.name}: {asked.text('title').name(language)}"]
    keys = ("question", "means", "means_not", "minimum")
    lines += [asked.text(key).name(language) for key in keys if key in asked.texts]
    lines.append(str(asked.texts["reference"]))
    lines += [
        f"  --{name} {one.usage}  [{'auto' if one.default is None else one.default}]"
        f"  {asked.text('parameters', name).name(language)}"
        for name, one in asked.parameters.items()
    ]
    lines += [
        f"  {key}: {asked.text('columns', key).name(language)}" for key in asked.texts["columns"]
    ]
    return "\n".join(lines) + "\n"


def pick(texts: tuple[str, str], lang: Lang) -> str:
    """The Chinese or the English text."""
    return texts[0] if lang is Lang.ZH else texts[1]
