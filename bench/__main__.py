"""Benchmarks: `make bench`, or python -m bench [STATEMENTS], prints one table of all of them.

`python -m bench areas [STATEMENTS]` prints a table for each area, side by side with its peers;
`python -m bench networks` large networks in a browser, `python -m bench memory` memory by size.
Ratios matter; absolute times are of the machine named at the top.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import area_tables, memory_by_size, summary
from bench.browser import networks
from bench.cost import machine
from bench.scaled_facts import scale_facts, write_folder
from loaders.facts.facts_folder import read_facts

REAL = Path("facts")
STATEMENTS = 100_000


def main(count: int = STATEMENTS) -> None:
    """Prints the table."""
    facts = scale_facts(read_facts(REAL), count)
    print(f"{machine()}\n\n{len(facts.statements):,} statements, {len(facts.things):,} things\n")
    with TemporaryDirectory() as place:
        folders = {name: Path(place, name) for name in ("facts", "out", "store")}
        folders["facts"].mkdir()
        write_folder(facts, REAL, folders["facts"])
        del facts
        print(summary.report(folders, beside_recorded=count == STATEMENTS))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["areas", *numbers]:
            area_tables.main(*map(int, numbers))
        case ["networks"]:
            print(networks.report())
        case ["memory", *numbers]:
            print(memory_by_size.report(tuple(map(int, numbers)) or memory_by_size.SIZES))
        case numbers:
            main(*map(int, numbers))
