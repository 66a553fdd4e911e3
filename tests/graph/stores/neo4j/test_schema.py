"""A database has our constraints and indexes after a load, and is asked for them once."""

from __future__ import annotations

from neo4j import Session, Transaction

from graph.stores.neo4j.schema import INDEX_NAMES, create_schema
from ontology.derive.neo4j_constraints import FULL_TEXT, constraints


def test_only_what_is_missing_is_created(database, monkeypatch):
    commands: list[str] = []
    for runner in (Session, Transaction):

        def recorded_run(self, command, *, run=runner.run):
            commands.append(command)
            return run(self, command)

        monkeypatch.setattr(runner, "run", recorded_run)
    with database.session() as session:
        create_schema(session)
        session.run("DROP INDEX thing_names").consume()
        session.run("DROP CONSTRAINT thing_code").consume()
        commands.clear()
        create_schema(session)
        [constraint] = [line for line in constraints() if " thing_code " in line]
        assert commands == [INDEX_NAMES, constraint, FULL_TEXT]
        commands.clear()
        create_schema(session)
        assert commands == [INDEX_NAMES]
