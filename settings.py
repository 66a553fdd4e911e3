"""The settings from the environment, each named and read only here.

The command line writes them for the app that it starts, and docs/commands.md lists them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FACTS = "LEARNED_FROM_FACTS"
SOURCES = "LEARNED_FROM_SOURCES"
STORE = "LEARNED_FROM_STORE"
NEO4J_USER = "NEO4J_USER"
NEO4J_PASSWORD = "NEO4J_PASSWORD"  # noqa: S105  # the variable's name
MODEL_KEY = "LEARNED_FROM_MODEL_KEY"
SERVE_PASSWORD = "LEARNED_FROM_SERVE_PASSWORD"  # noqa: S105  # the variable's name
VARIABLES = (FACTS, SOURCES, STORE, NEO4J_USER, NEO4J_PASSWORD, MODEL_KEY, SERVE_PASSWORD)

# Only the tests read these.
NEO4J_URI = "NEO4J_URI"
REQUIRE_ALL = "REQUIRE_ALL"
AGREEMENT = "AGREEMENT"
TEST_SOURCES = "LEARNED_FROM_TEST_SOURCES"
TEST_PANELS = "LEARNED_FROM_TEST_PANELS"
TEST_VARIABLES = (NEO4J_URI, REQUIRE_ALL, AGREEMENT, TEST_SOURCES, TEST_PANELS)


@dataclass(frozen=True)
class Settings:
    """What the environment gives, or the defaults.

    `facts` is the facts folder, `further_facts` those that are read with it; in the environment
    they stand in one variable, separated as in PATH. `sources` is the folder with the reader's
    copies of the texts, "" for none; `store` is the address of a store; user and password are those
    of a Neo4j server, `model_key` the key of a language model, `serve_password` what clients of
    `serve` have to give.
    """

    facts: Path = Path("facts")
    sources: str = ""
    store: str = "embedded"
    neo4j_user: str = "neo4j"
    neo4j_password: str | None = field(default=None, repr=False)
    further_facts: tuple[Path, ...] = ()
    model_key: str | None = field(default=None, repr=False)
    serve_password: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings as they are at this moment."""
        facts, *further = environment.get(FACTS, str(cls.facts)).split(os.pathsep)
        return cls(
            facts=Path(facts),
            further_facts=tuple(map(Path, filter(None, further))),
            sources=environment.get(SOURCES, cls.sources).strip(),
            store=environment.get(STORE) or cls.store,
            neo4j_user=environment.get(NEO4J_USER, cls.neo4j_user),
            neo4j_password=environment.get(NEO4J_PASSWORD),
            model_key=environment.get(MODEL_KEY, "").strip() or None,
            serve_password=environment.get(SERVE_PASSWORD, "").strip() or None,
        )

    @property
    def facts_folders(self) -> tuple[Path, ...]:
        """All folders that facts are read from, the first one first."""
        return self.facts, *self.further_facts

    def variables(self) -> dict[str, str]:
        """Facts, sources and store as environment variables; never user, passwords and key."""
        folders = os.pathsep.join(map(str, self.facts_folders))
        return {FACTS: folders, SOURCES: self.sources, STORE: self.store}
