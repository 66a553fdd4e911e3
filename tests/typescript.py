"""Fields of the interfaces in a file of TypeScript types."""

from __future__ import annotations

import re
from pathlib import Path

INTERFACE = re.compile(r"export interface (\w+)(?: extends (\w+))? \{\n(.*?)\n\}", re.DOTALL)
# A field of the interface itself, not of an object in it.
FIELD = re.compile(r"^  (\w+)\??:", re.MULTILINE)


def interface_fields(path: Path, name: str) -> set[str]:
    """The fields of an interface, with those of the interface that it extends."""
    interfaces = {m[1]: (m[2], m[3]) for m in INTERFACE.finditer(path.read_text("utf-8"))}
    base, body = interfaces[name]
    return set(FIELD.findall(body)) | (interface_fields(path, base) if base else set())
