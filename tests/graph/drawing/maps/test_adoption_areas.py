"""The map of adoptions: each area by the first year in it, and what has no year or is not told."""

from __future__ import annotations

import json
import shutil

import pytest

from graph.drawing.maps.adoption_areas import SHADES, at_level, shown_year, year_classes
from graph.drawing.maps.map_scene import map_scene
from graph.links.edge_filter import EdgeFilter, select_bundles
from graph.links.timeline import timeline_years
from graph.lookup.coordinates import coordinates
from loaders.facts.facts_folder import read_facts


def scene(facts, mechanism=None, types=("ADOPTED",), language="en"):
    choice = EdgeFilter(frozenset(types), mechanism=mechanism)
    lines = select_bundles(facts, choice).bundles
    years = timeline_years(lines)
    return map_scene(facts, lines, coordinates(facts), language, years, mechanism)


def lines_of(level):
    return {area["code"]: area["lines"] for area in level["areas"]}


def test_a_place_colours_the_area_that_it_lies_in_the_earliest_first(mapped_facts):
    adoption = scene(mapped_facts, "lending")["adoption"]
    assert adoption["title"] == "First year of adoption: Lending"
    (level,) = adoption["levels"]
    assert level["name"] == "province"
    assert lines_of(level) == {
        "10": [
            "11-ADOPTED-mobile-library",  # the 1990s
            "11-ADOPTED-shared-card",  # since 1999
            "12-ADOPTED-shared-card",  # 2001
        ],
        "20": ["21-ADOPTED-mobile-library"],  # without a year
    }
    assert [span["from"] for span in adoption["classes"]] == [1990, 1999, 2001]
    assert level["areas"][1]["name"] == "西丘省"  # as its code list has it: it is no place here
    main, inset = level["areas"][1]["paths"]
    assert main.startswith("M") and inset.startswith("M")


def test_smaller_areas_come_first(mapped_folder, tmp_path):
    folder = shutil.copytree(mapped_folder, tmp_path / "facts")
    ring = [[10.5, 40.5], [11.5, 40.5], [11.5, 41.5], [10.5, 40.5]]
    area = {
        "type": "Feature",
        "properties": {"code": "11"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [area]})
    (folder / "codes" / "finer.geojson").write_text(text, encoding="utf-8")
    settings = (folder / "dataset.toml").read_text(encoding="utf-8")
    named = settings.replace("[map]\n", '[map]\nfiner = "codes/finer.geojson"\n')
    (folder / "dataset.toml").write_text(named, encoding="utf-8")
    adoption = scene(read_facts(folder), "shared-card")["adoption"]
    finer, larger = adoption["levels"]
    assert lines_of(finer) == {"11": ["11-ADOPTED-shared-card"]}
    assert lines_of(larger)["10"] == ["11-ADOPTED-shared-card", "12-ADOPTED-shared-card"]
    coarser = at_level(adoption, "coarser")["levels"]
    assert [level["key"] for level in coarser] == ["coarser"]
    assert at_level(adoption, "of no map")["levels"] == adoption["levels"][:1]


def test_only_adoptions_are_coloured_and_an_area_is_on_the_map_without_a_spot(mapped_facts):
    assert scene(mapped_facts, types=("ADOPTED", "LEARNED_FROM"))["adoption"] is None
    made = scene(mapped_facts)
    assert made["adoption"]["title"] == "First year of adoption: any mechanism"
    assert "23" not in coordinates(mapped_facts)
    assert "23-ADOPTED-night-opening" in lines_of(made["adoption"]["levels"][0])["20"]
    assert "23-ADOPTED-night-opening" not in [line["id"] for line in made["off_map"]]


@pytest.mark.parametrize(
    ("first_years", "spans"),
    [
        ([], []),
        ([2001, 2001], [(2001, 2001)]),
        ([1999, 2001], [(1999, 2000), (2001, 2001)]),
        (
            range(1990, 2014),
            [(start, start + 3) for start in range(1990, 2014, 4)],
        ),
    ],
)
def test_spans_of_years_hold_about_as_many_areas_each(first_years, spans):
    classes = year_classes(first_years)
    assert [(span["from"], span["to"]) for span in classes] == spans
    colours = [span["color"] for span in classes]
    assert colours == sorted(set(colours), key=SHADES.index)


def test_an_open_beginning_counts_by_its_end():
    years = (1998, 1999, 2000)
    assert shown_year((1, 2), years) == 1999
    assert shown_year((0, 2), years) == 2000
    assert shown_year((None, None), years) is None
