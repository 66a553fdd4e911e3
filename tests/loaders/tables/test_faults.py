"""The sentences of the faults: one for each rule, none for nothing, in both languages."""

from __future__ import annotations

import ast
import string

import pytest

from loaders.tables.faults import messages, nearest

# The names that a rule's sentence is not told by: it is put before or behind another's.
AROUND = {"choices", "in_step"}
PLACEHOLDERS = {
    rule: {name for _, name, *_ in string.Formatter().parse(texts["en"]) if name}
    for rule, texts in messages().items()
}


@pytest.fixture(scope="module")
def rules_used(root) -> set[str]:
    """Every literal of the code that reads rows that is the name of a rule."""
    files = [*(root / "loaders").rglob("*.py"), *(root / "ontology").rglob("*.py")]
    literals: set[str] = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    return literals


def test_every_rule_with_a_sentence_is_used(rules_used):
    assert set(messages()) - AROUND <= rules_used


def rule_of(call: ast.Call) -> str | None:
    """The rule that a call tells if it makes a fault, as `row.fault(rule)` does."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = {"Fault": 4, "fault": 0, "_fault": 0, "PydanticCustomError": 0}.get(name)
    if place is None or place >= len(call.args):
        return None
    return getattr(call.args[place], "value", None)


def test_every_rule_that_is_told_has_a_sentence(root):
    told = set()
    for path in [*(root / "loaders").rglob("*.py"), *(root / "ontology").rglob("*.py")]:
        calls = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        told |= {rule_of(node) for node in calls if isinstance(node, ast.Call)} - {None}
    rules = {rule for rule in told if isinstance(rule, str)}
    assert {"bad_date", "dangling_reference", "missing_dataset", "missing_field"} <= rules
    assert rules <= set(messages())


@pytest.mark.parametrize("rule", sorted(messages()))
def test_both_languages_of_a_sentence_want_the_same_values(rule):
    zh, en = messages()[rule]["zh"], messages()[rule]["en"]
    assert zh and en
    found = {name for _, name, *_ in string.Formatter().parse(zh) if name}
    assert found == PLACEHOLDERS[rule]


def test_near_words_are_offered_and_of_a_short_list_all():
    assert nearest("provinse", ["province", "county"]) == ("province",)
    assert nearest("xyz", ["b", "a"]) == ("a", "b")
    assert nearest("xyz", [f"word{n}" for n in range(20)]) == ()
