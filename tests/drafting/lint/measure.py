"""How many right rows of a facts folder the lint doubts, and how many wrong ones it finds.

    python -m tests.drafting.lint.measure FACTS --sources FOLDER [--source CODE] [--each 60]

Right rows are those of the folder; a row that is doubted is not made wrong. Prints totals alone,
or, with --rows, the rows that are doubted and the corruptions that are not found.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from drafting.lint.finding import Finding
from drafting.lint.linter import Linter
from loaders.copies.source_copies import Copies
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Statement
from tests.drafting.lint.corruptions import FURTHER_CORRUPTIONS, MAIN, Corrupter
from tests.drafting.lint.misreadings import MISREADINGS
from tests.drafting.lint.near_misses import NEAR_MISSES

Kind = Callable[[Corrupter], Iterator[Statement]]
# How many rows by chance are looked at in a small folder to have enough that differ.
TRIES = 400


@dataclass(frozen=True)
class LintResult:
    """Findings on right rows, and of each kind of corruption those found and those missed."""

    rows: int
    findings: tuple[Finding, ...]
    caught: dict[str, list[Statement]]
    missed: dict[str, list[Statement]]

    @property
    def doubted_share(self) -> float:
        """The share of right rows with a finding."""
        return len({finding.statement for finding in self.findings}) / max(1, self.rows)

    @property
    def shares(self) -> dict[str, float]:
        """The share of each kind of corruption that is found; a kind of no row is left out."""
        made = {kind: len(rows) + len(self.missed[kind]) for kind, rows in self.caught.items()}
        return {kind: len(self.caught[kind]) / count for kind, count in made.items() if count}

    @property
    def share(self) -> float:
        """The mean of the shares of the kinds."""
        return sum(self.shares.values()) / max(1, len(self.shares))

    def table(self) -> str:
        """The shares, a line each."""
        return "\n".join(f"{name:24} {share:6.1%}" for name, share in self.shares.items())


def lint_result(
    linter: Linter, kinds: Sequence[Kind], seed: int, each: int, sources: Sequence[str] = ()
) -> LintResult:
    """What the lint says of the rows of some sources, all by default, and of `each` corruptions
    of each kind, all different."""
    statements = linter.facts.statements
    rows = {i: row for i, row in statements.items() if not sources or row.source in sources}
    findings = tuple(f for row in rows.values() for f in linter.lint_statement(row))
    flagged = {finding.statement for finding in findings}
    passed = [row for id, row in rows.items() if id not in flagged]
    caught: dict[str, list[Statement]] = {}
    missed: dict[str, list[Statement]] = {}
    read = {row.source: linter.text_of(row.source) for row in rows.values()}
    texts = {code: text.clean.raw for code, text in read.items() if text is not None}
    for kind in kinds:
        rng = random.Random(f"{seed} {kind.__name__}")
        tries = islice(kind(Corrupter(linter.facts, passed, rng, texts)), TRIES)
        wrong = list(islice({repr(row): row for row in tries}.values(), each))
        told = [bool(linter.lint_statement(row)) for row in wrong]
        caught[kind.__name__] = [row for row, is_told in zip(wrong, told, strict=True) if is_told]
        missed[kind.__name__] = [
            row for row, is_told in zip(wrong, told, strict=True) if not is_told
        ]
    return LintResult(len(rows), findings, caught, missed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("facts", type=Path)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--source", action="append", default=[])
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", action="store_true")
    options = parser.parse_args()
    linter = Linter(read_facts(options.facts), Copies(options.sources))
    groups = {
        "main": MAIN,
        "further": FURTHER_CORRUPTIONS,
        "near": NEAR_MISSES,
        "misread": MISREADINGS,
    }
    for name, kinds in groups.items():
        result = lint_result(linter, kinds, options.seed, options.each, options.source)
        print(
            f"{name}: {result.rows} rows, {result.doubted_share:.1%} doubted, "
            f"{result.share:.1%} found"
        )
        print(result.table())
        if options.rows:
            print_rows(linter, result)
    print(dict(Counter(finding.code.value for finding in result.findings)))


def print_rows(linter: Linter, result: LintResult) -> None:
    for kind, rows in result.missed.items():
        for row in rows:
            print("missed", kind, row.model_dump(exclude_none=True, exclude_defaults=True))
    for finding in result.findings:
        row = linter.facts.statements[finding.statement]
        print(finding.text("en"), row.model_dump(exclude_none=True, exclude_defaults=True))


if __name__ == "__main__":
    main()
