"""The spots of words in a text, in the form that a row cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.copies.wordings import PINYIN
from loaders.sha256 import sha256
from ontology.schema.value_types import TextSpan

# What may stand between two letters of cited words: pinyin in brackets, and a line break.
LETTER_GAP = rf"(?:{PINYIN.pattern}|[ \t\u3000]*\r?\n\s*)*"


def word_spans(text: str, words: str) -> Iterator[TextSpan]:
    """Every spot of a text with these words, whatever line breaks and pinyin are between them."""
    letters = "".join(words.splitlines())
    if not letters.strip():
        return
    for match in re.finditer(LETTER_GAP.join(map(re.escape, letters)), text):
        yield TextSpan(match.start(), match.end(), sha256(match[0].encode()))
