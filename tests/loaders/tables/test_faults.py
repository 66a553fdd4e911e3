"""Every rule that is broken has its sentence, and near words are offered."""

from __future__ import annotations

import ast

from loaders.tables.faults import nearest_choices
from texts.tables import FAULTS


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
    assert rules <= FAULTS.rows().keys()


def test_near_words_are_offered_and_of_a_short_list_all():
    assert nearest_choices("provinse", ["province", "county"]) == ("province",)
    assert nearest_choices("xyz", ["b", "a"]) == ("a", "b")
    assert nearest_choices("xyz", [f"word{n}" for n in range(20)]) == ()
