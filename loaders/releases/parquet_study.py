"""The facts that a measure of one mechanism needs, out of the Parquet files of a release.

DuckDB reads of each file only the rows that are needed. In memory are then those who can adopt,
the mechanisms, the sources and the ties, but the adoptions of the mechanisms studied alone, and no
row of any other kind. The same code makes a study of them as of a whole facts folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import duckdb

from graph.model.closure import transitive_closure
from graph.model.facts import Facts, build_facts_with_ids
from graph.model.statement_content import snake
from loaders.facts.dataset_settings import read_dataset
from loaders.tables.faults import FolderMissing
from ontology.schema.kinds import (
    ACTORS,
    Adoption,
    Borders,
    Issuance,
    Kind,
    LearnedFrom,
    Mechanism,
    Nomination,
    Source,
    Statement,
    Thing,
    Within,
)

# Where a release has its tables and its Parquet files.
TABLES, PARQUET = "tables", "parquet"
THINGS: tuple[type[Thing], ...] = (*ACTORS, Mechanism, Source)
TIES: tuple[type[Statement], ...] = (LearnedFrom, Nomination, Within, Borders)
# The field with the adopter of a statement of these kinds.
ACTS: dict[type[Statement], str] = {Adoption: "adopter", Issuance: "issuer"}
# The columns of a statement that are worked out, besides its id.
MARKS = ("source_count", "contested")
# The number of rows that become statements at a time.
BATCH = 10_000
SELECT_ALL = "SELECT * FROM read_parquet($file)"
OF_MECHANISMS = (
    f"{SELECT_ALL} WHERE list_contains($mechanisms, mechanism) OR list_contains($further, id)"
)
# One statement of each stance for each kind of thing that acts.
ONE_OF_EACH_KIND = (
    "SELECT min(act.id) FROM read_parquet($file) AS act "
    "JOIN (SELECT unnest($codes) AS code, unnest($kinds) AS kind) AS actor "
    "ON actor.code = act.{actor} GROUP BY actor.kind, act.stance"
)


class ParquetRelease:
    """A release in its folder; FolderMissing is raised if it is none, BadFacts for its settings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / PARQUET
        if not self._folder.is_dir():
            raise FolderMissing(self._folder)
        self._dataset = read_dataset(folder / TABLES)
        self._database = duckdb.connect()
        self._things = [
            kind(**values) for kind in THINGS for values in self._rows(self._file(kind), SELECT_ALL)
        ]
        self.things = build_facts_with_ids(self._dataset, self._things, {})

    def facts(self, mechanisms: Collection[str], *, counts_narrower: bool) -> Facts:
        """What measures of these mechanisms need; of all if none are named.

        With `counts_narrower` those below them count too.
        """
        onward = self.things.narrower_mechanisms if counts_narrower else {}
        codes = transitive_closure(mechanisms, lambda code: onward.get(code, ()))
        statements: dict[str, Statement] = {}
        for kind in (*TIES, *ACTS):
            for values in self._statement_rows(kind, sorted(codes)):
                id = str(values.pop("id"))
                fields = {name: cell for name, cell in values.items() if name not in MARKS}
                statements[id] = kind.model_validate(fields)
        return build_facts_with_ids(self._dataset, self._things, statements)

    def _statement_rows(
        self, kind: type[Statement], mechanisms: Sequence[str]
    ) -> Iterator[dict[str, object]]:
        file = self._file(kind)
        if kind not in ACTS or not mechanisms:
            return self._rows(file, SELECT_ALL)
        further = self._one_of_each_kind(file, ACTS[kind])
        return self._rows(file, OF_MECHANISMS, mechanisms=mechanisms, further=further)

    def _one_of_each_kind(self, file: Path, actor: str) -> list[str]:
        """Statements which show who acts at all and how: only such kinds of thing are nodes."""
        if not file.is_file():
            return []
        kinds = {thing.code: type(thing).__name__ for thing in self._things}
        values = {"file": str(file), "codes": list(kinds), "kinds": list(kinds.values())}
        rows = self._database.execute(ONE_OF_EACH_KIND.format(actor=actor), values)
        return [str(id) for (id,) in rows.fetchall()]

    def _rows(self, file: Path, query: str, **values: object) -> Iterator[dict[str, object]]:
        """The filled cells of each row by column; none of a kind without a file."""
        if not file.is_file():
            return
        rows = self._database.cursor().execute(query, {"file": str(file), **values})
        names = [column[0] for column in rows.description]
        while batch := rows.fetchmany(BATCH):
            for row in batch:
                cells = zip(names, row, strict=True)
                yield {
                    name: tuple(v) if isinstance(v, list) else v
                    for name, v in cells
                    if v is not None
                }

    def _file(self, kind: type[Kind]) -> Path:
        return self._folder / f"{snake(kind.__name__)}.parquet"
