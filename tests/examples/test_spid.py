"""SPID as a facts folder: another country's adoptions through the same loaders, engines and pages.

Expected values are read off the published tables by hand.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
import statsmodels.api as sm
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from cli import app
from examples.make_spid import POLICIES, make_spid
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Limits
from loaders.copies.source_copies import Copies, SpanState, passages
from loaders.copies.verification import verify
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, LearnedFrom, Mechanism, Place
from queries.ask import ask
from queries.catalogue import question
from queries.parameters import code_of
from settings import FACTS, SOURCES

LIMITS = Limits(seconds=60, rows=20_000)
# With all policies an embedded engine is built in a minute or more on a busy machine.
INITIALS = "aiu"
LOTTERY = "gambling_lottery_adoptio"


@pytest.fixture(scope="module")
def published_folder(root: Path) -> Path:
    return root / "tests" / "published" / "spid"


@pytest.fixture(scope="module")
def folder(published_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples") / "spid"
    make_spid(published_folder, made)
    return made


@pytest.fixture(scope="module")
def spid(folder: Path) -> Facts:
    """That this can be read at all says that the folder has no fault."""
    return read_facts(folder)


@pytest.fixture(scope="module")
def part(published_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rows of the policies whose codes begin with a letter of ASKED, as a database."""
    part = tmp_path_factory.mktemp("part")
    for name, column in (("policies.csv", 1), ("policies_metadata.csv", 0)):
        header, *lines = (published_folder / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.split(",")[column][0] in INITIALS]
        (part / name).write_text("".join([header, *kept]), encoding="utf-8")
    return part


@pytest.fixture(scope="module")
def stores(part: Path, tmp_path_factory: pytest.TempPathFactory):
    make_spid(part, part / "facts")
    facts = read_facts(part / "facts")
    cypher = EmbeddedStore.open(property_graph(facts), LIMITS, tmp_path_factory.mktemp("stores"))
    sparql = SparqlStore(facts, LIMITS)
    yield {"cypher": cypher, "sparql": sparql}
    cypher.close()
    sparql.close()


def test_every_row_of_the_database_is_one_adoption_and_nothing_is_added(spid, published_folder):
    with (published_folder / "policies.csv").open(encoding="utf-8", newline="") as file:
        rows = Counter((r["statenam"], r["policy"], r["adopt_year"]) for r in csv.DictReader(file))
    said = spid.statements_of(Adoption)
    policies = {code: (thing.alt_names or (code,))[0] for code, thing in spid.things.items()}
    told = Counter((spid.things[a.adopter].name_en, policies[a.mechanism], a.since) for a in said)
    assert told == rows
    assert (len(said), len(spid.things_of(Place))) == (17835, 50)
    assert len([m for m in spid.things_of(Mechanism) if m.broader]) == 728
    assert spid.statements_of(LearnedFrom) == []


def test_every_adoption_shows_the_row_that_states_it(spid, published_folder):
    copies = Copies(published_folder)
    assert {one.state for one in verify(spid, copies).checked_spots} == {SpanState.VERIFIED}
    for said in spid.statements_of(Adoption)[::500]:
        (passage,) = passages(spid, said, copies)
        state, *_, year = passage.words.split(",")
        assert (state, year) == (spid.things[said.adopter].name_en, said.since)


def test_a_changed_row_is_told(spid, published_folder, tmp_path):
    text = (published_folder / "policies.csv").read_bytes()
    changed = text.replace(b"Alaska,aboldeapen,1957", b"Alaska,aboldeapen,1958")
    (tmp_path / "policies.csv").write_bytes(changed)
    found = verify(spid, Copies(tmp_path))
    assert found.counts[SpanState.CHANGED] == 1
    assert found.counts[SpanState.VERIFIED] == 17834


def test_the_same_data_give_the_same_bytes(folder, published_folder, tmp_path):
    make_spid(published_folder, tmp_path)
    files = sorted(path.relative_to(folder) for path in folder.rglob("*.*"))
    assert [(folder / path).read_bytes() for path in files] == [
        (tmp_path / path).read_bytes() for path in files
    ]


def test_what_has_no_chinese_name_is_called_by_its_english_one(spid):
    policy = spid.things["aborparc"]
    assert policy.name_zh is None
    assert policy.name("zh") == policy.name("en") == "Parent Consent For Abortion By A Minor"
    assert spid.things["US-CA"].name("zh") == "加利福尼亚州"
    assert spid.things["topic-law-and-crime"].name("zh") == "法律与犯罪"


def test_policies_that_are_described_alike_can_be_told_apart(spid):
    names = Counter(mechanism.name_en for mechanism in spid.things_of(Mechanism))
    assert set(names.values()) == {1}


def test_a_policy_is_found_by_the_code_that_the_database_gives_it(spid):
    code = code_of(spid, ("Mechanism",), "adoption act (1953)(1969)")
    assert spid.things[code].name_en.startswith("Act Regulating Adoption Requirements")


ENGINES = pytest.mark.parametrize("language", ["cypher", "sparql"])
BANNED_ADVERTISING = [("US-MI", "1989"), ("US-KY", "1992"), ("US-PA", "1992"), ("US-CA", "1993")]


def rows(stores, name: str, language: str, **given: str | int) -> list[dict[str, object]]:
    answer = ask(question(name), given, stores[language], language)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@ENGINES
def test_who_took_up_a_policy_is_as_in_the_table(stores, language):
    """`advertban` has 16 rows, from Michigan's of 1989 to Delaware's of 2001."""
    shown = rows(stores, "who_took_up", language, mechanism="advertban")
    assert [(row["adopter"], row["since"]) for row in shown[:4]] == BANNED_ADVERTISING
    assert (len(shown), shown[-1]["adopter_zh"], shown[-1]["since"]) == (16, "特拉华州", "2001")
    assert {(row["taken_zh"], row["taken_en"]) for row in shown} == {
        (None, "Banning Of Cigarette Advertising")
    }


@ENGINES
def test_a_topic_takes_in_its_policies(stores, language):
    """Immigration has two policies: `immigration_instate_tuition_ill` (18), `undoctuit` (10)."""
    shown = rows(stores, "who_took_up", language, mechanism="topic-immigration")
    assert len(shown) == 28


@ENGINES
def test_what_a_state_took_up_is_as_in_the_table(stores, language, part):
    shown = rows(stores, "mechanisms_of", language, place="US-AK")
    with (part / "policies.csv").open(encoding="utf-8", newline="") as file:
        alaskas = [row for row in csv.DictReader(file) if row["statenam"] == "Alaska"]
    assert len(shown) == len(alaskas)
    assert sorted(row["since"] for row in shown) == sorted(row["adopt_year"] for row in alaskas)


@ENGINES
def test_every_statement_is_counted_for_its_source(stores, language, part):
    adoptions = (part / "policies.csv").read_text("utf-8").count("\n") - 1
    (counted,) = rows(stores, "coverage_by_source", language)
    assert (counted["source"], counted["kind"], counted["count"]) == (
        POLICIES,
        "Adoption",
        adoptions,
    )


@ENGINES
def test_nothing_is_said_of_learning(stores, language):
    assert rows(stores, "who_learned_from", language, place="US-CA") == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ["explore", "compare", "sources", "spread"])
def test_every_page_opens_on_it(root, folder, published_folder, monkeypatch, page, language):
    monkeypatch.setenv(FACTS, str(folder))
    monkeypatch.setenv(SOURCES, str(published_folder))
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=180)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception and not test.error


def test_the_first_page_tells_how_many_go_by_the_other_languages_name(root, folder, monkeypatch):
    monkeypatch.setenv(FACTS, str(folder))
    test = AppTest.from_file(str(root / "app.py"), default_timeout=180)
    test.query_params["lang"] = "zh"
    test.run()
    assert not test.exception and not test.error
    assert "728 个事物没有中文名，以原有的英文名显示。" in [one.value for one in test.caption]


def test_a_panel_of_the_states_is_that_made_by_hand(folder, published_folder, root, tmp_path):
    """Lotteries by the share of neighbours that had one, with pandas and statsmodels besides."""
    borders, out = root / "examples" / "spid" / "borders.csv", tmp_path / "panel.csv"
    words = ["event_history", "--facts", folder, "--complete", "--network", borders]
    words += ["--mechanism", LOTTERY, "--terms", "borders", "--link", "probit", "--panel-out", out]
    told = CliRunner().invoke(app, ["analyse", *map(str, words), "--format", "json"])
    assert told.exit_code == 0, told.output
    states = pd.read_csv(root / "examples" / "spid" / "states.csv").set_index("name_en")["code"]
    rows = pd.read_csv(published_folder / "policies.csv").query("policy == @LOTTERY")
    year = rows.assign(code=rows["statenam"].map(states)).set_index("code")["adopt_year"]
    pairs = pd.read_csv(borders)
    both = pd.concat([pairs, pairs.rename(columns={"one": "other", "other": "one"})])
    panel = pd.DataFrame(
        [
            (state, now, int(year.get(state, 9999) == now), adopted.mean() if len(adopted) else 0)
            for state in states
            for now in range(year.min() + 1, year.max() + 1)
            if year.get(state, 9999) >= now
            for adopted in [(both.query("one == @state")["other"].map(year) < now)]
        ],
        columns=["unit", "period", "event", "borders"],
    )
    written = pd.read_csv(out).drop(columns="policy")
    assert len(written) == 1242
    pd.testing.assert_frame_equal(written, panel.sort_values(["unit", "period"], ignore_index=True))
    design = sm.add_constant(
        panel[["borders"]].assign(time=panel["period"] - panel["period"].min())
    )
    expected = sm.Probit(panel["event"], design).fit(disp=0)
    found = json.loads(told.stdout)["rows"]
    assert [row["estimate"] for row in found] == pytest.approx(list(expected.params), abs=5e-5)
    assert [row["std_error"] for row in found] == pytest.approx(list(expected.bse), abs=5e-5)
