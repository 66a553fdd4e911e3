"""A stage as one HTML file: opens anywhere by a double click and asks no network for anything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from graph.facts import Facts
from graph.lines import Line
from graph.picture import Item, name_of, undated
from graph.stage import stage_script, stage_style
from ontology.kinds import Statement
from ontology.words import choice_name
from ontology.words import name as word

HERE = Path(__file__).parent


def drawing(facts: Facts, lines: Sequence[Line], data: Item, language: str) -> str:
    """The whole file, to be written as UTF-8: the lines that a stage shows, and its `data`."""
    title = escape(facts.dataset.title(language))
    page = in_script(_page(facts, lines, data, language))
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{stage_style()}{_read("drawing.css")}</style>
</head>
<body>
<header><h1>{title}</h1><p>{escape(_subtitle(facts, lines, language))}</p></header>
<main class="box"></main>
<aside class="evidence" hidden></aside>
<script>{stage_script()}</script>
<script>{_read("drawing.js")}
openPage({page});</script>
</body>
</html>
"""


def in_script(value: object) -> str:
    """JSON that cannot end the script it stands in."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _subtitle(facts: Facts, lines: Sequence[Line], language: str) -> str:
    years = sorted(line.year for line in lines if line.year is not None)
    span = f"{years[0]}–{years[-1]}" if years else undated(language)
    count = len({id for line in lines for id in line.statements})
    return f"{span} · {word('Statement', language)} {count} · {facts.dataset.licence}"


def _page(facts: Facts, lines: Sequence[Line], data: Item, language: str) -> Item:
    """What the page's own script needs besides the stage."""
    ids = sorted({id for line in lines for id in line.statements})
    return {
        "stage": data,
        "bearing": {line.id: line.statements for line in lines},
        "words": {"stance": word("stance", language)},
        "statements": {id: _statement(facts, facts.statements[id], language) for id in ids},
    }


def _statement(facts: Facts, statement: Statement, language: str) -> Item:
    """What a statement says and where; the words of the text stay in the text."""
    edge = type(statement).edges[0]
    start, end = (getattr(statement, field) for field in (edge.start, edge.end))
    date = getattr(statement, type(statement).dated or "", None)
    return {
        "said": f"{name_of(facts, start, language)} {word(edge.type, language)} "
        f"{name_of(facts, end, language)}",
        "stance": choice_name(statement.stance, language),
        "when": str(date or undated(language)),
        "source": name_of(facts, statement.source, language),
        "spots": [f"{span.start}–{span.end} · {span.sha256[:12]}…" for span in statement.spans],
    }


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
