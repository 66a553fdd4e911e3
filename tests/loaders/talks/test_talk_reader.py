"""A talk rests on its statements: what is gone, changed or not drawn names file and step."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from graph.links.edge_bundle_index import bundle_index
from graph.links.timeline import timeline_years
from graph.model.facts import Facts
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts
from loaders.talks.analysis_setting import AnalysisSetting
from loaders.talks.talk_reader import non_link_key, read_talk, read_talks, talk_warnings
from loaders.talks.talk_settings import RIGHT_VALUES, ViewSetting, talk_names, talk_titles
from ontology.schema.kinds import LearnedFrom

TALK_NAME = "how-it-spread"
HEAD = 'title_zh = "题"\ntitle_en = "Title"'
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
def faults_of_step(small_folder: Path, small_facts: Facts, tmp_path: Path):
    """The faults of a talk of one step about the small facts."""
    (tmp_path / "talks").mkdir()

    def faults_of(step: str, head: str = HEAD) -> list[tuple[str, str]]:
        write_talk(tmp_path, step, head)
        return faults(tmp_path, "one", small_facts)

    return faults_of


@pytest.fixture
def faults_of_any_step(small_folder: Path, small_facts: Facts, tmp_path: Path):
    """As `faults_of_step`, also of a talk without any fault."""
    (tmp_path / "talks").mkdir()

    def faults_of(step: str) -> list[tuple[str, str]]:
        write_talk(tmp_path, step)
        try:
            read_talk(tmp_path, "one", small_facts)
        except BadFacts:
            return faults(tmp_path, "one", small_facts)
        return []

    return faults_of


def write_talk(folder: Path, step: str, head: str = HEAD) -> None:
    """A talk of one step, called one."""
    words = f'{head}\n[[steps]]\ncaption_zh = "说"\ncaption_en = "Says"\n{step}\n'
    (folder / "talks" / "one.toml").write_text(words, encoding="utf-8")


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
    talk = read_talk(root / "facts", TALK_NAME, facts)
    assert 8 <= len(talk.steps) <= 12
    assert all(id in facts.statements for step in talk.steps for id in step.statements)
    assert all(step.caption_zh != step.caption_en for step in talk.steps)


def test_a_cited_statement_that_changes_names_the_steps_that_rest_on_it(root, folder):
    change(folder, "learned_from.csv", {"learner": "520330"}, when="2020")
    resting = [
        f"step {number}"
        for number, step in enumerate(
            read_talk(root / "facts", TALK_NAME, read_facts(root / "facts")).steps, 1
        )
        if "learned_from-5c040fe496ea" in step.statements
    ]
    told = faults(folder, TALK_NAME)
    assert [step for step, rule in told if rule == "statement_gone"] == resting


def test_a_new_statement_of_a_sort_of_which_all_are_cited_is_a_warning(root, folder):
    path = folder / "learned_from.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    planned = rows[1].replace(",stated,", ",planned,")
    path.write_text("\n".join([*rows, planned]) + "\n", encoding="utf-8")
    facts = read_facts(folder)
    talk = read_talk(folder, TALK_NAME, facts)
    [new] = facts.statements.keys() - read_facts(root / "facts").statements.keys()
    [warning] = talk_warnings(folder, talk)
    assert (warning.rule, warning.values) == ("talk_not_all", {"step": "12", "value": new})
    assert warning.line > 1 and warning.file == f"talks/{TALK_NAME}.toml"


def test_a_non_link_whose_passage_moved_names_the_step(folder):
    facts = read_facts(folder)
    moved = [link for link in facts.non_links if non_link_key(link) != "420500-350400-9309060f"]
    spoilt = Facts(facts.dataset, facts.things, facts.statements, tuple(moved))
    assert faults(folder, TALK_NAME, spoilt) == [("step 9", "non_link_gone")]


def test_a_step_names_what_it_rests_on(faults_of_step):
    assert faults_of_step(VIEW) == [("step 1", "talk_without_evidence")]


def test_all_faults_are_told_at_once(faults_of_step):
    told = faults_of_step(
        'statements = ["gone"]\nnon_links = ["a-b-c"]\nall_of = ["NO_SUCH"]\n'
        'view = { types = ["NOT"], place = "nowhere", mechanism = "11", source = "none" }'
    )
    rules = [rule for _, rule in told]
    assert rules.count("talk_unknown") == 5
    assert {"statement_gone", "non_link_gone"} <= set(rules)


def learned(facts: Facts) -> str:
    """A lesson with a date in the small facts."""
    return next(
        id
        for id, statement in facts.statements.items()
        if isinstance(statement, LearnedFrom) and statement.when and statement.stance == "stated"
    )


@pytest.mark.parametrize(
    ("view", "rule"),
    [
        ('{ story_only = false, picked = "nobody" }', "talk_not_drawn"),
        ("{ story_only = false, year = 1066 }", "talk_year"),
        ('{ layout = "sideways" }', "talk_field"),
        ("{ zoom = 3 }", "talk_field"),
    ],
)
def test_a_view_shows_what_is_there(faults_of_step, small_facts, view, rule):
    lesson = learned(small_facts)
    assert faults_of_step(f'statements = ["{lesson}"]\nview = {view}') == [("step 1", rule)]


@pytest.mark.parametrize(
    ("view", "rules"),
    [
        ('{ story_only = false, types = ["LEARNED_FROM"] }', []),
        ('{ story_only = false, types = ["LEARNED_FROM"], layout = "curve" }', []),
        (
            '{ story_only = false, types = ["WITHIN"], stances = ["stated", "implied"] }',
            ["talk_draws_none"],
        ),
        (
            '{ story_only = false, types = ["LEARNED_FROM"], stances = ["denied"] }',
            ["talk_draws_none"],
        ),
        (
            '{ story_only = false, types = ["LEARNED_FROM"], years = [1066, 1067],'
            " undated = false }",
            ["talk_blank"],
        ),
        ("{ types = [] }", ["talk_blank"]),
    ],
)
def test_a_step_draws_something_that_it_rests_on(faults_of_any_step, small_facts, view, rules):
    lesson = learned(small_facts)
    assert faults_of_any_step(f'statements = ["{lesson}"]\nview = {view}') == [
        ("step 1", rule) for rule in rules
    ]


def test_a_step_before_the_year_of_its_statement_draws_none_of_it(faults_of_step, small_facts):
    lesson = learned(small_facts)
    view = '{ story_only = false, types = ["LEARNED_FROM", "WITHIN", "HAS_MODEL"], year = YEAR }'
    years = timeline_years(bundle for bundle in bundle_index(small_facts) if bundle.type in view)
    told = faults_of_step(
        f'statements = ["{lesson}"]\nview = {view.replace("YEAR", str(years[0]))}'
    )
    assert told in ([("step 1", "talk_draws_none")], [("step 1", "talk_blank")])


def test_a_step_on_what_is_not_said_draws_something(faults_of_step, small_facts):
    link = non_link_key(small_facts.non_links[0])
    assert faults_of_step(f'non_links = ["{link}"]\nview = {{ types = [] }}') == [
        ("step 1", "talk_blank")
    ]


@pytest.mark.parametrize(
    ("view", "right"),
    [
        ('{ layout = "sideways" }', "all, network, map, curve"),
        ('{ types = "LEARNED_FROM" }', "LEARNED_FROM, DERIVED_FROM, HAS_MODEL"),
        ('{ types = ["LEARND"] }', "LEARNED_FROM, DERIVED_FROM, HAS_MODEL"),
        ('{ stances = ["said"] }', "stated, implied, planned, denied"),
        ('{ years = "2019" }', "[2019, 2022]"),
        ('{ year = "soon" }', "2019"),
        ("{ story_only = 3 }", "true, false"),
        ("{ place = 350400 }", '"CODE"'),
    ],
)
def test_a_wrong_value_gets_the_right_ones(faults_of_step, tmp_path, small_facts, view, right):
    faults_of_step(f'statements = ["{learned(small_facts)}"]\nview = {view}')
    with pytest.raises(BadFacts) as raised:
        read_talk(tmp_path, "one", small_facts)
    assert right in raised.value.text("zh") and right in raised.value.text("en")


def test_the_readme_says_what_a_view_may_hold(root):
    chinese, english = (
        (root / "facts" / "README.md").read_text(encoding="utf-8").split("# 事实表")[::-1]
    )
    for text in (chinese, english):
        assert all(f"`{name}`" in text for name in ViewSetting.model_fields)
        assert all(name in text for name in AnalysisSetting.model_fields)
        assert all(f"`{layout}`" in text for layout in RIGHT_VALUES["layout"])


def test_what_is_set_wrongly_is_told_with_its_line_and_what_would_be_right(
    faults_of_step, tmp_path, small_facts
):
    faults_of_step('statements = []\nview = { layout = "sideways", yeer = 2019 }')
    with pytest.raises(BadFacts) as raised:
        read_talk(tmp_path, "one", small_facts)
    zh, en = raised.value.text("zh"), raised.value.text("en")
    assert "talks/one.toml:3: 第 1 步：" in zh
    assert "talks/one.toml:3: step 1: " in en
    assert "all, network, map, curve" in en and "year" in en.split("yeer")[1]


def test_talks_are_called_by_their_titles_even_if_they_have_faults(faults_of_step, tmp_path):
    faults_of_step("view = { zoom = 3 }")
    (tmp_path / "talks" / "two.toml").write_text("= =", encoding="utf-8")
    assert talk_titles(tmp_path, "zh") == {"one": "题", "two": "two"}
    assert talk_titles(tmp_path, "en") == {"one": "Title", "two": "two"}


def test_two_talks_of_one_title_are_told_apart(faults_of_step, tmp_path):
    faults_of_step("view = { zoom = 3 }")
    shutil.copy(tmp_path / "talks" / "one.toml", tmp_path / "talks" / "two.toml")
    assert talk_titles(tmp_path, "en") == {"one": "Title (one)", "two": "Title (two)"}


def test_a_title_is_in_both_languages(faults_of_step, small_facts):
    some = next(iter(small_facts.statements))
    assert faults_of_step(f'statements = ["{some}"]', 'title_zh = "题"') == [("", "talk_field")]


def test_a_file_that_is_no_toml_is_told(faults_of_step):
    assert faults_of_step("= =") == [("", "bad_talk")]


def test_a_talk_that_is_not_there_offers_those_that_are(root):
    with pytest.raises(BadFacts) as raised:
        read_talk(root / "facts", "how-it-spred", read_facts(root / "facts"))
    assert TALK_NAME in raised.value.text("en")


def test_a_folder_without_talks_has_none(tmp_path, small_facts):
    assert talk_names(tmp_path) == []
    assert read_talks(tmp_path, small_facts) == []
