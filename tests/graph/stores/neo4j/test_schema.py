"""A database has our constraints and indexes after a load, and is asked for them once."""

from __future__ import annotations

from graph.stores.neo4j.schema import INDEX_NAMES, create_schema
from ontology.derive.neo4j_constraints import FULL_TEXT, constraints


class RecordedSession:
    """A session that notes its commands."""

    def __init__(self, session) -> None:
        self.session = session
        self.commands: list[str] = []

    def run(self, command: str):
        self.commands.append(command)
        return self.session.run(command)


def test_only_what_is_missing_is_created(database):
    with database.session() as session:
        create_schema(session)
        session.run("DROP INDEX thing_names").consume()
        session.run("DROP CONSTRAINT thing_code").consume()
        recorded = RecordedSession(session)
        create_schema(recorded)
        [constraint] = [line for line in constraints() if " thing_code " in line]
        assert recorded.commands == [INDEX_NAMES, constraint, FULL_TEXT]
        recorded.commands.clear()
        create_schema(recorded)
        assert recorded.commands == [INDEX_NAMES]
