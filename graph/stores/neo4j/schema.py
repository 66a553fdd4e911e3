"""The constraints and indexes of a database: our missing ones are created."""

from __future__ import annotations

import neo4j

from ontology.derive.neo4j_constraints import constraints, indexes

# A constraint of uniqueness has an index of its name. One question instead of two dozen commands
# that change nothing: a push of few facts spends most of its time on round trips.
INDEX_NAMES = "SHOW INDEXES YIELD name"


def create_schema(session: neo4j.Session) -> None:
    """Creates the missing constraints and indexes of the database; raises the driver's errors."""
    names = {record["name"] for record in session.run(INDEX_NAMES)}
    commands = [line for line in (*constraints(), *indexes()) if _name(line) not in names]
    if commands:
        with session.begin_transaction() as transaction:
            for command in commands:
                transaction.run(command).consume()
            transaction.commit()


def _name(command: str) -> str:
    """The name that a command `CREATE … NAME IF NOT EXISTS …` gives."""
    return command.partition(" IF NOT EXISTS ")[0].rpartition(" ")[2]
