"""The figure of a measure that a step of a talk shows, with letters that the back row can read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from diffusion.charts.figure import FigureSize, figure
from diffusion.framework.measure import Measure
from diffusion.registry import measure
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import Acts, FactSelection, study_from_facts
from diffusion.study.number_format import round_cell
from diffusion.study.result import Result, Sentence
from diffusion.study.selection import (
    TypedWindow,
    parse_step,
    parse_window,
    select_cascades,
    with_window,
)
from diffusion.study.study import Study
from graph.drawing.chart_image import chart_file
from graph.links.talk import Analysis
from graph.model.facts import Facts
from queries.rendering.texts import phrase

# The size of the area of a figure, and of a picture on a slide of 1280 × 720 pixels.
FIGURE_WIDTH, FIGURE_HEIGHT = 640, 200
SLIDE_WIDTH, SLIDE_HEIGHT = 1180, 432
# The least height of a figure's letters on a slide, and the sizes that are tried.
MIN_LETTER_PX, LETTER_SIZES = 20.0, (16, 18, 20, 23, 27, 32)
LETTER_SIZE_PATTERN = re.compile(r'font-size="([\d.]+)px"')
SVG_SIZE_PATTERN = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True)
class AnalysisFigure:
    """What a measure gives in a language: its figure, or the sentences that say why there is none.

    `notes` say what is counted, the numbers beside the figure, its warnings and its source.
    """

    title: str
    chart: Any = None
    notes: tuple[str, ...] = ()
    refusal: tuple[str, ...] = ()

    @cached_property
    def svg(self) -> str:
        """The figure as SVG."""
        return chart_file(self.chart, "svg").decode()

    @property
    def letter(self) -> float:
        """How high its lowest letters are on a slide of 1280 × 720, in pixels."""
        sizes = SVG_SIZE_PATTERN.search(self.svg)
        letters = [float(size) for size in LETTER_SIZE_PATTERN.findall(self.svg)]
        if sizes is None or not letters:
            return MIN_LETTER_PX
        width, height = (float(size) for size in sizes.groups())
        return min(letters) * min(SLIDE_WIDTH / width, SLIDE_HEIGHT / height)

    @property
    def png(self) -> bytes:
        """The figure as PNG, of twice its size."""
        return chart_file(self.chart, "png")


def selection_of(analysis: Analysis) -> FactSelection:
    """Which of the facts an analysis studies."""
    return FactSelection(
        analysis.mechanisms,
        analysis.narrower,
        analysis.implied,
        Actors(analysis.actors).kinds,
        analysis.complete,
        Acts(analysis.acts) if analysis.acts else None,
    )


def analysis_of_choice(
    name: str, options: Mapping[str, str], choice: FactSelection, typed: TypedWindow
) -> Analysis:
    """The analysis by a measure of this name, with options as typed, over a window and its step."""
    return Analysis(
        name,
        tuple(sorted(options.items())),
        choice.mechanisms,
        choice.narrower,
        choice.implied,
        choice.complete,
        next(actors.value for actors in Actors if actors.kinds == choice.kinds),
        choice.acts.value if choice.acts else None,
        typed.window,
        typed.step,
    )


def analysis_figures(
    facts: Facts, analysis: Analysis, languages: Sequence[str]
) -> dict[str, AnalysisFigure]:
    """The figure of an analysis of these facts in each of these languages; computed once."""
    chosen_measure = measure(analysis.measure)
    try:
        study, result = _study_and_result(facts, chosen_measure, analysis)
    except WrongStudy as error:
        return {
            lang: _figure_of_refusal(chosen_measure, error.sentences, lang) for lang in languages
        }
    except BadOption as error:
        refusal = (str(error),)
        return {
            lang: AnalysisFigure(_title(chosen_measure, lang), refusal=refusal)
            for lang in languages
        }
    return {lang: _figure_of_result(chosen_measure, result, study, lang) for lang in languages}


def _study_and_result(
    facts: Facts, chosen_measure: Measure, analysis: Analysis
) -> tuple[Study, Result]:
    choice = selection_of(analysis)
    study = select_cascades(study_from_facts(facts, choice), choice.mechanisms)
    study = with_window(study, parse_window(analysis.window), parse_step(analysis.step))
    return study, chosen_measure.run(study, **chosen_measure.parse_options(dict(analysis.options)))


def _title(chosen_measure: Measure, language: str) -> str:
    return chosen_measure.text("title").name(language)


def _figure_of_refusal(
    chosen_measure: Measure, sentences: Iterable[Sentence], language: str
) -> AnalysisFigure:
    refusal = tuple(sentence.text(language) for sentence in sentences)
    return AnalysisFigure(_title(chosen_measure, language), refusal=refusal)


def _figure_of_result(
    chosen_measure: Measure, result: Result, study: Study, language: str
) -> AnalysisFigure:
    if result.refusal is not None:
        return _figure_of_refusal(chosen_measure, [result.refusal], language)
    if not result.rows:
        return AnalysisFigure(
            _title(chosen_measure, language), refusal=(phrase("talk_no_rows", language),)
        )
    notes = _notes(chosen_measure, result, study, language)
    sizes = (FigureSize(FIGURE_WIDTH, FIGURE_HEIGHT, letter) for letter in LETTER_SIZES)
    charts = (figure(chosen_measure, result, study, language, size) for size in sizes)
    candidates = (
        AnalysisFigure(_title(chosen_measure, language), chart, notes) for chart in charts
    )
    return _first_legible(candidates)


def _first_legible(candidates: Iterable[AnalysisFigure]) -> AnalysisFigure:
    """The first figure whose letters are high enough on a slide, or the last.

    Rows, legends and long labels make a figure larger, so that it is shown smaller.
    """
    candidate = None
    for candidate in candidates:
        if candidate.letter >= MIN_LETTER_PX:
            break
    assert candidate is not None
    return candidate


def _notes(chosen_measure: Measure, result: Result, study: Study, language: str) -> tuple[str, ...]:
    """Sentences for the notes of a slide."""
    numbers = [
        f"{chosen_measure.text('summary', key).name(language)}: "
        f"{round_cell(chosen_measure.cell(key, value, study, language))}"
        for key, value in result.summary.items()
        if value is not None
    ]
    return (
        chosen_measure.text("question").name(language),
        f"{chosen_measure.text('counted').name(language)}: {result.n}",
        *numbers,
        *(warning.text(language) for warning in result.warnings),
        str(chosen_measure.texts["reference"]),
    )
