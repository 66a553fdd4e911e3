"""Rows into the tables of a facts folder, in the columns that their kinds have."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from loaders.facts.facts_folder import file_name
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind

Cells = Mapping[str, str]


def write_folder(folder: Path, settings: str, tables: Mapping[type[Kind], Iterable[Cells]]) -> None:
    """Writes `dataset.toml` and a table a kind; what no row fills is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.toml").write_text(settings, encoding="utf-8")
    for kind, rows in tables.items():
        filled = list(rows)
        if not filled:
            continue
        used = {name for row in filled for name, cell in row.items() if cell}
        columns = [field.name for field in fields(kind) if field.name in used]
        write_table(folder / file_name(kind), columns, filled)


def write_table(path: Path, columns: list[str], rows: Iterable[Cells]) -> None:
    """Writes a CSV file of these columns; the rows' other cells are left out."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, columns, restval="", extrasaction="ignore", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of our own."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
