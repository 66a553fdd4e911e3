"""A researcher's own tables are read as they are, and every fault in them is told at once."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from diffusion.study.selection import dated_cascades, with_window
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval, Tie
from graph.model.gc_pause import without_garbage_collection
from loaders.study.study_tables import Tables, read_study
from loaders.tables.faults import BadFacts


@pytest.fixture
def write(tmp_path):
    def write_file(name: str, text: str):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write_file


def rules(tables: Tables) -> list[tuple[str, int, str]]:
    with pytest.raises(BadFacts) as told:
        read_study(tables)
    return [(fault.rule, fault.line, fault.column) for fault in told.value.faults]


def test_cascades_are_read_in_the_tables_order(write):
    path = write("c.csv", "cascade_id,node,time\nz,b,2\nz,a,1.5\ny,a,NA\n")
    study = read_study(Tables(path))
    assert study.cascades == {
        "z": {"b": NumericInterval(2, 2), "a": NumericInterval(1.5, 1.5)},
        "y": {"a": UNDATED_INTERVAL},
    }
    assert set(study.nodes) == {"a", "b"} and study.is_closed


def test_columns_may_be_called_otherwise_and_others_are_left_alone(write):
    path = write("c.csv", "state,note,policy,year\nOhio,x,lottery,1974\n")
    called = {"cascade_id": "policy", "node": "state", "time": "year"}
    study = read_study(Tables(path, columns=called))
    assert study.cascades == {"lottery": {"Ohio": NumericInterval(1974, 1974)}}


def test_dates_are_read_as_years_and_their_parts(write):
    path = write("c.csv", "cascade_id,node,time\na,n,2019-01-01\na,m,2020\na,k,2021-07\n")
    study = read_study(Tables(path))
    assert study.cascades["a"]["n"] == NumericInterval(2019, 2019)
    assert study.step == 1 and study.periods(study.cascades["a"]) == {
        "n": 2019,
        "m": 2020,
        "k": 2021,
    }


def test_a_window_that_ends_with_a_year_has_all_of_its_days(write):
    days = ("1999-03-02", "2000-01-01", "2000-12-31", "2001-01-01")
    rows = "".join(f"a,{day},{day}\n" for day in days)
    study = read_study(Tables(write("c.csv", f"cascade_id,node,time\n{rows}")))
    found, _ = dated_cascades(with_window(study, (2000, 2000), None))
    assert set(found["a"]) == {"2000-01-01", "2000-12-31"}


def test_a_window_of_numbers_ends_with_its_number(write):
    study = read_study(Tables(write("c.csv", "cascade_id,node,time\na,n,3\na,m,3.5\n")))
    found, _ = dated_cascades(with_window(study, (1, 3), None))
    assert set(found["a"]) == {"n"}


def test_dates_of_spreadsheets_are_read_and_those_with_the_day_first_are_not(write):
    path = write("c.csv", "cascade_id,node,time\na,n,2016/8/17\na,m,2016-08-17\na,k,17/8/2016\n")
    assert rules(Tables(path)) == [("bad_time", 4, "time")]
    path = write("c.csv", "cascade_id,node,time\na,n,2016/8/17\na,m,2016-08-17\n")
    adoptions = read_study(Tables(path)).cascades["a"]
    assert adoptions["n"] == adoptions["m"] != UNDATED_INTERVAL


def test_beside_dates_a_number_of_four_digits_is_a_whole_year(write):
    ties = write("t.csv", "from_uid,named_uid,time\na,b,2012\nb,c,2012-05\nc,a,\nd,a,7\n")
    first, second, none, number = (tie.when for tie in read_study(Tables(None, ties)).ties)
    assert first.earliest == 2012 and first.latest > second.latest > second.earliest
    assert (none, number) == (UNDATED_INTERVAL, NumericInterval(7, 7))


def test_numbers_alone_are_moments(write):
    ties = write("t.csv", "from_uid,named_uid,time\na,b,2012\nb,c,3.5\n")
    assert [tie.when for tie in read_study(Tables(None, ties)).ties] == [
        NumericInterval(2012, 2012),
        NumericInterval(3.5, 3.5),
    ]


def test_a_table_of_nodes_gives_the_times_of_one_innovation(write):
    nodes = write("n.csv", "uid,city,toa\n1,A,3\n2,B,\n3,B,NA\n")
    ties = write("t.csv", "from_uid,named_uid,weight\n1,2,2.5\n2,3,\n")
    study = read_study(Tables(None, ties, nodes))
    assert study.cascades == {"toa": {"1": NumericInterval(3, 3)}}
    assert study.nodes["2"].values == {"uid": "2", "city": "B"}
    assert study.ties == (Tie("1", "2", weight=2.5), Tie("2", "3"))
    assert study.contacts == study.ties


def test_the_column_of_times_can_be_chosen(write):
    nodes = write("n.csv", "uid,toa,first_use\n1,3,7\n")
    study = read_study(Tables(None, None, nodes, {"time": "first_use"}))
    assert study.cascades == {"first_use": {"1": NumericInterval(7, 7)}}


def test_a_column_of_times_that_is_not_there_is_a_fault(write):
    nodes = write("n.csv", "uid,toa\n1,3\n")
    assert rules(Tables(None, None, nodes, {"time": "tao"})) == [("column_not_there", 1, "tao")]


def test_with_cascades_the_nodes_only_say_who_there_is(write):
    cascades = write("c.csv", "cascade_id,node,time\na,1,3\n")
    nodes = write("n.csv", "uid,year\n1,1950\n2,long ago\n")
    study = read_study(Tables(cascades, None, nodes))
    assert study.cascades == {"a": {"1": NumericInterval(3, 3)}}
    assert set(study.nodes) == {"1", "2"}


def test_ties_to_those_who_are_not_in_the_table_are_left_out_and_told(write):
    nodes = write("n.csv", "uid,toa\n1,3\n2,4\n")
    ties = write("t.csv", "from_uid,named_uid\n1,2\n1,99\n")
    study = read_study(Tables(None, ties, nodes))
    assert study.ties == (Tie("1", "2"),)
    assert "1" in study.warnings[0].text("en")


def test_every_fault_of_every_table_is_told_at_once(write):
    cascades = write("c.csv", "cascade_id,node,time\na,n,soon\na,n,3\n,n,4\n")
    nodes = write("n.csv", "uid,toa\n1,2\n1,inf\n")
    ties = write("t.csv", "from,named_uid\n1,2\n")
    assert rules(Tables(cascades, ties, nodes)) == [
        ("bad_time", 2, "time"),
        ("adopted_twice", 3, "node"),
        ("missing_field", 4, "cascade_id"),
        ("duplicate_code", 3, "uid"),
        ("column_not_there", 1, "from_uid"),
    ]


def test_infinite_is_no_time(write):
    assert rules(Tables(write("c.csv", "cascade_id,node,time\na,n,inf\n"))) == [
        ("bad_time", 2, "time")
    ]


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    assert rules(Tables(tmp_path / "none.csv")) == [("not_readable", 0, "")]


def test_a_file_in_gbk_is_told_how_to_be_saved(tmp_path):
    path = tmp_path / "c.csv"
    path.write_bytes("cascade_id,node,time\n医共体,三地,2019\n".encode("gbk"))
    assert rules(Tables(path)) == [("looks_like_gbk", 2, "")]


def test_an_empty_file_is_told_what_its_first_line_should_be(write):
    with pytest.raises(BadFacts) as told:
        read_study(Tables(write("c.csv", "")))
    assert "cascade_id,node,time" in told.value.text("en")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_columns_parted_by_semicolons_or_tabs_are_read(write, delimiter):
    rows = [["cascade_id", "node", "time"], ["a", "Smith, J", "1.5"]]
    path = write("c.csv", "\n".join(delimiter.join(row) for row in rows))
    assert read_study(Tables(path)).cascades == {"a": {"Smith, J": NumericInterval(1.5, 1.5)}}


def test_a_missing_column_is_told_with_those_that_are_there(write):
    path = write("c.csv", "policy;node;time\na;n;1\n")
    with pytest.raises(BadFacts) as told:
        read_study(Tables(path))
    assert "policy, node, time" in told.value.text("en")
    assert "cascade_id=" in told.value.text("zh")


def test_a_row_out_of_shape_does_not_hide_the_others(write):
    path = write("c.csv", "cascade_id,node,time\na,n,1,2\na,m,soon\n")
    assert rules(Tables(path)) == [("cell_count", 2, ""), ("bad_time", 3, "time")]


def test_a_table_without_rows_is_told(write):
    assert rules(Tables(write("c.csv", "cascade_id,node,time\n"))) == [("no_rows", 1, "")]


def test_the_times_and_weights_of_ties_may_be_called_otherwise(write):
    ties = write("t.csv", "a,b,year,calls,time\nx,y,2001,3,9\n")
    columns = {"from_uid": "a", "named_uid": "b", "time": "year", "weight": "calls"}
    (tie,) = read_study(Tables(ties=ties, columns=columns)).ties
    assert (tie.when, tie.weight) == (NumericInterval(2001, 2001), 3)


def test_the_times_of_ties_are_their_own_where_those_of_nodes_are_called_otherwise(write):
    ties, nodes = (
        write("t.csv", "from_uid,named_uid,time\nx,y,7\n"),
        write("n.csv", "uid,toa\nx,1\ny,2\n"),
    )
    (tie,) = read_study(Tables(ties=ties, nodes=nodes, columns={"time": "toa"})).ties
    assert tie.when == NumericInterval(7, 7)


def test_contacts_may_stand_apart_from_the_ties(write):
    ties = write("t.csv", "from_uid,named_uid\nx,y\n")
    contacts = write("c.csv", "from_uid,named_uid\ny,z\n")
    study = read_study(Tables(ties=ties, contacts=contacts))
    assert [(tie.learner, tie.teacher) for tie in study.contacts] == [("y", "z")]
    assert [(tie.learner, tie.teacher) for tie in study.ties] == [("x", "y")]
    assert set(study.nodes) == {"x", "y", "z"}
    assert read_study(Tables(ties=ties)).contacts == read_study(Tables(ties=ties)).ties


def test_contacts_outside_the_nodes_are_told_too(write):
    nodes = write("n.csv", "uid\nx\ny\n")
    ties, contacts = (write(f"{n}.csv", f"from_uid,named_uid\nx,{n}\n") for n in "yz")
    (told,) = read_study(Tables(ties=ties, contacts=contacts, nodes=nodes)).warnings
    assert told.values["count"] == 1


def test_beside_dates_a_month_with_a_point_and_a_day_without_signs_are_dates(write):
    rows = "a,n,2016-08-17\na,m,2016.10\na,k,20161001\n"
    adoptions = read_study(Tables(write("c.csv", f"cascade_id,node,time\n{rows}"))).cascades["a"]
    assert adoptions["m"].earliest == adoptions["k"].earliest == adoptions["k"].latest
    assert 2016.74 < adoptions["k"].earliest < adoptions["m"].latest < 2016.84


def test_days_without_signs_alone_are_days(write):
    study = read_study(Tables(write("c.csv", "cascade_id,node,time\na,n,20161001\na,m,20161101\n")))
    assert study.to_the_day and study.cascades["a"]["n"].earliest < 2017


def test_a_spreadsheets_day_number_beside_dates_is_a_fault_that_says_the_day(write):
    path = write("c.csv", "cascade_id,node,time\na,n,2016-08-17\na,m,42614\na,k,1e308\n")
    with pytest.raises(BadFacts) as raised:
        read_study(Tables(path))
    faults = raised.value.faults
    assert [(fault.rule, fault.line) for fault in faults] == [("day_number", 3), ("bad_time", 4)]
    assert all("2016-09-01" in faults[0].message(language) for language in ("zh", "en"))


def test_adopters_that_the_table_of_nodes_has_not_are_left_out_and_told(write):
    cascades = write("c.csv", "cascade_id,node,time\nc,a,1\nc,z,3\nd,z,4\nd,y,2\n")
    study = read_study(Tables(cascades, nodes=write("n.csv", "uid\na\nb\n")))
    assert study.cascades == {"c": {"a": NumericInterval(1, 1)}, "d": {}}
    (warning,) = study.warnings
    assert warning.values == {"count": 2, "nodes": "z, y"}
    assert all("z, y" in warning.text(language) for language in ("zh", "en"))


def test_of_repeated_rows_the_earliest_adoption_is_used_if_asked_for(write):
    cascades = write("c.csv", "cascade_id,node,time\na,n,NA\na,n,3\na,n,2\na,n,2\na,m,1\n")
    assert rules(Tables(cascades)) == [("adopted_twice", line, "node") for line in (3, 4, 5)]
    nodes = write("n.csv", "uid,city\nn,X\nn,Y\nm,X\n")
    study = read_study(Tables(cascades, nodes=nodes, keeps_first=True))
    assert study.cascades["a"] == {"n": NumericInterval(2, 2), "m": NumericInterval(1, 1)}
    assert study.nodes["n"].values["city"] == "X"
    assert [warning.values["count"] for warning in study.warnings] == [4]


def test_repeated_rows_of_dates_are_counted_once(write):
    cascades = write("c.csv", "cascade_id,node,time\na,n,3\na,n,2\na,m,2016-01\n")
    (warning,) = read_study(Tables(cascades, keeps_first=True)).warnings
    assert warning.values["count"] == 1


@pytest.mark.parametrize("weight", ["nan", "NaN", "inf", "-inf", "1e999"])
def test_a_weight_is_a_finite_number(write, weight):
    ties = write("t.csv", f"from_uid,named_uid,weight\nx,y,{weight}\n")
    assert rules(Tables(ties=ties)) == [("bad_number", 2, "weight")]


def test_an_unclosed_quote_and_a_very_long_cell_are_faults_at_their_line(write):
    rows = "".join(f"c{n},n{n},{n}\n" for n in range(20_000))
    quote = write("q.csv", 'cascade_id,node,"time\n' + rows)
    assert ("open_quote", 1, "") in rules(Tables(quote))
    long = write("l.csv", 'cascade_id,node,time\na,n,1\na,"' + "n" * 200_000 + '",2\n')
    assert rules(Tables(long)) == [("long_cell", 3, "")]


@without_garbage_collection()  # which takes time for all that other tests have left in memory
def cpu_seconds(path: Path) -> float:
    """The processor time of the fastest of three readings."""
    times = []
    for _ in range(3):
        started = process_time()
        read_study(Tables(path))
        times.append(process_time() - started)
    return min(times)


def test_dates_by_the_day_are_read_nearly_as_fast_as_numbers(write):
    days = [f"{year}-{month:02}-{day:02}" for year in range(2000, 2020)
            for month in range(1, 13) for day in range(1, 28)]  # fmt: skip
    seconds = {}
    for name, times in (("numbers", range(len(days))), ("dates", days)):
        rows = "".join(f"c{n % 9},n{n},{time}\n" for n, time in enumerate(times))
        path = write(f"{name}.csv", f"cascade_id,node,time\n{rows}")
        seconds[name] = cpu_seconds(path)
    assert seconds["dates"] < 4 * seconds["numbers"]  # the library's grammar takes 400 times
