"""A talk of one's own: views are added on pages, then ordered, captioned, played and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.talk_making.draft_state import DRAFT_KEY, MODE_KEY, STEP_ADDED_KEY
from loaders.talks.talk_draft import TalkDraft, draft_of
from loaders.talks.talk_settings import talk_setting
from settings import FACTS

NAME = "how-it-spread"


@pytest.fixture(autouse=True)
def shipped_facts(root: Path, monkeypatch) -> None:
    monkeypatch.setenv(FACTS, str(root / "facts"))


def run_page(
    root: Path, page: str, draft: TalkDraft | None = None, *, added: bool = False, **address: str
) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=120)
    for name, value in {"lang": "en", **address}.items():
        test.query_params[name] = value
    if draft is not None:
        test.session_state[DRAFT_KEY] = draft
    test.session_state[STEP_ADDED_KEY] = added
    test.run()
    assert not test.exception
    return test


def press(test: AppTest, label: str) -> AppTest:
    next(button for button in test.button if button.label == label).click()
    test.run()
    assert not test.exception
    return test


@pytest.fixture
def shipped(root: Path) -> TalkDraft:
    return draft_of(talk_setting(root / "facts" / "talks" / f"{NAME}.toml", NAME))


def test_a_picked_line_of_spread_becomes_a_step_with_its_statement(root):
    line = "520330-LEARNED_FROM-350400"
    test = press(run_page(root, "spread", pick=line, moment="2019"), "Add to a talk")
    (step,) = test.session_state[DRAFT_KEY].steps
    assert (step.view.picked, step.view.year) == (line, 2019)
    assert step.statements == ("learned_from-5c040fe496ea",)
    assert step.caption_en and step.caption_en != step.caption_zh


@pytest.mark.parametrize(
    ("page", "address"),
    [("explore", {}), ("explore", {"kinds": "Place"}), ("compare", {}), ("analyse", {})],
)
def test_a_view_of_each_page_plays_as_a_step(root, page, address):
    draft = press(run_page(root, page, **address), "Add to a talk").session_state[DRAFT_KEY]
    assert draft.steps[0].statements
    test = run_page(root, "talks", draft, mode="make")
    assert not test.error and not test.warning


def test_a_result_of_analyse_becomes_a_step_that_computes_the_same(root):
    choices = {"measure": "adoption_curve", "mechanism": "county-medical-community"}
    test = run_page(root, "analyse", **choices, implied="1", actors="places")
    (step,) = press(test, "Add to a talk").session_state[DRAFT_KEY].steps
    assert step.analysis is not None
    assert (step.analysis.measure, step.analysis.implied) == ("adoption_curve", True)
    assert (step.analysis.mechanisms, step.analysis.actors) == ((choices["mechanism"],), "places")
    assert all(id.startswith("adoption-") for id in step.statements)
    assert step.caption_en.startswith("Adoption curve")


def test_things_that_were_moved_stay_beside_the_same_things_in_the_talk(root):
    test = run_page(root, "explore", thing="350400", placed="520330~40~25")
    (step,) = press(test, "Add to a talk").session_state[DRAFT_KEY].steps
    assert set(step.view.places) == {"520330"}
    test = run_page(root, "talks", TalkDraft("题", "T", (step,)), mode="make")
    assert not test.error and not test.warning


def test_steps_are_ordered_removed_and_brought_back(root, shipped):
    test = run_page(root, "talks", TalkDraft("题", "T", shipped.steps[:3]), mode="make")
    press(test, "Undo")
    press(test, "Move up")  # a button that goes off would leave the focus to the page
    assert [toast.value for toast in test.toast] == ["This is the first step already."]
    press(test, "Move down")
    order = [shipped.steps[at] for at in (1, 0, 2)]
    assert list(test.session_state[DRAFT_KEY].steps) == order
    assert test.radio[0].value == 1  # the moved step stays open
    press(test, "Remove")
    assert list(test.session_state[DRAFT_KEY].steps) == [order[0], order[2]]
    press(press(test, "Undo"), "Undo")
    assert test.session_state[DRAFT_KEY].steps == shipped.steps[:3]


def test_captions_and_notes_are_written_in_either_language(root, shipped):
    test = run_page(root, "talks", TalkDraft("题", "T", shipped.steps[1:2]), mode="make")
    field, steps = test.text_area[1].key, test.radio[0].key
    test.text_area[1].set_value("Only English").run()
    assert test.text_area[1].key == field  # who writes in the next field goes on
    assert test.radio[0].key != steps  # a browser would answer with the old caption
    assert test.radio[0].options == ["1. Only English"]
    (note_zh, note_en) = (field for field in test.text_input if field.label.startswith("Note"))
    note_en.set_value("It began here")
    press(test, "Pin")
    (step,) = test.session_state[DRAFT_KEY].steps
    assert (step.caption_zh, step.caption_en) == (shipped.steps[1].caption_zh, "Only English")
    assert [note.text_en for note in step.notes] == ["It began here"]


def test_a_faulty_step_is_marked_and_can_be_removed(root, shipped):
    bad = shipped.steps[0].model_copy(update={"statements": ("gone-1",)})
    draft = TalkDraft("题", "T", (shipped.steps[1], bad))
    test = run_page(root, "talks", draft, mode="make", step="2")
    assert "gone-1" in test.error[0].value
    assert [("faulty" in option) for option in test.radio[0].options] == [False, True]
    press(test, "Remove")
    assert not test.error and not test.warning


def test_a_talk_of_the_folder_is_copied_to_be_edited(root, shipped):
    test = press(run_page(root, "talks"), "Edit this talk")
    assert test.session_state[DRAFT_KEY] == shipped
    assert test.radio[0].options


def test_who_has_added_a_step_comes_to_the_talk_that_is_made(root, shipped):
    test = run_page(root, "talks", TalkDraft("题", "T", shipped.steps[:2]), added=True)
    assert test.radio[0].value == 1  # the step that was added last
    test = run_page(root, "talks", TalkDraft("题", "T", shipped.steps[:2]), added=True, talk=NAME)
    assert not test.radio  # the address asks for a talk that is played


def test_who_plays_after_making_a_talk_sees_that_one(root, shipped):
    draft_talk = shipped.with_titles("虚构的讲述", "A talk of the test")
    test = run_page(root, "talks", draft_talk, mode="make")
    test.session_state[f"{MODE_KEY}-en"] = "play"
    test.run()
    assert not test.exception
    assert test.selectbox(key="talk-en").value == "."
    assert "Save as TOML" in [button.proto.label for button in test.get("download_button")]
    assert "talk" not in test.query_params
    test.session_state[DRAFT_KEY] = TalkDraft()
    assert not test.run().exception  # taken apart, it is no longer there to be played


def test_an_empty_talk_says_how_to_begin(root):
    test = run_page(root, "talks", mode="make")
    assert "Add to a talk" in test.info[0].value
