"""The Analyse page: every measure opens or says why not; its choices stand in the address."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.state.markdown_escape import plain
from diffusion.registry import measures
from diffusion.study.from_facts import FactSelection, study_from_facts
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Mechanism
from settings import FACTS
from tests.diffusion import simulated


def run_analyse(root: Path, language: str = "en", **address: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / "analyse.py"), default_timeout=120)
    for key, value in {"lang": language, **address}.items():
        test.query_params[key] = value
    return test.run()


def texts(test: AppTest) -> str:
    parts = [test.title, test.markdown, test.caption, test.info, test.warning, test.error]
    return "\n".join(str(element.value) for part in parts for element in part)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", measures())
def test_every_measure_gives_a_table_or_says_why_not(root, name, language):
    test = run_analyse(root, language, measure=name)
    assert not test.exception and not test.error
    assert test.dataframe or test.info
    said = texts(test)
    asked = measures()[name]
    assert asked.text("question").name(language) in said.replace("\\", "")
    if not test.dataframe:
        assert test.info[0].value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_taken_of_these_facts_is_told_in_the_pages_words(
    root, tmp_path, monkeypatch, language
):
    """Why not, what it would have meant and who defined it; no option of the command line."""
    folder = shutil.copytree(root / "tests" / "small", tmp_path / "facts")
    rows = (folder / "learned_from.csv").read_text(encoding="utf-8").splitlines()
    (folder / "learned_from.csv").write_text(rows[0] + "\n", encoding="utf-8")
    monkeypatch.setenv(FACTS, str(folder))
    test = run_analyse(root, language, measure="sources")
    assert not test.exception and not test.metric and test.info
    said, asked = texts(test), measures()["sources"]
    assert "--" not in said
    assert plain(asked.text("means").name(language)) in said
    assert plain(asked.texts["reference"]) in said


def test_what_is_not_known_is_left_empty_in_any_language(root):
    """A table of Streamlit's says "None" otherwise, also to readers of Chinese."""
    table = run_analyse(root, "zh", mechanism="shared-card").dataframe[0]
    assert table.value["增长率"].isna().any() and table.proto.placeholder == ""
    assert table.proto.HasField("placeholder")


def test_what_a_number_rests_on_stands_beside_it(root):
    """Of the small facts' `shared-card`, as tests/small/adoption.csv has it."""
    test = run_analyse(root, measure="adoption_curve", mechanism="shared-card")
    labels = [metric.label for metric in test.metric]
    assert len(labels) == 3
    assert "Without a precise enough date" in labels and "Not mentioned by any source" in labels


def case_counts(test: AppTest) -> tuple[int, int]:
    """How many have a date, and how many are told of."""
    told = {metric.label: int(metric.value) for metric in test.metric}
    return told["Counted"], told["Counted"] + told["Without a precise enough date"]


@pytest.mark.parametrize("folder", ["tests/small", "facts"])
def test_the_page_opens_with_the_mechanism_of_which_a_curve_says_most(root, monkeypatch, folder):
    """Of most dated adopters, and of several such of most adopters, narrower ones counted."""
    monkeypatch.setenv(FACTS, str(root / folder))
    first = run_analyse(root)
    facts, most = read_facts(root / folder), (0, 0)
    for one in facts.things_of(Mechanism):
        study = study_from_facts(facts, FactSelection((one.code,), narrower=True))
        for adoptions in study.cascades.values():
            most = max(most, (len(study.periods(adoptions)), len(adoptions)))
    assert first.dataframe and case_counts(first) == most


def test_one_mechanism_counts_its_narrower_ones_and_several_do_not_unless_asked(root):
    test = run_analyse(root, mechanism="outreach")
    assert case_counts(test)[1] == 2 and test.toggle(key="analyse_with_narrower-en").value
    test.toggle(key="analyse_with_narrower-en").set_value(False).run()
    assert not test.metric and "there is no adoption of outreach" in texts(test)
    assert test.query_params["with_narrower"] in ("0", ["0"])
    several = run_analyse(root, measure="cascades")
    assert not several.toggle(key="analyse_narrower-en").value


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"measure": "sorcery"}, "measure=sorcery"),
        ({"measure": "bass", "mechanism": "nothing"}, "mechanism=nothing"),
        ({"measure": "netinf", "netinf.rate": "fast"}, "--rate fast"),
        ({"measure": "netinf", "netinf.p": "2"}, "--p 2.0"),
        ({"measure": "netinf", "netinf.model": "x" * 99}, "netinf.model="),
    ],
)
def test_an_address_that_makes_no_sense_is_a_sentence(root, address, said):
    test = run_analyse(root, **address)
    assert not test.exception
    assert said in texts(test).replace("\\", "")


def test_the_choices_stand_in_the_address(root):
    test = run_analyse(root, measure="cascades", implied="1")
    assert test.toggle(key="analyse_implied-en").value
    test.selectbox(key="analyse_measure-en").set_value("netinf").run()
    test.text_input(key="analyse_netinf_edges-en").set_value("5").run()
    assert not test.exception
    assert test.query_params["measure"] in ("netinf", ["netinf"])
    assert test.query_params["netinf.edges"] in ("5", ["5"])


def run_with_tables(root: Path, measure: str, **tables: bytes) -> AppTest:
    test = run_analyse(root, measure=measure, data="tables")
    for name, content in tables.items():
        test.file_uploader(key=f"analyse_{name}").set_value((f"{name}.csv", content, "text/csv"))
    return test.run()


def test_tables_are_asked_for_when_there_are_none(root):
    test = run_analyse(root, measure="netinf", data="tables")
    assert not test.exception
    assert "Upload" in texts(test)


def test_a_readers_own_cascades_give_the_published_network(root):
    """NetInf's own example: gains as the original program wrote them."""
    folder = root / "tests" / "published" / "networkinference"
    content = (folder / "example_cascades.csv").read_bytes()
    test = run_with_tables(root, "netinf", cascades=content)
    test.text_input(key="analyse_netinf_rate-en").set_value("1")
    test.text_input(key="analyse_netinf_epsilon-en").set_value("1e-64")
    test.text_input(key="analyse_netinf_edges-en").set_value("5").run()
    assert not test.exception and not test.error
    rows = test.dataframe[0].value.to_dict("records")
    assert [(str(row["Source"]), str(row["Target"])) for row in rows] == [
        ("23", "0"), ("9", "5"), ("0", "31"), ("5", "14"), ("5", "3"),
    ]  # fmt: skip
    assert rows[0]["Gain"] == pytest.approx(3049.810355, abs=1e-6)


def test_faults_of_a_readers_table_are_told_by_its_own_name(root):
    test = run_with_tables(root, "netinf", cascades=b"cascade_id,node,time\na,b,soon\na,c,\n,d,1\n")
    assert not test.exception
    told = test.code[0].value
    assert "cascades.csv:2:3 time" in told and "cascades.csv:4:1 cascade_id" in told


def test_a_readers_own_panel_has_estimates_and_says_how_well_it_predicts(root):
    lines = [",".join(simulated.HEADER), *map(",".join, simulated.panel(seed=3))]
    test = run_with_tables(root, "event_history", panel="\n".join(lines).encode())
    assert any("--outcome" in error.value for error in test.error)
    test.text_input(key="analyse_event_history_outcome-en").set_value("event")
    test.text_input(key="analyse_event_history_covariates-en").set_value("wealth,age").run()
    assert "no column age" in texts(test)
    test.text_input(key="analyse_event_history_covariates-en").set_value("wealth").run()
    assert not test.exception and not test.error
    rows = test.dataframe[0].value.to_dict("records")
    assert [row["Term"] for row in rows] == ["(Intercept)", "wealth"]
    assert any("In units that the fit has not seen" in note.value for note in test.caption)


def test_the_measures_words_are_unmarked(root):
    """A name of the reader's tables is text, not Markdown."""
    table = io.StringIO()
    csv.writer(table).writerows(
        [("cascade_id", "node", "time"), *(("**loud**", f"n{i}", 2000 + i) for i in range(25))]
    )
    test = run_with_tables(root, "adoption_curve", cascades=table.getvalue().encode())
    assert not test.exception and test.dataframe
