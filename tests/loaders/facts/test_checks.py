"""Faults sown into the small folder: each is told once, where it is, and nothing else with it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from loaders.facts.checks import CHECKS


@dataclass(frozen=True)
class Seed:
    """A change of one row, and the one fault that it must bring: its column and rule.

    `row` counts from 1 below the header, so that its line is one more.
    """

    table: str
    row: int
    cells: dict[str, str]
    column: str
    rule: str
    choice: str | None = None
    added: bool = False

    def __str__(self) -> str:
        changed = ",".join(f"{key}={value[:12]}" for key, value in self.cells.items())
        return f"{self.rule}-{self.table}-{changed}"


HASH = "0" * 64
L, M, A = "learned_from.csv", "measurement.csv", "adoption.csv"
# The pair of the small folder's non-link as a lesson, and the spot of that non-link.
LINK = {"learner": "21", "teacher": "23"}
SPOT = {
    "source": "hill-notes",
    "start": "24",
    "end": "38",
    "sha256": "6ae44f6f70724035024bd02cecc5cac4238ffb249c50471414a4f8f5591c0469",
}
SEEDS = [
    # --- what a person types wrong
    Seed(M, 1, {"value": "1,200,000"}, "value", "bad_number"),
    Seed(M, 1, {"value": "１２０"}, "value", "bad_number"),
    Seed(M, 4, {"value": "0.5%"}, "value", "bad_number"),
    Seed(M, 1, {"value": "120万"}, "value", "bad_number"),
    Seed(M, 1, {"value": "1.2e6"}, "value", "bad_number"),
    Seed(M, 1, {"baseline": "about 98"}, "baseline", "bad_number"),
    Seed(M, 1, {"value": ""}, "value", "missing_field"),
    Seed(M, 1, {"value_written": ""}, "value_written", "missing_field"),
    Seed(M, 1, {"bound": "≥"}, "bound", "not_a_choice"),
    Seed(M, 1, {"bound": "=>"}, "bound", "not_a_choice", choice=">="),
    Seed(M, 1, {"value_written": "长" * 41}, "value_written", "too_long_written"),
    Seed(A, 1, {"local_name": "长" * 41}, "local_name", "too_long_written"),
    Seed(L, 1, {"when": "2020-13-45"}, "when", "bad_date"),
    Seed(L, 1, {"when": "2019/"}, "when", "bad_date"),
    Seed(L, 1, {"when": "30年前"}, "when", "bad_date"),
    Seed(L, 1, {"when": "2006/2005"}, "when", "bad_date"),
    Seed(L, 1, {"when": "2001.5"}, "when", "bad_date"),
    Seed(L, 1, {"accepted": "2026-02-30"}, "accepted", "bad_day"),
    Seed("source.csv", 1, {"published": "5 March 2006"}, "published", "bad_date"),
    Seed(L, 1, {"how": "learnt"}, "how", "not_a_choice", choice="learned"),
    Seed(L, 1, {"stance": "明言"}, "stance", "not_a_choice", choice="stated"),
    Seed("place.csv", 2, {"level": "provinz"}, "level", "not_a_choice", choice="province"),
    Seed(L, 1, {"learner": "乙城市"}, "learner", "bad_code"),
    Seed(L, 1, {"learner": ""}, "learner", "missing_field"),
    Seed(L, 1, {"curator": ""}, "curator", "missing_field"),
    Seed(L, 1, {"sha256": "abc"}, "sha256", "bad_hash"),
    Seed(L, 1, {"sha256": ("AB" * 32)}, "sha256", "bad_hash"),
    Seed(L, 2, {"also_at": "37-67"}, "also_at", "bad_span"),
    Seed(L, 1, {"start": "eighty"}, "start", "bad_number"),
    Seed(L, 1, {"start": "-5"}, "start", "bad_number"),
    # --- what names what is not there, or not of that kind
    Seed(L, 1, {"learner": "112"}, "learner", "dangling_reference", choice="12"),
    Seed(L, 1, {"source": "north-dayly"}, "source", "dangling_reference", choice="north-daily"),
    Seed(L, 1, {"learner": "one-card"}, "learner", "wrong_kind"),
    Seed(L, 1, {"model": "shared-card"}, "model", "wrong_kind"),
    Seed("mechanism.csv", 2, {"broader": "lendign"}, "broader", "dangling_reference", "lending"),
    Seed("mechanism.csv", 2, {"broader": "lending|no"}, "broader", "dangling_reference"),
    Seed("source.csv", 2, {"publisher": "11"}, "publisher", "wrong_kind"),
    Seed("indicator.csv", 1, {"unit": "volumes"}, "unit", "unknown_unit", choice="volume"),
    Seed(M, 3, {"per": "yaer"}, "per", "unknown_unit", choice="year"),
    Seed(M, 2, {"unit": "volume"}, "unit", "unit_mismatch"),
    # --- codes and names of places
    Seed("place.csv", 7, {"name_zh": "戊城"}, "name_zh", "place_name_differs"),
    Seed("place.csv", 7, {"code_system": "Nowhere Regster"}, "code_system", "unknown_code_system"),
    Seed("place.csv", 8, {"code_system": "Nowhere Register"}, "code", "unknown_place_code"),
    # --- the same twice
    Seed("place.csv", 7, {}, "code", "duplicate_code", added=True),
    Seed("unit.csv", 1, {"name_en": "11"}, "code", "duplicate_code", added=True),
    Seed(L, 1, {}, "", "duplicate_statement", added=True),
    Seed(L, 1, {"curator": "another"}, "", "duplicate_statement", added=True),
    # --- spots
    Seed(L, 1, {"end": "80"}, "end", "span_order"),
    Seed(L, 1, {"end": "99999"}, "end", "span_outside"),
    Seed(L, 1, {"also_at": f"9-8:{HASH}"}, "also_at", "span_order"),
    Seed(L, 1, {"also_at": f"9-99999:{HASH}"}, "also_at", "span_outside"),
    Seed("non_link.csv", 1, {"end": "99999"}, "end", "span_outside"),
    Seed(L, 5, {"sha256": HASH}, "sha256", "span_hash_differs"),
    Seed("happening.csv", 5, {"also_at": f"169-177:{HASH}"}, "also_at", "span_hash_differs"),
    # --- what cannot be
    Seed(L, 3, {"when": "1990", "model": "one-card"}, "when", "link_before_model"),
    Seed("derived_from.csv", 1, {"when": "1998"}, "when", "link_before_model"),
    Seed(L, 3, {"teacher": "12"}, "teacher", "self_link"),
    Seed("borders.csv", 1, {"other": "21"}, "other", "self_link"),
    Seed("mechanism.csv", 1, {"broader": "shared-card"}, "broader", "broader_cycle"),
    Seed("mechanism.csv", 1, {"part_of": "lending"}, "part_of", "part_of_cycle"),
    Seed("within.csv", 3, {"part": "10", "whole": "11"}, "whole", "within_cycle", added=True),
    Seed(L, 6, {**LINK, **SPOT}, "teacher", "is_non_link", added=True),
    Seed(L, 6, LINK, "teacher", "", added=True),  # another source may state it
    Seed(A, 5, {"dated_by": "relative"}, "dated_by", "lacks_date"),
    Seed("unit.csv", 1, {"code": "loan-of-vans", "qudt": "x"}, "code", "", added=True),
    Seed("reform_model.csv", 1, {"code": "day-opening"}, "code", "unused_thing", added=True),
    # a vocabulary may be wider than what has been said so far
    Seed("mechanism.csv", 5, {"code": "day-opening"}, "code", "", added=True),
    Seed("programme.csv", 1, {"code": "writing-towns"}, "code", "unused_thing", added=True),
]


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_seeded_fault_is_told_where_it_is_and_alone(broken, seed):
    change = broken.append if seed.added else broken.set
    change(seed.table, seed.row, **seed.cells)
    faults = broken.faults()
    if not seed.rule:
        assert faults == ()
        return
    line = len(broken.records(seed.table)) if seed.added else seed.row + 1
    assert [(f.file, f.line, f.column, f.rule) for f in faults] == [
        (seed.table, line, seed.column, seed.rule)
    ]
    header = broken.records(seed.table)[0]
    assert faults[0].position == (header.index(seed.column) + 1 if seed.column else 0)
    if seed.choice:
        assert seed.choice in faults[0].choices
        assert seed.choice in faults[0].message("zh")


def test_swapped_columns_of_the_header_are_read_by_name(broken, small_facts):
    records = [[row[1], row[0], *row[2:]] for row in broken.records(L)]
    broken.write(L, records)
    assert broken.fault_list() == []


def test_swapped_cells_under_a_right_header_are_told(broken):
    records = broken.records(M)
    at = records[0].index("value"), records[0].index("value_written")
    for record in records[1:]:
        record[at[0]], record[at[1]] = record[at[1]], record[at[0]]
    broken.write(M, records)
    assert {rule for *_, rule in broken.fault_list()} == {"bad_number"}
    assert [line for _, line, *_ in broken.fault_list()] == list(range(2, len(records) + 1))


def test_a_place_whose_code_is_of_another_is_told_with_its_name(broken):
    broken.append("place.csv", 7, code="24")
    faults = [fault for fault in broken.faults() if fault.rule == "place_name_differs"]
    assert faults[0].values == {
        "system": "Nowhere Register",
        "code": "24",
        "wanted": "己县",
        "value": "戊县",
    }


def test_a_place_that_is_listed_under_another_code_is_told_with_that_code(broken):
    broken.append("place.csv", 7, code="99", name_zh="己县", name_en="Fir")
    faults = [fault for fault in broken.faults() if fault.rule == "unknown_place_code"]
    assert [fault.choices for fault in faults] == [("24",)]


def test_a_missing_column_is_told_once_for_the_whole_table(broken):
    broken.drop_column(L, "curator")
    assert broken.fault_list() == [(L, 1, "curator", "missing_column")]


def test_a_column_that_may_be_empty_may_be_left_out(broken):
    broken.drop_column("borders.csv", "as_of")
    assert broken.fault_list() == []


def test_what_names_a_row_with_faults_is_not_blamed_for_it(broken):
    broken.set("place.csv", 3, level="shire")
    assert broken.fault_list() == [("place.csv", 4, "level", "not_a_choice")]


def test_all_faults_of_a_folder_are_told_at_once_in_the_order_of_their_places(broken):
    broken.set("place.csv", 7, name_zh="戊城")
    broken.set(L, 1, when="30年前")
    broken.set(L, 7, teacher="nobody")
    broken.set(M, 1, value="1,200,000", bound="?")
    broken.append("event.csv", 1, code="writing-congress")
    assert broken.fault_list() == [
        ("event.csv", 4, "code", "unused_thing"),
        (L, 2, "when", "bad_date"),
        (L, 8, "teacher", "dangling_reference"),
        (M, 2, "value", "bad_number"),
        (M, 2, "bound", "not_a_choice"),
        ("place.csv", 8, "name_zh", "place_name_differs"),
    ]


def test_a_fault_says_where_it_is_as_an_editor_reads_it(broken):
    broken.set(L, 1, when="30年前")
    (fault,) = broken.faults()
    assert fault.location == "learned_from.csv:2:5 when"
    assert "30年前" in fault.message("zh")
    assert "is not a date" in fault.message("en")


def test_every_check_is_named_for_what_it_asks_and_stands_once():
    assert len(set(CHECKS)) == len(CHECKS)
    assert all("_" in check.__name__ for check in CHECKS)
