"""The child process of the SPARQL store: holds the dataset and answers one query a line.

The first line of its standard input is the order (JSON), each further line a query; each answer
is one line of JSON. Once the dataset is in memory the process may open no file and no socket any
more, so that no query can read the machine or reach the network. It ends with its parent.
"""

from __future__ import annotations

import json
import sys
from itertools import islice
from typing import Any

import pyoxigraph as ox

from graph.stores.answer_size import size_rows

XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGER_TYPES = {XSD + "integer", XSD + "int", XSD + "long", XSD + "nonNegativeInteger"}
FRACTIONAL_TYPES = {XSD + "decimal", XSD + "double", XSD + "float"}


def main() -> None:
    """Answers until the standard input ends."""
    line = sys.stdin.readline()
    if not line:  # its parent has ended it before it began
        return
    order = json.loads(line)
    store = ox.Store()
    store.bulk_extend(ox.parse(order["nquads"].encode(), format=ox.RdfFormat.N_QUADS))
    harden_engine(order["megabytes"])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(store, order, json.loads(line))), flush=True)


def harden_engine(megabytes: int) -> None:
    """Forbids new files and sockets from now on, and more memory than this (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    limit = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def answer(store: ox.Store, order: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    """The answer to a query as plain data, or as a text in a format, or its error."""
    try:
        if "results" in request:
            return serialize_answer(store, order, request)
        return table(solutions(store, order, request), order)
    except SyntaxError as error:
        return {"error": "bad", "message": str(error.msg)}
    except (OSError, RuntimeError) as error:
        return {"error": "refused", "message": str(error)}
    except MemoryError:
        return {"error": "memory", "message": ""}


def solutions(store: ox.Store, order: dict[str, Any], request: dict[str, Any]) -> Any:
    """What the engine answers."""
    return store.query(
        request["query"], prefixes=order["prefixes"], use_default_graph_as_union=request["all"]
    )


def serialize_answer(
    store: ox.Store, order: dict[str, Any], request: dict[str, Any]
) -> dict[str, Any]:
    """The whole answer in a format of the request, by its media type; never a part of it.

    `results` is for solutions and truth values, `graph` for triples. The rows are counted first,
    by a query of their own.
    """
    counted = solutions(store, order, request)
    if not isinstance(counted, ox.QueryBoolean):
        limit = order["rows"]
        if sum(1 for _ in islice(counted, limit + 1)) > limit:
            return {"error": "rows", "message": ""}
    result = solutions(store, order, request)
    content: Any
    if isinstance(result, ox.QueryTriples):
        media_type = request["graph"]
        content = result.serialize(format=ox.RdfFormat.from_media_type(media_type))
    else:
        media_type = request["results"]
        content = result.serialize(format=ox.QueryResultsFormat.from_media_type(media_type))
    if len(content) > order["answer_bytes"]:
        return {"error": "size", "message": ""}
    return {"media_type": media_type, "text": content.decode()}


def table(result: Any, order: dict[str, Any]) -> dict[str, Any]:
    """Columns and rows within the limits of the order."""
    if isinstance(result, ox.QueryBoolean):
        return {"columns": ["answer"], "rows": [[bool(result)]], "cut": False, "shortened": False}
    if isinstance(result, ox.QueryTriples):
        columns = ["subject", "predicate", "object"]
        rows = (tuple(map(plain_value, (t.subject, t.predicate, t.object))) for t in result)
    else:
        columns = [variable.value for variable in result.variables]
        rows = (tuple(plain_value(row[name]) for name in columns) for row in result)
    sized = size_rows(rows, order["rows"], order["cell_bytes"], order["answer_bytes"])
    flags = {"cut": sized.is_cut, "shortened": sized.is_shortened}
    return {"columns": columns, "rows": sized.rows, **flags}


def plain_value(value: Any) -> Any:
    """A term as plain data: numbers as numbers, all else as its text."""
    if not isinstance(value, ox.Literal):
        return None if value is None else getattr(value, "value", str(value))
    kind = value.datatype.value
    if kind in INTEGER_TYPES:
        return int(value.value)
    if kind in FRACTIONAL_TYPES:
        return float(value.value)
    return value.value == "true" if kind == XSD + "boolean" else value.value


if __name__ == "__main__":
    main()
