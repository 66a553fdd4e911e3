"""One table of what is to be fast: today's figure, the recorded one, that of a peer, and the goal.

Each figure is of a process of its own: its seconds of the processor from start to end, unless the
row names another unit. Recorded figures stand in `recorded.csv`, with what they were measured on.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.markdown_table import table
from bench.process_cost import ProcessCost, TaskFailed, process_cost
from settings import FACTS

RECORDED_FILE = Path(__file__).with_name("recorded.csv")
TASK = ("python", "-m", "bench.measured_tasks")
CLI = ("python", "cli.py")
HEADER = (
    *("what", "today", "recorded", "today / recorded", "peer", "peer's figure", "today / peer"),
    *("wall s", "most MB", "goal"),
)


@dataclass(frozen=True)
class Row:
    """What is measured: a command, in which {facts}, {out} and {store} are folders.

    `peer` is a name and a command for the same. `variables` are of the environment.
    """

    what: str
    command: Sequence[str]
    goal: str
    peer: tuple[str, Sequence[str]] | None = None
    variables: Mapping[str, str] | None = None


def question_row(name: str, goal: str, language: str = "cypher") -> Row:
    """A question at scale, in milliseconds."""
    what = f"{name}, {'SPARQL' if language == 'sparql' else 'embedded'}, ms"
    return Row(what, (*TASK, "ask_question", name, language, "{facts}", "{store}"), goal)


EXPORT = (*CLI, "export", "--facts", "{facts}", "--to", "{out}", "--format")
BARE_CHECK = ("csv and pydantic, a bare loop", (*TASK, "bare_check", "{facts}"))
BARE_QUADS = ("all facts in memory, a bare loop", (*TASK, "bare_nquads", "{facts}"))
BARE_PUSH = ("a bare loop over the driver", (*TASK, "bare_push", "{facts}"))
TABLES = ("read from the tables", (*TASK, "read_tables", "{facts}"))
BIOCYPHER = ("BioCypher", (*TASK, "import_files_by_biocypher", "{facts}", "{out}"))
MORPH_KGC = (
    "morph-kgc, a quad a filled cell",
    (*TASK, "nquads_by_morph_kgc", "{facts}", "{out}"),
)
RDFLIB = ("rdflib", (*TASK, "trig_of_peer_facts_by_rdflib"))
RDFLIB_NEO4J = ("rdflib-neo4j", (*TASK, "push_of_peer_facts_by_rdflib_neo4j"))
IGRAPH = ("igraph, distances alone", (*TASK, "tree_distances_by_igraph"))
STORE = (*TASK, "open_store", "{facts}", "{store}")
EXPLORE = ("python", "-m", "bench.browser.pages", "explore")
ROWS = (
    Row("check", (*CLI, "check", "{facts}"), "2 × the peer, 250 MB", BARE_CHECK),
    Row("a distinct day, µs", (*TASK, "parse_dates"), "10"),
    Row("facts with edges, from a snapshot", (*TASK, "read_snapshot", "{facts}"), "1/3", TABLES),
    Row("N-Quads, read in parts", (*EXPORT, "nquads"), "300 MB, flat", BARE_QUADS),
    Row("N-Quads, once more", (*EXPORT, "nquads"), "", MORPH_KGC),
    Row("TriG of 5,000 statements", (*TASK, "trig_of_peer_facts"), "1/10", RDFLIB),
    Row("neo4j-admin files, read in parts", (*EXPORT, "neo4j-admin"), "300 MB, flat"),
    Row("graph → neo4j-admin files", (*TASK, "import_files", "{facts}", "{out}"), "0.4", BIOCYPHER),
    Row("push, s by the clock", (*TASK, "push", "{facts}"), "1.05, flat", BARE_PUSH),
    Row(
        "push of 5,000 statements, s by the clock",
        (*TASK, "push_of_peer_facts"),
        "1/4",
        RDFLIB_NEO4J,
    ),
    Row("embedded store built", STORE, "50 s wall"),
    Row("embedded store that is there", STORE, "2.2"),
    question_row("alike_without_link", "1,000"),
    question_row("where_sources_disagree", "300"),
    question_row("claims_of_several_sources", "300"),
    question_row("claims_of_several_sources", "300", "sparql"),
    question_row("who_learned_from", "500", "sparql"),
    Row("Explore's first page", EXPLORE, "6", variables={FACTS: "{facts}"}),
    Row("`--help`", (*CLI, "--help"), "0.5"),
    Row("`ask --list`", (*CLI, "ask", "--list"), "0.6"),
    Row("shapes of a tree, 10^6 links", (*TASK, "tree_shapes_of_links"), "1.5", IGRAPH),
)


def report(folders: Mapping[str, Path], *, beside_recorded: bool) -> str:
    """A Markdown table; `folders` are {facts}, {out} and {store}. A row that fails says so.

    `beside_recorded` if the facts are as many as those of the recorded figures.
    """
    recorded = _recorded_figures() if beside_recorded else {}
    return table(HEADER, [tuple(_cells(row, folders, recorded.get(row.what))) for row in ROWS])


def _cells(
    row: Row, folders: Mapping[str, Path], recorded_figure: float | None
) -> Iterator[object]:
    print(f"{row.what} …", file=sys.stderr, flush=True)
    today = _measure(row.command, folders, row.variables)
    peer = _measure(row.peer[1], folders, row.variables) if row.peer else None
    yield row.what
    yield today.figure if today else "failed"
    yield "" if recorded_figure is None else recorded_figure
    yield today.figure / recorded_figure if today and recorded_figure else ""
    yield row.peer[0] if row.peer else ""
    yield peer.figure if peer else "failed" if row.peer else ""
    yield today.figure / peer.figure if today and peer else ""
    yield today.wall if today else ""
    yield today.megabytes if today else ""
    yield row.goal


def _measure(
    command: Sequence[str], folders: Mapping[str, Path], variables: Mapping[str, str] | None
) -> ProcessCost | None:
    try:
        given = {name: value.format(**folders) for name, value in (variables or {}).items()}
        return process_cost([word.format(**folders) for word in command], given)
    except TaskFailed as error:
        print(error, file=sys.stderr)
        return None


def _recorded_figures() -> Mapping[str, float]:
    with RECORDED_FILE.open(encoding="utf-8", newline="") as file:
        return {row["what"]: float(row["figure"]) for row in csv.DictReader(file)}
