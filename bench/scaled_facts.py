"""The real facts scaled up by a seeded generator that keeps their shape.

Whole copies of the facts are made, each with things of its own, so that kinds, degrees, dates,
stances and bounds are spread as they really are. A share of the statements of each copy reaches
into another copy, half of these into the first, so that the whole is one graph with the hubs of
the real one. The words of measuring (units, indicators, sorts of organisation) are shared by all.
"""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.model.facts import Facts, build_facts
from graph.model.property_graph import kind_properties
from graph.model.statement_content import references
from loaders.facts.dataset_settings import SETTINGS
from loaders.facts.facts_folder import file_name
from ontology.schema.fields import fields
from ontology.schema.kinds import (
    Indicator,
    Kind,
    OrganisationType,
    Place,
    Source,
    Statement,
    Thing,
    Unit,
)
from ontology.schema.value_types import SEPARATOR

SHARED = (Unit, Indicator, OrganisationType)
# The field of each kind by which one place may reach what belongs to another copy.
REACH_FIELDS = {
    "LearnedFrom": "teacher",
    "Adoption": "mechanism",
    "Designation": "programme",
    "Endorsement": "endorser",
    "MemberOf": "group",
    "Happening": "event",
}
SHARE, TO_THE_FIRST = 0.2, 0.5


def scale_facts(real: Facts, count: int, seed: int = 1) -> Facts:
    """Facts of at least `count` statements, of the shape of the real ones."""
    chance = random.Random(seed)
    copies = -(-count // len(real.statements))
    statements = [
        _statement(real, statement, copy, copies, chance)
        for copy in range(copies)
        for statement in real.statements.values()
    ]
    things = [
        _thing(real, thing, copy)
        for copy in range(copies)
        for thing in real.things.values()
        if copy == 0 or not isinstance(thing, SHARED)
    ]
    return build_facts(real.dataset, _referenced_things(things, statements), statements)


def write_folder(facts: Facts, real: Path, folder: Path) -> None:
    """Writes facts as a facts folder, with the settings and code lists of the real one."""
    shutil.copytree(real / "codes", folder / "codes", dirs_exist_ok=True)
    shutil.copy(real / SETTINGS, folder / SETTINGS)
    tables: dict[type[Kind], list[Kind]] = {}
    for value in (*facts.things.values(), *facts.statements.values()):
        tables.setdefault(type(value), []).append(value)
    for kind, values in tables.items():
        with (folder / file_name(kind)).open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, [field.name for field in fields(kind)])
            table.writeheader()
            table.writerows(_cells(value) for value in values)


def _code(real: Facts, code: str, copy: int) -> str:
    return code if copy == 0 or isinstance(real.things[code], SHARED) else f"{code}.{copy}"


def _references(real: Facts, value: Kind, copy: int) -> dict[str, object]:
    """The fields of a value that name things, as they are in a copy."""
    renamed: dict[str, object] = {}
    for field, _ in references(value):
        reference = getattr(value, field)
        is_list = isinstance(reference, tuple)
        renamed[field] = (
            tuple(_code(real, code, copy) for code in reference)
            if is_list
            else _code(real, reference, copy)
        )
    return renamed


def _thing(real: Facts, thing: Thing, copy: int) -> Thing:
    if copy == 0:
        return thing
    changed = {
        "code": _code(real, thing.code, copy),
        "name_zh": f"{thing.name('zh')}{copy}",
        "name_en": f"{thing.name('en')} {copy}",
        **_references(real, thing, copy),
    }
    if isinstance(thing, Place):
        changed["code_system"] = None  # no code list knows it
    if isinstance(thing, Source):
        changed["file"] = f"{copy}-{thing.file}"
    return thing.model_copy(update=changed)


def _statement(
    real: Facts, statement: Statement, copy: int, copies: int, chance: random.Random
) -> Statement:
    changed = _references(real, statement, copy)
    reaching = REACH_FIELDS.get(type(statement).__name__)
    if reaching is not None and chance.random() < SHARE:
        other = 0 if chance.random() < TO_THE_FIRST else chance.randrange(copies)
        changed[reaching] = _code(real, getattr(statement, reaching), other)
    return statement.model_copy(update=changed)


def _referenced_things(things: list[Thing], statements: list[Statement]) -> Iterator[Thing]:
    """The things that a statement names, and what these name."""
    by_code = {thing.code: thing for thing in things}
    codes = {code for statement in statements for _, code in references(statement)}
    left = list(codes)
    while left:
        for _, code in references(by_code[left.pop()]):
            if code not in codes:
                codes.add(code)
                left.append(code)
    return (thing for thing in things if thing.code in codes)


def _cells(value: Kind) -> Mapping[str, object]:
    exact = {field.name: getattr(value, field.name) for field in fields(type(value))}
    properties = kind_properties(value)
    return {
        name: SEPARATOR.join(content)
        if isinstance(content, list)
        else (f"{exact[name]:f}" if isinstance(content, float) else content)
        for name, content in properties.items()
    }
