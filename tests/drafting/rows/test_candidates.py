"""Which values a card offers for a cell that names a thing."""

from __future__ import annotations

from drafting.drafts.draft import Band, Draft, filled_cells
from drafting.rows.candidates import ThingCandidates
from ontology.schema.kinds import Adoption


def test_a_new_thing_that_the_drafter_offers_stays_among_the_codes(small_facts):
    row = small_facts.statements_of(Adoption)[0]
    offered = (("mechanism", (row.mechanism, "new:云朵仓库", "not-there")),)
    cells = filled_cells({"adopter": row.adopter, "mechanism": row.mechanism})
    draft = Draft("adoption", row.source, cells, row.spans, Band.GUESS, "rules 1", offered)
    values = ThingCandidates(small_facts.things).of_draft(draft)["mechanism"]
    assert values[:2] == (row.mechanism, "new:云朵仓库")
    assert "not-there" not in values
