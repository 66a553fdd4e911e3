"""Bytes in any encoding as text, with the number of letters that could not be read."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

REPLACEMENT = "\ufffd"
# Longer marks first: that of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Pages declare a part of the encoding that they use: the label and what to read it as
# (Encoding Standard of the WHATWG, section 4.2).
LABELS = {
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "ascii", "us-ascii"), "cp1252"),
}
# The encodings that a file without a mark and declaration may have, likely ones first.
CANDIDATES = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "shift_jis", "euc_jp"]
CANDIDATES += ["cp949", "cp1252", "cp1251", "iso8859_2"]
# The largest share of letters beyond ASCII that damaged UTF-8 may lose.
MAX_LOST_SHARE = 0.05


@dataclass(frozen=True)
class DecodedText:
    """A text, the encoding that it had, and how many of its letters could not be read."""

    text: str
    encoding: str
    lost_letters: int = 0


def decode(content: bytes, encoding_labels: Iterable[str] = ()) -> DecodedText:
    """The text of some bytes.

    A byte-order mark decides; then UTF-8, if it is well-formed; then the encodings of the
    `encoding_labels` of the page or the server; then the likeliest by charset-normalizer. Letters
    that no encoding reads become U+FFFD and are counted as lost.
    """
    names = [name for label in encoding_labels if (name := _codec(label))]
    for mark, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_strictly(content, name) or _decode_with_losses(content, name)
    for name in ("utf-8", *names):
        if (decoded := _decode_strictly(content, name)) is not None:
            return decoded
    lossy_text = _decode_with_losses(content, "utf-8")
    beyond_ascii = sum(letter > "\x7f" for letter in lossy_text.text)
    if lossy_text.lost_letters <= MAX_LOST_SHARE * beyond_ascii:
        return lossy_text
    match = from_bytes(content, cp_isolation=CANDIDATES).best()
    if match is not None:
        return DecodedText(str(match), match.encoding)
    texts = [_decode_with_losses(content, name) for name in names or CANDIDATES[:2]]
    return min(texts, key=lambda decoded: decoded.lost_letters)


def _codec(label: str) -> str | None:
    """Python's codec for the label of an encoding; None if it is no encoding of text."""
    key = label.strip().strip("'\"").lower()
    try:
        name = codecs.lookup(LABELS.get(key, key)).name
        "".encode(name)  # base64 and similar codecs are for bytes, not for text
    except (LookupError, ValueError, UnicodeError):
        return None
    return name


def _decode_strictly(content: bytes, name: str) -> DecodedText | None:
    try:
        text = content.decode(name)
    except UnicodeError:
        return None
    return None if "\0" in text else DecodedText(text, name)


def _decode_with_losses(content: bytes, name: str) -> DecodedText:
    """The text with lost letters; one lost byte may shift all that follow it in its line."""
    is_wide = name.startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
    lines = [content] if is_wide else content.split(b"\n")
    text = "\n".join(line.decode(name, errors="replace") for line in lines)
    return DecodedText(text, name, text.count(REPLACEMENT))
