"""The letters of a print: a PDF may contain other letters that look the same.

Many programs write PDFs in which 长 is the radical ⻓ and 一 is the radical ⼀, as fonts draw both
alike; a reader sees no difference, but no search finds the word. Ligatures are such letters too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from drafting.words.word_tables import pairs

# Kangxi radicals and Latin ligatures have a compatible letter in Unicode (UAX 15); most radicals of
# the supplement have none, and words/documents/radicals.csv names theirs.
COMPATIBLE = re.compile("[\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06]")


def plain_letters(text: str) -> str:
    """A text in the letters that its readers see, so that words are found in it."""
    plain = COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return plain.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    return {ord(radical): letter for radical, letter in pairs("radicals", "letter").items()}
