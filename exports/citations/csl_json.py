"""References as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from exports.citations.reference import Reference


def csl_json(references: Iterable[Reference]) -> str:
    """A list of items of CSL-JSON 1.0.2, with the notes in `note`."""
    items = [
        {**reference.item, **({"note": "; ".join(reference.notes)} if reference.notes else {})}
        for reference in references
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
