"""The measure of a step: what its file may say, and what is wrong with it."""

from __future__ import annotations

import pytest

from loaders.talks.analysis_setting import (
    AnalysisSetting,
    analysis_complaints,
    analysis_of,
    setting_of,
)
from loaders.talks.draft_json import draft_from_json, draft_json
from loaders.talks.draft_toml import draft_from_toml, draft_toml
from loaders.talks.playable_talk import playable_draft
from loaders.talks.talk_draft import TalkDraft
from loaders.talks.talk_settings import StepSetting

SETTING = AnalysisSetting(
    measure="before_after",
    mechanisms=("lending",),
    options={"on": "1999"},
    narrower=True,
    actors="places",
    acts="both",
    window="1990:2000",
)


def draft(setting: AnalysisSetting) -> TalkDraft:
    step = StepSetting(caption_zh="一", caption_en="One", analysis=setting)
    return TalkDraft("题", "T", (step,))


def test_a_setting_comes_back_from_its_value_and_from_each_file():
    analysis = analysis_of(SETTING)
    assert analysis is not None and setting_of(analysis) == SETTING
    written = draft(SETTING)
    assert draft_from_toml(draft_toml(written, "t").encode(), "t.toml") == written
    assert draft_from_json(draft_json(written)) == written


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, []),
        ({"measure": "adoption_curves", "options": {}}, ["talk_no_measure"]),
        ({"mechanisms": ("lendin",)}, ["talk_unknown"]),
        ({"options": {"onn": "1999"}}, ["talk_option"]),
        ({"window": "later"}, ["talk_option"]),
    ],
)
def test_what_is_wrong_is_named(small_facts, change, rules):
    setting = SETTING.model_copy(update=change)
    assert [rule for rule, _, _ in analysis_complaints(setting, small_facts)] == rules
    playable = playable_draft(draft(setting), "t", small_facts)
    assert [fault.rule for fault in playable.faults] == rules
