"""The errors that can occur before a measure is computed.

MeasureError             the base of this package's errors
├── UnknownMeasure       there is no measure of this name
├── BadOption            an option is unknown or not of its type
└── WrongStudy           the data lack what the measure needs
"""

from __future__ import annotations

from diffusion.study.result import Sentence


class MeasureError(Exception):
    """The base of this package's errors."""


class UnknownMeasure(MeasureError):
    """There is no measure of this name."""


class BadOption(MeasureError):
    """An option is unknown or not of its type."""


class WrongStudy(MeasureError):
    """The data lack what the measure needs; each of `sentences` says what would be right."""

    def __init__(self, sentence: Sentence, *more: Sentence) -> None:
        self.sentence = sentence
        self.sentences = (sentence, *more)
        super().__init__("\n".join(fault.text("en") for fault in self.sentences))


def require(holds: bool, option: str, value: object, right: str) -> None:  # noqa: FBT001
    """Raises BadOption, with the right values, if a condition is not met; reads like `assert`."""
    if not holds:
        raise BadOption(f"--{option} {value} → {right}")
