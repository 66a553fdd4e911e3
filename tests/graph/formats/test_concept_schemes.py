"""The vocabularies as SKOS: what tools that read SKOS alone ask of them."""

from __future__ import annotations

import pytest
from rdflib import RDF, SKOS, Dataset, Graph

from graph.formats.rdf import trig
from ontology.schema.kinds import Mechanism, OrganisationType

# rdflib warns of a name that it uses itself
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def vocabulary(real_facts) -> Graph:
    dataset = Dataset(default_union=True)
    dataset.parse(data=trig(real_facts), format="trig")
    return dataset


def test_each_vocabulary_is_one_scheme_with_a_name_in_each_language(vocabulary, real_facts):
    schemes = set(vocabulary.subjects(RDF.type, SKOS.ConceptScheme))
    base = real_facts.dataset.base_iri
    kinds = (Mechanism, OrganisationType)
    assert {str(scheme) for scheme in schemes} == {
        f"{base}ConceptScheme/{kind.__name__}" for kind in kinds
    }
    for scheme in schemes:
        names = [name.language for name in vocabulary.objects(scheme, SKOS.prefLabel)]
        assert sorted(names) == ["en", "zh"]


def test_every_concept_is_in_its_scheme_and_typed(vocabulary, real_facts):
    for kind in (Mechanism, OrganisationType):
        scheme = f"{real_facts.dataset.base_iri}ConceptScheme/{kind.__name__}"
        members = {
            str(concept)
            for concept in vocabulary.subjects(SKOS.inScheme)
            if str(vocabulary.value(concept, SKOS.inScheme)) == scheme
        }
        assert {iri.rpartition("/")[2] for iri in members} == {
            thing.code for thing in real_facts.things_of(kind)
        }
    concepts = set(vocabulary.subjects(RDF.type, SKOS.Concept))
    assert concepts == set(vocabulary.subjects(SKOS.inScheme))


def test_the_tops_are_those_with_nothing_broader_in_both_directions(vocabulary):
    tops = set(vocabulary.subjects(SKOS.topConceptOf))
    with_broader = set(vocabulary.subjects(SKOS.broader)) & set(vocabulary.subjects(SKOS.inScheme))
    assert tops and not tops & with_broader
    assert tops | with_broader == set(vocabulary.subjects(SKOS.inScheme))
    assert tops == set(vocabulary.objects(None, SKOS.hasTopConcept))


def test_no_label_is_preferred_and_alternative(vocabulary):
    """SKOS S13 and S14: labels are of one sort, and each language has one preferred label."""
    preferred = list(vocabulary.subject_objects(SKOS.prefLabel))
    assert set(preferred).isdisjoint(vocabulary.subject_objects(SKOS.altLabel))
    in_language = [(thing, label.language) for thing, label in set(preferred)]
    assert len(in_language) == len(set(in_language))


def test_no_concept_is_broader_than_itself_or_related_to_a_broader_one(vocabulary):
    """SKOS S27, and no cycle of broader concepts."""
    for concept in set(vocabulary.subjects(SKOS.broader)):
        above = set(vocabulary.transitive_objects(concept, SKOS.broader)) - {concept}
        assert above.isdisjoint(vocabulary.objects(concept, SKOS.related))
        assert all((upper, SKOS.broader, concept) not in vocabulary for upper in above)
