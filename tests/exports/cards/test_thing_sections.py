"""The profile of a thing: every statement that names it stands in exactly one section."""

from __future__ import annotations

from collections import Counter

import pytest

from exports.cards.thing_sections import (
    Section,
    narrower_by_section,
    row,
    sections,
    statements_by_section,
)
from graph.model.facts import Facts
from graph.model.property_graph import BY_CODE_LIST, property_graph
from graph.model.statement_content import references
from loaders.facts.facts_folder import read_facts
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import STATEMENTS, Adoption, Measurement


@pytest.fixture(params=["small_facts", "real_facts"])
def facts(request: pytest.FixtureRequest) -> Facts:
    return request.getfixturevalue(request.param)


def test_every_statement_that_names_a_thing_stands_in_one_section(facts):
    for code in facts.things:
        naming = {
            id
            for id, statement in facts.statements.items()
            if code in (named for _, named in references(statement))
        }
        in_sections = Counter(
            id for ids in statements_by_section(facts, code).values() for id in ids
        )
        assert in_sections == Counter(naming), code


def test_no_section_is_empty_and_each_names_the_thing_in_its_role(facts):
    for code in facts.things:
        for section, ids in statements_by_section(facts, code).items():
            assert ids
            for id in ids:
                statement = facts.statements[id]
                assert type(statement) is section.kind
                assert code in [getattr(statement, role) for role in section.roles]


def test_statements_on_what_is_narrower_stand_apart_and_once(small_facts):
    narrower = narrower_by_section(small_facts, "lending")
    statements = [small_facts.statements[id] for ids in narrower.values() for id in ids]
    adoptions = [one for one in statements if isinstance(one, Adoption)]
    assert sorted((one.adopter, one.mechanism) for one in adoptions) == [
        ("11", "mobile-library"),
        ("11", "shared-card"),
        ("12", "shared-card"),
        ("21", "mobile-library"),
        ("22", "mobile-library"),
        ("23", "mobile-library"),
    ]
    assert narrower_by_section(small_facts, "shared-card") == {}
    assert narrower_by_section(small_facts, "10") == {}  # a place has parts, which are no concepts
    below = narrower_by_section(small_facts, "outreach")
    own = {id for ids in statements_by_section(small_facts, "outreach").values() for id in ids}
    assert own and own.isdisjoint(id for ids in below.values() for id in ids)


def test_every_field_that_names_a_thing_has_a_section():
    covered = {(section.kind, role) for section in sections() for role in section.roles}
    fields = {(kind, field.name) for kind in STATEMENTS for field in reference_fields(kind)}
    assert covered == fields


def test_every_statement_reads_as_a_row_without_the_thing_itself(facts):
    for language in ("zh", "en"):
        for code in facts.things:
            for section, ids in statements_by_section(facts, code).items():
                rows = [row(facts, facts.statements[id], section, language) for id in ids]
                assert all(len(cells) >= 3 for cells in rows)
                assert len({tuple(cells) for cells in rows}) == 1  # one head for all


def test_a_figure_of_an_indicator_says_whose_it_is(real_facts):
    section = Section(Measurement, ("indicator",))
    figure = real_facts.statements_of(Measurement)[0]
    cells = row(real_facts, figure, section, "en")
    assert cells["Subject"] == real_facts.things[figure.subject].name("en")
    assert "Indicator" not in cells


def test_what_only_the_code_list_says_is_told_apart(root):
    facts = read_facts(root / "facts")
    assert facts.wholes["420527"]["420500"] is False
    parts = facts.parts["CN"]
    assert {part for part, told in parts.items() if not told} >= {"310000", "350000"}
    assert parts["520000"] is True


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_promises_no_passage_of_what_the_code_list_says(root, name):
    graph = property_graph(read_facts(root / "facts"))
    listed = [link for link in graph.of_type("WITHIN") if link.properties["basis"] == BY_CODE_LIST]
    text = (root / name).read_text(encoding="utf-8")
    assert len(listed) == 10
    assert ("ten in these facts" in text) or ("十条" in text)
