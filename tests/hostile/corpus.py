"""The hostile and harmless queries: blocks between lines of `---`, the first line a comment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.stores.cypher.guard import MAX_NESTING

FOLDER = Path(__file__).parent
# One level more than the guard of Cypher lets pass. Every engine reads so many, see README.md.
DEPTH = MAX_NESTING + 1
DOUBLINGS = 12
VALUES = " ".join(str(number) for number in range(150))

# What is too long to write out.
LONG = {
    "NESTED_BRACKETS": "(" * DEPTH + "1" + ")" * DEPTH,
    "NESTED_LISTS": "[" * DEPTH + "1" + "]" * DEPTH,
    "NESTED_CALLS": "CALL { " * DEPTH + "RETURN 1 AS x" + " } RETURN x" * DEPTH,
    "NESTED_GROUPS": "{" * DEPTH + "?s ?p ?o" + "}" * DEPTH,
    "NESTED_SELECTS": "SELECT * WHERE { { " * 20 + "SELECT * WHERE {}" + " } }" * 20,
    "MANY_NOT": "NOT " * DEPTH,
    "MANY_BANG": "!" * DEPTH,
    "MANY_HOPS": "--()" * 3,
    "LONG_SUM": "+".join(["1"] * 200),
    "LONG_LIST": ", ".join(str(number) for number in range(5000)),
    "MANY_VALUES": VALUES,
    "DOUBLINGS": str(DOUBLINGS),
    "DOUBLING": " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(DOUBLINGS)),
}


@dataclass(frozen=True)
class Query:
    """A query of the corpus: its name, the kind of attack (none if harmless), its text."""

    name: str
    kind: str
    text: str

    def aimed(self, port: int = 0, file: Path = Path("/")) -> str:
        """The text, with the port of the listener and the path of the planted file."""
        return self.text.replace("@PORT@", str(port)).replace("@FILE@", str(file))


def corpus(name: str) -> list[Query]:
    """The queries of one file."""
    blocks = (FOLDER / name).read_text(encoding="utf-8").split("\n---\n")
    return [_query(block) for block in blocks]


def _query(block: str) -> Query:
    first, _, text = block.partition("\n")
    name, _, kind = first.lstrip("/# ").partition(" · ")
    text = re.sub(r"@U\+([0-9A-F]{4})@", lambda match: chr(int(match[1], 16)), text)
    for mark, long in LONG.items():
        text = text.replace(f"@{mark}@", long)
    return Query(name, kind, text.strip())
