"""Places in a picture: the same for the same facts, in the order of time, never on each other."""

from __future__ import annotations

import pytest

from graph.drawing.column_layout import ROW, TEXT_ROW, Layout, closed_up
from graph.drawing.lane_assignment import START, UNDATED
from graph.drawing.network_view import network_layout, picture
from graph.links.aggregated_link import MAIN, STANCES, EdgeBundle, line_types, lines, told_links
from graph.links.diffusion_subgraph import story
from graph.links.link_filter import Choice, all_lines, chosen, inside, with_room
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, property_graph


@pytest.fixture(scope="module")
def drawn(small_facts: Facts, small_graph: PropertyGraph) -> Layout:
    return network_layout(small_facts, lines(told_links(small_graph)))


def column_of(places: Layout, code: str) -> str:
    x = places.spots[code][0]
    return next(column.key for column in places.columns if column.left <= x < column.right)


def line(start: str, type: str, end: str, year: int | None = None) -> EdgeBundle:
    return EdgeBundle(f"{start}-{type}-{end}", start, type, end, "stated", year, ())


def test_everything_has_one_place_and_none_is_taken_twice(drawn, small_graph):
    codes = {code for one in lines(told_links(small_graph)) for code in one.ends}
    assert set(drawn.spots) == codes
    assert len(set(drawn.spots.values())) == len(codes)


def test_no_two_things_of_a_column_reach_into_each_other(real_facts):
    graph = property_graph(real_facts)
    places = network_layout(real_facts, all_lines(graph))
    columns: dict[float, list[tuple[float, float]]] = {}
    for code, (x, y) in places.spots.items():
        half = (ROW + TEXT_ROW * places.room[code][1]) / 2
        columns.setdefault(x, []).append((y - half, y + half))
    for held in columns.values():
        held.sort()
        for (_, bottom), (top, _) in zip(held, held[1:], strict=False):
            assert bottom <= top + 0.01


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_in_the_story_are_whole(real_facts, language):
    graph = property_graph(real_facts)
    found = chosen(real_facts, graph, Choice(story_only=True))
    drawn = picture(real_facts, found.lines, network_layout(real_facts, all_lines(graph)), language)
    assert drawn["nodes"]
    assert [node["label"] for node in drawn["nodes"] if "…" in node["label"]] == []


def test_the_order_of_the_lines_changes_nothing(drawn, small_facts, small_graph):
    reverse = list(reversed(lines(told_links(small_graph))))
    assert network_layout(small_facts, reverse) == drawn


def test_the_start_is_first_and_a_learner_stands_in_its_year(drawn):
    assert column_of(drawn, "11") == START == drawn.columns[0].key
    assert column_of(drawn, "12") == "2000"
    assert drawn.columns[-1].key == UNDATED


def test_years_run_from_left_to_right_without_a_gap(drawn):
    years = [int(one.key) for one in drawn.columns[1:-1]]
    assert years == list(range(years[0], years[-1] + 1))
    ends = [(one.left, one.right) for one in drawn.columns]
    assert all(right == left for (_, right), (left, _) in zip(ends, ends[1:], strict=False))


def test_a_filter_moves_nothing(drawn, small_facts, small_graph):
    everything = chosen(small_facts, small_graph, Choice())
    some = chosen(small_facts, small_graph, Choice(types=frozenset({"LEARNED_FROM"})))
    assert 0 < len(some.lines) < len(everything.lines)
    spots = {
        node["id"]: (node["x"], node["y"])
        for node in picture(small_facts, everything.lines, drawn, "zh")["nodes"]
    }
    for node in picture(small_facts, some.lines, drawn, "en")["nodes"]:
        assert spots[node["id"]] == (node["x"], node["y"])


def test_a_tall_picture_is_closed_up_in_the_same_order(real_facts):
    graph = property_graph(real_facts)
    places = network_layout(real_facts, all_lines(graph))
    taken_up = chosen(real_facts, graph, Choice(frozenset({"ADOPTED"}), mechanism="pay-reform"))
    near = closed_up(places, taken_up.codes)
    order = sorted(near.spots, key=lambda code: places.spots[code][1])
    ys = [near.spots[code][1] for code in order]
    assert ys == sorted(ys)
    assert max(ys) - min(ys) < places.spots[order[-1]][1] - places.spots[order[0]][1]
    assert all(near.spots[code][0] == places.spots[code][0] for code in order)
    again = closed_up(near, near.spots)
    assert [again.spots[code][1] for code in order] == pytest.approx(ys)


def test_nobody_is_dated_by_those_who_learn_from_them(small_facts):
    told = [line("12", "LEARNED_FROM", "21", 2005), line("21", "HAS_MODEL", "hill-vans")]
    assert column_of(network_layout(small_facts, told), "21") == UNDATED


def test_a_lesson_without_a_year_leaves_the_learner_without_one(small_facts):
    told = [line("12", "LEARNED_FROM", "21"), line("12", "HAS_MODEL", "birch-loans", 2001)]
    places = network_layout(small_facts, told)
    assert column_of(places, "12") == UNDATED
    assert column_of(places, "birch-loans") == "2001"


def test_nothing_to_draw_is_an_empty_layout(small_facts):
    assert network_layout(small_facts, []).spots == {}


def test_the_story_follows_lessons_and_does_not_lead_on_through_a_programme():
    told = [
        line("b", "LEARNED_FROM", "a"),
        line("c", "LEARNED_FROM", "b"),
        line("c", "DESIGNATED_AS", "p"),
        line("d", "DESIGNATED_AS", "p"),
        line("e", "ENDORSES", "a"),
        line("a", "LEARNED_FROM", "before"),
    ]
    assert story(told, "a") == {"a", "b", "c", "p", "e"}


def test_one_line_for_two_statements_and_only_stated_ones_at_first(small_facts, small_graph):
    found = chosen(small_facts, small_graph, Choice())
    lesson = next(one for one in found.lines if one.id == "12-LEARNED_FROM-11")
    assert len(lesson.statements) == 3
    assert lesson.year == 2000
    assert {one.stance for one in found.lines} == {"stated"}
    assert {one.type for one in found.lines} <= set(MAIN)
    planned = chosen(small_facts, small_graph, Choice(stances=frozenset({"planned"})))
    assert {one.stance for one in planned.lines} == {"planned"}


def test_left_out_and_drawn_make_the_whole(small_facts, small_graph):
    every = Choice(frozenset(line_types()), stances=frozenset(STANCES))
    whole = chosen(small_facts, small_graph, every)
    assert whole.left_out == 0
    assert len(whole.lines) == whole.whole
    part = chosen(small_facts, small_graph, Choice(source="east-gazette"))
    assert 0 < len(part.lines) < len(whole.lines)
    assert len(part.lines) + part.left_out == len(whole.lines)
    assert all(
        any(small_facts.statements[id].source == "east-gazette" for id in one.statements)
        for one in part.lines
    )


def test_years_leave_the_undated_in(small_facts, small_graph):
    found = chosen(small_facts, small_graph, Choice(years=(2001, 2001)))
    dated = [one for one in found.lines if one.possible is not None]
    assert 0 < len(dated) < len(found.lines)
    for one in dated:
        assert one.possible.year <= 2001
    assert found.undated == len(found.lines) - len(dated)
    assert "21-LEARNED_FROM-12" not in {one.id for one in found.lines}


def test_a_place_brings_what_lies_in_it(small_facts, small_graph):
    assert {"10", "11", "12", "one-card"} <= inside(small_graph, "10")
    found = chosen(small_facts, small_graph, Choice(place="10"))
    region = inside(small_graph, "10")
    assert found.lines
    assert all(region.intersection((*one.ends,)) for one in found.lines)


def test_a_picture_holds_so_many_things_and_the_lessons_come_first():
    told = [line(f"h{i}", "HAS_MODEL", f"m{i}") for i in range(10)]
    told.append(line("b", "LEARNED_FROM", "a"))
    kept = with_room(told, most=4)
    assert [one.type for one in kept] == ["LEARNED_FROM", "HAS_MODEL"]


def test_those_whom_a_line_joins_in_one_column_stand_so_far_apart_that_it_is_seen(small_facts):
    told = [line("12", "LEARNED_FROM", "11"), line("21", "ENDORSES", "12")]
    for places in (
        network_layout(small_facts, told),
        closed_up(network_layout(small_facts, told), ["12", "21"]),
    ):
        assert column_of(places, "12") == column_of(places, "21") == UNDATED
        one, other = (places.spots[code] for code in ("12", "21"))
        assert one[0] == other[0]
        high = ROW + TEXT_ROW * places.room["12"][1]
        assert abs(one[1] - other[1]) >= high + 2 * TEXT_ROW
