"""The role of a figure in its clause: an earlier value, a level, or a change."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.lint.evidence import Evidence
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.sentences import Stretch

# 由A升至B: A is the earlier value. 从 and 由 open it, 到 and 至 end it within a few letters.
AT_BEFORE = re.compile("(?:由|从)[^，,。；;]{0,12}$")
# What stands between the two, and no mark: another figure behind the change has no earlier value.
CHANGED_TO = re.compile("[^，,。；;0-9]{0,8}?(?:至|到|为)[^，,。；;、0-9]*")
AT_AFTER = re.compile("^[^，,。；;0-9]{0,8}?(?:至|到|为)")

# How far behind the earlier value the later one stands.
REACH_OF_CHANGE = 24


def stands_as_before(evidence: Evidence, figure: RecognisedFigure) -> bool:
    """Whether a figure is the earlier value before a change."""
    text = evidence.text.clean.text
    before, behind = text[max(0, figure.start - 16) : figure.start], text[figure.end :][:12]
    return bool(AT_BEFORE.search(before) and AT_AFTER.search(behind))


def starts_a_change(evidence: Evidence, figure: RecognisedFigure, written: str) -> bool:
    """Whether a figure is the earlier value before another one in the same unit (由20%升至35%), and
    words for its time do not stand with it: 由现在的20%."""
    if not stands_as_before(evidence, figure):
        return False
    text = evidence.text.clean.text
    opening = AT_BEFORE.search(text[max(0, figure.start - 16) : figure.start])
    is_dated = opening is not None and bool(written) and written in opening[0]
    figures_behind = evidence.text.figures_in(Stretch(figure.end, figure.end + REACH_OF_CHANGE))
    return not is_dated and any(f.unit == figure.unit for f in figures_behind)


def has_before(evidence: Evidence, same: Iterable[RecognisedFigure]) -> bool:
    """Whether the text has the earlier value directly before each of these figures."""
    ends = {f.end for f in evidence.text.figures if stands_as_before(evidence, f)}
    text = evidence.text.clean.text
    return all(
        any(
            0 <= figure.start - end <= 10 and CHANGED_TO.fullmatch(text[end : figure.start])
            for end in ends
        )
        for figure in same
    )
