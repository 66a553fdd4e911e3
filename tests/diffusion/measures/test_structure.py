"""The measures of structure and time on whole studies: what they show, leave out and refuse."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import exp, inf
from random import Random

import pytest

from diffusion.charts.chart_data import ChartData
from diffusion.charts.figure import figure
from diffusion.measures.curves.before_after import RateUnit
from diffusion.networks.brokerage import Role
from diffusion.networks.contradictions import Conflict
from diffusion.registry import measure, measures
from diffusion.statistics.event_history_model import EventHistoryLink
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval, Study, StudyNode, Tie

STRUCTURE = [
    "learning_tree",
    "generations",
    "lineage",
    "reach",
    "contradictions",
    "before_after",
    "sources",
    "brokerage",
    "join_counts",
    "overlap",
    "adopted_by",
    "event_history",
]


def year(n: int) -> NumericInterval:
    return NumericInterval(n, n + 0.997)


def nodes(**values: str) -> dict[str, StudyNode]:
    """`a="east"`: a lies in the province east."""
    return {
        id: StudyNode(id, values={"province": said} if said else {}) for id, said in values.items()
    }


def run_measure(name: str, study: Study, **options):
    return measure(name).run(study, **options)


TIES = (
    Tie("a", "o", year(2012), "one"),
    Tie("b", "o", UNDATED_INTERVAL, "two"),
    Tie("c", "a", year(2015), "three"),
    Tie("d", "c", year(2013), "four"),
)
PLACES = nodes(o="east", a="east", b="west", c="west", d="", e="west")
LEARNED = Study(PLACES, ties=TIES, step=1.0, is_closed=False)


@pytest.mark.parametrize("name", STRUCTURE)
def test_all_that_a_measure_shows_has_a_text_in_both_languages(name):
    asked = measure(name)
    texts = [asked.text(key) for key in ("title", "question", "means", "means_not", "counted")]
    texts.append(asked.text("minimum"))
    texts += [asked.text("parameters", key) for key in asked.parameters]
    assert all(text.zh and text.en and text.zh != text.en for text in texts)
    assert asked.texts["reference"]
    figures = asked.texts["figure"]
    for drawing in figures if isinstance(figures, list) else [figures]:
        y = drawing["y"] if isinstance(drawing["y"], list) else [drawing["y"]]
        drawn = [drawing[key] for key in ("x", "label", "color", "low", "high") if key in drawing]
        assert {*drawn, *y} <= asked.texts["columns"].keys()
    assert asked.nodes <= asked.texts["columns"].keys() | asked.texts["summary"].keys()
    cells = asked.texts.get("cells", {}).values()
    assert all(cell["zh"] and cell["en"] for cell in cells)


def test_every_column_and_summary_of_a_result_has_its_text():
    whole = Study(
        {f"n{i}": StudyNode(f"n{i}", values={"province": str(i % 3)}) for i in range(12)},
        cascades={"m": {f"n{i}": NumericInterval(2010 + i, 2010 + i) for i in range(8)}},
        ties=tuple(Tie(f"n{i + 1}", f"n{i // 2}", NumericInterval(i, i)) for i in range(11)),
    )
    near = {"same": "province"}
    options = {"before_after": {"on": "2013.5"}, "overlap": near, "join_counts": near}
    options["event_history"] = near
    for name in STRUCTURE:
        found = run_measure(name, whole, **options.get(name, {}))
        assert found.refusal is None and found.rows, name
        for column in found.columns:
            assert measure(name).text("columns", column).zh
        for key in found.summary:
            assert measure(name).text("summary", key).zh


@pytest.mark.parametrize(
    ("name", "column", "kinds"),
    [
        ("reach", "reached", {"certain", "possible", "against_dates"}),
        ("contradictions", "conflict", {one.value for one in Conflict}),
        ("brokerage", "role", {role.name.lower() for role in Role}),
        ("before_after", "when", {"before", "after", "either", "outside"}),
        ("join_counts", "joins", {"both", "one", "none"}),
    ],
)
def test_kinds_in_cells_are_shown_in_both_languages(name, column, kinds):
    asked, study = measure(name), Study({})
    for kind in kinds:
        assert asked.cell(column, kind, study, "zh") != kind, kind
        assert asked.cell(column, kind, study, "en"), kind


def test_a_figure_of_very_many_bars_says_how_many_it_draws():
    ties = tuple(Tie(f"l{n}", f"t{n}", UNDATED_INTERVAL) for n in range(50))
    study = Study({}, ties=ties)
    found = run_measure("sources", study)
    assert ChartData(measure("sources"), found, study, "en").caption == [
        "only the first rows are drawn: 60 of 100"
    ]
    assert len(ChartData(measure("sources"), found, study, "en").table().values) == 60
    few = replace(study, ties=ties[:3])
    assert ChartData(measure("sources"), run_measure("sources", few), few, "zh").caption == []


def test_rows_that_a_figure_cannot_place_are_counted_in_it():
    """An undated link of a lineage has no year to stand at."""
    study = Study(
        PLACES, ties=(Tie("a", "o", NumericInterval(2019, 2019.5)), Tie("b", "o", UNDATED_INTERVAL))
    )
    found = run_measure("lineage", study)
    assert found.column("earliest").count(None) == 1
    told = ChartData(measure("lineage"), found, study, "en").caption
    assert told == ["rows without a number, which are not drawn: 1"]
    drawn = figure(measure("lineage"), found, study, "zh").to_dict()
    assert drawn["title"]["subtitle"] == ["1 行缺少数值，没有画出"]


def test_an_axis_of_counts_has_no_ticks_between_whole_numbers():
    for name, column in (("sources", "learners"), ("reach", "links")):
        drawn = figure(measure(name), run_measure(name, LEARNED), LEARNED, "en").to_dict()
        assert drawn["encoding"]["y"]["field"] == column
        assert drawn["encoding"]["y"]["axis"]["tickMinStep"] == 1


def test_what_chance_would_give_stands_beside_what_is():
    study = replace(
        LEARNED, nodes={f"n{i}": StudyNode(f"n{i}", values={"p": str(i % 3)}) for i in range(9)}
    )
    study = replace(study, ties=tuple(Tie(f"n{i + 1}", f"n{i // 2}") for i in range(8)))
    drawn = figure(
        measure("overlap"), run_measure("overlap", study, same="p"), study, "en"
    ).to_dict()
    assert drawn["transform"][0]["fold"] == ["both", "expected"]
    assert drawn["mark"]["type"] == "bar"


def test_the_learning_tree_says_what_it_rests_on():
    found = run_measure("learning_tree", LEARNED)
    assert found.records()[0] | {"virality": None} == {
        "origin": "o",
        "size": 5,
        "depth": 3,
        "width": 2,
        "direct": 2,
        "direct_share": 0.5,
        "mean_depth": (1 + 1 + 2 + 3) / 4,
        "virality": None,
    }
    assert (found.n, found.undated, found.unknown) == (5, 1, 1)  # of e nothing is said
    assert any("star from a chain" in warning.text("en") for warning in found.warnings)


def test_in_a_table_silence_means_that_there_is_no_tie():
    assert run_measure("learning_tree", Study(PLACES, ties=TIES)).unknown == 0


def test_generations_count_one_tree_and_refuse_an_origin_that_is_none():
    found = run_measure("generations", LEARNED)
    assert found.column("learners") == [2, 1, 1]
    assert found.column("so_far") == [0.5, 0.75, 1.0]
    assert found.summary["origin"] == "o"
    with pytest.raises(WrongStudy, match="no tree has the origin a"):
        run_measure("generations", LEARNED, origin="a")


def test_lineage_tells_the_chosen_teacher_and_how_many_others_there_were():
    study = Study(PLACES, ties=(*TIES, Tie("c", "b", year(2019))))
    found = {row["learner"]: row for row in run_measure("lineage", study).records()}
    assert (found["c"]["teacher"], found["c"]["others"], found["c"]["generation"]) == ("a", 1, 2)
    assert (found["b"]["earliest"], found["b"]["latest"]) == (None, None)


def test_reach_tells_certain_from_possible_and_from_what_runs_against_the_dates():
    found = {row["node"]: row for row in run_measure("reach", LEARNED).records()}
    assert {node: row["reached"] for node, row in found.items()} == {
        "a": "certain",
        "b": "certain",
        "c": "certain",
        "d": "against_dates",  # c learned only after it taught d
    }
    assert (found["c"]["earliest"], found["c"]["certainly_by"]) == (2015, 2015.997)
    assert (found["b"]["earliest"], found["b"]["certainly_by"]) == (None, None)
    with pytest.raises(WrongStudy, match="e is not in any tie"):
        run_measure("reach", LEARNED, origin="e")


def test_contradictions_are_told_with_their_gap_and_what_could_not_be_compared():
    adoptions = {"o": year(2014), "a": year(2012), "c": UNDATED_INTERVAL}
    found = run_measure("contradictions", Study(PLACES, {"m": adoptions}, TIES, is_closed=False))
    (row,) = found.records()
    assert (row["conflict"], row["tie"]) == ("teacher_later", "one")
    assert row["gap"] == pytest.approx(2014 - 2012.997)
    assert found.n == 3  # o and a of the first tie, a of the third
    assert found.summary["not_comparable"] == 5


def test_of_several_mechanisms_a_teacher_is_checked_against_its_first():
    cascades = {"m": {"o": year(2014), "a": year(2010)}, "k": {"o": year(2011)}}
    assert run_measure("contradictions", Study(PLACES, cascades, TIES)).rows == ()
    (row,) = run_measure(
        "contradictions", Study(PLACES, {"m": cascades["m"], "k": {}}, TIES)
    ).records()
    assert (row["conflict"], row["teacher"]) == ("teacher_later", "o")


def test_before_and_after_gives_counts_but_no_ratio_for_few():
    adoptions = {"a": year(2010), "b": year(2014), "c": year(2016), "d": UNDATED_INTERVAL}
    found = run_measure("before_after", Study(PLACES, {"m": adoptions}, step=1.0), on="2014-03")
    assert found.column("adoptions")[:3] == [1, 1, 1]
    assert (found.n, found.undated) == (3, 1)
    assert "ratio" not in found.summary
    assert any("no ratio" in warning.text("en") for warning in found.warnings)


def test_before_and_after_bounds_the_ratio_by_the_dates_that_allow_both():
    adoptions = {str(i): NumericInterval(i, i) for i in range(2, 9)} | {"x": NumericInterval(1, 9)}
    study = Study({}, {"m": adoptions}, window=(0.0, 9.0))
    found = run_measure("before_after", study, on="4.5").summary
    assert found["ratio"] == pytest.approx(4 / 3)
    assert found["if_before"] == pytest.approx(4 / 4)
    assert found["if_after"] == pytest.approx(5 / 3)
    assert found["low"] < found["ratio"] < found["high"]


def test_a_signal_outside_the_window_or_without_a_date_is_said():
    study = Study({}, {"m": {str(i): NumericInterval(i, i) for i in range(9)}})
    found = run_measure("before_after", study, on="-3")
    assert found.column("time")[:2] == [0, 8]
    assert any("no time before" in warning.text("en") for warning in found.warnings)
    for wrong in ("", "soon"):
        with pytest.raises(BadOption, match="NUMBER"):
            run_measure("before_after", study, on=wrong)
    assert (
        run_measure("before_after", Study({}, {"m": {"a": UNDATED_INTERVAL}}), on="1").refusal
        is not None
    )


def test_rates_by_member_count_the_time_of_those_who_had_not_adopted():
    adoptions = {"a": NumericInterval(1, 1), "b": NumericInterval(3, 3)}
    study = Study(nodes(a="", b="", c="", d=""), {"m": adoptions}, window=(0.0, 4.0))
    found = run_measure("before_after", study, on="2", per=RateUnit.MEMBER)
    assert found.column("time")[:2] == [1 + 2 + 2 + 2, 0 + 1 + 2 + 2]


def test_sources_leave_the_level_open_under_a_circle_without_a_teacher():
    ties = (Tie("a", "b", UNDATED_INTERVAL), Tie("b", "a", UNDATED_INTERVAL))
    found = run_measure("sources", Study(PLACES, ties=ties))
    assert found.column("trophic_level") == [None, None]
    assert found.summary["without_level"] == 2


def test_brokerage_counts_but_gives_no_p_for_few_members():
    found = run_measure("brokerage", LEARNED)
    assert [(row["broker"], row["role"], row["p"]) for row in found.records()] == [
        ("a", "representative", None)  # o and a lie in the east, c in the west
    ]
    assert found.unknown == 1  # the province of d is not known
    assert "liaison_p" not in found.summary
    with pytest.raises(WrongStudy, match="no member has a value in the column county"):
        run_measure("brokerage", LEARNED, group="county")


def test_nearness_by_ties_that_are_the_contacts_themselves_is_refused():
    study = Study(PLACES, ties=TIES, contacts=TIES)
    assert run_measure("overlap", study).refusal is not None
    assert "--same" in run_measure("overlap", study).refusal.text("en")


def test_few_adopters_have_no_join_counts_and_silence_is_said_to_count_as_no():
    cascade = {"m": dict.fromkeys("abc", year(2012))}
    few = Study(PLACES, cascade, is_closed=False)
    assert run_measure("join_counts", few, same="province").refusal is not None  # two others only
    more = Study(PLACES | nodes(f="east", g="west"), cascade, is_closed=False)
    found = run_measure("join_counts", more, same="province")
    assert found.column("count") == [1, 6, 2]  # b c; o a, a f, b e, b g, c e, c g; o f, e g
    assert any("no source mentions" in warning.text("en") for warning in found.warnings)
    assert found.unknown == 5


def test_with_a_window_adopters_are_those_who_certainly_had_adopted_by_its_end():
    dates = {"a": year(2010), "b": year(2011), "c": NumericInterval(2011, 2019), "d": year(2020)}
    dates |= {name: year(2012) for name in "ef"}
    who = nodes(**dict.fromkeys("abcdefgh", "east"))
    study = Study(who, {"m": dates}, step=1.0, window=(None, 2012.0))
    found = run_measure("join_counts", study, same="province")
    assert found.summary["adopters"] == 4  # a, b, e, f
    assert (found.n, found.undated) == (7, 1)  # of c it cannot be said
    assert found.column("count") == [4 * 3 / 2, 4 * 3, 3]


@pytest.mark.parametrize("name", ["reach", "generations"])
def test_ties_to_oneself_alone_are_no_ties(name):
    with pytest.raises(WrongStudy, match="needs ties"):
        run_measure(name, Study(PLACES, ties=(Tie("a", "a", UNDATED_INTERVAL),)))


@pytest.mark.parametrize("name", ["exposure", "threshold", "infection"])
def test_where_no_tie_joins_the_watched_it_is_said_and_no_nought_is_given(name):
    away = (Tie("a", "z", UNDATED_INTERVAL),)
    dates = {"m": {"a": year(2001), "b": year(2002)}}
    found = run_measure(name, Study(nodes(a="x", b="x"), dates, away, away, step=1.0))
    assert not found.rows and "there is no tie between the 2 members" in found.refusal.text("en")
    alone = run_measure(name, Study(nodes(a="x"), {"m": {"a": year(2001)}}, away, away, step=1.0))
    assert not alone.rows and "at least 2 nodes are needed" in alone.refusal.text("en")


def test_an_open_date_is_no_number_in_a_row():
    study = Study(PLACES, ties=(Tie("a", "o", NumericInterval(-inf, 2012)),))
    assert run_measure("lineage", study).column("earliest") == [None]
    assert run_measure("lineage", study).column("latest") == [2012]


def test_shares_by_interval_count_those_who_did_not_adopt_only_in_a_table():
    dates = {
        "a": NumericInterval(1, 1),
        "b": NumericInterval(2, 4),
        "c": NumericInterval(3, 9),
        "d": NumericInterval(5, inf),
        "e": NumericInterval(2, 2),
    }
    who = nodes(**dict.fromkeys("abcdefghij", "x"))
    table = run_measure("adopted_by", Study(who, {"m": dates | {"f": UNDATED_INTERVAL}}))
    assert (table.n, table.undated, table.unknown) == (9, 1, 0)
    assert table.records()[-1]["by_end"] == pytest.approx(1)
    assert table.records()[-1]["share"] == pytest.approx(4 / 9)  # g, h, i, j never did
    assert table.records()[-1]["latest"] is None
    facts = run_measure("adopted_by", Study(who, {"m": dates}, is_closed=False))
    assert (facts.n, facts.unknown) == (5, 5)
    assert any("not of all" in warning.text("en") for warning in facts.warnings)


def test_what_comes_after_the_watch_had_not_come():
    dates = {name: NumericInterval(day, day) for day, name in enumerate("abcdef")}
    found = run_measure("adopted_by", Study({}, {"m": dates}, is_closed=False, window=(None, 2.0)))
    assert found.records()[-1]["share"] == pytest.approx(3 / 6)
    assert found.summary["median_latest"] == 2
    few = {"a": NumericInterval(1, 1), "b": UNDATED_INTERVAL}
    assert run_measure("adopted_by", Study({}, {"m": few})).refusal is not None


def row_of_places(count: int) -> Study:
    """Places in a row, each near the next; half of them adopt, in seeded order over 10 periods."""
    names = [f"p{i:02}" for i in range(count)]
    near = [Tie(*ends, UNDATED_INTERVAL) for a, b in pairwise(names) for ends in ((a, b), (b, a))]
    sizes = {name: StudyNode(name, values={"size": str(i % 3)}) for i, name in enumerate(names)}
    chosen = Random(1).sample(names, count // 2)
    when = {name: NumericInterval(i % 10, i % 10) for i, name in enumerate(chosen)}
    return Study(sizes, {"m": when}, contacts=tuple(near))


def test_event_history_takes_firth_where_adoptions_are_few_and_logit_where_they_are_enough():
    assert run_measure("event_history", row_of_places(16)).summary["link"] == "firth"
    assert run_measure("event_history", row_of_places(60)).summary["link"] == "logit"
    assert run_measure("event_history", row_of_places(10)).refusal is not None
    few = run_measure("event_history", row_of_places(16), link=EventHistoryLink.LOGIT)
    assert any("10" in warning.text("en") for warning in few.warnings)


def test_event_history_has_a_term_for_exposure_time_and_each_covariate():
    found = run_measure("event_history", row_of_places(60), covariates="size")
    assert found.column("term") == ["(Intercept)", "exposure", "size", "time"]
    for row in found.records():
        assert row["low"] < row["estimate"] < row["high"]
        assert row["ratio"] == pytest.approx(exp(row["estimate"]))
    assert found.n == 27  # the three who adopted in the first period never were at risk
    with pytest.raises(WrongStudy, match="no column|nodes have no"):
        run_measure("event_history", row_of_places(60), covariates="wealth")


def test_lessons_recorded_because_of_the_adoption_are_never_its_exposure():
    """A study as of facts: ties are lessons, and there are no contacts to be exposed over."""
    lessons = tuple(Tie(f"p{i:02}", "p00", NumericInterval(i, i)) for i in range(1, 60))
    facts = replace(row_of_places(60), ties=lessons, contacts=(), is_closed=False)
    with pytest.raises(WrongStudy):
        run_measure("event_history", facts)
    with_contacts = replace(row_of_places(60), ties=lessons)
    assert (
        run_measure("event_history", with_contacts).rows
        == run_measure("event_history", row_of_places(60)).rows
    )


def test_measures_are_in_the_catalogue():
    assert set(STRUCTURE) <= set(measures())
