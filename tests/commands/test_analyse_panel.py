"""analyse event_history --panel: simulated panels, refusals, and the four classics."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from typer.testing import CliRunner, Result

from cli import app
from settings import TEST_PANELS
from tests.diffusion import simulated

USAGE = 2


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["analyse", "event_history", *map(str, words)])


def as_json(*words: object) -> dict:
    result = run(*words, "--format", "json", "--lang", "en")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    return simulated.panel(seed=3)


@pytest.fixture
def panel(tmp_path, rows) -> Path:
    return simulated.write(tmp_path / "panel.csv", rows)


def test_estimates_of_a_panel_are_those_of_statsmodels(panel, rows):
    words = ("--panel", panel, "--outcome", "event", "--covariates", "wealth,noise")
    found = as_json(*words, "--link", "probit")
    outcome = np.array([float(row[4]) for row in rows])
    design = sm.add_constant(np.array([[float(row[2]), float(row[3])] for row in rows]))
    expected = sm.Probit(outcome, design).fit(disp=0)
    assert [row["estimate"] for row in found["rows"]] == pytest.approx(expected.params, abs=5e-6)
    assert [row["std_error"] for row in found["rows"]] == pytest.approx(expected.bse, abs=5e-6)
    assert [row["p"] for row in found["rows"]] == pytest.approx(expected.pvalues, abs=5e-6)
    assert found["summary"]["loglik"] == pytest.approx(expected.llf)
    assert found["summary"]["aic"] == pytest.approx(expected.aic)
    assert {row["ratio"] for row in found["rows"]} == {None}
    (said,) = (text for text in found["warnings"] if text.startswith("In units"))
    assert "predicts better than the base rate" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("show", ["terms", "skill", "halves", "calibration"])
def test_each_view_of_a_panel_is_drawn_and_told(panel, tmp_path, show, lang):
    picture = tmp_path / "history.svg"
    words = ("--panel", panel, "--outcome", "event", "--covariates", "wealth", "--time", "splines")
    result = run(*words, "--show", show, "--lang", lang, "--figure", picture)
    assert result.exit_code == 0, result.output
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    assert ("期" in result.stdout) is (lang == "zh")


def test_pooled_policies_may_have_intercepts_of_their_own(tmp_path):
    rows = [(name, *row) for seed, name in enumerate("abc") for row in simulated.panel(seed + 20)]
    path = simulated.write(tmp_path / "pooled.csv", rows, ("policy", *simulated.HEADER))
    words = ("--panel", path, "--outcome", "event", "--covariates", "wealth", "--errors", "cluster")
    found = as_json(*words, "--policy-terms", "yes")
    terms = [row["term"] for row in found["rows"]]
    assert terms == ["(Intercept)", "wealth", "policy b", "policy c"]
    assert {"auc_units", "auc_periods", "auc_policies"} <= found["summary"].keys()
    only = as_json(*words, "--mechanism", "a")
    assert only["n"] == sum(row[0] == "a" and row[5] == "1" for row in rows)


def test_a_panel_with_faults_is_refused_with_all_of_them(tmp_path):
    rows = [("a", "1", "x", "0", "1"), ("a", "2", "1", "0", "0"), ("a", "2", "1", "0", "3")]
    path = simulated.write(tmp_path / "panel.csv", rows)
    for lang in ("zh", "en"):
        result = run(
            *("--panel", path, "--outcome", "event", "--covariates", "wealth,age", "--lang", lang)
        )
        assert result.exit_code == USAGE and result.stdout == ""
        assert len(result.stderr.splitlines()) == 5
    assert "state, year, wealth, noise, event" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--outcome"),
        (("--outcome", "event", "--same", "state"), "--same"),
        (("--outcome", "event", "--link", "firth", "--errors", "cluster"), "--errors cluster"),
        (("--outcome", "event", "--small-sample", "yes"), "--small_sample yes"),
    ],
)
def test_options_that_contradict_each_other_are_refused(panel, words, message):
    result = run("--panel", panel, *words, "--lang", "en")
    assert result.exit_code == USAGE
    assert message in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_term_that_separates_or_depends_is_named(tmp_path, rows):
    wide = [(*row, row[4], str(2 * float(row[2]))) for row in rows]
    path = simulated.write(tmp_path / "wide.csv", wide, (*simulated.HEADER, "same", "twice"))
    words = ("--panel", path, "--outcome", "event", "--link", "logit")
    separated = as_json(*words, "--covariates", "noise,same")["not_computed"]
    assert "same" in separated and "separated" in separated
    assert "twice" in as_json(*words, "--covariates", "wealth,twice")["not_computed"]
    many = as_json(*words, "--covariates", "wealth", "--window", "1990:1990")["not_computed"]
    assert "at least 5 events are needed" in many


# --- the classics, from the reader's own copies (doi:10.7910/DVN/A1GIMB) ------------------------

LOTTERY = "elect1,elect2,income1,fiscal,party,religion,neighbor"
GAMING = (
    "init,sigs,initideo,ideology,fedtribe,pl280,casino,south,totpop,debt,deficit,rpcpinc,drpcpinc,"
    "dmajrgov,rmajrgov,rmajdgov,nmajrgov,nmajdgov,othergov,nbrs,nbrs_ig4,spline1,spline2,spline3"
)
PUNISHMENT = (
    "init,sigs,noinrel,initrel,initideo,noinideo,south,dratelag,totpop,debt,deficit,rpcpinc,"
    "drpcpinc,dmajrgov,rmajrgov,rmajdgov,nmajdgov,othergov,nbrs_cp,spline1,spline2,spline3"
)
SMOKING = (
    "pooledcensus,pooledlocalhealth,poolednei,synar1,toblobbyratio,healthlobbyratio,tobaccolobby,"
    "healthorgslobby,percentsmokers,production,proddum,psphealth,govideolbrfh,ugovdem,ugovrep,"
    "profess"
)
BANS = ("--columns", "cascade_id=policynum", "--mechanism", "2")


@pytest.mark.needs_panels
@pytest.mark.parametrize(
    ("name", "outcome", "terms", "more", "rows", "events", "loglik"),
    [
        ("lottery", "adopt", LOTTERY, ("--link", "probit"), 857, 27, (195.121 - 16) / -2),
        ("gaming", "adopt_ig", GAMING, ("--link", "probit"), 364, 24, -47.1274),
        ("punishment", "adopt_cp", PUNISHMENT, ("--link", "probit"), 227, 38, -79.2657),
        ("smoking", "dvrest", SMOKING, ("--link", "logit", *BANS), 807, 29, -107.285),
    ],
)
def test_a_classic_event_history_is_met(name, outcome, terms, more, rows, events, loglik):
    path = Path(os.environ[TEST_PANELS]) / f"{name}.tab"
    found = as_json("--panel", path, "--outcome", outcome, "--covariates", terms, *more)
    assert (found["summary"]["observations"], found["n"]) == (rows, events)
    assert found["summary"]["loglik"] == pytest.approx(loglik, abs=6e-4)


@pytest.mark.needs_panels
def test_berry_and_berrys_lotteries_are_met_to_four_decimals():
    path = Path(os.environ[TEST_PANELS]) / "lottery.tab"
    words = ("--panel", path, "--outcome", "adopt", "--covariates", LOTTERY, "--link", "probit")
    result = run(*words, "--format", "csv")
    told = list(csv.DictReader(io.StringIO(result.stdout)))
    expected = [-4.5093, 0.8154, 0.5852, 0.0231, -1.6911, -0.4035, -0.0338, 0.2712]
    assert [round(float(row["estimate"]), 4) for row in told] == expected
    errors = [0.8251, 0.3480, 0.3418, 0.0069, 1.2979, 0.2203, 0.0160, 0.0947]
    assert [round(float(row["std_error"]), 4) for row in told] == errors


@pytest.mark.needs_panels
@pytest.mark.parametrize(
    ("name", "outcome", "terms", "link"),
    [
        ("lottery", "adopt", LOTTERY, "probit"),
        ("gaming", "adopt_ig", GAMING, "probit"),
        ("punishment", "adopt_cp", PUNISHMENT, "probit"),
        ("smoking", "dvrest", SMOKING, "logit"),
    ],
)
def test_every_coefficient_of_the_classics_is_that_of_statsmodels(name, outcome, terms, link):
    path, names = Path(os.environ[TEST_PANELS]) / f"{name}.tab", terms.split(",")
    table = pd.read_csv(path, sep="\t")
    more: tuple[str, ...] = ()
    if name == "smoking":
        table, more = table[table["policynum"] == 2], BANS
    table = table[[outcome, *names]].dropna()
    model = {"probit": sm.Probit, "logit": sm.Logit}[link]
    expected = model(table[outcome], sm.add_constant(table[names])).fit(disp=0, maxiter=200)
    words = ("--panel", path, "--outcome", outcome, "--covariates", terms, "--link", link, *more)
    told = as_json(*words)["rows"]
    assert [row["estimate"] for row in told] == pytest.approx(list(expected.params), abs=5e-5)
    assert [row["std_error"] for row in told] == pytest.approx(list(expected.bse), abs=5e-5)


@pytest.mark.needs_panels
def test_the_errors_of_shipan_and_volden_are_clustered_by_state():
    # the panel has a row for each policy; the authors cluster by state
    path, names = Path(os.environ[TEST_PANELS]) / "smoking.tab", SMOKING.split(",")
    table = pd.read_csv(path, sep="\t")
    table = table[table["policynum"] == 2][["dvrest", "st", *names]].dropna()
    fitted = sm.Logit(table["dvrest"], sm.add_constant(table[names])).fit(disp=0, maxiter=200)
    groups = table["st"].nunique()
    scores = fitted.model.score_obs(fitted.params)
    sums = pd.DataFrame(np.asarray(scores)).groupby(table["st"].to_numpy()).sum().to_numpy()
    bread = np.linalg.inv(-fitted.model.hessian(fitted.params))
    expected = np.sqrt(np.diag(bread @ sums.T @ sums @ bread) * groups / (groups - 1))
    words = ("--panel", path, "--outcome", "dvrest", "--covariates", SMOKING, "--link", "logit")
    told = as_json(*words, *BANS, "--errors", "cluster", "--cluster", "st")["rows"]
    assert [row["std_error"] for row in told] == pytest.approx(list(expected), abs=5e-5)


def test_errors_are_clustered_by_a_column_of_choice(tmp_path, rows):
    placed = [(*row, f"r{int(row[0][1:]) % 4}") for row in rows]
    header = (*simulated.HEADER, "region")
    path = simulated.write(tmp_path / "panel.csv", placed, header)
    words = ("--panel", path, "--outcome", "event", "--covariates", "wealth", "--link", "logit")
    by_unit = as_json(*words, "--errors", "cluster")
    by_region = as_json(*words, "--errors", "cluster", "--cluster", "region")
    assert any("4 clusters" in text for text in by_region["warnings"])
    pairs = zip(by_unit["rows"], by_region["rows"], strict=True)
    assert all(unit["std_error"] != region["std_error"] for unit, region in pairs)
    refused = run(*words, "--cluster", "region")
    assert refused.exit_code == USAGE and "--errors cluster" in refused.output


def test_each_value_of_a_column_may_have_a_random_intercept(tmp_path, rows):
    placed = [(*row, f"r{int(row[0][1:]) % 6}") for row in rows]
    path = simulated.write(tmp_path / "panel.csv", placed, (*simulated.HEADER, "region"))
    words = ("--panel", path, "--outcome", "event", "--covariates", "wealth")
    told = as_json(*words, "--random-effects", "region")
    assert told["summary"]["random_groups"] == 6
    assert {"sigma", "icc", "lr", "lr_p", "loglik"} <= told["summary"].keys()
    assert any("only 6 groups" in text for text in told["warnings"])
    assert any("without random intercepts" in text for text in told["warnings"])
    for more in (("--link", "firth"), ("--errors", "robust")):
        refused = run(*words, "--random-effects", "region", *more)
        assert refused.exit_code == USAGE and "random_effects" in refused.output


# --- panels that are built, and networks for a panel of one's own -------------------------------


@pytest.fixture
def network(tmp_path):
    def write_table(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write_table


def test_a_panel_gets_lagged_columns_of_networks_and_is_written(panel, rows, network, tmp_path):
    borders = network("borders.csv", "one,other", "u000,u001", "u001,u002", "nobody,u003")
    allies = network("allies.csv", "from_uid,named_uid,time", "u004,u005,1996", "u004,u001,")
    out = tmp_path / "out.csv"
    words = ["--panel", panel, "--outcome", "event", "--covariates", "wealth", "--link", "firth"]
    words += ["--network", borders, "--network", allies, "--terms", "borders,allies:count"]
    found = as_json(*words, "--panel-out", out)
    terms = [row["term"] for row in found["rows"]]
    assert terms == ["(Intercept)", "borders", "allies_count", "wealth"]
    when = {row[0]: int(row[1]) for row in rows if row[4] == "1"}
    last = {row[0]: int(row[1]) for row in rows}

    def has_adopted(unit: str, year: int) -> bool | None:
        if when.get(unit, 9999) <= year:
            return True
        return False if year <= last[unit] else None

    with out.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert len(written) == len(rows)
    for row in written:
        before = int(row["year"]) - 1
        near = {"u000": ["u001"], "u001": ["u000", "u002"], "u002": ["u001"]}.get(row["state"], [])
        sure = [state for unit in near if (state := has_adopted(unit, before)) is not None]
        assert float(row["borders"]) == pytest.approx(np.mean(sure) if sure else 0)
        teachers = ["u001", *(["u005"] if before >= 1996 else [])]
        count = sum(bool(has_adopted(unit, before)) for unit in teachers)
        assert int(row["allies_count"]) == (count if row["state"] == "u004" else 0)


def test_pooled_tables_of_adoptions_make_a_panel(network):
    lines = ["cascade_id,node,time"]
    lines += [
        f"p{n},s{unit},{2000 + (unit * 7 + n * 3) % 6}" for n in range(4) for unit in range(9)
    ]
    cascades = network("cascades.csv", *lines)
    near = network("ring.csv", "one,other", *(f"s{n},s{(n + 1) % 9}" for n in range(9)))
    words = ("--cascades", cascades, "--network", near, "--terms", "ring", "--policy-terms", "yes")
    found = as_json(*words)
    terms = [row["term"] for row in found["rows"]]
    assert terms == ["(Intercept)", "ring", "time", "policy p1", "policy p2", "policy p3"]
    assert "4 policies" in " ".join(found["warnings"])
    alone = run("--cascades", cascades, "--lang", "en")
    assert alone.exit_code == USAGE and "to pool 4 mechanisms" in alone.stderr


@pytest.mark.parametrize(
    ("lines", "words", "message"),
    [
        (("one,other", "x,y"), ("--terms", "near"), "no tie between two of the units"),
        (("one,other", "u000,u001"), ("--terms", "far"), "there is no network far. Networks: near"),
        (("one,two", "u000,u001"), ("--terms", "near"), "from_uid"),
        (("one,other", "u000,u001"), ("--panel-out", "out.csv"), "--terms NETWORK"),
    ],
)
def test_a_network_that_is_wrong_is_told(panel, network, lines, words, message):
    near = network("near.csv", *lines)
    result = run("--panel", panel, "--outcome", "event", "--network", near, *words, "--lang", "en")
    assert result.exit_code != 0 and message in result.stderr, result.stderr
