"""Whether the words name a mechanism beside that of a row: a broader, a narrower, or another one.

What the row has is then told too, but not of this deed, or not as exactly as the text tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafting.lint.checks.mechanism_words import MECHANISM, with_synonyms
from drafting.lint.checks.names import naming_text
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.text.clean_text import CleanText
from drafting.text.sentences import clauses
from drafting.words.word_tables import word_pattern
from ontology.schema.fields import LOCAL_NAME

# The share of a narrower mechanism's name in the words, that of a broader one's, and how much more
# than of the row's own.
NARROWER_SHARE, BROADER_SHARE, MIN_DIFFERENCE = 0.7, 0.85, 0.3
# The share of a mechanism's name in another clause than that of the local name, and the largest
# share in the latter.
ELSEWHERE_SHARE, MAX_OWN_SHARE = 0.5, 0.2
# A longer passage may state several deeds, if it has this share of another mechanism's name.
MAX_LETTERS, OTHER_SHARE = 60, 0.5


def mechanism_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code MECHANISM if the words name a related mechanism much better, the local name is the
    name of another one, the row's is told in another clause than its local name, or a long passage
    names several."""
    code = getattr(evidence.statement, "mechanism", None)
    if not code:
        return
    local_name = CleanText(getattr(evidence.statement, LOCAL_NAME, None) or "").text
    if (
        _is_told_otherwise(evidence, code, names)
        or _is_name_of_another(local_name, code, names)
        or _is_told_elsewhere(evidence, code, local_name, names)
        or _is_one_of_several(evidence, code, local_name, names)
    ):
        yield FindingCode.MECHANISM.value


def _is_told_otherwise(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the words name a broader or a narrower mechanism much better."""
    words = with_synonyms(naming_text(evidence, MECHANISM))
    least = names.coverage(code, words) + MIN_DIFFERENCE
    narrower_codes = (c for c in names.codes.get(MECHANISM, ()) if names.is_broader(code, c))
    shares = [(NARROWER_SHARE, names.coverage(other, words)) for other in narrower_codes]
    broader = names.broader.get(code, ())
    shares += [(BROADER_SHARE, names.coverage(other, words)) for other in broader]
    return any(share >= max(limit, least) for limit, share in shares)


def _is_name_of_another(local_name: str, code: str, names: ThingNames) -> bool:
    """Whether a local name is word for word the name of another mechanism alone."""
    if not local_name or local_name in names.names.get(code, ()):
        return False
    other_codes = (other for other in names.codes.get(MECHANISM, ()) if other != code)
    return any(local_name in names.names[other] for other in other_codes)


def _is_told_elsewhere(evidence: Evidence, code: str, local_name: str, names: ThingNames) -> bool:
    """Whether a passage of several clauses names the mechanism in one, and hardly in that of the
    local name: two deeds made one."""
    place = evidence.passage.find(local_name) if local_name else -1
    if place < 0 or LOCAL_NAME in evidence.statement.composed:
        return False
    start = evidence.stretch.start + place
    own_clauses: list[str] = []
    other_clauses: list[str] = []
    for part in clauses(evidence.text.clean.text, evidence.stretch):
        is_own = part.start < start + len(local_name) and start < part.end
        (own_clauses if is_own else other_clauses).append(with_synonyms(evidence.read(part)))
    if any(word_pattern("naming_words").search(words) for words in own_clauses):
        return False  # 设有流动书车，叫作“丘上书房”
    share = names.coverage(code, with_synonyms("\n".join([local_name, *own_clauses])))
    told_share = max((names.coverage(code, words) for words in other_clauses), default=0)
    return bool(own_clauses) and share <= MAX_OWN_SHARE and told_share >= ELSEWHERE_SHARE


def _is_one_of_several(evidence: Evidence, code: str, local_name: str, names: ThingNames) -> bool:
    """Whether a long passage without a local name names another mechanism too, so that nothing
    tells whose party and date it has."""
    words = evidence.passage
    if len(words) <= MAX_LETTERS or (local_name and local_name in words):
        return False
    return names.best_coverage(MECHANISM, with_synonyms(words), code) >= OTHER_SHARE
