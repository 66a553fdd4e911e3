"""Damaged letters of a text: lost ones, and those read in a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafting.text.clean_text import HAN, TONE_LETTERS

# Bytes of UTF-8 read as GBK, or of GBK read as Latin letters, stand in runs without a space.
LETTER_RUN = re.compile("[^\x00-\x7f]{4,}")
# What UTF-8's replacement character, and memory that nobody filled, read as in GBK; and what
# accented letters and quotation marks in UTF-8 read as in Latin letters.
MOJIBAKE = re.compile("锟斤拷|烫烫烫|屯屯屯|Ã[\u0080-\u00bf]|â€[™œ˜“”¦]")
# A bracket and the letter before it were lost: what is left of "字(zì)" is "?zì)".
BROKEN_PINYIN = re.compile(rf"\?[a-z]*[{TONE_LETTERS}][a-z{TONE_LETTERS}]*[)）]")
PRIVATE_LETTERS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
# (read as, was written as): the text's letters as bytes of the first are well-formed in the second
MISREADINGS = (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gbk"))
# So much of Latin letters that were Chinese in GBK is Chinese characters, the rest signs; words
# of four accented letters in a row are rare, of six there are none.
MIN_CHINESE_SHARE, MIN_GBK_LETTERS = 0.6, 6


class DamageKind(StrEnum):
    """The kinds of damage."""

    REPLACED = "replaced"  # U+FFFD stands for a letter that could not be read
    MISREAD = "misread"  # read in another encoding than the one they were written in
    PRIVATE_USE = "private_use"  # a font's own letters, which no other font can show
    CONTROL = "control"  # control characters that no text holds
    BROKEN_PINYIN = "broken_pinyin"  # a question mark where a letter and its bracket stood


@dataclass(frozen=True, order=True)
class Damage:
    """Characters `start` to `end` of a text are damaged."""

    start: int
    end: int
    kind: DamageKind


def damages(text: str) -> tuple[Damage, ...]:
    """The damaged letters of a text by their place."""
    patterns = (
        (re.compile("\ufffd+"), DamageKind.REPLACED),
        (MOJIBAKE, DamageKind.MISREAD),
        (PRIVATE_LETTERS, DamageKind.PRIVATE_USE),
        (CONTROL_CHARACTERS, DamageKind.CONTROL),
        (BROKEN_PINYIN, DamageKind.BROKEN_PINYIN),
    )
    pattern_damages = (
        Damage(*match.span(), kind)
        for pattern, kind in patterns
        for match in pattern.finditer(text)
    )
    return tuple(sorted({*pattern_damages, *_misread_runs(text)}))


def damage_counts(damages: Iterable[Damage]) -> dict[DamageKind, int]:
    """How many places have each kind of damage."""
    kinds = [damage.kind for damage in damages]
    return {kind: kinds.count(kind) for kind in DamageKind if kind in kinds}


def _misread_runs(text: str) -> Iterator[Damage]:
    for match in LETTER_RUN.finditer(text):
        if any(_is_misread(match[0], *encodings) for encodings in MISREADINGS):
            yield Damage(*match.span(), DamageKind.MISREAD)


def _is_misread(run: str, read_as: str, written_as: str) -> bool:
    """Whether a run of letters becomes fewer letters of Chinese or Latin in the other encoding."""
    try:
        original = run.encode(read_as).decode(written_as)
    except UnicodeError:
        return False
    if written_as == "gbk":
        chinese = len(HAN.findall(original))
        is_latin = all(letter < "\u0100" for letter in run)
        return (
            is_latin
            and len(run) >= MIN_GBK_LETTERS
            and chinese >= MIN_CHINESE_SHARE * len(original)
        )
    return len(original) < len(run) and (read_as != "gb18030" or bool(HAN.search(original)))
