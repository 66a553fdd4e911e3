"""A folder read in parts gives the files that it gives as a whole, and has the same faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.facts.neo4j_admin import write_import
from graph.formats.nquads import joined_nquads_blocks, nquads
from loaders.streaming import relation_order, row_parts
from loaders.streaming.streamed_folder import (
    StreamedFolder,
    counts_without_faults,
    is_streamable,
)
from loaders.streaming.table_parts import table_parts
from loaders.tables.faults import FolderMissing


@pytest.fixture
def small_parts(monkeypatch):
    """So few rows a part that the rows of a fact and of a spot are in several."""
    monkeypatch.setattr(table_parts, "__defaults__", (3,))
    monkeypatch.setattr(row_parts.row_parts, "__kwdefaults__", {"records": 3, "keep_cells": False})
    monkeypatch.setattr(relation_order, "MIN_STATEMENTS", 2)


def test_the_nquads_of_the_parts_are_those_of_the_whole(small_folder, small_facts, small_parts):
    blocks = joined_nquads_blocks(StreamedFolder(small_folder).parts())
    assert b"".join(blocks) == nquads(small_facts)


def test_the_import_files_of_the_parts_are_those_of_the_whole(
    small_folder, small_facts, small_parts, tmp_path
):
    dataset = small_facts.dataset
    folder = StreamedFolder(small_folder)
    write_import(folder.parts(), folder.dataset, None, tmp_path / "parts")
    write_import([small_facts], dataset, None, tmp_path / "whole")
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_no_part_has_only_some_statements_of_a_fact(small_folder, small_facts, small_parts):
    parts = [part for part in StreamedFolder(small_folder).parts() if part.statements]
    assert len(parts) > 3
    facts = [fact for part in parts for fact in part.distinct_facts]
    assert sorted(facts, key=lambda fact: fact.id) == sorted(
        small_facts.distinct_facts, key=lambda fact: fact.id
    )


def test_a_part_knows_all_sources_of_its_claims(small_folder, small_facts, small_parts):
    counts: dict[str, int] = {}
    for part in StreamedFolder(small_folder).parts():
        counts |= part.claims.source_counts
    assert counts == small_facts.claims.source_counts
    assert max(counts.values()) > 1


def test_a_folder_without_faults_is_counted_in_parts(small_folder, small_facts, small_parts):
    counts = len(small_facts.things), len(small_facts.statements)
    assert counts_without_faults(small_folder) == counts


def test_what_has_faults_or_is_not_read_in_parts_is_not_counted(broken, tmp_path):
    assert counts_without_faults(tmp_path / "nowhere") is None
    (broken.folder / "withdrawn").mkdir()
    assert counts_without_faults(broken.folder) is None
    (broken.folder / "withdrawn").rmdir()
    assert counts_without_faults(broken.folder) is not None
    broken.append("learned_from.csv", 1)
    assert counts_without_faults(broken.folder) is None


def test_what_was_read_is_told_until_all_is(small_folder):
    told: list[tuple[int, int]] = []
    for _ in StreamedFolder(small_folder, lambda *progress: told.append(progress)).parts():
        pass
    done, total = told[-1]
    assert done <= total == sum(path.stat().st_size for path in small_folder.glob("*.csv"))
    assert sorted(told) == told


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(FolderMissing):
        StreamedFolder(tmp_path / "nowhere")


def test_what_needs_all_facts_is_not_read_in_parts(broken):
    assert is_streamable(broken.folder)
    (broken.folder / "withdrawn").mkdir()
    assert not is_streamable(broken.folder)


def test_rows_that_do_not_fit_each_other_are_told_as_by_a_whole_reading(broken):
    """One of each check for which the rows of a folder are compared with each other."""
    broken.append("learned_from.csv", 1)
    broken.append("within.csv", 1, part=broken.cell("within.csv", 1, "whole"))
    broken.set("within.csv", len(broken.records("within.csv")) - 1, whole="12")
    broken.append("place.csv", 1)
    expected = {(fault.file, fault.line, fault.rule) for fault in broken.faults()}
    in_parts = {(fault.file, fault.line, fault.rule) for fault in broken.faults_in_parts()}
    assert in_parts == expected
    assert {"duplicate_statement", "duplicate_code"} <= {rule for _, _, rule in in_parts}


def test_each_fault_is_told_where_rows_contradict_each_other(broken):
    broken.set("learned_from.csv", 2, sha256="0" * 64, start="1", end="2")
    broken.append("learned_from.csv", 2, sha256="1" * 64, learner="21")
    broken.set("mechanism.csv", 1, broader=broken.cell("mechanism.csv", 1, "code"))
    rules = {fault.rule for fault in broken.faults_in_parts()}
    assert (
        rules == {fault.rule for fault in broken.faults()} >= {"broader_cycle", "span_hash_differs"}
    )


def test_after_many_faults_no_further_table_is_read(broken, monkeypatch):
    monkeypatch.setattr("loaders.streaming.streamed_folder.MAX_FAULTS", 2)
    for row in (1, 2):
        broken.set("has_model.csv", row, holder="99")
    broken.set("adoption.csv", 1, adopter="99")
    assert {fault.file for fault in broken.faults_in_parts()} == {"has_model.csv"}
    assert {fault.file for fault in broken.faults()} == {"has_model.csv", "adoption.csv"}
