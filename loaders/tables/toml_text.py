"""The text of a TOML file, or the fault of one that is not UTF-8."""

from __future__ import annotations

from pathlib import Path

from loaders.tables.encoding import UNKNOWN, likely_encoding
from loaders.tables.faults import BadFacts, Fault


def toml_text(path: Path, file: str) -> str:
    """The text of a file, without a byte-order mark.

    Raises BadFacts with the line of the first byte that is not UTF-8, and OSError.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        encoding = likely_encoding(content)
        if encoding == UNKNOWN:
            fault = Fault(file, line, 0, "", "toml_not_utf8", {"byte": str(error.start)})
        else:
            fault = Fault(file, line, 0, "", "toml_other_encoding", {"encoding": encoding})
        raise BadFacts([fault]) from error
