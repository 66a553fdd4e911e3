"""Names in the forms in which people type them: either Chinese script, full width, pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from opencc import OpenCC

# pypinyin writes ü as v; passports write it yu, and many a keyboard u
UMLAUT = re.compile("^([ln])v(e?)$")
TONES = re.compile(r"(?<=[a-z])[1-5]")
# The only name among pypinyin's 47,111 phrases in which a character sounds as it does nowhere else.
IRREGULAR = ("乐亭",)
LONG_INITIALS = ("zh", "ch", "sh")

Syllable = tuple[str, ...]


def normalise(text: str) -> str:
    """Only letters and digits: lower case, normal width, simplified characters, no accents."""
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The words of a text, normalised; every Chinese character is a word of its own."""
    return _words(_simplify(unicodedata.normalize("NFKC", text)))


def runs(text: str) -> list[str]:
    """The words of a text, normalised; Chinese characters that stand together are one run."""
    letters = _letters(_simplify(unicodedata.normalize("NFKC", text)))
    return re.findall(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]+", letters)


@cache
def plain_sign(sign: str) -> str:
    """One character normalised by itself, as one character: a text keeps its length and places."""
    normal = _letters(_simplify(unicodedata.normalize("NFKC", sign)))
    return normal if len(normal) == 1 else sign


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]", _letters(text))


def _letters(text: str) -> str:
    """A text in lower case, without accents."""
    return "".join(map(_remove_accent, unicodedata.normalize("NFC", text.casefold())))


def syllables(text: str, *, in_order: bool = True) -> tuple[Syllable, ...]:
    """Each Chinese character as all its possible sounds, each other letter as itself.

    The first sound is the right one in the whole name: 重庆 is chong qing, 重点 zhong dian.
    A character sounds as it is written, and as its simplified form does: 乾县 is qian xian, though
    its first character is simplified to 干 elsewhere. In any order the sounds take far less time.
    """
    squeezed, simplified = "".join(_words(unicodedata.normalize("NFKC", text))), normalise(text)
    sounds = _syllables(simplified, in_order=in_order)
    if squeezed == simplified:
        return sounds
    written = _syllables(squeezed, in_order=in_order)
    if len(written) != len(sounds):
        return sounds
    pairs = zip(written, sounds, strict=True)
    return tuple(tuple(dict.fromkeys((*first, *second))) for first, second in pairs)


def _syllables(text: str, *, in_order: bool) -> tuple[Syllable, ...]:
    sounds: list[Syllable] = []
    for part in re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]", text):
        sounds += _sounds(part, in_order=in_order) if "\u3400" <= part[0] <= "\u9fff" else [(part,)]
    return tuple(sounds)


def toneless(typed_text: str) -> str:
    """The typed text, normalised and without tones: `Lǜ'ān` and `lv4 an1` are `lvan`."""
    return TONES.sub("", normalise(typed_text))


def spells(typed_text: str, name: Sequence[Syllable], *, exact: bool) -> bool:
    """Whether a normalised text is a whole name by its sounds or, unless exact, its beginning."""
    if not typed_text:
        return not (exact and name)
    return bool(name) and any(
        (typed_text.startswith(sound) and spells(typed_text[len(sound) :], name[1:], exact=exact))
        or (not exact and sound.startswith(typed_text))
        for sound in name[0]
    )


def initials(name: Iterable[Syllable]) -> tuple[Syllable, ...]:
    """The first letters of each sound; zh, ch and sh may stand for themselves."""
    return tuple(map(_initials, name))


@cache
def _initials(sounds: Syllable) -> Syllable:
    """The first letters of the sounds of one character."""
    return tuple(
        dict.fromkeys(
            letters
            for sound in sounds
            for letters in (sound[:1], *(two for two in LONG_INITIALS if sound[:2] == two))
        )
    )


def _sounds(part: str, *, in_order: bool) -> list[Syllable]:
    """All sounds of each character; in order, those of the word that contains it first."""
    alone = [_sounds_of_sign(sign) for sign in part]
    if not in_order and not any(word in part for word in IRREGULAR):
        return alone
    from pypinyin import Style, pinyin  # its tables take a third of a second to load

    in_context = [_all_umlauts(sounds) for sounds in pinyin(part, style=Style.NORMAL)]
    return [
        tuple(dict.fromkeys((*first, *others)))
        for first, others in zip(in_context, alone, strict=True)
    ]


@cache
def _sounds_of_sign(sign: str) -> Syllable:
    """All sounds of a character by itself."""
    from pypinyin import Style, pinyin

    return _all_umlauts(pinyin(sign, style=Style.NORMAL, heteronym=True)[0])


def _all_umlauts(sounds: Iterable[str]) -> Syllable:
    return tuple(dict.fromkeys(form for sound in sounds for form in _umlauts(sound)))


def _umlauts(sound: str) -> list[str]:
    match = UMLAUT.match(sound)
    return [f"{match[1]}{u}{match[2]}" for u in ("v", "yu", "u")] if match else [sound]


@cache
def _remove_accent(sign: str) -> str:
    """A Latin letter without its tone; ü, with or without a tone, as v."""
    parts = unicodedata.normalize("NFD", sign)
    if parts[0] == "u" and "\N{COMBINING DIAERESIS}" in parts:
        return "v"
    return parts[0] if parts[0].isascii() else sign


# Two characters of place names that OpenCC does not simplify: 濬縣 is 浚县, 澂江 is 澄江.
VARIANTS = str.maketrans("濬澂", "浚澄")


@cache
def _converters() -> tuple[OpenCC, ...]:
    """Hong Kong's forms first; the last step twice, for 乾縣 becomes 乾县, and 乾县 becomes 干县.

    All forms of a name have to end alike, in whatever script it is typed.
    """
    steps = [OpenCC("hk2s"), OpenCC("t2s")]
    return (*steps, steps[1])


def _simplify(text: str) -> str:
    if text.isascii():
        return text
    for converter in _converters():
        text = converter.convert(text)
    return text.translate(VARIANTS)
