"""The most memory of an export against the number of statements: python -m bench memory [SIZES].

Each size is exported in a process of its own. The facts beyond 100,000 statements are copies of
these in tables that are written row by row, so that this needs little memory either.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.cost import machine
from bench.markdown_table import table
from bench.process_cost import process_cost
from bench.scaled_facts import scale_facts, write_folder
from loaders.facts.facts_folder import TABLES_BY_FILE, read_facts
from ontology.schema.fields import fields, reference_fields
from ontology.schema.kinds import Indicator, Kind, OrganisationType, Place, Source, Thing, Unit
from ontology.schema.value_types import SEPARATOR

REAL = Path("facts")
SIZES = (10_000, 100_000, 1_000_000)
# From so many statements on the files are compressed: few disks have room for 55 GB.
COMPRESSED_FROM = 5_000_000
# The most statements of facts that are made in memory.
MAX_FACTS_IN_MEMORY = 100_000
# The kinds that all copies share.
SHARED = (Unit, Indicator, OrganisationType)
FORMATS = ("nquads", "neo4j-admin")
BAR = 40


def report(sizes: tuple[int, ...]) -> str:
    """A Markdown table with a bar for the memory of each size and format."""
    rows = []
    for size in sizes:
        with TemporaryDirectory() as place:
            facts, out = Path(place, "facts"), Path(place, "out")
            made = write_scaled(size, facts)
            for name in FORMATS:
                words = ["export", "--facts", facts, "--to", out, "--format", name]
                words += ["--gzip"] if made >= COMPRESSED_FROM else []
                cost = process_cost(["python", "cli.py", *words])
                written = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
                row = (name, made, cost.cpu, cost.wall, written // 10**6, cost.most_memory)
                rows.append(row)
                print(*row, file=sys.stderr, flush=True)
                shutil.rmtree(out)
    most = max(row[-1] for row in rows)
    header = ("files", "statements", "CPU s", "s", "written, MB", "most memory, MB", "")
    return table(header, [(*row, "█" * round(BAR * row[-1] / most)) for row in rows])


def write_scaled(size: int, folder: Path) -> int:
    """Writes a facts folder of about `size` statements; how many they are."""
    folder.mkdir()
    once, copies = min(size, MAX_FACTS_IN_MEMORY), max(round(size / MAX_FACTS_IN_MEMORY), 1)
    facts = scale_facts(read_facts(REAL), once)
    write_folder(facts, REAL, folder)
    if copies > 1:
        for name, kind in TABLES_BY_FILE.items():
            if (folder / name).exists() and kind not in SHARED:
                _repeat(folder / name, kind, copies, _shared_codes(folder))
    return len(facts.statements) * copies


def _shared_codes(folder: Path) -> frozenset[str]:
    names = {kind: name for name, kind in TABLES_BY_FILE.items()}
    return frozenset(row["code"] for kind in SHARED for row in _rows(folder / names[kind]))


def _repeat(path: Path, kind: type[Kind], copies: int, shared: frozenset[str]) -> None:
    """Writes copies of a table's rows, with things of their own, below the rows."""
    names = [field.name for field in fields(kind)]
    references = [field.name for field in reference_fields(kind)]
    original = path.rename(path.with_suffix(".once"))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(_rows(original))
        for number in range(1, copies):
            for row in _rows(original):
                writer.writerow(_copy_row(row, kind, f".x{number}", references, shared))
    original.unlink()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _copy_row(
    row: Mapping[str, str],
    kind: type[Kind],
    mark: str,
    references: list[str],
    shared: frozenset[str],
) -> dict[str, str]:
    def renamed(code: str) -> str:
        return code if code in shared or not code else code + mark

    changed = {
        name: SEPARATOR.join(map(renamed, row[name].split(SEPARATOR))) for name in references
    }
    if issubclass(kind, Thing):
        changed["code"] = renamed(row["code"])
        changed |= {name: f"{row[name]} {mark}" for name in ("name_zh", "name_en") if row[name]}
    if kind is Place:
        changed["code_system"] = ""  # no code list knows it
    if kind is Source:
        changed["file"] = f"{mark[1:]}-{row['file']}"
    return {**row, **changed}


if __name__ == "__main__":
    chosen = tuple(map(int, sys.argv[1:])) or SIZES
    print(f"{machine()}\n\n{report(chosen)}")
