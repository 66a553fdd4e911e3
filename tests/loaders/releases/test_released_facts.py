"""Releases read from folders and archives, and the two clocks that they give."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from loaders.facts.facts_folder import read_facts
from loaders.facts.folder_state import folder_state
from loaders.releases.released_facts import (
    UnknownRelease,
    read_facts_as_of,
    read_state,
    releases_of,
)
from loaders.tables.faults import BadFacts, FolderMissing
from ontology.schema.kinds import LearnedFrom
from tests.releases import DAYS, archive, citation, released_facts

FIRST_DAY, SECOND_DAY = (date.fromisoformat(day) for day in DAYS.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return released_facts(tmp_path_factory.mktemp("releases") / "facts")


def lesson(facts, learner, teacher, start):
    return next(
        id
        for id, value in facts.statements.items()
        if isinstance(value, LearnedFrom)
        and (value.learner, value.teacher, value.start) == (learner, teacher, start)
    )


def test_releases_are_found_by_day(folder):
    assert [(f.release.version, f.release.day) for f in releases_of(folder)] == [
        ("1.0", FIRST_DAY),
        ("1.1", SECOND_DAY),
    ]


def test_a_statement_is_known_since_the_first_release_of_what_it_continues(folder):
    facts = read_facts_as_of([folder])
    assert facts.release is None
    since = facts.known_since
    assert set(since) == set(facts.statements)  # the border that was read again has its old id
    assert since[lesson(facts, "22", "21", 146)] == SECOND_DAY
    assert since[lesson(facts, "12", "11", 80)] == FIRST_DAY  # its date was corrected in 1.1


def test_what_no_release_holds_is_not_known_since_any(folder, tmp_path):
    further = released_facts(tmp_path / "facts")
    (further / "releases" / "nowhere-1.1.zip").unlink()
    facts = read_facts_as_of([further])
    assert set(facts.statements) - set(facts.known_since) == {lesson(facts, "22", "21", 146)}


def test_facts_as_of_a_release_are_those_of_its_tables(folder):
    facts = read_facts_as_of([folder], "1.0")
    assert (facts.release.version, facts.releases) == ("1.0", (facts.release,))
    assert set(facts.known_since.values()) == {FIRST_DAY}
    assert facts.things["11"].name_en == "Alder"
    assert len(facts.statements) == len(read_facts(folder).statements) - 1
    later = read_facts_as_of([folder], "1.1")
    assert len(later.statements) == len(facts.statements) + 1
    assert len(later.releases) == 2


def test_an_unknown_release_names_those_there_are(folder):
    with pytest.raises(UnknownRelease) as error:
        read_facts_as_of([folder], "2.0")
    assert error.value.versions == ("1.0", "1.1")


def test_without_releases_nothing_changes(root):
    folder = root / "tests" / "small"
    assert read_facts_as_of([folder]) == read_facts(folder)


def test_another_folder_can_hold_the_releases(folder, tmp_path):
    copy = released_facts(tmp_path / "facts")
    (copy / "releases").rename(tmp_path / "archive")
    settings = (copy / "dataset.toml").read_text(encoding="utf-8")
    (copy / "dataset.toml").write_text('releases = "../archive"\n' + settings, encoding="utf-8")
    assert len(read_facts_as_of([copy]).releases) == 2
    before = folder_state(copy)
    (tmp_path / "archive" / "nowhere-1.1.zip").unlink()
    assert folder_state(copy) != before


def test_a_release_may_be_a_folder(folder, tmp_path):
    unpacked = tmp_path / "facts" / "releases"
    released_facts(tmp_path / "facts")
    with zipfile.ZipFile(unpacked / "nowhere-1.0.zip") as packed:
        packed.extractall(unpacked)
    (unpacked / "nowhere-1.0.zip").unlink()
    facts = read_state(unpacked / "nowhere-1.0")
    assert facts == read_state(folder / "releases" / "nowhere-1.0.zip")
    assert [f.release.version for f in releases_of(tmp_path / "facts")] == ["1.0", "1.1"]


def rules(action) -> list[str]:
    with pytest.raises(BadFacts) as error:
        action()
    return [fault.rule for fault in error.value.faults]


@pytest.mark.parametrize(
    "member", ["../outside.csv", "/etc/x", "n/../../x", "n/tables/..\\x", "C:/x"]
)
def test_no_member_leads_out_of_the_archive(tmp_path, member):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as packed:
        info = zipfile.ZipInfo("n/tables/a.csv")
        info.filename = member
        packed.writestr(info, "x")
    assert rules(lambda: read_state(path)) == ["archive_leads_out"]
    assert [p.name for p in tmp_path.iterdir()] == ["bad.zip"]


def test_a_link_in_an_archive_is_not_made(tmp_path):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as packed:
        info = zipfile.ZipInfo("n/tables/place.csv")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/hosts")
    assert rules(lambda: read_state(path)) == ["archive_leads_out"]


def test_an_archive_has_one_folder_and_each_file_once(tmp_path):
    two, twice = tmp_path / "two.zip", tmp_path / "twice.zip"
    with zipfile.ZipFile(two, "w") as packed:
        packed.writestr("n/tables/place.csv", "x")
        packed.writestr("m/tables/place.csv", "x")
    assert rules(lambda: read_state(two)) == ["archive_folders"]
    with zipfile.ZipFile(twice, "w") as packed:
        packed.writestr("n/tables/place.csv", "x")
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("n/tables/place.csv", "y")
    assert rules(lambda: read_state(twice)) == ["archive_leads_out"]


def test_a_large_archive_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.releases.archive.MAX_BYTES", 10)
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("n/tables/a.csv", "x" * 11)
    assert rules(lambda: read_state(path)) == ["archive_too_large"]


def test_damaged_undated_and_repeated_releases_are_told(folder, tmp_path):
    damaged = tmp_path / "damaged.zip"
    content = (folder / "releases" / "nowhere-1.0.zip").read_bytes()
    damaged.write_bytes(content[:-100])
    assert rules(lambda: read_state(damaged)) == ["bad_archive"]
    copy = released_facts(tmp_path / "facts")
    archive(copy, tmp_path, "1.0", "2026-02-30").rename(copy / "releases" / "undated.zip")
    assert rules(lambda: read_facts_as_of([copy])) == ["release_undated"]
    archive(copy, tmp_path, "1.0", "2026-02-20").rename(copy / "releases" / "undated.zip")
    assert rules(lambda: releases_of(copy)) == ["release_twice"]
    with pytest.raises(FolderMissing):
        read_state(tmp_path / "nothing.zip")


def test_faults_inside_a_release_say_where(tmp_path):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("n/CITATION.cff", citation("1", "2026-01-01"))
        packed.writestr("n/tables/place.csv", "code\n")
    with pytest.raises(BadFacts) as error:
        read_state(path)
    assert {fault.file for fault in error.value.faults} == {"bad.zip/tables/dataset.toml"} | {
        fault.file for fault in error.value.faults if fault.file.startswith("bad.zip/tables/")
    }
