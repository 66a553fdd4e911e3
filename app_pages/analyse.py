"""Analyse: a measure of diffusion, taken of the facts or of the reader's own tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from app_pages.parts.address import One, Part, Unresolved, opened, stood
from app_pages.parts.kept import kept
from app_pages.parts.language import language, say
from app_pages.parts.measured import show_result
from app_pages.parts.plain import plain
from app_pages.parts.session import facts_or_stop
from app_pages.parts.studied import choose_source, choose_study, study_parts
from graph.diffusion.catalogue import measures
from graph.diffusion.data import Study
from graph.diffusion.errors import BadOption, WrongStudy
from graph.diffusion.measure import AUTO, Measure, Parameter, Value
from graph.facts import Facts

MEASURE, FIRST = "analyse_measure", "adoption_curve"
LONGEST = 60


@dataclass(frozen=True)
class Typed:
    """What is typed for a parameter of a measure; whether it will do, the measure says."""

    name: str
    key: str
    default: str

    def read(self, text: str) -> str:
        if len(text) > LONGEST:
            raise Unresolved(text)
        return text

    def write(self, value: str) -> str:
        return value


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
        typed = _typed(asked)
        wanted = [name for name in _wanted(asked) if name not in typed]
        for name in wanted:
            label = plain(asked.text("parameters", name).name(language()))
            st.info(say("option_wanted", name=label))
        if study is not None and not wanted:
            _compute(asked, study, asked.options(typed))
    except BadOption as error:
        st.error(say("bad_option", reason=plain(str(error))))
    except WrongStudy as error:
        st.info(plain(error.sentence.text(language())), icon=":material/block:")
    stood("analyse", parts)


def _parts(facts: Facts) -> tuple[Part, ...]:
    typed = [
        Typed(f"{name}.{one.name}", _key(known, one), _default(one))
        for name, known in measures().items()
        for one in known.parameters.values()
    ]
    return One("measure", MEASURE, list(measures()), FIRST), *study_parts(facts), *typed


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


def _typed(asked: Measure) -> dict[str, str]:
    """What the reader gives for each parameter; an empty field is its default."""
    if not asked.parameters:
        return {}
    given = {}
    with st.expander(say("measure_options"), expanded=bool(_wanted(asked))):
        for one in asked.parameters.values():
            text = _field(asked, one)
            if text and text != _default(one):
                given[one.name] = text
    return given


def _wanted(asked: Measure) -> list[str]:
    """The parameters that have no default."""
    return [one.name for one in asked.parameters.values() if _default(one) == ""]


def _field(asked: Measure, one: Parameter) -> str:
    label = plain(asked.text("parameters", one.name).name(language()))
    options = ["yes", "no"] if one.type is bool else list(one.choices)
    options = [AUTO] * (one.automatic and bool(options)) + options
    words = {"yes": say("yes"), "no": say("no"), AUTO: say("automatic")}

    def draw(key: str) -> str:
        if options:
            return str(st.selectbox(label, options, format_func=lambda o: words.get(o, o), key=key))
        return str(st.text_input(label, key=key, placeholder=one.typed, max_chars=LONGEST)).strip()

    return kept(_key(asked, one), _default(one), draw)


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
