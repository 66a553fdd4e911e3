"""Measures of a release's Parquet files are those of its facts, to the last digit."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner
from typer.testing import Result as CommandResult

from bench.scaled_facts import scale_facts
from cli import app
from diffusion.registry import measure
from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.result import Result
from diffusion.study.selection import select_cascades
from exports.release.parquet import parquet
from exports.release.typed_tables import kinds_of, table_name
from graph.model.facts import Facts
from loaders.releases.parquet_study import ParquetRelease
from loaders.tables.faults import FolderMissing
from ontology.schema.kinds import Adoption, Event, Measurement

MEASURES = ("adoption_curve", "adopted_by", "exposure", "threshold", "event_history")


def write_release(facts: Facts, settings: Path, folder: Path) -> Path:
    """The Parquet files of a release of these facts, and the settings of a folder."""
    shutil.copytree(settings, folder / "tables", ignore=shutil.ignore_patterns("*.csv", "talks"))
    shutil.copytree(settings / "codes", folder / "tables" / "codes", dirs_exist_ok=True)
    (folder / "parquet").mkdir()
    for kind in kinds_of(facts):
        (folder / "parquet" / f"{table_name(kind)}.parquet").write_bytes(parquet(facts, kind))
    return folder


def most_adopted(facts: Facts, count: int) -> list[str]:
    """The mechanisms with the most adoptions that have a date."""
    dated = (statement for statement in facts.statements_of(Adoption) if statement.since)
    adoptions = Counter(statement.mechanism for statement in dated)
    return [code for code, _ in adoptions.most_common(count)]


def results(facts: Facts, choice: FactSelection) -> list[Result]:
    study = select_cascades(study_from_facts(facts, choice), choice.mechanisms)
    return [measure(name).run(study) for name in MEASURES]


@pytest.fixture(scope="module")
def release(real_facts, root, tmp_path_factory) -> Path:
    return write_release(real_facts, root / "facts", tmp_path_factory.mktemp("release") / "real")


@pytest.mark.parametrize("more", [{}, {"complete": True}, {"implied": True, "narrower": True}])
def test_measures_of_the_real_facts_are_the_same(release, real_facts, more):
    for code in most_adopted(real_facts, 2):
        choice = FactSelection(mechanisms=(code,), **more)
        facts = ParquetRelease(release).facts([code], counts_narrower=choice.narrower)
        assert results(facts, choice) == results(real_facts, choice)


def test_measures_of_small_facts_with_documents_and_nominations_are_the_same(
    small_facts, small_folder, tmp_path
):
    release = ParquetRelease(write_release(small_facts, small_folder, tmp_path / "small"))
    for code in most_adopted(small_facts, 3):
        choice = FactSelection(mechanisms=(code,), complete=True)
        assert results(release.facts([code], counts_narrower=False), choice) == results(
            small_facts, choice
        )


def test_measures_of_twenty_thousand_statements_are_the_same_from_a_part_of_them(
    real_facts, root, tmp_path
):
    large = scale_facts(real_facts, 20_000)
    release = ParquetRelease(write_release(large, root / "facts", tmp_path / "large"))
    code = most_adopted(large, 1)[0]
    choice = FactSelection(mechanisms=(code,), complete=True)
    facts = release.facts([code], counts_narrower=False)
    measured = results(facts, choice)
    assert measured == results(large, choice)
    assert all(result.rows for result in measured[:4])
    assert not facts.things_of(Event)
    assert not facts.statements_of(Measurement)
    assert len(facts.statements) < len(large.statements) / 4


def analysed(*words: object) -> CommandResult:
    mechanism = ["--mechanism", "county-medical-community", "--lang", "en", "--format", "json"]
    return CliRunner().invoke(app, ["analyse", *map(str, words), *mechanism])


def test_the_command_line_takes_parquet_in_place_of_facts(release, root):
    by_parquet = analysed("adoption_curve", "--parquet", release)
    assert by_parquet.exit_code == 0, by_parquet.output
    assert by_parquet.stdout == analysed("adoption_curve", "--facts", root / "facts").stdout
    assert '"cumulative"' in by_parquet.stdout


def test_what_is_not_read_of_parquet_is_refused(release, root):
    words = ["analyse", "adoption_curve", "--parquet", str(release), "--lang", "en"]
    without_mechanism = CliRunner().invoke(app, words)
    assert without_mechanism.exit_code == 2
    assert "--mechanism NAME" in without_mechanism.stderr
    built = analysed("event_history", "--parquet", release, "--terms", "lessons")
    assert built.exit_code == 2
    assert "--facts FOLDER" in built.stderr
    with pytest.raises(FolderMissing):
        ParquetRelease(root / "facts")
