"""Analyse: a measure of diffusion, taken of the facts or of the reader's own tables."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.forms.observation_inputs import as_typed, choose_watch, over, typed, watch_parts
from app_pages.forms.study_form import choose_source, choose_study, study_parts
from app_pages.panels.measure_result import show_meaning, show_result, told
from app_pages.state.address import opened, stood
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.url_codec import One, Part
from app_pages.state.widget_state import persistent_widget
from app_pages.state.workspace import facts_or_stop
from diffusion.framework.measure import AUTO, Measure, Parameter
from diffusion.registry import measures
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.study import Study
from graph.model.facts import Facts

MEASURE, FIRST = "analyse_measure", "adoption_curve"
# How wide the choices are, and the figure.
SIDES = 1, 2.7


def page() -> None:
    """The choices in a narrow column with what the numbers rest on; beside them the figure."""
    facts = facts_or_stop()
    parts = _parts(facts)
    opened("analyse", parts)
    choices, shown = st.columns(SIDES, gap="medium")
    with choices:
        st.title(say("page_analyse"))
        asked = _choose_measure()
        source = choose_source()
        data, wanted = st.container(), st.container()
        more = st.popover(say("measure_options"), icon=":material/tune:", width="stretch")
        rests = st.container()
    with shown:
        st.markdown(f"**{plain(asked.text('question').name(language()))}**")
        try:
            study = choose_study(facts, asked, source, data, more)
            _compute(asked, study, *_options(asked, wanted, more), rests)
        except BadOption as error:
            st.error(say("bad_option", reason=plain(str(error))))
        except WrongStudy as error:
            st.info(told(error.sentence), icon=":material/block:")
            show_meaning(asked)
    stood("analyse", parts)


def _parts(facts: Facts) -> tuple[Part, ...]:
    options = [
        as_typed(f"{name}.{one.name}", _key(known, one), _default(one))
        for name, known in measures().items()
        for one in known.parameters.values()
    ]
    return (
        One("measure", MEASURE, list(measures()), FIRST),
        *study_parts(facts),
        *watch_parts(),
        *options,
    )


def _choose_measure() -> Measure:
    titles = {name: one.text("title").name(language()) for name, one in measures().items()}
    order = sorted(titles, key=titles.__getitem__)

    def draw(widget_key: str, value: str | None) -> str:
        about = say("analyse_intro")
        return st.selectbox(
            say("measure"), order, format_func=titles.__getitem__, key=widget_key, help=about
        )

    return measures()[persistent_widget(MEASURE, FIRST, draw)]


def _options(
    asked: Measure, wanted: DeltaGenerator, more: DeltaGenerator
) -> tuple[dict[str, str], tuple[str, str]]:
    """What the reader gives for each parameter but its default, and the time of the watch.

    A parameter without a default is asked for in sight, the others among the options.
    """
    defaults = {name: _default(one) for name, one in asked.parameters.items()}
    texts = {}
    for name, one in asked.parameters.items():
        with more if defaults[name] else wanted:
            texts[name] = _field(asked, one)
    with more:
        watch = choose_watch()
    return {name: text for name, text in texts.items() if text and text != defaults[name]}, watch


def _field(asked: Measure, one: Parameter) -> str:
    label = plain(asked.text("parameters", one.name).name(language()))
    options = ["yes", "no"] if one.type is bool else list(one.choices)
    options = [AUTO] * (one.allows_auto and bool(options)) + options
    words = {"yes": say("yes"), "no": say("no"), AUTO: say("automatic")}

    def draw(widget_key: str, value: str | None) -> str:
        index = options.index(value) if value in options else 0
        return str(
            st.selectbox(
                label, options, index, format_func=lambda o: words.get(o, o), key=widget_key
            )
        )

    if options:
        return persistent_widget(_key(asked, one), _default(one), draw)
    example = "" if one.type is str else one.usage
    return typed(_key(asked, one), label, example, _default(one))


def _compute(
    asked: Measure,
    study: Study | None,
    given: Mapping[str, str],
    watch: tuple[str, str],
    rests: DeltaGenerator,
) -> None:
    """Shows the measure of the study, unless something is still to be given, which is said."""
    missing = [
        name for name, one in asked.parameters.items() if not _default(one) and name not in given
    ]
    for name in missing:
        label = plain(asked.text("parameters", name).name(language()))
        st.info(say("option_wanted", name=label))
    if study is None or missing:
        return
    study, options = over(study, watch), asked.parse_options(given)
    with st.spinner(say("computing")):
        result = asked.run(study, **options)
    show_result(asked, result, study, rests)


def _key(asked: Measure, one: Parameter) -> str:
    return f"analyse_{asked.name}_{one.name}"


def _default(one: Parameter) -> str:
    """A parameter's default as it would be typed."""
    if one.default is None:
        return AUTO if one.allows_auto else ""
    if isinstance(one.default, bool):
        return "yes" if one.default else "no"
    return str(one.default)


page()
