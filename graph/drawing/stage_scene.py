"""Network, map and curve under one time control, as plain values that become JSON.

The same modules draw it in the app and in an exported file: web/stage/stage.js.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from graph.drawing.edge_looks import STATE_OPACITY
from graph.drawing.layout.column_layout import Layout
from graph.drawing.maps.map_scene import map_scene
from graph.drawing.network_scene import (
    OPTIONS,
    link_sentence,
    link_title,
    network_scene,
    picture_credit,
    undated_text,
)
from graph.drawing.scene_types.stage import (
    CurveScene,
    MechanismCurve,
    StageLine,
    StageScene,
    StatementEvidence,
)
from graph.drawing.script_bundle import style_sheets
from graph.drawing.texts import all_texts, say
from graph.drawing.theme import HUES, by_theme, groups
from graph.links.adoption_curves import Uptake
from graph.links.cumulative_count import curve
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import Selection
from graph.links.timeline import onset, timeline_years
from graph.model.facts import Facts
from graph.model.outlines import LonLat
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.kinds import Statement

# Names are written 15 pixels high, and never shown smaller than 13 at the start.
MIN_SCALE = 13 / 15


def stage_scene(
    facts: Facts,
    selection: Selection,
    counted_bundles: Sequence[EdgeBundle],
    places: Layout,
    spots: Mapping[str, LonLat],
    language: str,
    mechanism: str | None = None,
    compared_uptakes: Sequence[Uptake] = (),
) -> StageScene:
    """All data of the stage of a choice.

    `counted_bundles` are those of the curve: who adopted the mechanism, or else who learned.
    Mechanisms that are `compared_uptakes` have a curve each instead.
    Each bundle's `onset` holds the indexes of the first years in which it is possible and certain,
    or None. A bundle without a date belongs in the tray.
    """
    others = [bundle for uptake in compared_uptakes for bundle in uptake.bundles]
    years = timeline_years([*selection.bundles, *counted_bundles, *others])
    return {
        "years": years,
        "lines": [_line(facts, bundle, years, language) for bundle in selection.bundles],
        "statements": evidence_of(facts, selection.bundles, language),
        "left_out": selection.left_out_count + selection.over_limit,
        "total": selection.total,
        "network": network_scene(facts, selection.bundles, places, language),
        "map": map_scene(facts, selection.bundles, spots, language, years, mechanism),
        "curve": _curve(facts, counted_bundles, years, mechanism, language),
        "curves": _curves(facts, compared_uptakes, years, language),
        "origin": facts.dataset.start,
        "about": picture_credit(facts, language),
        "words": all_texts(language),
        "groups": by_theme(groups),
        "themes": by_theme(asdict),
        "options": OPTIONS,
        "min_scale": MIN_SCALE,
        "state_opacity": STATE_OPACITY,
    }


def stage_style() -> str:
    """The style sheet of a stage."""
    return style_sheets("network/network.css", "stage/evidence.css", "stage/stage.css")


def _line(facts: Facts, bundle: EdgeBundle, years: Sequence[int], language: str) -> StageLine:
    return {
        "id": bundle.id,
        "ends": bundle.ends,
        "statements": bundle.statements,
        "sentence": link_sentence(facts, bundle, language),
        "title": link_title(facts, bundle, language),
        "dated": bundle.when is not None,
        "onset": onset(bundle.when, years),
    }


def evidence_of(
    facts: Facts, bundles: Iterable[EdgeBundle], language: str
) -> dict[str, StatementEvidence]:
    """The content of each statement that these bundles rest on, by its id."""
    ids = dict.fromkeys(id for bundle in bundles for id in bundle.statements)
    return {id: _statement(facts, facts.statements[id], language) for id in ids}


def _statement(facts: Facts, statement: Statement, language: str) -> StatementEvidence:
    """The content and spot of a statement; the words of the text stay in the text."""
    edge = type(statement).edges[0]
    start, end = (getattr(statement, field) for field in (edge.start, edge.end))
    date = getattr(statement, type(statement).date_field or "", None)
    return {
        "sentence": f"{facts.display_name(start, language)} {word(edge.type, language)} "
        f"{facts.display_name(end, language)}",
        "stance": choice_name(statement.stance, language),
        "when": date_in_words(date, language) if date else undated_text(language),
        "source": facts.display_name(statement.source, language),
        "address": facts.source_of(statement).address,
        "passages": [f"{span.start}–{span.end} · {span.sha256[:12]}…" for span in statement.spans],
    }


def _curves(
    facts: Facts, uptakes: Sequence[Uptake], years: Sequence[int], language: str
) -> list[MechanismCurve]:
    return [
        _uptake(facts, uptake, years, hue, language)
        for uptake, hue in zip(uptakes, HUES, strict=False)
    ]


def _uptake(
    facts: Facts, uptake: Uptake, years: Sequence[int], hue: str, language: str
) -> MechanismCurve:
    """The curve of one of several mechanisms, and the adopters that it cannot count."""
    numbers = curve(uptake.bundles, years)
    return {
        "name": facts.display_name(uptake.mechanism, language),
        "hue": hue,
        "certain": numbers.certain,
        "possible": numbers.possible,
        "undated": len(numbers.undated_codes),
        "not_stated": uptake.silent_count,
    }


def _is_adoption(bundles: Sequence[EdgeBundle]) -> bool:
    return any(bundle.type == "ADOPTED" for bundle in bundles)


def _curve(
    facts: Facts,
    bundles: Sequence[EdgeBundle],
    years: Sequence[int],
    mechanism: str | None,
    language: str,
) -> CurveScene:
    numbers = curve(bundles, years)
    title = say("adopters_of_any" if _is_adoption(bundles) else "learners", language)
    if mechanism:
        title = say("adopters", language, mechanism=facts.display_name(mechanism, language))
    names = {
        code: facts.display_name(code, language)
        for code in (
            *numbers.undated_codes,
            *(code for certain, possible in numbers.newcomers for code in (*certain, *possible)),
        )
    }
    return {
        "title": title,
        "certain": numbers.certain,
        "possible": numbers.possible,
        "undated": [names[code] for code in numbers.undated_codes],
        "newcomers": [
            {
                "certain": [names[code] for code in certain],
                "possible": [names[code] for code in possible],
            }
            for certain, possible in numbers.newcomers
        ],
        "arrivals": {
            code: at
            for at, new in reversed([*enumerate(numbers.newcomers)])
            for code in (*new[0], *new[1])
        },
        "total": numbers.total,
    }
