"""The rows that were written into the facts, and their drafts: a file beside the drafts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafting.decisions.review_error import BadLog


@dataclass(frozen=True)
class SettledRow:
    """A row of the facts with its filled cells, and the draft that it came from."""

    draft: str
    kind: str
    source: str
    cells: tuple[tuple[str, str], ...]


def read_settled_rows(path: Path) -> Mapping[str, SettledRow]:
    """The settled rows by draft. Raises BadLog with all faulty lines."""
    rows, faults = {}, []
    lines = path.read_bytes().split(b"\n") if path.is_file() else []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            content = json.loads(line.decode("utf-8"))
            cells = tuple(sorted((str(key), str(cell)) for key, cell in content["cells"].items()))
            row = SettledRow(
                str(content["draft"]), str(content["kind"]), str(content["source"]), cells
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            faults.append(number)
        else:
            rows[row.draft] = row
    if faults:
        raise BadLog(path, faults)
    return rows


def settled_content(rows: Iterable[SettledRow]) -> bytes:
    """The file of settled rows, sorted by source, kind and draft."""
    file_order = sorted(rows, key=lambda row: (row.source, row.kind, row.draft))
    objects = (row.__dict__ | {"cells": dict(row.cells)} for row in file_order)
    lines = (json.dumps(content, ensure_ascii=False, sort_keys=True) for content in objects)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
