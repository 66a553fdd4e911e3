"""A talk in the making: its changes, its file and back, and the playing of one with faults."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, select_bundles
from graph.links.talk import StepView
from graph.links.timeline import timeline_years
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts
from loaders.talks.draft_json import draft_from_json, draft_json
from loaders.talks.draft_toml import draft_from_toml, draft_toml
from loaders.talks.playable_talk import playable_draft, read_playable_talk
from loaders.talks.talk_draft import TalkDraft, draft_of, new_step
from loaders.talks.talk_reader import read_talk
from loaders.talks.talk_settings import NoteSetting, talk_setting
from loaders.talks.view_settings import (
    cited_view_setting,
    statements_of_view,
    view_setting,
)

NAME = "how-it-spread"


@pytest.fixture(scope="module")
def facts(root):
    return read_facts(root / "facts")


@pytest.fixture(scope="module")
def shipped(root) -> TalkDraft:
    return draft_of(talk_setting(root / "facts" / "talks" / f"{NAME}.toml", NAME))


def note(thing: str, text_zh: str, text_en: str) -> NoteSetting:
    return NoteSetting.model_construct(thing=thing, text_zh=text_zh, text_en=text_en)


def test_steps_are_moved_and_removed(shipped):
    first, second, third = shipped.steps[:3]
    draft = TalkDraft("题", "Title", (first, second, third))
    assert draft.with_step_moved(0, 2).steps == (second, third, first)
    assert draft.with_step_moved(2, 0).steps == (third, first, second)
    assert draft.with_step_moved(0, -1).steps == draft.steps
    assert draft.with_step_moved(2, 9).steps == draft.steps
    assert draft.without_step(1).steps == (first, third)
    assert draft.with_step(second).steps[-1] == second


def test_a_text_of_one_language_stands_for_the_other(shipped):
    draft = TalkDraft("", "Title", shipped.steps[:1]).with_caption(0, "只有中文", " ")
    draft = draft.with_note(0, note("350400", "", "Here"))
    setting = draft.complete_talk("my-talk")
    assert (setting.title_zh, setting.steps[0].caption_en) == ("Title", "只有中文")
    assert setting.steps[0].notes[0].text_zh == "Here"
    assert TalkDraft().complete_talk("my-talk").title_en == "my-talk"


def test_a_thing_has_one_note_and_an_empty_one_takes_it_off(shipped):
    draft = shipped.with_note(0, note("350400", "一", "one"))
    draft = draft.with_note(0, note("350400", "二", "two"))
    assert [pinned.text_en for pinned in draft.steps[0].notes] == ["two"]
    assert draft.with_note(0, note("350400", "", "")).steps[0].notes == ()


def test_a_talk_s_file_is_the_same_talk(shipped):
    draft = shipped.with_note(3, note("350400", "“1+N”", 'the "1+N" model\n#'))
    text = draft_toml(draft, NAME)
    assert draft_from_toml(text.encode(), "x.toml") == draft
    assert draft_from_toml(b"\xef\xbb\xbf" + text.encode(), "x.toml") == draft


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        (b"\xff\xfe", ["toml_not_utf8"]),
        (b"= =", ["bad_talk"]),
        (b"title_zh = 'x'\nsteps = [{caption_en = 'x', colour = 1}]", ["talk_field"] * 3),
        (b"#" * 5_000_001, ["talk_too_large"]),
    ],
)
def test_another_file_is_refused_with_all_its_faults(content, rules):
    with pytest.raises(BadFacts) as raised:
        draft_from_toml(content, "x.toml")
    assert [fault.rule for fault in raised.value.faults] == rules
    assert all(raised.value.text(language) for language in ("zh", "en"))


def test_a_view_of_a_page_becomes_a_step_that_plays(facts):
    index = bundle_index(facts)
    start = facts.dataset.start
    choice = EdgeFilter(types=frozenset({"ENDORSES", "LEARNED_FROM"}), around=frozenset({start}))
    view = StepView(choice, "network", 2019)
    lines = select_bundles(facts, choice, index).bundles
    assert lines and all(start in line.ends for line in lines)
    ids = statements_of_view(view, lines, timeline_years(lines))
    step = new_step(("图", "Picture"), view_setting(view), ids)
    (played,) = playable_draft(TalkDraft().with_step(step), "x", facts).talk.steps
    assert (played.view, played.faults) == (view, ())


def test_a_picked_line_brings_its_own_statements_only(facts):
    choice = EdgeFilter(types=frozenset({"LEARNED_FROM"}))
    lines = select_bundles(facts, choice).bundles
    view = StepView(choice, picked=lines[0].id)
    years = timeline_years(lines)
    assert set(statements_of_view(view, lines, years)) == set(lines[0].statements)
    assert len(statements_of_view(StepView(choice), lines, years)) > len(lines[0].statements)


def test_a_step_of_its_statements_draws_these_alone(facts):
    ids = [line.statements[0] for line in bundle_index(facts)][:4]
    step = new_step(("图", "Picture"), cited_view_setting(), ids)
    (played,) = playable_draft(TalkDraft().with_step(step), "x", facts).talk.steps
    assert played.faults == ()
    bundles = select_bundles(facts, played.view.choice).bundles
    assert {id for line in bundles for id in line.statements} & set(ids)
    assert all(set(line.statements) & set(ids) for line in bundles)


def test_faulty_steps_are_marked_and_the_others_play(root: Path, tmp_path: Path, facts):
    shutil.copytree(root / "facts" / "talks", tmp_path / "talks")
    path = tmp_path / "talks" / f"{NAME}.toml"
    text = path.read_text(encoding="utf-8").replace("learned_from-1d08683033af", "x-1")
    path.write_text(text.replace("year = 2022,", 'year = "never",'), encoding="utf-8")
    playable = read_playable_talk(tmp_path, NAME, facts)
    steps = playable.talk.steps
    faulty = [number for number, step in enumerate(steps, 1) if step.faults]
    assert faulty == [4, 6, 7, 12]
    assert len(playable.faults) == 4 and all(fault.line for fault in playable.faults)
    assert "view.year" in steps[3].faults[0].text("en")
    whole = read_talk(root / "facts", NAME, facts)
    assert [steps[0], steps[1]] == list(whole.steps[:2])
    assert steps[3].caption_zh == whole.steps[3].caption_zh


@pytest.mark.parametrize(
    "text", ["title_en = 'x'", "title_zh = 'x'\ntitle_en = 'x'\nsteps = [1]", "= ="]
)
def test_a_talk_without_titles_or_steps_does_not_play(tmp_path: Path, facts, text: str):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "x.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFacts):
        read_playable_talk(tmp_path, "x", facts)


def test_a_note_of_a_thing_that_the_view_does_not_draw_is_a_fault(shipped, facts):
    draft = TalkDraft("题", "T", shipped.steps[1:2]).with_note(0, note("321100", "这里", "Here"))
    (step,) = playable_draft(draft, "x", facts).talk.steps
    assert "321100" in step.faults[0].text("en")


def test_a_browser_keeps_a_draft_as_unfinished_as_it_is(shipped):
    half = shipped.with_titles("", "T").with_caption(0, "", "Only English")
    half = half.with_note(1, note("350400", "从这里开始", ""))
    assert draft_from_json(draft_json(half)) == half
    assert draft_json(TalkDraft("题", "T")) == ""


@pytest.mark.parametrize("text", ["", "[]", "no", '{"steps": [{}]}', '{"steps": 1}'])
def test_what_another_program_wrote_is_no_draft(text):
    assert draft_from_json(text) is None


def test_a_draft_with_a_field_of_another_version_is_no_draft(shipped):
    assert draft_from_json(draft_json(shipped).replace('"layout"', '"shape"')) is None
