"""A facts folder as a whole: what is missing, unreadable or unknown in it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.dataset import ListedPlace
from loaders.facts.facts_folder import file_name, read_facts, read_sources
from loaders.tables.faults import BadFacts, FolderMissing
from ontology.schema.kinds import STATEMENTS, TABLES, LearnedFrom, NonLink, Source


def test_a_folder_without_faults_gives_its_things_and_statements(small_facts):
    assert small_facts.things["11"].name_en == "Alder"
    assert {said.learner for said in small_facts.statements_of(LearnedFrom)} == {
        "12",
        "21",
        "22",
        "23",
    }
    assert [link.teacher for link in small_facts.non_links] == ["23"]


def test_the_small_folder_has_every_kind_and_every_stance(small_facts):
    kinds = {type(one) for one in (*small_facts.things.values(), *small_facts.statements.values())}
    assert kinds | {NonLink} == set(TABLES)
    stances = {said.stance.value for said in small_facts.statements.values()}
    assert stances == {"stated", "implied", "planned", "denied"}
    assert all(small_facts.statements_of(kind) for kind in STATEMENTS)


def test_a_folder_says_what_it_is(small_facts):
    dataset = small_facts.dataset
    assert dataset.title("zh") == "无有国读书改革的传播"
    assert dataset.title("en") == "How Nowhere's reading reforms spread"
    assert dataset.start == "11"
    assert dataset.code_lists["Nowhere Register"]["24"] == ListedPlace("己县", "22")


def test_a_missing_folder_is_told_by_its_name(tmp_path):
    with pytest.raises(FolderMissing) as error:
        read_facts(tmp_path / "nowhere")
    assert error.value.folder.name == "nowhere"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "facts").write_text("")
    with pytest.raises(FolderMissing):
        read_facts(tmp_path / "facts")


def test_an_empty_folder_lacks_its_settings_and_its_sources(tmp_path):
    with pytest.raises(BadFacts) as error:
        read_facts(tmp_path)
    assert [fault.rule for fault in error.value.faults] == ["missing_dataset", "missing_file"]


def test_a_folder_with_settings_alone_lacks_its_sources(broken):
    for path in broken.folder.glob("*.csv"):
        path.unlink()
    assert ("source.csv", 0, "", "missing_file") in broken.fault_list()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title_zh = "', "title_zh = ", ("dataset.toml", 0, "", "bad_dataset")),
        ("title_en", "title_fr", ("dataset.toml", 0, "title_en", "bad_setting")),
        ("licence", "license", ("dataset.toml", 0, "licence", "bad_setting")),
        ('start = "11"', "start = 11", ("dataset.toml", 0, "start", "bad_setting")),
        ('start = "11"', 'start = "99"', ("dataset.toml", 0, "start", "dangling_reference")),
        (
            "licence",
            'periods = ["2002", "2001"]\nlicence',
            ("dataset.toml", 0, "periods", "bad_setting"),
        ),
        (
            "licence",
            'periods = ["2001", "2001"]\nlicence',
            ("dataset.toml", 0, "periods", "bad_setting"),
        ),
        (
            "licence",
            'periods = ["2001", "2002/.."]\nlicence',
            ("dataset.toml", 0, "periods", "bad_setting"),
        ),
        ("https://", "no iri ", ("dataset.toml", 0, "base_iri", "bad_setting")),
        ("nowhere/", "nowhere", ("dataset.toml", 0, "base_iri", "bad_setting")),
        ("[code_lists]", "[[code_lists]]", ("dataset.toml", 0, "code_lists", "bad_setting")),
        ("codes/register", "codes/none", ("codes/none.csv", 0, "", "missing_file")),
        ("codes/register.csv", "codes", ("codes", 0, "", "not_readable")),
    ],
)
def test_each_fault_of_the_settings_is_told(broken, old, new, told):
    path = broken.folder / "dataset.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert told in broken.fault_list()


def test_settings_in_another_encoding_are_told(broken):
    path = broken.folder / "dataset.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    assert broken.fault_list() == [("dataset.toml", 2, "", "toml_other_encoding")]


def test_settings_that_are_a_folder_are_told(broken):
    (broken.folder / "dataset.toml").unlink()
    (broken.folder / "dataset.toml").mkdir()
    assert broken.fault_list() == [("dataset.toml", 0, "", "not_readable")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", [(1, "", "empty_file")]),
        ("code,name\n11,甲城市\n", [(1, "within", "missing_column")]),
        ("code,label,within\n", [(1, "label", "unknown_column"), (1, "name", "missing_column")]),
        ("code,name,within\n11\n", [(2, "", "cell_count")]),
        ("code,name,within\n11,,\n", [(2, "name", "missing_field")]),
    ],
)
def test_each_fault_of_a_code_list_is_told(broken, content, told):
    (broken.folder / "codes" / "register.csv").write_text(content, encoding="utf-8")
    found = [f for f in broken.fault_list() if f[0] == "codes/register.csv"]
    assert sorted(f[1:] for f in found) == sorted(told)


def test_a_table_that_is_a_folder_is_told_and_nothing_else(broken):
    (broken.folder / "place.csv").unlink()
    (broken.folder / "place.csv").mkdir()
    assert broken.fault_list() == [("place.csv", 0, "", "not_readable")]


def test_a_table_of_unknown_name_is_told_with_the_nearest_name(broken):
    (broken.folder / "place.csv").rename(broken.folder / "plaec.csv")
    (fault,) = broken.faults()
    assert (fault.file, fault.rule) == ("plaec.csv", "unknown_file")
    assert fault.choices == ("place.csv",)


def test_a_table_in_another_encoding_is_told_and_nothing_else(broken):
    path = broken.folder / "place.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    assert broken.fault_list() == [("place.csv", 2, "", "looks_like_gbk")]


def test_a_table_saved_by_a_spreadsheet_is_read_as_before(broken, small_facts):
    for path in broken.folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_facts(broken.folder) == small_facts


def test_a_kind_without_a_table_has_no_rows(broken):
    (broken.folder / "borders.csv").unlink()
    assert broken.fault_list() == []


def test_sources_are_read_whatever_is_wrong_elsewhere(broken):
    broken.set("place.csv", 1, level="shire")
    broken.set("source.csv", 2, type="rumour")
    assert [one.code for one in read_sources(broken.folder)] == [
        "north-daily",
        "hill-notes",
        "night-notice",
    ]


def test_a_folder_without_sources_has_none(tmp_path):
    assert read_sources(tmp_path) == []


def test_every_kind_has_a_table_of_its_own_name():
    assert file_name(LearnedFrom) == "learned_from.csv"
    assert len({file_name(kind) for kind in TABLES}) == len(TABLES)
    assert file_name(Source) == "source.csv"


@pytest.fixture(scope="module")
def again(small_folder, tmp_path_factory):
    """One copy for all examples of a law; each writes the table that it spoils."""
    folder = tmp_path_factory.mktemp("mutated") / "facts"
    shutil.copytree(small_folder, folder)
    return folder


TABLES_TO_SPOIL = ["learned_from.csv", "place.csv", "measurement.csv", "source.csv", "within.csv"]
ODD = [
    b"\0",
    b"\xff",
    b'"',
    b",",
    b"\n",
    b"\r",
    b"|",
    b"-",
    "９".encode(),
    "三".encode("gbk"),
    b"~",
]


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_change_of_bytes_brings_a_traceback(data, again, small_folder):
    table = data.draw(st.sampled_from(TABLES_TO_SPOIL))
    content = (small_folder / table).read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 5))
        new = data.draw(st.sampled_from(ODD) | st.binary(max_size=4))
        content = content[:at] + new + content[at + length :]
    assert_read_or_told(again, table, content, small_folder)


@given(data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cell_brings_a_traceback(data, again, small_folder):
    table = data.draw(st.sampled_from(TABLES_TO_SPOIL))
    lines = (small_folder / table).read_text(encoding="utf-8").splitlines()
    row = data.draw(st.integers(1, len(lines) - 1))
    cells = lines[row].split(",")
    odd = st.sampled_from(["9" * 400, "-1", "1e9", "../..", "0000", "|", "12|12", "self", "=1+1"])
    cell = data.draw(odd | st.text(st.characters(exclude_characters=',"\n\r'), max_size=8))
    cells[data.draw(st.integers(0, len(cells) - 1))] = cell
    lines[row] = ",".join(cells)
    assert_read_or_told(again, table, "\n".join(lines).encode("utf-8", "replace"), small_folder)


def assert_read_or_told(folder, table, content, original):
    """The folder with this table is read, or all faults are sentences; then it is put right."""
    (folder / table).write_bytes(content)
    try:
        read_facts(folder)
    except BadFacts as error:
        assert error.faults
        assert error.text("zh") and error.text("en")
    finally:
        shutil.copyfile(original / table, folder / table)


def test_faults_of_the_settings_and_of_the_tables_are_told_at_once(small_folder, tmp_path):
    folder = Path(shutil.copytree(small_folder, tmp_path / "facts"))
    (folder / "dataset.toml").unlink()
    table = folder / "place.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("name_en", "nam_en", 1))
    with pytest.raises(BadFacts) as told:
        read_facts(folder)
    assert {fault.file for fault in told.value.faults} == {"dataset.toml", "place.csv"}


# --- tables as other programs save them -----------------------------------------------------


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_parted_by_another_sign_is_read(broken, small_facts, delimiter):
    for path in broken.folder.glob("*.csv"):
        rows = broken.records(path.name)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    assert read_facts(broken.folder) == small_facts


@pytest.mark.parametrize("name", ["learned_from.CSV", "learned_from.xlsx", "place.tsv", "x.ods"])
def test_a_table_in_a_form_that_is_not_read_is_named(broken, name):
    (broken.folder / name).write_bytes(b"")
    assert (name, 0, "", "not_a_csv_table") in broken.fault_list()


@pytest.mark.parametrize("name", ["._place.csv", "~$place.xlsx", ".~lock.place.csv"])
def test_files_of_the_system_and_of_open_spreadsheets_are_ignored(broken, name):
    (broken.folder / name).write_bytes(b"\x00\x05")
    assert broken.fault_list() == []
