"""The language of a text as a BCP 47 tag."""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

from drafting.text.clean_text import HAN

KANA, HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7af]")
LETTER = re.compile(r"[^\W\d_]")
ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|was|for|that|with)\b", re.IGNORECASE)
TAG = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# From these shares of its letters or words on, a text is in a language.
MIN_HAN_SHARE, MIN_KANA_SHARE, MIN_ENGLISH_SHARE = 0.3, 0.1, 0.1
UNKNOWN_LANGUAGE = "und"


def text_language(text: str, declared_tag: str = "") -> str:
    """`zh-Hans`, `zh-Hant`, `en`, another tag that the file declares, or `und`.

    The letters themselves decide because pages often declare the wrong language.
    """
    letters = len(LETTER.findall(text)) or 1
    han = len(HAN.findall(text))
    if len(KANA.findall(text)) >= MIN_KANA_SHARE * letters:
        return "ja"
    if len(HANGUL.findall(text)) >= MIN_HAN_SHARE * letters:
        return "ko"
    if han >= MIN_HAN_SHARE * letters:
        return _chinese(text)
    words = text.split()
    if words and len(ENGLISH.findall(text)) >= MIN_ENGLISH_SHARE * len(words):
        return "en"
    tag = declared_tag.strip().replace("_", "-")
    return tag if TAG.fullmatch(tag) and not tag.lower().startswith("zh") else UNKNOWN_LANGUAGE


def _chinese(text: str) -> str:
    """By which conversion changes more letters: to simplified or to traditional characters."""
    simple, traditional = (_converter(name).convert(text) for name in ("t2s", "s2t"))
    change_counts = [
        sum(before != after for before, after in zip(text, other, strict=False))
        for other in (simple, traditional)
    ]
    return "zh-Hant" if change_counts[0] > change_counts[1] else "zh-Hans"


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)
