"""The fields of a talk in the making: its titles, the order of its steps, captions and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from app_pages.components.talk import STEP_KEY, jump_to
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import selected_bundles
from app_pages.talk_making.draft_state import (
    can_undo,
    draft,
    edition,
    keep_draft,
    keep_field_text,
    text_edition,
    undo,
)
from graph.links.talk import Step, Talk
from graph.model.facts import Facts
from loaders.talks.talk_settings import NoteSetting, StepSetting

# How many letters of a caption the list of steps shows.
MAX_LABEL_LETTERS = 46
FIELD_HEIGHT = 86
# The list of steps has its own scroll bar when it is longer than this, in pixels.
LIST_HEIGHT, ROWS = 230, 7
COLUMN_WIDTHS = 1.15, 1, 1


def edit_talk(facts: Facts, talk: Talk) -> None:
    """All fields of the draft; the step that is open in the player can be changed."""
    steps, captions, notes = st.columns(COLUMN_WIDTHS, gap="medium")
    with steps:
        index = _choose_step(talk.steps)
        _order_buttons(index, len(talk.steps))
    step = draft().steps[index]
    with captions:
        _captions(index, step)
    with notes:
        _titles()
        for fault in talk.steps[index].faults:
            st.error(plain(fault.text(language())))
        st.caption(say("step_rests_on", count=len(step.statements) + len(step.non_links)))
        if not (talk.steps[index].faults or step.analysis):
            _notes(facts, index, step, talk.steps[index])


def _titles() -> None:
    """The titles in both languages."""
    now, number = draft(), edition()
    keys = f"talk_title_zh_{number}", f"talk_title_en_{number}"

    def change() -> None:
        keep_field_text(draft().with_titles(*(st.session_state[key].strip() for key in keys)))

    left, right = st.columns(2)
    left.text_input(say("talk_title_zh"), now.title_zh, key=keys[0], on_change=change)
    right.text_input(say("talk_title_en"), now.title_en, key=keys[1], on_change=change)


def _choose_step(steps: Sequence[Step]) -> int:
    """The place of the open step, from 0; another choice turns the player to it."""
    index = min(int(st.session_state.get(STEP_KEY) or 1), len(steps)) - 1
    labels = [_label(number, step) for number, step in enumerate(steps, 1)]
    key = f"talk_open_step_{edition()}_{text_edition()}_{language()}"
    st.session_state[key] = index  # the player turns too; a new widget would lose the focus

    def choose() -> None:
        jump_to(int(st.session_state[key]) + 1)

    with st.container(height=LIST_HEIGHT if len(steps) > ROWS else "content"):
        st.radio(
            say("talk_steps"),
            range(len(steps)),
            format_func=labels.__getitem__,
            key=key,
            on_change=choose,
        )
    return index


def _label(number: int, step: Step) -> str:
    caption = step.caption(language())
    shortened_caption = (
        caption if len(caption) <= MAX_LABEL_LETTERS else caption[:MAX_LABEL_LETTERS] + "…"
    )
    mark = f"✕ {say('faulty_step')} " if step.faults else ""
    return f"{number}. {mark}{plain(shortened_caption)}"


def _order_buttons(index: int, count: int) -> None:
    """Buttons that move or remove the open step, and one that takes the last change back.

    None is ever switched off: the focus of who came by keyboard would fall to the page.
    """

    def move(new_index: int) -> None:
        if 0 <= new_index < count:
            keep_draft(draft().with_step_moved(index, new_index), new_index + 1)
        else:
            st.toast(say("step_is_first" if new_index < 0 else "step_is_last"))

    with st.container(horizontal=True):
        st.button(
            say("step_up"),
            on_click=move,
            args=(index - 1,),
            icon=":material/arrow_upward:",
        )
        st.button(
            say("step_down"),
            on_click=move,
            args=(index + 1,),
            icon=":material/arrow_downward:",
        )
        st.button(
            say("step_remove"),
            on_click=lambda: keep_draft(draft().without_step(index), index + 1),
            icon=":material/delete:",
        )
        undo_button()


def undo_button() -> None:
    """A button that takes the last change back."""

    def take_back() -> None:
        if can_undo():
            undo()
        else:
            st.toast(say("nothing_to_undo"))

    st.button(say("talk_undo"), on_click=take_back, icon=":material/undo:")


def _captions(index: int, step: StepSetting) -> None:
    keys = [f"talk_caption_{name}_{edition()}_{index}" for name in ("zh", "en")]

    def change() -> None:
        caption_zh, caption_en = (st.session_state[key].strip() for key in keys)
        keep_field_text(draft().with_caption(index, caption_zh, caption_en))

    values = step.caption_zh, step.caption_en
    for name, key, value in zip(("zh", "en"), keys, values, strict=True):
        label = say(f"step_caption_{name}")
        st.text_area(label, value, FIELD_HEIGHT, key=key, on_change=change)
    st.caption(say("caption_in_either"))


def _notes(facts: Facts, index: int, step: StepSetting, drawn_step: Step) -> None:
    """The notes of a step, and the fields of another one.

    Whatever notes there are, the fields stay the same widgets: else the focus of who pins one by
    keyboard would fall to the page.
    """
    with st.container():
        for note in step.notes:
            _remove_button(facts, index, note)
    with st.expander(say("new_note"), icon=":material/push_pin:"):
        _new_note(facts, index, drawn_step)


def _remove_button(facts: Facts, index: int, note: NoteSetting) -> None:
    text = note.text_zh if language() == "zh" else note.text_en
    name = facts.display_name(note.thing, language())
    st.button(
        say("note_remove", name=plain(name), text=plain(text or note.text_zh)),
        key=f"talk_note_{edition()}_{index}_{note.thing}",
        on_click=_remove_note,
        args=(index, note),
        icon=":material/close:",
    )


def _remove_note(index: int, note: NoteSetting) -> None:
    keep_draft(draft().with_note(index, note.model_copy(update={"text_zh": "", "text_en": ""})))


def _new_note(facts: Facts, index: int, drawn_step: Step) -> None:
    """The fields of a note; at first on the picked thing or else on that with most links."""
    lines = selected_bundles(drawn_step.view.choice)[0].bundles
    counts = Counter(code for line in lines for code in line.ends)
    names = {code: facts.display_name(code, language()) for code in counts}
    order = sorted(names, key=names.__getitem__)
    likely = max(order, key=counts.__getitem__, default="")
    first_thing = drawn_step.view.picked if drawn_step.view.picked in names else likely
    first_index = order.index(first_thing) if order else None
    with st.form(f"talk_new_note_{index}", clear_on_submit=True, border=False):
        thing = st.selectbox(say("note_thing"), order, first_index, format_func=names.__getitem__)
        text_zh = st.text_input(say("note_zh")).strip()
        text_en = st.text_input(say("note_en")).strip()
        if st.form_submit_button(say("note_pin"), icon=":material/push_pin:") and thing:
            note = NoteSetting.model_construct(thing=thing, text_zh=text_zh, text_en=text_en)
            keep_draft(draft().with_note(index, note))
            st.rerun()
