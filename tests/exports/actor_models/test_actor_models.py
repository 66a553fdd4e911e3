"""The input of goldfish and RSiena: the columns they ask for, known truth, and what is missing."""

from __future__ import annotations

import csv
import io
import re
from math import inf

import pytest
from typer.testing import CliRunner

from cli import app
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval, Study, StudyNode, Tie
from exports.actor_models.dated_links import DataShortage, NotEnoughData
from exports.actor_models.goldfish import goldfish_files
from exports.actor_models.rsiena import rsiena_files


def year(number: int) -> NumericInterval:
    return NumericInterval(float(number), number + 0.997)


def study(**values: object) -> Study:
    """Who learned from whom: b from a in 2001, c from a in 2003; d from b, nobody knows when."""
    given = {
        "nodes": {code: StudyNode(code, values={"level": "county"}) for code in "abcd"},
        "cascades": {
            "reform": {"a": year(2000), "c": year(2003), "d": NumericInterval(2002, 2005)}
        },
        "ties": (
            Tie("b", "a", year(2001), "l1"),
            Tie("b", "a", year(2001), "l2"),
            Tie("c", "a", year(2003), "l3"),
            Tie("d", "b", UNDATED_INTERVAL, "l4"),
            Tie("d", "c", NumericInterval(-inf, 2002.5), "l5"),
            Tie("a", "elsewhere", year(2001), "l6"),
        ),
        "contacts": (Tie("a", "b"), Tie("b", "a")),
        "step": 1.0,
    }
    return Study(**(given | values))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def matrix(content: bytes) -> list[list[str]]:
    return [line.split(" ") for line in content.decode("ascii").splitlines()]


def test_goldfish_gets_the_columns_of_its_documentation_in_order_of_time():
    files = goldfish_files(study())
    events = rows(files["lessons.csv"])
    # linkEvents and defineDependentEvents: time, sender, receiver, increment
    assert list(events[0])[:4] == ["time", "sender", "receiver", "increment"]
    assert [(row["sender"], row["receiver"], row["statements"]) for row in events] == [
        ("b", "a", "l1|l2"),
        ("c", "a", "l3"),
    ]
    times = [float(row["time"]) for row in events]
    assert times == pytest.approx([2001.4985, 2003.4985])
    actors = {row["label"]: row for row in rows(files["actors.csv"])}
    assert list(actors) == list("abcd")
    assert {row["present"] for row in actors.values()} == {"TRUE"}
    contacts = rows(files["contacts.csv"])
    assert [row["label"] for row in contacts] == list("abcd") == list(contacts[0])[1:]
    assert [row["a"] for row in contacts] == ["0", "1", "0", "0"]


def test_goldfish_knows_who_had_adopted_when_the_first_link_came():
    files = goldfish_files(study())
    adopted = {row["label"]: row["adopted"] for row in rows(files["actors.csv"])}
    assert adopted == {"a": "1", "b": "0", "c": "0", "d": ""}  # nobody knows of d
    changes = rows(files["adoptions.csv"])
    assert [(row["node"], row["replace"]) for row in changes] == [("c", "1")]
    unknown = {
        row["label"]: row["adopted"]
        for row in rows(goldfish_files(study(is_closed=False))["actors.csv"])
    }
    assert unknown["b"] == ""  # without a statement nothing is known


def test_goldfish_lists_what_it_leaves_out_and_why():
    left_out = rows(goldfish_files(study())["left_out.csv"])
    told = {row["statements"]: (row["earliest"], row["latest"], row["reason"]) for row in left_out}
    assert told == {
        "l4": ("", "", "date"),
        "l5": ("", "2002.5", "date"),
        "l6": ("2001", "2001.997", "actor"),
    }


def test_rsiena_has_a_wave_for_each_period_with_a_new_pair():
    files = rsiena_files(study())
    waves = rows(files["waves.csv"])
    assert [row["period"] for row in waves] == ["2001", "2003"]
    first, second = (matrix(files[row["network"]]) for row in waves)
    assert first == [
        ["0", "0", "0", "0"],
        ["1", "0", "0", "0"],
        ["0", "0", "0", "0"],
        ["0", "NA", "NA", "0"],
    ]
    assert second[2] == ["1", "0", "0", "0"]
    assert second[3] == ["0", "NA", "1", "0"]  # by 2002.5 at the latest
    assert matrix(files["adoption.dat"]) == [["1", "1"], ["0", "0"], ["0", "1"], ["0", "NA"]]
    assert files["composition.txt"].decode().split("\n") == ["1 2"] * 4 + [""]
    assert [(row["links"], row["unknown_links"]) for row in waves] == [("1", "2"), ("3", "1")]


def test_rsiena_takes_the_waves_of_the_researcher_and_says_where_nothing_changed():
    files = rsiena_files(study(), (2001.0, 2002.0, 2004.0))
    assert [row["period"] for row in rows(files["waves.csv"])] == ["2001", "2002", "2004"]
    told = re.sub(r"\s+", " ", files["README.md"].decode())
    assert "between which no link came: 1." in told  # by 2002 d had perhaps learned before 2001


@pytest.mark.parametrize("files_of", [goldfish_files, rsiena_files])
def test_scripts_read_only_files_that_are_there(files_of):
    files = files_of(study())
    script = next(content for name, content in files.items() if name.endswith(".R")).decode()
    named = set(re.findall(r'"([a-z_-]+\.(?:csv|dat|txt))"', script))
    assert named and named <= files.keys()
    for opening, closing in ("()", "[]", "{}"):
        code = re.sub(r'"[^"\n]*"|#.*', "", script)
        assert code.count(opening) == code.count(closing)
    for line in re.findall(r"actors\$(\w+)", script):
        first = rows(files["actors.csv"])[0]
        assert line in first


@pytest.mark.parametrize(
    ("files_of", "ties", "lack"),
    [
        (goldfish_files, (), DataShortage.LINKS),
        (goldfish_files, (Tie("a", "b"),), DataShortage.DATES),
        (rsiena_files, (Tie("a", "b", year(2001)),), DataShortage.WAVES),
    ],
)
def test_facts_that_bear_no_model_are_refused_with_the_reason(files_of, ties, lack):
    with pytest.raises(NotEnoughData) as refused:
        files_of(study(ties=ties))
    assert refused.value.lack is lack


def test_the_command_writes_the_files_and_tells_how_to_run_them(small_folder, tmp_path):
    words = ["export", "--facts", str(small_folder), "--to", str(tmp_path), "--lang", "en"]
    done = CliRunner().invoke(app, [*words, "--format", "goldfish", "--mechanism", "shared-card"])
    assert done.exit_code == 0, done.output
    assert {path.name for path in (tmp_path / "goldfish").iterdir()} == {
        "actors.csv", "adoptions.csv", "contacts.csv", "goldfish.R", "left_out.csv",
        "lessons.csv", "README.md",
    }  # fmt: skip
    assert "Rscript goldfish.R" in done.stderr
    readme = (tmp_path / "goldfish" / "README.md").read_text(encoding="utf-8")
    assert "\n2 dated links" in readme.replace("| ", "\n") and "条有日期的联系" in readme
    refused = CliRunner().invoke(app, [*words, "--format", "rsiena"])
    assert (refused.exit_code, "at least two" in refused.stderr) == (1, True)
    wrong = CliRunner().invoke(app, [*words, "--format", "rsiena", "--waves", "2005,2001"])
    assert (wrong.exit_code, "rising order" in wrong.stderr) == (2, True)
    done = CliRunner().invoke(app, [*words, "--format", "rsiena", "--waves", "1999,2001"])
    assert (done.exit_code, (tmp_path / "rsiena" / "network-2.dat").exists()) == (0, True)
