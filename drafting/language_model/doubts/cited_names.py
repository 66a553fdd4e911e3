"""Whether the passages that a row cites beside the first name what the row says."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.sentences import Stretch
from graph.model.statement_content import references
from ontology.schema.kinds import Adoption, Borders, LearnedFrom, Within

# The share of a model's name that the passages must have.
MODEL_SHARE = 0.6
SIGNS = "，,、。；;：: "


def citation_doubts(article: Article, evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code PARTY if a further passage is nothing but the name of a party that the row does not
    have, and QUOTE if no passage names the model of a deed."""
    statement = evidence.statement
    if not isinstance(statement, Within | Borders):
        codes = {code for _, code in references(statement)}
        if any(_names_a_third(article, evidence, s, codes, names) for s in evidence.stretches[1:]):
            yield FindingCode.PARTY.value
    model = statement.model if isinstance(statement, Adoption | LearnedFrom) else None
    if model and names.coverage(model, evidence.cited_text) < MODEL_SHARE:
        yield FindingCode.QUOTE.value


def _names_a_third(
    article: Article, evidence: Evidence, stretch: Stretch, codes: set[str], names: ThingNames
) -> bool:
    """Whether a stretch is the name of a place or organisation that is none of these."""
    words = evidence.read(stretch).strip(SIGNS)
    places = evidence.text.places_in(stretch)
    is_whole = bool(words) and sum(place.end - place.start for place in places) >= len(words)
    if is_whole and places[-1].code and not _is_around(evidence, places[-1].code, codes):
        return True
    if not any(names.kinds.get(code) == "Place" for code in codes):
        return False
    organisations_inside = [
        organisation
        for organisation in article.parties.organisations
        if stretch.start <= organisation.start and organisation.end <= stretch.end
    ]
    if len(organisations_inside) != 1 or organisations_inside[0].end - organisations_inside[
        0
    ].start < len(words):
        return False
    forms = [form for code in codes for form in names.names.get(code, ())]
    return article.parties.cell(organisations_inside[0]) not in codes and not any(
        words in f for f in forms
    )


def _is_around(evidence: Evidence, place: str, codes: set[str]) -> bool:
    """Whether a place is one of these, or one of these lies in it."""
    ancestors = evidence.text.gazetteer.ancestors
    return place in codes or any(place in ancestors(code) for code in codes)
