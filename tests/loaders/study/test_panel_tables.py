"""A researcher's panel is read with its columns, or refused with every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffusion.study.errors import WrongStudy
from diffusion.study.selection import check_needs, select_cascades
from diffusion.study.study import PanelTable
from loaders.study.study_tables import Tables, read_study
from loaders.tables.faults import BadFacts


@pytest.fixture
def write(tmp_path):
    def write_file(text: str, name: str = "panel.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def panel(path: Path, **columns: str) -> PanelTable:
    study = read_study(Tables(panel=path, columns=columns))
    assert study.panel is not None
    return study.panel


def rules(path: Path, **columns: str) -> list[tuple[str, int, str]]:
    with pytest.raises(BadFacts) as caught:
        panel(path, **columns)
    assert caught.value.text("zh") and caught.value.text("en")
    return [(fault.rule, fault.line, fault.column) for fault in caught.value.faults]


def test_columns_of_units_and_periods_are_found_by_their_usual_names(write):
    found = panel(write('state\tyear\tx\tx\n"AL"\t1964\t1\t2\nAK\t1965\tNA\t.\n', "a.tab"))
    assert (found.unit, found.period, found.policy) == ("state", "year", "")
    assert found.cells == {"state": ("AL", "AK"), "year": ("1964", "1965")}
    assert found.repeated_columns == ("x",) and found.lines == (2, 3)


def test_missing_values_of_r_and_stata_are_empty(write):
    found = panel(write("unit,when,x\na,1,NA\nb,2,.\nc,3,4\n"), time="when")
    assert found.cells["x"] == ("", "", "4")


def test_policies_are_chosen_by_name(write):
    path = write("state,year,law,y\na,1,seat belts,0\na,1,helmets,1\n")
    study = read_study(Tables(panel=path, columns={"cascade_id": "law"}))
    assert sorted(study.cascades) == ["helmets", "seat belts"]
    chosen = select_cascades(study, ("helmets",))
    assert chosen.panel is not None and chosen.panel.cells["y"] == ("1",)
    with pytest.raises(WrongStudy, match="helmets, seat belts"):
        select_cascades(study, ("masks",))
    with pytest.raises(WrongStudy, match="cascade_id"):
        select_cascades(read_study(Tables(panel=path)), ("helmets",))


def test_every_fault_of_a_panel_is_told(write):
    assert rules(write("place,year,y\na,1,0\n")) == [("column_not_there", 1, "node")]
    assert rules(write("state,year,y\n")) == [("no_rows", 1, "")]
    assert rules(write("state,year,y\na,,0\n,2,0\nb,3\n")) == [
        ("missing_field", 2, "year"),
        ("missing_field", 3, "state"),
        ("cell_count", 4, ""),
    ]
    assert rules(write("state,state,year\na,a,1\n"), node="state") == [
        ("duplicate_column", 1, "state")
    ]
    assert rules(write("").parent / "none.csv") == [("not_readable", 0, "")]


def test_why_a_panel_cannot_be_read_is_told_in_the_readers_language(tmp_path):
    with pytest.raises(BadFacts) as caught:
        panel(tmp_path / "none.csv")
    assert "没有这个文件或文件夹" in caught.value.text("zh")
    assert "No such file" not in caught.value.text("zh")


def test_a_panel_stands_alone(write):
    path = write("state,year,y\na,1,0\n")
    with pytest.raises(BadFacts) as caught:
        read_study(Tables(panel=path, ties=path))
    assert [fault.rule for fault in caught.value.faults] == ["beside_panel"]


def test_only_measures_that_take_a_panel_are_computed_of_it(write):
    study = read_study(Tables(panel=write("state,year,y\na,1,0\n")))
    check_needs(study, frozenset({"adoptions", "panel"}))
    with pytest.raises(WrongStudy, match="event_history"):
        check_needs(study, frozenset({"ties"}))
