"""A talk while it is edited: every change gives a new draft, and none touches a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.talks.talk_settings import NoteSetting, StepSetting, TalkSetting, ViewSetting


@dataclass(frozen=True)
class TalkDraft:
    """Titles and steps as far as they are written; texts may be empty in one or both languages."""

    title_zh: str = ""
    title_en: str = ""
    steps: tuple[StepSetting, ...] = ()

    def with_titles(self, title_zh: str, title_en: str) -> TalkDraft:
        """The draft with these titles."""
        return replace(self, title_zh=title_zh, title_en=title_en)

    def with_step(self, step: StepSetting) -> TalkDraft:
        """The draft with another step at its end."""
        return replace(self, steps=(*self.steps, step))

    def without_step(self, index: int) -> TalkDraft:
        """The draft without the step at an index, from 0."""
        return replace(self, steps=(*self.steps[:index], *self.steps[index + 1 :]))

    def with_step_moved(self, index: int, to: int) -> TalkDraft:
        """The draft with a step at another place; a place beyond the ends is the first or last."""
        others = list(self.without_step(index).steps)
        others.insert(max(0, to), self.steps[index])
        return replace(self, steps=tuple(others))

    def with_caption(self, index: int, caption_zh: str, caption_en: str) -> TalkDraft:
        """The draft with these captions of a step."""
        return self._with_fields(index, {"caption_zh": caption_zh, "caption_en": caption_en})

    def with_note(self, index: int, note: NoteSetting) -> TalkDraft:
        """The draft with a note of a step; a thing has one, and an empty one is taken off."""
        others = [other for other in self.steps[index].notes if other.thing != note.thing]
        notes = [*others, note] if note.text_zh or note.text_en else others
        return self._with_fields(index, {"notes": tuple(notes)})

    def complete_talk(self, name: str) -> TalkDraft:
        """The draft in which a missing text in one language is taken from the other.

        `name` is the title if there is none.
        """
        title_zh, title_en = _both_texts(self.title_zh, self.title_en)
        steps = tuple(map(_complete_step, self.steps))
        return TalkDraft(title_zh or name, title_en or name, steps)

    def _with_fields(self, index: int, fields: dict[str, object]) -> TalkDraft:
        step = self.steps[index].model_copy(update=fields)
        return replace(self, steps=(*self.steps[:index], step, *self.steps[index + 1 :]))


def draft_of(setting: TalkSetting) -> TalkDraft:
    """A finished talk as a draft."""
    return TalkDraft(setting.title_zh, setting.title_en, setting.steps)


def new_step(
    captions: tuple[str, str], view: ViewSetting, statements: Sequence[str]
) -> StepSetting:
    """A step of a view, with its captions in Chinese and English and the ids of its evidence."""
    caption_zh, caption_en = captions
    return StepSetting(
        caption_zh=caption_zh,
        caption_en=caption_en,
        view=view,
        statements=tuple(dict.fromkeys(statements)),
    )


def _complete_step(step: StepSetting) -> StepSetting:
    caption_zh, caption_en = _both_texts(step.caption_zh, step.caption_en)
    notes = []
    for note in step.notes:
        text_zh, text_en = _both_texts(note.text_zh, note.text_en)
        notes.append(note.model_copy(update={"text_zh": text_zh, "text_en": text_en}))
    fields = {"caption_zh": caption_zh, "caption_en": caption_en, "notes": tuple(notes)}
    return step.model_copy(update=fields)


def _both_texts(text_zh: str, text_en: str) -> tuple[str, str]:
    return text_zh.strip() or text_en.strip(), text_en.strip() or text_zh.strip()
