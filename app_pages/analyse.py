"""Analyse: a measure of diffusion, computed from the facts or from the reader's own tables."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.forms.study.observation_inputs import (
    ChosenStudy,
    choose_window,
    option_part,
    study_in_window,
    text_option,
    window_parts,
)
from app_pages.forms.study.study_defaults import measures_without_data
from app_pages.forms.study.study_form import (
    TABLES,
    choose_source,
    choose_study,
    study_parts,
)
from app_pages.panels.measure_result import sentence_on_page, show_meaning, show_result
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import ChoicePart, UrlPart
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop, facts_stamp
from diffusion.framework.measure import AUTO, Measure, MeasureParameter
from diffusion.registry import measures
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.selection import TypedWindow
from exports.talk.analysis_figure import analysis_of_choice
from graph.model.facts import Facts

MEASURE, FIRST_MEASURE = "analyse_measure", "adoption_curve"
# The widths of the choices and of the figure.
COLUMN_WIDTHS = 1, 2.7


def page() -> None:
    """The choices in a narrow column, with the basis of the numbers; beside them the figure."""
    facts = facts_or_stop()
    parts = _parts(facts)
    restore_from_url("analyse", parts)
    choices, output = st.columns(COLUMN_WIDTHS, gap="medium")
    with choices:
        st.title(say("page_analyse"))
        measure = _choose_measure(facts)
        source = choose_source()
        data, required_fields = st.container(), st.container()
        options_panel = st.popover(say("measure_options"), icon=":material/tune:", width="stretch")
        basis_container = st.container()
    with output:
        st.markdown(f"**{plain(measure.text('question').name(language()))}**")
        try:
            chosen_study = choose_study(facts, measure, source, data, options_panel)
            cited_facts = None if source == TABLES else facts
            _compute(
                measure,
                chosen_study,
                *_options(measure, required_fields, options_panel),
                basis_container,
                cited_facts,
            )
        except BadOption as error:
            st.error(say("bad_option", reason=plain(str(error))))
        except WrongStudy as error:
            for fault in error.sentences:
                st.info(sentence_on_page(fault), icon=":material/block:")
            show_meaning(measure)
    write_to_url("analyse", parts)


def _parts(facts: Facts) -> tuple[UrlPart, ...]:
    options = [
        option_part(f"{name}.{parameter.name}", _key(measure, parameter), _default(parameter))
        for name, measure in measures().items()
        for parameter in measure.parameters.values()
    ]
    return (
        ChoicePart("measure", MEASURE, list(measures()), FIRST_MEASURE),
        *study_parts(facts),
        *window_parts(),
        *options,
    )


def _choose_measure(facts: Facts) -> Measure:
    """A measure; a label says if the facts have no data for it, because tables may have it."""
    without_data = measures_without_data(*facts_stamp(), facts)
    titles = {name: measure.text("title").name(language()) for name, measure in measures().items()}
    labels = {
        name: say("measure_without_data", title=title) if name in without_data else title
        for name, title in titles.items()
    }
    order = sorted(titles, key=titles.__getitem__)

    def draw(widget_key: str, value: str | None) -> str:
        help_text = say("analyse_intro")
        return st.selectbox(
            say("measure"), order, format_func=labels.__getitem__, key=widget_key, help=help_text
        )

    return measures()[persistent_widget(MEASURE, FIRST_MEASURE, draw)]


def _options(
    measure: Measure, required_fields: DeltaGenerator, options_panel: DeltaGenerator
) -> tuple[dict[str, str], TypedWindow]:
    """The reader's values that differ from the defaults of parameters, and the time of the watch.

    A parameter without a default is always visible, the others are among the options.
    """
    defaults = {name: _default(parameter) for name, parameter in measure.parameters.items()}
    texts = {}
    for name, parameter in measure.parameters.items():
        with options_panel if defaults[name] else required_fields:
            texts[name] = _field(measure, parameter)
    with options_panel:
        window = choose_window()
    return {name: text for name, text in texts.items() if text and text != defaults[name]}, window


def _field(measure: Measure, parameter: MeasureParameter) -> str:
    label = plain(measure.text("parameters", parameter.name).name(language()))
    options = ["yes", "no"] if parameter.type is bool else list(parameter.choices)
    options = [AUTO] * (parameter.allows_auto and bool(options)) + options
    words = {"yes": say("yes"), "no": say("no"), AUTO: say("automatic")}

    def draw(widget_key: str, value: str | None) -> str:
        index = options.index(value) if value in options else 0
        return str(
            st.selectbox(
                label, options, index, format_func=lambda o: words.get(o, o), key=widget_key
            )
        )

    if options:
        return persistent_widget(_key(measure, parameter), _default(parameter), draw)
    example = "" if parameter.type is str else parameter.usage
    return text_option(_key(measure, parameter), label, example, _default(parameter))


def _compute(
    measure: Measure,
    chosen_study: ChosenStudy | None,
    typed_options: Mapping[str, str],
    window: TypedWindow,
    basis_container: DeltaGenerator,
    facts: Facts | None,
) -> None:
    """Shows the measure of the study, or says what the reader still has to enter."""
    missing = [
        name
        for name, parameter in measure.parameters.items()
        if not _default(parameter) and name not in typed_options
    ]
    for name in missing:
        label = plain(measure.text("parameters", name).name(language()))
        st.info(say("option_wanted", name=label))
    if chosen_study is None or missing:
        return
    study, options = (
        study_in_window(chosen_study.study, window),
        measure.parse_options(typed_options),
    )
    with st.spinner(say("computing")):
        result = measure.run(study, **options)
    analysis = None
    if chosen_study.choice is not None:
        analysis = analysis_of_choice(measure.name, typed_options, chosen_study.choice, window)
    show_result(measure, result, study, basis_container, facts, analysis)


def _key(measure: Measure, parameter: MeasureParameter) -> str:
    return f"analyse_{measure.name}_{parameter.name}"


def _default(parameter: MeasureParameter) -> str:
    """A parameter's default as it would be typed."""
    if parameter.default is None:
        return AUTO if parameter.allows_auto else ""
    if isinstance(parameter.default, bool):
        return "yes" if parameter.default else "no"
    return str(parameter.default)


page()
