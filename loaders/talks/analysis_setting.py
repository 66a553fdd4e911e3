"""The measure that a step of a talk shows: its settings, what is wrong with them, and its value."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from diffusion.registry import measure, measure_names
from diffusion.study.errors import BadOption
from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import Acts
from diffusion.study.selection import parse_step, parse_window
from graph.links.talk import Analysis
from graph.model.facts import Facts
from loaders.tables.faults import nearest_choices
from ontology.schema.kinds import Mechanism

Complaint = tuple[str, dict[str, str], tuple[str, ...]]


class AnalysisSetting(BaseModel):
    """A measure with the choices of the page Analyse; its options are as they are typed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    measure: str
    options: dict[str, str] = {}
    mechanisms: tuple[str, ...] = ()
    narrower: bool = False
    implied: bool = False
    complete: bool = False
    actors: Actors = Actors.ALL
    acts: Acts | None = None
    window: str = ""
    step: str = ""


def analysis_complaints(setting: AnalysisSetting, facts: Facts) -> Iterator[Complaint]:
    """A measure or a mechanism that is not there, and options that the measure does not take."""
    mechanisms = [mechanism.code for mechanism in facts.things_of(Mechanism)]
    for code in setting.mechanisms:
        if code not in mechanisms:
            yield "talk_unknown", {"value": code}, nearest_choices(code, mechanisms)
    if setting.measure not in (names := measure_names()):
        yield "talk_no_measure", {"value": setting.measure}, nearest_choices(setting.measure, names)
        return
    try:
        measure(setting.measure).parse_options(setting.options)
        parse_window(setting.window)
        parse_step(setting.step)
    except BadOption as error:
        yield "talk_option", {"reason": str(error)}, ()


def analysis_of(setting: AnalysisSetting | None) -> Analysis | None:
    """The value of a step's setting."""
    if setting is None:
        return None
    return Analysis(
        setting.measure,
        tuple(sorted(setting.options.items())),
        setting.mechanisms,
        setting.narrower,
        setting.implied,
        setting.complete,
        setting.actors.value,
        setting.acts.value if setting.acts else None,
        setting.window,
        setting.step,
    )


def setting_of(analysis: Analysis) -> AnalysisSetting:
    """The setting of a step that shows this."""
    return AnalysisSetting(
        measure=analysis.measure,
        options=dict(analysis.options),
        mechanisms=analysis.mechanisms,
        narrower=analysis.narrower,
        implied=analysis.implied,
        complete=analysis.complete,
        actors=Actors(analysis.actors),
        acts=Acts(analysis.acts) if analysis.acts else None,
        window=analysis.window,
        step=analysis.step,
    )
