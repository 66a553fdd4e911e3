"""The first values of the Analyse page, and which measures have data: read from the facts once."""

from __future__ import annotations

import streamlit as st

from diffusion.framework.measure import Measure
from diffusion.registry import measures
from diffusion.study.errors import WrongStudy
from diffusion.study.from_facts import Acts, FactSelection, default_acts, study_from_facts
from diffusion.study.selection import check_needs
from diffusion.study.study import Study
from graph.model.facts import Facts


@st.cache_resource(max_entries=2, show_spinner=False)
def measures_without_data(folder: str, stamp: str, _facts: Facts) -> frozenset[str]:
    """The names of the measures for which these facts lack data, whatever the reader chooses."""
    study = study_from_facts(_facts, FactSelection())
    return frozenset(name for name, measure in measures().items() if _lacks_data(study, measure))


def _lacks_data(study: Study, measure: Measure) -> bool:
    needs = {"cascades" if need == "adoptions" else need for need in measure.needs}
    try:
        check_needs(study, frozenset(needs))
    except WrongStudy:
        return True
    return False


@st.cache_resource(max_entries=2, show_spinner=False)
def stated_acts(folder: str, stamp: str, _facts: Facts) -> Acts:
    """What counts as an adoption until the reader chooses."""
    return default_acts(_facts.distinct_facts)


@st.cache_resource(max_entries=2, show_spinner=False)
def most_stated_mechanism(folder: str, stamp: str, _facts: Facts) -> str | None:
    """The mechanism with the most adopters whose date a curve can use; of several such,
    the one with the most adopters, and so the widest band between certain and possible."""
    study = study_from_facts(_facts, FactSelection(narrower=True))
    sizes = {
        code: (len(study.periods(adoptions)), len(adoptions))
        for code, adoptions in study.cascades.items()
    }
    return max(sizes, key=sizes.__getitem__, default=None)  # the first by code of equals
