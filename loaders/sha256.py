"""The hash by which texts, passages and files are known."""

from __future__ import annotations

import hashlib


def sha256(content: bytes) -> str:
    """The SHA-256 of bytes, as hexadecimal text."""
    return hashlib.sha256(content).hexdigest()
