"""`check` on 10^5 rows: its seconds, and the most memory that it holds."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.cost import cost
from bench.markdown_table import table
from bench.scaled_facts import write_folder
from graph.model.facts import Facts

HEADER = ("`check`", "rows", "CPU s", "rows a CPU s", "most memory, MB")


def report(facts: Facts, real: Path) -> str:
    """A Markdown table; the command runs as a person runs it, start included."""
    rows = len(facts.things) + len(facts.statements)
    with TemporaryDirectory() as name:
        write_folder(facts, real, Path(name))
        command = [sys.executable, "cli.py", "check", name]
        done, spent = cost(lambda: subprocess.run(command, capture_output=True, check=True))
    peak_memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert done.stdout
    return table(HEADER, [("cli.py check", rows, spent.cpu, rows / spent.cpu, peak_memory)])
