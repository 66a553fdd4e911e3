"""The result of a measure on the screen: its basis, figure, table, meaning and files."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.chart_downloads import figure_files
from app_pages.panels.cite_control import cite_view
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.talk_making.add_step import add_analysis
from diffusion.charts.figure import figure
from diffusion.framework.measure import Measure
from diffusion.study.from_facts import study_statements
from diffusion.study.number_format import round_cell
from diffusion.study.result import Result, Sentence
from diffusion.study.study import Study
from exports.talk.analysis_figure import selection_of
from graph.drawing.texts import say as word_of
from graph.links.talk import Analysis
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.rendering.answer_release import release_sentence, with_release
from queries.rendering.formats import Format, render
from texts.tables import LANGUAGES

# Colours on white, and on the background of the dark theme.
INK, PALE_INK = "#1f2933", "#e4e7eb"
# Four numbers, because Streamlit adds to the bottom and cannot read one number for all sides.
MARGIN = dict.fromkeys(("left", "top", "right", "bottom"), 12)
# An option of the command line in brackets.
ASIDE = re.compile(r" ?[(（][^()（）]*--[a-z][^()（）]*[)）]")
# Pixels of a figure on the screen, with its title and legend.
HEIGHT = 412


def show_result(
    measure: Measure,
    result: Result,
    study: Study,
    basis_container: DeltaGenerator,
    facts: Facts | None,
    analysis: Analysis | None = None,
) -> None:
    """Shows a result, with its basis in `basis_container`; if it was refused, says why.

    `facts` are what was studied, to be cited; None if the tables are the reader's own. With its
    `analysis` the result can become a step of a talk.
    """
    with basis_container:
        _counts(measure, result)
    for warning in result.warnings:
        st.caption(f":material/warning: {sentence_on_page(warning)}")
    if result.refusal is not None:
        st.info(sentence_on_page(result.refusal), icon=":material/block:")
        if "minimum" in measure.texts:
            st.caption(_label_and_text("minimum", measure.text("minimum").name(language())))
    elif not result.rows:
        st.info(say("no_rows"))
    else:
        chart: Any = figure(measure, result, study, language())
        _draw(measure, chart)
        files = st.container(horizontal=True)
        show_meaning(measure, _summary_line(measure, result, study))
        answer = _table(measure, result, study)
        with files:
            figure_files(lambda: chart, measure.name)
            _table_files(measure, result, answer, facts)
            _built_panel(measure, result)
            if facts:
                _cite_and_add(facts, measure, analysis)
        return
    _built_panel(measure, result)
    show_meaning(measure, _summary_line(measure, result, study))


def _cite_and_add(facts: Facts, measure: Measure, analysis: Analysis | None) -> None:
    title = measure.text("title").name(language())
    cite_view(facts, title, "measure", {"measure": measure.name}, is_picture=False)
    if analysis:
        _add_step(facts, measure, analysis)


def _add_step(facts: Facts, measure: Measure, analysis: Analysis) -> None:
    """A button that makes a result a step of a talk, with the statements that it counts."""
    names = {lang: measure.text("title").name(lang) for lang in LANGUAGES}

    def caption(lang: str) -> str:
        mechanisms = word_of("comma", lang).join(
            facts.display_name(code, lang) for code in analysis.mechanisms
        )
        return names[lang] + (word_of("colon", lang) + mechanisms if mechanisms else "")

    def statements() -> tuple[str, ...]:
        return study_statements(facts, selection_of(analysis), with_ties="ties" in measure.needs)

    add_analysis("analyse", analysis, statements, caption)


def _built_panel(measure: Measure, result: Result) -> None:
    """The panel that was built on the way, as a file."""
    if result.built_table is not None:
        answer = Answer(result.built_table.columns, result.built_table.rows)
        st.download_button(
            say("panel_csv"),
            data=lambda: render(answer, Format.CSV).encode(),
            file_name=f"{measure.name}_panel.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )


def _draw(measure: Measure, chart: Any) -> None:
    """Draws a figure in the theme's colours; a network keeps its own, which distinguish edges."""
    alt = f"{measure.text('title').name(language())}: {measure.text('question').name(language())}"
    figures = measure.texts["figure"]
    kinds = {
        figure_text["kind"] for figure_text in (figures if isinstance(figures, list) else [figures])
    }
    if "network" in kinds:
        ink = chart.configure_title(color=INK, subtitleColor=INK)
        themed_chart = ink.properties(background="white", padding=MARGIN)
        st.altair_chart(themed_chart, theme=None, width="content", alt=alt)
        return
    ink = PALE_INK if st.context.theme.type == "dark" else INK
    themed_chart = chart.configure_text(color=ink).configure_rule(color=ink)
    themed_chart = themed_chart.configure_title(subtitleColor=ink)
    if "intervals" in kinds:  # a row for each name, each with its own height
        st.altair_chart(themed_chart, theme="streamlit", alt=alt)
    else:
        st.altair_chart(themed_chart, theme="streamlit", height=HEIGHT, alt=alt)


def _counts(measure: Measure, result: Result) -> None:
    """How many were counted, how many have no date, and how many have no statement."""
    counts = {
        say("counted"): result.n,
        say("counted_undated"): result.undated,
        say("counted_unknown"): result.unknown,
    }
    for label, value in counts.items():
        st.metric(label, f"{value:,}")
    st.caption(_label_and_text("counted", measure.text("counted").name(language())))


def _summary_line(measure: Measure, result: Result, study: Study) -> str:
    """The summary numbers in a line, nodes by their names."""
    numbers = {
        key: round_cell(measure.cell(key, value, study, language()))
        for key, value in result.summary.items()
        if value is not None
    }
    return " · ".join(
        f"{measure.text('summary', key).name(language())} **{plain(str(value))}**"
        for key, value in numbers.items()
    )


def _table(measure: Measure, result: Result, study: Study) -> Answer:
    """Shows the rows, nodes by their names, and returns them as they are shown."""
    heads = tuple(measure.text("columns", key).name(language()) for key in result.columns)
    rows = tuple(
        tuple(
            measure.cell(key, cell, study, language())
            for key, cell in zip(result.columns, row, strict=True)
        )
        for row in result.rows
    )
    floats = {
        head: st.column_config.NumberColumn(format="%.6g")
        for place, head in enumerate(heads)
        if any(isinstance(row[place], float) for row in rows)
    }
    st.dataframe(
        [dict(zip(heads, row, strict=True)) for row in rows],
        hide_index=True,
        column_config=floats,
        placeholder="",  # else an unknown value would be "None" in any language
    )
    return Answer(heads, tuple(tuple(round_cell(cell) for cell in row) for row in rows))


def _table_files(measure: Measure, result: Result, answer: Answer, facts: Facts | None) -> None:
    """The table as files: CSV with keys and full digits, Markdown for reading.

    Both name the release of the facts, as the answers to questions do.
    """
    exact = with_release(facts, Answer(result.columns, result.rows))
    sentence = release_sentence(facts, language())
    heading = f"{sentence}\n\n" if sentence else ""
    files = {
        "csv": (lambda: render(exact, Format.CSV).encode(), "text/csv"),
        "md": (lambda: (heading + render(answer, Format.MARKDOWN)).encode(), "text/markdown"),
    }
    for suffix, (content, kind) in files.items():
        st.download_button(
            say(f"as_{suffix}"),
            data=content,
            file_name=f"{measure.name}.{suffix}",
            mime=kind,
            icon=":material/download:",
            on_click="ignore",
        )


def show_meaning(measure: Measure, numbers: str = "") -> None:
    """Shows who defined the measure, its summary numbers, what it says and what it does not."""
    st.caption(_label_and_text("reference", str(measure.texts["reference"])))
    if numbers:
        st.markdown(numbers)
    for key in ("means", "means_not"):
        st.markdown(f"**{say(key)}** {plain(measure.text(key).name(language()))}")


def sentence_on_page(sentence: Sentence) -> str:
    """A sentence for the page, without the options of the command line in its brackets."""
    return plain(ASIDE.sub("", sentence.text(language())))


def _label_and_text(key: str, text: str) -> str:
    return say("labelled", label=say(key), text=plain(text))
