"""Whether a passage tells of the event that a row names, and not of another one of the article."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.lint.checks.mechanism_words import with_synonyms
from drafting.lint.checks.places.mentions import mentions
from drafting.lint.checks.places.topic_place import clauses_of_passage
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.places import places
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from graph.model.statement_content import references

# The share of another event's name in the words, and how much more than of the row's own.
NAMED_SHARE, MIN_DIFFERENCE = 0.6, 0.35
EVENT, STEM = "Event", 2


def event_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code TRIGGER for an event that the words do not tell."""
    for _, code in references(evidence.statement):
        if names.kinds.get(code) != EVENT:
            continue
        if _is_of_other_places(evidence, code, names) or _another_fits(evidence, code, names):
            yield FindingCode.TRIGGER.value


def _another_fits(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the words, with the names of the row's parties, fit another event's name better."""
    parties = (c for _, c in references(evidence.statement) if names.kinds.get(c) != EVENT)
    forms = [form for c in parties for form in names.names.get(c, ())[:1]]
    words = "\n".join([evidence.read(evidence.sentence), evidence.cited_text, *forms])
    spoken = with_synonyms(words)
    min_share = max(NAMED_SHARE, names.coverage(code, spoken) + MIN_DIFFERENCE)
    others = (other for other in names.codes[EVENT] if other != code)
    return any(names.coverage(other, spoken) >= min_share for other in others)


def _is_of_other_places(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the event's name has a place of which neither the paragraph up to the passage, nor
    the row, nor the text as a whole speaks."""
    gazetteer = evidence.text.gazetteer
    name = CleanText(names.names[code][0]).text
    own_places = {
        p.code for p in places(name, gazetteer) if p.code and p.code not in gazetteer.tops
    }
    inner = {
        c for c in own_places if not any(c in gazetteer.ancestors(other) for other in own_places)
    }
    spoken_places = _places_spoken_of(evidence, names)
    words = evidence.read(evidence.sentence) + evidence.cited_text
    return any(
        not spoken_places & {c, *gazetteer.ancestors(c)}
        and not any(c in gazetteer.ancestors(other) for other in spoken_places)
        and not mentions(evidence, c, evidence.sentence)
        and gazetteer.names.get(c, name)[:STEM] not in words
        for c in inner
    )


def _places_spoken_of(evidence: Evidence, names: ThingNames) -> set[str]:
    """The places of the paragraph up to the passage, of the row, and of its clauses."""
    paragraph = Stretch(evidence.stretch.start - len(evidence.lead), evidence.stretch.end)
    stretches = (paragraph, evidence.sentence, *evidence.stretches)
    named_places = {
        place.code or "" for part in stretches for place in evidence.text.places_in(part)
    }
    for _, code in references(evidence.statement):
        if names.kinds.get(code) == "Organisation":
            forms = map(CleanText, names.names.get(code, ()))
            named_places |= {
                p.code or "" for f in forms for p in places(f.text, evidence.text.gazetteer)
            }
        elif names.kinds.get(code) == "Place":
            named_places.add(code)
    for clause in clauses_of_passage(evidence):
        named_places |= {*clause.home, *clause.parties, clause.subject or ""}
    return named_places - {""}
