"""Panels built from dated adoptions: who is at risk since when, and what went before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm

from diffusion.built_panels.built_panel import BuiltPanel, built_panel
from diffusion.built_panels.inferred_sources import inferred_sources
from diffusion.built_panels.network_terms import parse_terms
from diffusion.event_history.panel_rows import panel_rows
from diffusion.event_history.risk_table import HazardTime
from diffusion.registry import measure
from diffusion.statistics.event_history_model import EventHistoryLink, fit_event_history
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.study import (
    UNDATED_INTERVAL,
    Background,
    NumericInterval,
    Study,
    StudyNode,
    Tie,
)


def year(first: float, last: float | None = None) -> NumericInterval:
    return NumericInterval(first, (first if last is None else last) + 0.9)


def study(*, closed: bool = True, **background: Any) -> Study:
    """a adopts in 1, b in 3, c in 2 to 4, d never, e at no date, f in 5."""
    adoptions = {"a": year(1), "b": year(3), "c": year(2, 4), "e": UNDATED_INTERVAL, "f": year(5)}
    nodes = {id: StudyNode(id, values={"wealth": str(ord(id))}) for id in "abcdef"}
    near = tuple(Tie("d", teacher) for teacher in "abce")
    networks = {"borders": (*near, Tie("b", "e")), **background.pop("networks", {})}
    return Study(
        nodes,
        {"law": adoptions},
        step=1.0,
        is_closed=closed,
        background=Background(networks, **background),
        ties=(),
    )


def rows(built: BuiltPanel, *columns: str) -> list[tuple[str, ...]]:
    cells = built.table.cells
    return list(zip(*(cells[name] for name in ("unit", "period", *columns)), strict=True))


def test_a_unit_is_at_risk_from_the_second_period_until_it_adopts():
    built = built_panel(study(), parse_terms("borders"), ["wealth"], 1)
    assert rows(built, "event") == [
        ("b", "2", "0"),
        ("b", "3", "1"),
        *(("d", str(period), "0") for period in range(2, 6)),
        *(("f", str(period), str(int(period == 5))) for period in range(2, 6)),
    ]
    spells = built.spells
    assert (spells.spells, spells.early, spells.undated, spells.wide) == (3, 1, 1, 1)
    assert set(rows(built, "wealth")[0]) == {"b", "2", "98"}
    told = " ".join(note.text("en") for note in built.notes)
    assert "3 spells" in told and "10 rows" in told and "2 events" in told


def test_a_share_counts_only_neighbours_of_whom_it_is_certain():
    built = built_panel(study(), parse_terms("borders,borders:count,borders:any"), [], 1)
    shares = {(unit, period): cells for unit, period, *cells in rows(built, "borders")}
    # c may have adopted at the end of 2 and 3, and certainly by 4; nobody knows of e
    expected = {"2": 1 / 3, "3": 1 / 2, "4": 1.0, "5": 1.0}
    for period, share in expected.items():
        assert float(shares["d", period][0]) == pytest.approx(share)
    assert shares["b", "2"] == [""] and shares["f", "2"] == ["0"]
    counts = [cells for cells in rows(built, "borders_count", "borders_any") if cells[0] == "d"]
    assert [cells[2:] for cells in counts] == [("1", "1"), ("1", "1"), ("2", "1"), ("3", "1")]


def test_in_an_open_study_silence_is_no_row_and_a_denial_is_one_for_its_time():
    built = built_panel(
        study(closed=False, denials={"law": {"d": year(3)}}), parse_terms(""), [], 1
    )
    assert [row for row in rows(built, "event") if row[0] == "d"] == [
        ("d", "2", "0"),
        ("d", "3", "0"),
    ]
    assert built.spells.denied == 1 and built.spells.unreported == 0
    silent = built_panel(study(closed=False), parse_terms(""), [], 1)
    assert any("chance to adopt is overstated" in note.text("en") for note in silent.notes)
    assert silent.spells.unreported == 1 and "d" not in silent.table.cells["unit"]


def test_a_tie_with_a_time_counts_from_then_on():
    since = {"borders": (Tie("d", "a", year(3)),)}
    built = built_panel(study(networks=since), parse_terms("borders"), [], 1)
    assert [row[2] for row in rows(built, "borders") if row[0] == "d"] == ["0", "0", "1", "1"]


def test_a_lesson_counts_if_it_is_earlier_and_was_not_recorded_because_of_the_adoption():
    lessons = (
        Tie("f", "a", year(3), "earlier"),
        Tie("f", "b", year(2), "taught before it adopted"),
        Tie("f", "a", year(2), "because"),
        Tie("f", "a", year(5), "same date"),
        Tie("f", "a", year(4, 6), "perhaps later"),
        Tie("d", "a", UNDATED_INTERVAL, "undated"),
        Tie("d", "model", year(2), "of a model"),
        Tie("d", "a", year(4), "of one that never adopts"),
    )
    background = {
        "networks": {"lessons": lessons},
        "adoption_based_ties": {"law": frozenset({"because"})},
    }
    built = built_panel(study(**background), parse_terms("lessons,lessons:any"), [], 1)
    found = {(unit, period): cells for unit, period, *cells in rows(built, "lessons")}
    assert [found["f", str(period)] for period in range(2, 6)] == [["0"], ["0"], ["2"], ["2"]]
    assert [found["d", str(period)] for period in range(2, 6)] == [["0"], ["0"], ["0"], ["1"]]
    told = [note.text("en") for note in built.notes]
    assert any(text.startswith("of 8 learned-from links") and " 3 are " in text for text in told)
    assert any(text.startswith("1 link is known only from a text") for text in told)
    assert any(text.startswith("2 links are not certainly dated before") for text in told)


def test_what_does_not_fit_is_refused_with_what_would():
    with pytest.raises(WrongStudy, match="no network roads.*borders"):
        built_panel(study(), parse_terms("roads"), [], 1)
    with pytest.raises(WrongStudy, match="10 further mechanisms"):
        built_panel(study(), parse_terms("inferred"), [], 1)
    with pytest.raises(BadOption, match="borders:share|count|any"):
        parse_terms("borders:some")
    with pytest.raises(BadOption, match="lag >= 1"):
        built_panel(study(), parse_terms("borders"), [], 0)
    refused = measure("event_history").run(study(), terms="borders")
    assert refused.refusal is not None and "at least 6 adoptions" in refused.refusal.text("en")
    assert refused.built_table is not None and len(refused.built_table.rows) == 10


# --- simulated: units that follow their neighbours on a ring -------------------------------------


def simulated(seed: int, effect: float, policies: int = 8, units: int = 60) -> Study:
    """Each policy begins with five units; logit of the chance: -3 + effect x share of the ring."""
    generator = np.random.default_rng(seed)
    names = [f"u{place:02}" for place in range(units)]
    ring = np.array([[(place - 1) % units, (place + 1) % units] for place in range(units)])
    cascades = {}
    for policy in range(policies):
        when = np.full(units, np.inf)
        when[generator.choice(units, 5, replace=False)] = 0
        for period in range(1, 11):
            share = (when[ring] < period).mean(axis=1)
            chance = 1 / (1 + np.exp(3 - effect * share))
            when[(when > period) & (generator.random(units) < chance)] = period
        cascades[f"p{policy}"] = {
            name: year(time) for name, time in zip(names, when, strict=True) if np.isfinite(time)
        }
    ties = tuple(Tie(names[place], names[other]) for place in range(units) for other in ring[place])
    nodes = {name: StudyNode(name) for name in names}
    background = Background({"ring": ties})
    return Study(nodes, cascades, step=1.0, window=(0.0, 10.0), background=background)


def by_hand(data: Study) -> tuple[np.ndarray, np.ndarray]:
    """Outcome and share of each unit and period, in loops of its own."""
    outcome, shares = [], []
    for adoptions in data.cascades.values():
        when = {name: adoptions[name].earliest if name in adoptions else 99 for name in data.nodes}
        near: dict[str, list[str]] = {name: [] for name in data.nodes}
        for tie in data.background.networks["ring"]:
            near[tie.learner].append(tie.teacher)
        for name in data.nodes:
            for period in range(1, 11):
                if when[name] >= period:
                    outcome.append(when[name] == period)
                    shares.append(np.mean([when[other] < period for other in near[name]]))
    return np.array(outcome, dtype=float), np.array(shares)


def test_estimates_of_a_built_panel_are_those_of_a_panel_made_by_hand():
    data = simulated(4, 2.0)
    found = measure("event_history").run(data, terms="ring", time=HazardTime.NONE)
    outcome, shares = by_hand(data)
    expected = sm.Logit(outcome, sm.add_constant(shares)).fit(disp=0)
    assert found.summary["observations"] == len(outcome) and found.n == outcome.sum()
    assert found.column("estimate") == pytest.approx(list(expected.params), abs=1e-6)
    assert found.column("std_error") == pytest.approx(list(expected.bse), abs=1e-6)


@pytest.mark.parametrize("effect", [0.0, 2.0])
def test_intervals_hold_the_truth_and_no_effect_is_seldom_found(effect):
    inside = 0
    for seed in range(20):
        built = built_panel(simulated(seed, effect, policies=4), parse_terms("ring"), [], 1)
        table = panel_rows(built.table, "event", ["ring"])
        fitted = fit_event_history(table.outcome, table.terms, EventHistoryLink.LOGIT)
        ring = fitted.terms[1]
        inside += ring.low <= effect <= ring.high
    assert inside >= 17  # of 20 with a chance of 0.95; fewer happen once in 60


def test_inferred_sources_come_from_the_other_mechanisms_alone():
    others = simulated(1, 3.0, policies=14).cascades
    ties = []
    for seed in (2, 3):
        data = replace(
            simulated(seed, 0.0, policies=1), background=Background(other_cascades=others)
        )
        ties.append(inferred_sources(data).ties)
        found = measure("event_history").run(data, terms="inferred", time=HazardTime.NONE)
        told = " ".join(note.text("en") for note in found.warnings)
        assert f"NetInf inferred {len(ties[0])} sources from 14 other" in told
    assert ties[0] == ties[1]
