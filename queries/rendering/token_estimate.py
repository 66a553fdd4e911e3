"""Estimates from above, without a model, how many tokens a language model reads a text as.

Each model divides texts in its own way. The estimate counts a token for each three letters of a
word or digits of a number in ASCII, one for any other sign of ASCII, and two for any other
character. Answers and guides of this project have a quarter to a third fewer tokens in the
vocabulary of Claude 2, in English and in Chinese.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z]+|[0-9]+")
CHARACTERS_OF_A_TOKEN, TOKENS_OF_A_WIDE_CHARACTER = 3, 2


def token_estimate(text: str) -> int:
    """The number of tokens of a text, rather too high than too low."""
    words = [len(word) for word in WORD.findall(text)]
    ascii_length = sum(character.isascii() for character in text)
    spaces = text.count(" ")  # most spaces are before a word, and part of its token
    signs = ascii_length - sum(words) - spaces
    tokens_of_wide_characters = TOKENS_OF_A_WIDE_CHARACTER * (len(text) - ascii_length)
    return (
        sum(-(-length // CHARACTERS_OF_A_TOKEN) for length in words)
        + signs
        + tokens_of_wide_characters
    )
