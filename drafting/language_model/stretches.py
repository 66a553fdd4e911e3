"""An article in stretches that a model reads at once."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.text.body import body
from drafting.text.sentences import Stretch, sentences

MAX_STRETCH_LETTERS = 3_000


def stretches(text: str, max_letters: int = MAX_STRETCH_LETTERS) -> tuple[Stretch, ...]:
    """The article of a clean text in stretches of at most `max_letters` letters.

    Each begins with the last paragraph of the one before, if that fills less than a third, because
    its subject may continue. An article without a paragraph is taken line by line.
    """
    lines = body(text) or tuple(
        line for line in [Stretch(0, len(text.rstrip()))] if line.start < line.end
    )
    parts = [part for line in lines for part in _parts(text, line, max_letters)]
    chosen: list[Stretch] = []
    current: list[Stretch] = []
    for part in parts:
        if current and part.end - current[0].start > max_letters:
            chosen.append(Stretch(current[0].start, current[-1].end))
            last = current[-1]
            short = last.end - last.start < max_letters / 3 and part.end - last.start <= max_letters
            current = [last] if short else []
        current.append(part)
    if current:
        chosen.append(Stretch(current[0].start, current[-1].end))
    return tuple(chosen)


def _parts(text: str, line: Stretch, max_letters: int) -> Iterator[Stretch]:
    """A line, or its sentences if it is too long, or pieces of a sentence that is too long."""
    if line.end - line.start <= max_letters:
        yield line
        return
    for sentence in sentences(text, line):
        for start in range(sentence.start, sentence.end, max_letters):
            yield Stretch(start, min(start + max_letters, sentence.end))
