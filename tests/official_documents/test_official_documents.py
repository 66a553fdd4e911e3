"""The official documents: every title is as read, and what they say is told apart from practice."""

from pathlib import Path

import pytest

from diffusion.study.from_facts import Acts, FactSelection, study_from_facts
from drafting.lint.linter import Linter
from exports.release.version import release_name
from loaders.copies.source_copies import Copies, SpanState
from loaders.copies.verification import verify
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, Endorsement, Issuance, LearnedFrom, Source, Stance

FOLDER, MAIN = Path("official_documents"), Path("facts")
ISSUERS = {"CN", "310000", "410000", "440000", "460000", "510000", "530000"}


@pytest.fixture(scope="module")
def documents():
    return read_facts(FOLDER)


@pytest.fixture(scope="module")
def both_folders():
    return read_facts(MAIN, FOLDER)


def test_their_releases_and_iris_are_not_those_of_the_main_facts(documents, both_folders):
    """Read together, all have the IRIs of the first folder."""
    assert both_folders.dataset.base_iri == "https://w3id.org/learned-from/china-health/"
    assert documents.dataset.base_iri == "https://w3id.org/learned-from/china-health-documents/"
    names = {
        release_name(facts.dataset.name, "2026.1", "2026-11-29").folder
        for facts in (both_folders, documents)
    }
    assert names == {"china-health-2026.1", "china-health-documents-2026.1"}


def test_every_document_is_a_source_with_an_address_and_one_issuance(documents):
    sources = documents.things_of(Source)
    assert len(sources) == 151
    assert all(source.address and source.title_text == source.name_zh for source in sources)
    issuances = documents.statements_of(Issuance)
    assert {act.document for act in issuances} == {source.code for source in sources}
    assert {act.issuer for act in issuances} == ISSUERS
    assert all(act.document == act.source for act in issuances)


def test_every_passage_is_verified_without_any_copy(documents):
    result = verify(documents, Copies(None))
    assert result.counts[SpanState.VERIFIED] == len(result.checked_spots) == 162
    assert result.holds and not result.nothing_checked


def test_no_title_states_practice_or_a_lesson(documents):
    assert not documents.statements_of(LearnedFrom)
    assert {act.stance for act in documents.statements_of(Adoption)} == {Stance.PLANNED}
    [praise] = documents.statements_of(Endorsement)
    assert (praise.endorser, praise.endorsed) == ("530000", "350400")


def test_documents_are_counted_only_as_documents(documents, both_folders):
    study = study_from_facts(documents, FactSelection())
    assert len(study.cascades) == 30
    assert [warning.key for warning in study.warnings] == ["acts_documents"]
    assert len(study.cascades["medical-consortium"]) == 7
    practice = study_from_facts(both_folders, FactSelection())
    assert practice.cascades == study_from_facts(read_facts(MAIN), FactSelection()).cascades
    either = study_from_facts(both_folders, FactSelection(acts=Acts.BOTH))
    medical = either.cascades["county-medical-community"]
    assert {"410000", "440000"} < set(medical) > set(practice.cascades["county-medical-community"])


def test_two_folders_are_read_as_one(both_folders):
    main, documents = read_facts(MAIN), read_facts(FOLDER)
    assert set(both_folders.statements) == set(main.statements) | set(documents.statements)
    assert {both_folders.datasets[id].title_en for id in documents.statements} == {
        documents.dataset.title_en
    }
    assert {both_folders.datasets[id].title_en for id in main.statements} == {main.dataset.title_en}
    assert both_folders.dataset.start == "350400" and not main.datasets


def test_every_claim_fits_its_title(documents):
    linter = Linter(documents, Copies(None))
    assert linter.lint_facts() == ()
