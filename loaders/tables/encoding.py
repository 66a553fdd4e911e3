"""The likely encoding of a file that is not UTF-8."""

from __future__ import annotations

import codecs

GBK, UTF_16, UNKNOWN = "GBK", "UTF-16", "?"


def likely_encoding(content: bytes) -> str:
    """`UTF-16`, `GBK` or `?` for content that is not UTF-8.

    UTF-16 is known by its byte-order mark or its many zero bytes, GBK by being well-formed.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content:
        return UTF_16
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return UNKNOWN
    return GBK
