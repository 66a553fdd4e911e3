"""analyse: the measures of structure and time, from a researcher's own files to the figure."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from tests.diffusion.statistics.test_turnbull import PUBLISHED_MASS, RADIATION

ROOT = Path(__file__).parents[2]
DOCTORS = (
    *("--nodes", ROOT / "tests" / "published" / "netdiffuser" / "medinn_nodes.csv"),
    *("--ties", ROOT / "tests" / "published" / "netdiffuser" / "medinn_edges.csv"),
)
USAGE = 2


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["analyse", *map(str, words)])


def rows(*words: object) -> list[dict[str, str]]:
    result = run(*words, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture
def ties(tmp_path):
    def write_ties(*pairs: str) -> Path:
        path = tmp_path / "ties.csv"
        path.write_text("\n".join(["from_uid,named_uid,time", *pairs]) + "\n", encoding="utf-8")
        return path

    return write_ties


@pytest.mark.parametrize(
    ("pairs", "virality"),
    [
        ([f"{n},0," for n in range(1, 25)], 2 * 24 / 25),
        ([f"{n},{n - 1}," for n in range(1, 25)], 26 / 3),
        ([f"{n},{n // 2}," for n in range(2, 16)], 3.504762),
    ],
    ids=["star", "path", "full binary tree"],
)
def test_the_published_viralities_are_met_from_a_table_of_ties(ties, pairs, virality):
    (tree,) = rows("learning_tree", "--ties", ties(*pairs))
    assert float(tree["virality"]) == pytest.approx(virality, abs=5e-7)


def test_reach_keeps_what_runs_against_the_dates_apart(ties):
    path = ties("a,o,2012", "b,a,2010", "c,a,2015-03", "d,c,")
    found = {row["node"]: row["reached"] for row in rows("reach", "--ties", path, "--origin", "o")}
    assert found == {"a": "certain", "b": "against_dates", "c": "certain", "d": "possible"}


def test_the_doctors_all_name_others_of_their_own_city():
    found = rows("brokerage", *DOCTORS, "--group", "city")
    assert {row["role"] for row in found} == {"coordinator"}
    (row,) = rows("overlap", *DOCTORS, "--same", "city")
    assert row["ties"] == row["both"] == "294"
    assert float(row["p_more"]) == 0.001


def test_the_doctors_event_history_has_the_published_null_deviance():
    """585.45, as netdiffuseR gives it for its own model of the same rows."""
    result = run(
        *("event_history", *DOCTORS, "--window", ":17", "--covariates", "belief,proage"),
        *("--format", "json"),
    )
    found = json.loads(result.stdout)
    assert found["summary"]["null_deviance"] == pytest.approx(585.45, abs=0.005)
    assert found["summary"]["null_df"] == 825


def test_the_share_of_doctors_is_that_of_the_published_table():
    """109 of 125 had adopted by month 17."""
    found = rows("adopted_by", *DOCTORS, "--window", ":17")
    assert float(found[-2]["by_end"]) == pytest.approx(109 / 125)
    assert found[-1]["latest"] == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["learning_tree", "generations", "lineage", "reach", "sources"])
def test_the_measures_of_ties_are_drawn_from_the_real_facts(tmp_path, name, lang):
    picture = tmp_path / f"{name}.svg"
    result = run(name, "--facts", ROOT / "facts", "--lang", lang, "--figure", picture)
    assert result.exit_code == 0, result.output
    assert "三明市" in result.stdout if lang == "zh" and name != "generations" else result.stdout
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_wrong_date_or_origin_is_one_sentence(ties):
    path = ties("a,o,1", "b,a,2")
    wrong = run("generations", "--ties", path, "--origin", "a", "--lang", "en")
    assert (wrong.exit_code, wrong.stderr) == (USAGE, "no tree has the origin a. Origins: o\n")
    wrong = run("before_after", *DOCTORS, "--on", "soon", "--lang", "en")
    assert wrong.exit_code == USAGE
    assert "soon" in wrong.stderr and len(wrong.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "option", "value"),
    [
        ("brokerage", "--seed", "-1"),
        ("brokerage", "--permutations", "-3"),
        ("brokerage", "--permutations", "1.5"),
        ("event_history", "--lag", "-1"),
        ("reach", "--start", "nan"),
    ],
)
def test_a_count_below_none_and_a_start_that_is_no_number_are_refused(name, option, value):
    result = run(name, *DOCTORS, option, value, "--lang", "en")
    assert result.exit_code == USAGE
    assert f"{option} {value}" in result.stderr and len(result.stderr.splitlines()) == 1


def test_the_published_shares_of_the_breast_cosmesis_data_are_met_from_a_table(tmp_path):
    """The intervals as R writes them; published by Fay and Shaw (2010), see test_turnbull.py."""
    path = tmp_path / "women.csv"
    lines = [f'w{n};"({pair.replace("-", ",")}]"' for n, pair in enumerate(RADIATION.split())]
    path.write_text("\n".join(["uid;time", *lines]), encoding="utf-8")
    shares = [round(float(row["share"]), 4) for row in rows("adopted_by", "--nodes", path)]
    assert shares == list(PUBLISHED_MASS.values())
