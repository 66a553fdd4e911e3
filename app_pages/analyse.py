"""Analyse: a measure of diffusion, taken of the facts or of the reader's own tables."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app_pages.parts.address import opened, stood
from app_pages.parts.kept import kept
from app_pages.parts.language import language, say
from app_pages.parts.measured import show_result
from app_pages.parts.plain import plain
from app_pages.parts.session import facts_or_stop
from app_pages.parts.studied import choose_source, choose_study, study_parts
from app_pages.parts.view import One, Part
from app_pages.parts.watched import as_typed, choose_watch, over, typed, watch_parts
from graph.diffusion.catalogue import measures
from graph.diffusion.data import Study
from graph.diffusion.errors import BadOption, WrongStudy
from graph.diffusion.measure import AUTO, Measure, Parameter, Value
from graph.facts import Facts

MEASURE, FIRST = "analyse_measure", "adoption_curve"


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_analyse"))
    st.write(say("analyse_intro"))
    parts = _parts(facts)
    opened("analyse", parts)
    left, right = st.columns([3, 2], vertical_alignment="top")
    with left:
        asked = _choose_measure()
    with right:
        source = choose_source()
    try:
        study = choose_study(facts, asked, source)
        given, watch = _options(asked)
        wanted = [name for name in _wanted(asked) if name not in given]
        for name in wanted:
            label = plain(asked.text("parameters", name).name(language()))
            st.info(say("option_wanted", name=label))
        if study is not None and not wanted:
            _compute(asked, over(study, watch), asked.options(given))
    except BadOption as error:
        st.error(say("bad_option", reason=plain(str(error))))
    except WrongStudy as error:
        st.info(plain(error.sentence.text(language())), icon=":material/block:")
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
    name = kept(
        MEASURE,
        FIRST,
        lambda key: st.selectbox(say("measure"), order, format_func=titles.__getitem__, key=key),
    )
    asked = measures()[name]
    st.markdown(plain(asked.text("question").name(language())))
    return asked


def _options(asked: Measure) -> tuple[dict[str, str], tuple[str, str]]:
    """What the reader gives for each parameter but its default, and the time of the watch."""
    with st.expander(say("measure_options"), expanded=bool(_wanted(asked))):
        texts = {one.name: _field(asked, one) for one in asked.parameters.values()}
        watch = choose_watch()
    defaults = {one.name: _default(one) for one in asked.parameters.values()}
    return {key: text for key, text in texts.items() if text and text != defaults[key]}, watch


def _wanted(asked: Measure) -> list[str]:
    """The parameters that have no default."""
    return [one.name for one in asked.parameters.values() if _default(one) == ""]


def _field(asked: Measure, one: Parameter) -> str:
    label = plain(asked.text("parameters", one.name).name(language()))
    options = ["yes", "no"] if one.type is bool else list(one.choices)
    options = [AUTO] * (one.automatic and bool(options)) + options
    words = {"yes": say("yes"), "no": say("no"), AUTO: say("automatic")}

    def draw(key: str) -> str:
        return str(st.selectbox(label, options, format_func=lambda o: words.get(o, o), key=key))

    if options:
        return kept(_key(asked, one), _default(one), draw)
    example = "" if one.type is str else one.typed
    return typed(_key(asked, one), label, example, _default(one))


def _compute(asked: Measure, study: Study, options: Mapping[str, Value]) -> None:
    with st.spinner(say("computing")):
        result = asked.of(study, **options)
    show_result(asked, result, study)


def _key(asked: Measure, one: Parameter) -> str:
    return f"analyse_{asked.name}_{one.name}"


def _default(one: Parameter) -> str:
    """A parameter's default as it would be typed."""
    if one.default is None:
        return AUTO if one.automatic else ""
    if isinstance(one.default, bool):
        return "yes" if one.default else "no"
    return str(one.default)


page()
