"""The texts of answers: values that only questions give, citations, comparisons and talks."""

from __future__ import annotations

from texts.tables import ANSWERS

phrase = ANSWERS.say
