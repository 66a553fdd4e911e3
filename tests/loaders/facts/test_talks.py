"""A talk rests on its statements: what is gone, changed or not drawn names file and step."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from graph.model.facts import Facts
from loaders.facts.facts_folder import read_facts
from loaders.facts.talk_settings import talk_names, talk_titles
from loaders.facts.talks import key, read_talk, read_talks
from loaders.tables.faults import BadFacts

OWN = "how-it-spread"
VIEW = 'view = { story_only = false, types = ["LEARNED_FROM"] }'


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A copy of the shipped facts that a test may spoil."""
    shutil.copytree(root / "facts", tmp_path / "facts")
    return tmp_path / "facts"


def faults(folder: Path, name: str, facts: Facts | None = None) -> list[tuple[str, str]]:
    """The step and rule of every fault of a talk."""
    with pytest.raises(BadFacts) as raised:
        read_talk(folder, name, facts or read_facts(folder))
    assert {fault.file for fault in raised.value.faults} == {f"talks/{name}.toml"}
    steps = [(fault.values.get("step"), fault.rule) for fault in raised.value.faults]
    return [(f"step {step}" if step else "", rule) for step, rule in steps]


@pytest.fixture
def tell(small_folder: Path, small_facts: Facts, tmp_path: Path):
    """The faults of a talk of one step about the small facts."""
    (tmp_path / "talks").mkdir()

    def told(step: str, head: str = 'title_zh = "题"\ntitle_en = "Title"') -> list[tuple[str, str]]:
        words = f'{head}\n[[steps]]\ncaption_zh = "说"\ncaption_en = "Says"\n{step}\n'
        (tmp_path / "talks" / "one.toml").write_text(words, encoding="utf-8")
        return faults(tmp_path, "one", small_facts)

    return told


def change(folder: Path, table: str, wanted: dict[str, str], **cells: str) -> None:
    """Changes cells of the rows that have these values."""
    text = (folder / table).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    found = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    assert found
    for row in found:
        row.update(cells)
    with (folder / table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_shipped_talk_stands_on_the_shipped_facts(root):
    facts = read_facts(root / "facts")
    talk = read_talk(root / "facts", OWN, facts)
    assert 8 <= len(talk.steps) <= 12
    assert all(id in facts.statements for step in talk.steps for id in step.statements)
    assert all(step.caption_zh != step.caption_en for step in talk.steps)


def test_a_cited_statement_that_changes_names_the_steps_that_rest_on_it(root, folder):
    change(folder, "learned_from.csv", {"learner": "520330"}, when="2020")
    resting = [
        f"step {number}"
        for number, step in enumerate(
            read_talk(root / "facts", OWN, read_facts(root / "facts")).steps, 1
        )
        if "learned_from-5c040fe496ea" in step.statements
    ]
    told = faults(folder, OWN)
    assert [step for step, rule in told if rule == "statement_gone"] == resting


def test_a_new_statement_of_a_sort_of_which_all_are_cited_names_the_step(folder):
    path = folder / "learned_from.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    planned = rows[1].replace(",stated,", ",planned,")
    path.write_text("\n".join([*rows, planned]) + "\n", encoding="utf-8")
    assert faults(folder, OWN) == [("step 12", "talk_not_all")]


def test_a_non_link_whose_passage_moved_names_the_step(folder):
    facts = read_facts(folder)
    moved = [link for link in facts.non_links if key(link) != "420500-350400-9309060f"]
    spoilt = Facts(facts.dataset, facts.things, facts.statements, tuple(moved))
    assert faults(folder, OWN, spoilt) == [("step 9", "non_link_gone")]


def test_a_step_names_what_it_rests_on(tell):
    assert tell(VIEW) == [("step 1", "talk_without_evidence")]


def test_all_faults_are_told_at_once(tell):
    told = tell(
        'statements = ["gone"]\nnon_links = ["a-b-c"]\nall_of = ["NO_SUCH"]\n'
        'view = { types = ["NOT"], place = "nowhere", mechanism = "11", source = "none" }'
    )
    rules = [rule for _, rule in told]
    assert rules.count("talk_unknown") == 5
    assert {"statement_gone", "non_link_gone"} <= set(rules)


@pytest.mark.parametrize(
    ("view", "rule"),
    [
        ('{ story_only = false, picked = "nobody" }', "talk_not_drawn"),
        ("{ story_only = false, year = 1066 }", "talk_year"),
        ('{ layout = "sideways" }', "talk_field"),
        ("{ zoom = 3 }", "talk_field"),
    ],
)
def test_a_view_shows_what_is_there(tell, small_facts, view, rule):
    some = next(iter(small_facts.statements))
    assert tell(f'statements = ["{some}"]\nview = {view}') == [("step 1", rule)]


def test_what_is_set_wrongly_is_told_with_its_line_and_what_would_be_right(
    tell, tmp_path, small_facts
):
    tell('statements = []\nview = { layout = "sideways", yeer = 2019 }')
    with pytest.raises(BadFacts) as raised:
        read_talk(tmp_path, "one", small_facts)
    zh, en = raised.value.text("zh"), raised.value.text("en")
    assert "talks/one.toml:3: 第 1 步：" in zh
    assert "talks/one.toml:3: step 1: " in en
    assert "all, network, map, curve" in en and "year" in en.split("yeer")[1]


def test_talks_are_called_by_their_titles_even_if_they_have_faults(tell, tmp_path):
    tell("view = { zoom = 3 }")
    (tmp_path / "talks" / "two.toml").write_text("= =", encoding="utf-8")
    assert talk_titles(tmp_path, "zh") == {"one": "题", "two": "two"}
    assert talk_titles(tmp_path, "en") == {"one": "Title", "two": "two"}


def test_two_talks_of_one_title_are_told_apart(tell, tmp_path):
    tell("view = { zoom = 3 }")
    shutil.copy(tmp_path / "talks" / "one.toml", tmp_path / "talks" / "two.toml")
    assert talk_titles(tmp_path, "en") == {"one": "Title (one)", "two": "Title (two)"}


def test_a_title_is_in_both_languages(tell, small_facts):
    some = next(iter(small_facts.statements))
    assert tell(f'statements = ["{some}"]', 'title_zh = "题"') == [("", "talk_field")]


def test_a_file_that_is_no_toml_is_told(tell):
    assert tell("= =") == [("", "bad_talk")]


def test_a_talk_that_is_not_there_offers_those_that_are(root):
    with pytest.raises(BadFacts) as raised:
        read_talk(root / "facts", "how-it-spred", read_facts(root / "facts"))
    assert OWN in raised.value.text("en")


def test_a_folder_without_talks_has_none(tmp_path, small_facts):
    assert talk_names(tmp_path) == []
    assert read_talks(tmp_path, small_facts) == []
