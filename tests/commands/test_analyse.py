"""analyse: any table as it is, numbers as they are, and a sentence where something is not right."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app

ROOT = Path(__file__).parents[2]
PUBLISHED_FOLDER = ROOT / "tests" / "published"
EXAMPLE = PUBLISHED_FOLDER / "networkinference" / "example_cascades.csv"
DOCTORS = (
    *("--nodes", PUBLISHED_FOLDER / "netdiffuser" / "medinn_nodes.csv"),
    *("--ties", PUBLISHED_FOLDER / "netdiffuser" / "medinn_edges.csv"),
)
FAULTS, USAGE = 1, 2
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["analyse", *map(str, words)])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_netinf_prints_just_the_table_in_csv():
    result = run(
        *("netinf", "--cascades", EXAMPLE, "--model", "exponential", "--rate", 1),
        *("--epsilon", 1e-64, "--edges", 5, "--format", "csv"),
    )
    found = rows(result)
    assert result.stdout.splitlines()[0] == "rank,source,target,gain,p"
    assert [(row["rank"], row["source"], row["target"]) for row in found[:2]] == [
        ("1", "23", "0"),
        ("2", "9", "5"),
    ]
    assert float(found[0]["gain"]) == pytest.approx(3049.810355, abs=1e-6)
    assert "54" in result.stderr


def test_negative_numbers_stay_numbers_in_csv():
    found = rows(run("lagged_exposure", *DOCTORS, "--format", "csv"))
    assert min(float(row["estimate"]) for row in found) < -2


@LANGUAGES
def test_with_too_few_mechanisms_it_says_so_and_prints_no_row(lang):
    result = run("netinf", "--facts", ROOT / "facts", "--lang", lang, "--format", "csv")
    assert rows(result) == []
    told = {"zh": "没有计算：至少需要 10 项", "en": "not computed: at least 10"}
    assert told[lang] in result.stderr


@LANGUAGES
def test_every_result_says_what_it_rests_on_and_what_it_does_not_mean(lang):
    told = run("moran", *DOCTORS, "--lang", lang).stdout
    words = {
        "zh": "计入（节点）: 125|没有足够精确日期的: 0|没有说到的: 0|含义|不说明|文献",
        "en": "counted (nodes): 125|precise enough date: 0|any source: 0|What it means|Reference",
    }
    assert all(word in told for word in words[lang].split("|"))


def test_a_number_that_there_is_not_is_a_dash():
    told = run("adopter_classes", *DOCTORS[:2], "--lang", "en").stdout
    assert "threshold cut-off, mean: -\n" in told and "None\n" not in told


def test_json_holds_all_of_a_result():
    whole = json.loads(run("threshold", *DOCTORS, "--by", "city", "--format", "json").stdout)
    assert (whole["measure"], whole["n"], whole["undated"], whole["unknown"]) == (
        *("threshold", 125),
        *(0, 0),
    )
    assert whole["not_computed"] is None
    assert whole["rows"][-1]["mean"] == pytest.approx(0.566, abs=5e-5)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".PNG"])
def test_a_figure_is_written_in_the_readers_language(tmp_path, suffix):
    path = tmp_path / f"curve{suffix}"
    run("adoption_curve", *DOCTORS, "--lang", "zh", "--figure", path)
    content = path.read_bytes()
    assert ("采用曲线".encode() in content) if suffix == ".svg" else content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "words, told",
    [
        (["netinff"], "netinf"),
        (["netinf", "--cascades", EXAMPLE, "--lambda", "1"], "--rate"),
        (["netinf", "--cascades", EXAMPLE, "--rate", "fast"], "auto|NUMBER"),
        (["netinf", "--cascades", EXAMPLE, "--rate", "-1"], "> 0"),
        (["netinf", "--cascades", EXAMPLE, "--rate", "nan"], "> 0"),
        (["netinf", "--cascades", EXAMPLE, "--model", "weibull"], "exponential|rayleigh|lognormal"),
        (["netinf", "--cascades", EXAMPLE, "--epsilon", "2"], "0 < epsilon < 1"),
        (["netinf", "--cascades", EXAMPLE, "--p", "2"], "0 < p"),
        (["netinf", "--cascades", EXAMPLE, "--sigma", "2"], "--model lognormal"),
        (["netinf", "--cascades", EXAMPLE, "--edges", "0"], "edges"),
        (["netinf", "--cascades", EXAMPLE, "--edges"], "--NAME VALUE"),
        (["netinf", "--cascades", EXAMPLE, "--columns", "node"], "node=state"),
        (["netinf", "--cascades", EXAMPLE, "--window", "9:1"], "FIRST:LAST"),
        (["netinf", "--cascades", EXAMPLE, "--step", "0"], "--step"),
        (["netinf", "--cascades", EXAMPLE, "--figure", "x.pdf"], ".svg"),
        (["adoption_curve", "--cascades", EXAMPLE], "--mechanism"),
        (["adoption_curve", "--cascades", EXAMPLE, "--mechanism", "none"], "Use one of: "),
        (["moran", *DOCTORS[:2]], "--ties"),
        (["threshold", *DOCTORS, "--by", "town"], "city"),
        (["lagged_exposure", *DOCTORS, "--lag", "0"], "lag"),
        (["lagged_exposure", *DOCTORS, "--covariates", "nobody"], "belief"),
        (["moran", *DOCTORS, "--steps", "0"], "steps"),
        (["infection", *DOCTORS, "--periods", "0"], "periods"),
        (["exposure", *DOCTORS, "--lag", "-1"], "lag"),
        (["innovativeness", "--cascades", EXAMPLE, "--level", "2"], "level"),
        (["innovativeness", "--cascades", EXAMPLE, "--draws", "0"], "draws"),
    ],
    ids=lambda value: " ".join(map(str, value[-2:])) if isinstance(value, list) else "",
)
def test_what_is_not_right_is_one_sentence_that_says_what_would_be(words, told):
    result = run(*words, "--lang", "en")
    assert result.exit_code == USAGE, result.output
    assert told in result.stderr and "Traceback" not in result.output
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_figure_that_cannot_be_written_is_told_after_the_table(tmp_path):
    result = run("bass", *DOCTORS, "--figure", tmp_path / "none" / "x.svg", "--lang", "en")
    assert result.exit_code == USAGE
    assert "cannot be written" in result.stderr and "Traceback" not in result.output


@LANGUAGES
def test_faults_of_a_table_are_told_by_line_and_column(tmp_path, lang):
    path = tmp_path / "mine.csv"
    path.write_text("cascade_id,node,time\na,n,soon\na,m,\na,m,3\n", encoding="utf-8")
    result = run("netinf", "--cascades", path, "--lang", lang)
    assert result.exit_code == FAULTS
    assert f"{path}:2:3 time" in result.stderr and f"{path}:4:2 node" in result.stderr


def test_a_fault_of_every_row_is_not_told_a_thousand_times(tmp_path):
    path = tmp_path / "mine.csv"
    rows = [f"a,n{place},3/4/2015" for place in range(1000)]
    path.write_text("\n".join(["cascade_id,node,time", *rows]), encoding="utf-8")
    told = run("netinf", "--cascades", path, "--lang", "en").stderr.splitlines()
    assert len(told) == 21 and told[-1] == "… (+980)"


@LANGUAGES
def test_the_list_gives_every_measure_its_question(lang):
    told = dict(line.split("\t") for line in run("--list", "--lang", lang).stdout.splitlines())
    assert {"netinf", "moran", "bass"} <= told.keys() and all(told.values())


def test_a_measure_is_explained_with_its_own_options():
    told = run("netinf", "--list", "--lang", "en").stdout
    assert "--rate auto|NUMBER" in told and "--model exponential|rayleigh|lognormal" in told


FIGURES = ROOT / "docs" / "published-figures.md"
COMMANDS = re.findall(r"^python cli\.py analyse (.+)$", FIGURES.read_text("utf-8"), re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_published_figures_prints_them(command, monkeypatch):
    """The line after the command says what is printed, here in six digits."""
    monkeypatch.chdir(ROOT)
    text = FIGURES.read_text("utf-8")
    block = text.split(f"python cli.py analyse {command}\n")[1].split("```")[0]
    wanted = [line.removeprefix("# ") for line in block.split("\npython ")[0].splitlines()]
    result = run(*command.split(), "--lang", "en")
    assert result.exit_code == 0
    printed = " ".join(result.output.split())
    assert all(" ".join(line.split()) in printed for line in wanted if line), printed
