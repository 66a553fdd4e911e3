"""In which languages everything has a name: as its dataset declares."""

from __future__ import annotations

import shutil

import pytest

from graph.formats.rdf import trig
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts


def declare(broken, languages: str) -> None:
    path = broken.folder / "dataset.toml"
    head, _, rest = path.read_text(encoding="utf-8").partition("[code_lists]")
    path.write_text(f"{head}languages = {languages}\n[code_lists]{rest}", encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_name_is_wanted_in_both_languages_if_nothing_else_is_declared(broken, language):
    broken.set("mechanism.csv", 2, **{f"name_{language}": ""})
    assert broken.fault_list() == [("mechanism.csv", 3, f"name_{language}", "missing_field")]


@pytest.mark.parametrize(("declared", "other"), [("en", "zh"), ("zh", "en")])
def test_a_name_is_wanted_only_in_the_language_that_is_declared(broken, declared, other):
    declare(broken, f'["{declared}"]')
    broken.set("mechanism.csv", 2, **{f"name_{other}": ""})
    assert broken.fault_list() == []
    broken.set("mechanism.csv", 3, **{f"name_{declared}": ""})
    assert broken.fault_list() == [("mechanism.csv", 4, f"name_{declared}", "missing_field")]


def test_a_thing_without_any_name_is_a_fault_whatever_is_declared(broken):
    declare(broken, '["en"]')
    broken.set("mechanism.csv", 2, name_zh="", name_en="")
    assert broken.fault_list() == [("mechanism.csv", 3, "", "nameless")]


def test_a_table_without_the_column_of_a_name_is_told_once(broken):
    broken.drop_column("mechanism.csv", "name_zh")
    assert broken.fault_list() == [("mechanism.csv", 1, "name_zh", "missing_column")]


@pytest.mark.parametrize("languages", ["[]", '["fr"]', '"en"'])
def test_other_languages_are_refused(broken, languages):
    declare(broken, languages)
    assert ("dataset.toml", 0, "languages", "bad_setting") in broken.fault_list()


def test_a_place_is_compared_with_its_code_list_by_any_of_its_names(broken):
    declare(broken, '["en"]')
    path = broken.folder / "codes" / "register.csv"
    text = path.read_text(encoding="utf-8")
    assert "23,戊县" in text
    path.write_text(text.replace("23,戊县", "23,Elm"), encoding="utf-8")
    broken.set("place.csv", 7, name_zh="", name_en="Elm")
    assert broken.fault_list() == []
    broken.set("place.csv", 7, name_en="Oak")
    assert broken.fault_list() == [("place.csv", 8, "name_en", "place_name_differs")]


def test_other_names_are_in_the_first_language_that_is_declared(broken):
    assert '"甲城"@zh' in trig(read_facts(broken.folder)).decode()
    declare(broken, '["en", "zh"]')
    assert '"甲城"@en' in trig(read_facts(broken.folder)).decode()


@pytest.mark.parametrize(
    ("code", "name", "alike"),
    [("350427", "沙县", "350405 沙县区"), ("130185", "鹿泉市", "130110 鹿泉区")],
)
def test_a_former_county_is_told_with_the_district_that_it_became(
    root, tmp_path, code, name, alike
):
    folder = tmp_path / "facts"
    shutil.copytree(root / "facts", folder)
    table = folder / "place.csv"
    header, *_ = table.read_text(encoding="utf-8-sig").splitlines()
    row = {"code": code, "name_zh": name, "name_en": "X", "level": "county"}
    row["code_system"] = "GB/T 2260"
    line = ",".join(row.get(column, "") for column in header.split(","))
    with table.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(BadFacts) as raised:
        read_facts(folder)
    (fault,) = (f for f in raised.value.faults if f.rule == "former_place_code")
    assert fault.values["alike"] == alike and fault.column == "code"
    assert alike in fault.message("zh") and "Try" not in fault.message("en")
