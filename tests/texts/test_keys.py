"""Every text that the code asks for is there, and every text that is there is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from texts.tables import (
    ANSWERS,
    APP,
    ASSISTANT,
    COMMANDS,
    DECISIONS,
    FAULTS,
    LANGUAGE_MODEL,
    LINT,
    MEASURES,
    PICTURES,
    REVIEW,
    SITE,
    STORES,
    WORKBENCH,
    TextTable,
)

ROOT = Path(__file__).parents[2]
# Where each table's texts are asked for.
PACKAGES = [
    (APP, ["app.py", "app_pages", "exports/cards", "exports/site"]),
    (COMMANDS, ["commands"]),
    (PICTURES, ["graph/drawing", "exports", "app_pages"]),
    (ANSWERS, ["queries", "exports"]),
    (FAULTS, ["loaders", "ontology", "exports/release"]),
    (MEASURES, ["diffusion", "loaders"]),
    (STORES, ["graph/stores"]),
    (LINT, ["drafting/lint"]),
    (REVIEW, ["app_pages"]),
    (
        DECISIONS,
        [
            *("drafting/decisions", "drafting/drafts", "drafting/review", "drafting/settlement"),
            "commands/curation",
        ],
    ),
    (LANGUAGE_MODEL, ["drafting/language_model"]),
    (WORKBENCH, ["app_pages"]),
    (SITE, ["exports/site"]),
    (ASSISTANT, ["commands/serving", "queries/schema_card.py"]),
]
# The functions that take a key first, by where they come from.
SAYING = {
    ("app_pages.state.language", "say"): APP,
    ("commands.terminal.messages", "say"): COMMANDS,
    ("graph.drawing.texts", "say"): PICTURES,
    ("queries.rendering.texts", "phrase"): ANSWERS,
    ("diffusion.study.result", "sentence"): MEASURES,
    ("graph.stores.messages", "message"): STORES,
    ("app_pages.review_rows.texts", "phrase"): REVIEW,
    ("app_pages.workbench.texts", "phrase"): WORKBENCH,
    ("exports.site.texts", "say"): SITE,
    ("drafting.decisions.review_error", "sentence"): DECISIONS,
    ("drafting.language_model.endpoint.model_error", "ModelError"): LANGUAGE_MODEL,
}
EVERY = pytest.mark.parametrize(
    ("table", "packages"), PACKAGES, ids=[entry[0].file for entry in PACKAGES]
)


def files(packages: list[str], suffix: str) -> list[Path]:
    """The files of some folders with this ending."""
    return [
        path
        for name in packages
        for path in ([ROOT / name] if name.endswith(suffix) else (ROOT / name).rglob(f"*{suffix}"))
    ]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def keys_in(node: ast.AST) -> Iterator[str]:
    """A pattern of the keys that a literal, or a literal with values in it, can be."""
    match node:
        case ast.Constant(value=str() as text):
            yield re.escape(text)
        case ast.JoinedStr(values=parts) if _tells_a_key(parts):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w ]+"
                for part in parts
            )


def _tells_a_key(parts: list[ast.expr]) -> bool:
    """Whether a literal with values in it has enough letters of its own to be a key's pattern."""
    literal = [part.value for part in parts if isinstance(part, ast.Constant)]
    return isinstance(parts[0], ast.Constant) or any(
        text == "." or re.fullmatch(r"_?[a-z]{3,}\w*", text) for text in literal
    )


@EVERY
def test_every_text_is_used(table: TextTable, packages: list[str]):
    patterns = {
        key
        for path in files(packages, ".py")
        for node in ast.walk(tree(path))
        for key in keys_in(node)
    }
    for path in files(packages, ".js"):
        text = path.read_text(encoding="utf-8")
        patterns |= {*re.findall(r"\bwords\.(\w+)", text), *re.findall(r"'(\w+)'", text)}
        patterns |= {f"{stem}\\w+" for stem in re.findall(r"words\[`(\w+)\$", text)}
        # a talk's buttons are named in a list: each has a sign and a title
        patterns |= {f"talk_(sign_)?{name}" for name in re.findall(r"'(\w+)'", text)}
    used = re.compile("|".join(sorted(patterns)))
    assert [key for key in table.rows() if not used.fullmatch(key)] == []


@EVERY
def test_every_text_that_is_asked_for_is_there(table: TextTable, packages: list[str]):
    asked = set()
    for path in files([*packages, "app.py"], ".py"):
        module = tree(path)
        names = {
            alias.asname or alias.name: SAYING[node.module or "", alias.name]
            for node in ast.walk(module)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if (node.module, alias.name) in SAYING
        }
        for node in ast.walk(module):
            match node:
                case ast.Call(func=ast.Name(id=name), args=arguments):
                    # the command line's function takes the language first
                    keys = [a.value for a in arguments[:2] if isinstance(a, ast.Constant)]
                    asked |= set(keys[:1]) if names.get(name) is table else set()
    assert asked <= table.rows().keys()
    # the keys of faults: tests/loaders/tables/test_faults.py; an assistant's are of its tools
    assert asked or table in (FAULTS, LINT, ASSISTANT)
