"""A picture as one HTML file: opens anywhere by a double click and asks no network for anything."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path

from pyvis.network import Network

from graph.facts import Facts
from graph.layout import Layout
from graph.lines import Line
from graph.look import THEMES, groups
from graph.picture import OPTIONS, Item, name_of, picture, script, undated
from ontology.kinds import Statement
from ontology.words import choice_name
from ontology.words import name as word

HERE = Path(__file__).parent
# What pyvis puts into the page that would be fetched from elsewhere, and its empty headings.
REMOTE = re.compile(
    r'<link\b[^>]*\bhref="https?://[^>]*>|<script\b[^>]*\bsrc="https?://[^>]*>\s*</script>'
)
HEADING = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)


def drawing(facts: Facts, lines: Sequence[Line], places: Layout, language: str) -> str:
    """The whole file, to be written as UTF-8."""
    drawn = picture(facts, lines, places, language)
    html = HEADING.sub("", REMOTE.sub("", _by_pyvis(drawn)))
    head = f'<meta charset="utf-8"><title>{escape(facts.dataset.title(language))}</title>'
    html = html.replace("<html>", f'<!doctype html>\n<html lang="{language}">', 1)
    html = html.replace("<head>", f"<head>{head}", 1)
    html = html.replace("</head>", f"<style>{_read('drawing.css')}</style></head>", 1)
    html = html.replace("<body>", f"<body>{_heading(facts, lines, language)}", 1)
    page = _page(facts, lines, drawn, language)
    code = f"{script()}\n{_read('drawing.js')}\nopenPage(network, {in_script(page)});"
    before, _, after = html.rpartition("</body>")
    return f"{before}<script>{code}</script></body>{after}"


def in_script(value: object) -> str:
    """JSON that cannot end the script it stands in."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _by_pyvis(drawn: Item) -> str:
    """The picture as pyvis writes it: vis-network in line, nodes at their places."""
    net = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    for node in drawn["nodes"]:
        net.add_node(node["id"], **{k: v for k, v in _plain(node).items() if k != "id"})
    for edge in drawn["edges"]:
        ends = {"source": edge["from"], "to": edge["to"]}
        rest = {k: v for k, v in _plain(edge).items() if k not in ("from", "to")}
        net.add_edge(**ends, **rest)
    net.set_options(json.dumps(OPTIONS))
    return str(net.generate_html(notebook=False))


def _plain(item: Item) -> Item:
    """Texts that cannot end pyvis' script; the page's own script sets the true ones."""
    return {k: _harmless(v) if isinstance(v, str) else v for k, v in item.items()}


def _harmless(text: str) -> str:
    return text.replace("<", "‹").replace(">", "›")


def _heading(facts: Facts, lines: Sequence[Line], language: str) -> str:
    years = sorted(line.year for line in lines if line.year is not None)
    span = f"{years[0]}–{years[-1]}" if years else undated(language)
    count = len({id for line in lines for id in line.statements})
    said = f"{span} · {word('Statement', language)} {count} · {facts.dataset.licence}"
    return (
        f"<header><h1>{escape(facts.dataset.title(language))}</h1><p>{escape(said)}</p>"
        '<div class="legend"></div></header><aside class="evidence" hidden></aside>'
        '<button class="whole" type="button">⤢</button>'
    )


def _page(facts: Facts, lines: Sequence[Line], drawn: Item, language: str) -> Item:
    """What the page's own script needs besides the picture."""
    bearing = {line.id: line.statements for line in lines}
    ids = sorted({id for line in lines for id in line.statements})
    return {
        **drawn,
        "edges": [edge | {"statements": bearing[edge["id"]]} for edge in drawn["edges"]],
        "groups": {name: groups(theme) for name, theme in THEMES.items()},
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
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
