"""Faults of files: hidden characters, code lists, missing tables and talks that cannot be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts
from loaders.talks.talk_reader import read_talks

HIDDEN = "\u200b"
REGISTER = "codes/register.csv"


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small facts that a test may spoil."""
    shutil.copytree(small_folder, tmp_path / "facts")
    return tmp_path / "facts"


def faults(folder: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(BadFacts) as raised:
        read_facts(folder)
    return [(fault.file, fault.line, fault.column, fault.rule) for fault in raised.value.faults]


def change(folder: Path, name: str, edit: Callable[[list[str]], object]) -> None:
    path = folder / name
    lines = path.read_text(encoding="utf-8").splitlines()
    edit(lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def put(line: int, old: str, new: str) -> Callable[[list[str]], object]:
    """Changes one line of a file."""

    def edit(lines: list[str]) -> None:
        assert old in lines[line - 1]
        lines[line - 1] = lines[line - 1].replace(old, new, 1)

    return edit


@pytest.mark.parametrize(
    ("name", "line", "old", "column"),
    [
        ("learned_from.csv", 2, "12,", "learner"),
        ("learned_from.csv", 1, "learner,", "learner"),
        (REGISTER, 3, "10,", "code"),
        (REGISTER, 1, "code,", "code"),
    ],
)
def test_a_hidden_character_is_told_once_and_nothing_else_with_it(folder, name, line, old, column):
    change(folder, name, put(line, old, f"{old[:1]}{HIDDEN}{old[1:]}"))
    assert faults(folder) == [(name, line, column, "invisible_character")]


@pytest.mark.parametrize("old", ['start = "', '"Nowhere'])
def test_a_hidden_character_in_the_settings_is_told_with_its_line(folder, old):
    lines = (folder / "dataset.toml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if old in text)
    change(folder, "dataset.toml", put(line, old, old + HIDDEN))
    with pytest.raises(BadFacts) as raised:
        read_facts(folder)
    assert "dataset.toml" in (text := raised.value.text("en")) and "U+200B" in text
    assert [fault.line for fault in raised.value.faults] == [line]


def test_a_repeated_code_and_a_cycle_in_a_code_list_are_faults(folder):
    change(folder, REGISTER, lambda lines: lines.append(lines[-1]))
    change(folder, REGISTER, put(3, ",NW", ",11"))
    rules = {(line, column, rule) for _, line, column, rule in faults(folder)}
    assert (11, "code", "duplicate_code") in rules
    assert {(column, rule) for _, column, rule in rules} >= {("within", "within_cycle")}


@pytest.mark.parametrize(
    "names",
    [["place.csv"], ["place.csv", "unit.csv"], ["mechanism.csv"], ["organisation.csv"]],
)
def test_a_missing_table_is_told_first_and_once(folder, names):
    for name in names:
        (folder / name).unlink()
    assert faults(folder) == [(name, 0, "", "missing_file") for name in names]


def test_a_missing_table_stands_before_faults_of_other_tables(folder):
    (folder / "unit.csv").unlink()
    change(folder, "adoption.csv", put(2, ",stated,", ",said,"))
    assert [rule for _, _, _, rule in faults(folder)] == ["missing_file", "not_a_choice"]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens(folder):
    change(folder, "adoption.csv", lambda lines: lines.__setitem__(2, '"' + lines[2]))
    assert faults(folder) == [("adoption.csv", 3, "", "open_quote")]


def test_talks_that_cannot_be_read_are_told(folder, small_facts):
    (folder / "talks").write_text("no folder", encoding="utf-8")
    with pytest.raises(BadFacts) as raised:
        read_talks(folder, small_facts)
    assert [fault.rule for fault in raised.value.faults] == ["talks_not_readable"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_in_utf16_is_told_as_such(folder, encoding):
    path = folder / "place.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    told = [fault for fault in faults(folder) if fault[0] == "place.csv"]
    assert told == [("place.csv", 1, "", "looks_like_utf16")]


def test_one_unknown_code_does_not_make_a_table_missing(folder):
    (folder / "person.csv").unlink()
    found = faults(folder)
    assert [rule for *_, rule in found if rule == "missing_file"] == []
    assert {rule for *_, rule in found} == {"dangling_reference"}


@pytest.mark.parametrize(
    ("encoding", "rule"), [("gbk", "toml_other_encoding"), ("latin-1", "toml_not_utf8")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_talk_that_is_not_utf8_is_told_in_the_readers_language(
    folder, small_facts, encoding, rule, language
):
    (folder / "talks").mkdir()
    text = (
        'title_en = "x"\ntitle_zh = "医改传播"\n' if encoding == "gbk" else 'title_en = "\xe9 "\n'
    )
    (folder / "talks" / "a.toml").write_bytes(text.encode(encoding))
    with pytest.raises(BadFacts) as raised:
        read_talks(folder, small_facts)
    line = 2 if encoding == "gbk" else 1
    assert [(f.file, f.line, f.rule) for f in raised.value.faults] == [("talks/a.toml", line, rule)]
    assert "codec" not in (message := raised.value.text(language)) and "UTF-8" in message


@pytest.mark.parametrize("name", ["a.TOML", "a.Toml", "a.toml.txt"])
def test_a_talk_whose_file_ends_otherwise_is_told(folder, small_facts, name):
    (folder / "talks").mkdir()
    for file in (name, ".a.toml.swp", "a.toml~", "README.md"):
        (folder / "talks" / file).write_text("", encoding="utf-8")
    with pytest.raises(BadFacts) as raised:
        read_talks(folder, small_facts)
    assert [(f.file, f.rule) for f in raised.value.faults] == [(f"talks/{name}", "not_a_toml_talk")]


def test_settings_may_begin_with_a_byte_order_mark(folder, small_facts):
    path = folder / "dataset.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_facts(folder).dataset == small_facts.dataset
