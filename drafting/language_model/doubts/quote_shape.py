"""Whether a quotation is one passage: within a sentence, and more than a figure."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.recognition.stances import SENTENCE_ENDS
from drafting.text.clean_text import CleanText
from ontology.schema.kinds import Borders, Measurement, MemberOf, Within

# A shorter quotation states no deed, and a figure with fewer letters beside it does not say what it
# measures; a longer quotation of several sentences may state several deeds.
MIN_LETTERS, MIN_LETTERS_BESIDE_FIGURE, MAX_LETTERS = 4, 2, 60
# Kinds that the order of two names may state.
NAMED_IN_A_ROW = (Within, Borders, MemberOf)


def quote_doubts(evidence: Evidence) -> Iterator[str]:
    """The code QUOTE for a quotation that is too short, of several sentences, or from no sentence
    of the article: a menu, a footer."""
    words = evidence.passage.strip()
    if evidence.clauses and not any(c.stretch.overlaps(evidence.stretch) for c in evidence.clauses):
        yield FindingCode.QUOTE.value
    if isinstance(evidence.statement, NAMED_IN_A_ROW):
        return
    is_short = _letter_count(words) < MIN_LETTERS
    if isinstance(evidence.statement, Measurement):
        other_words = words.replace(CleanText(evidence.statement.value_written).text, "")
        is_short = _letter_count(other_words) < MIN_LETTERS_BESIDE_FIGURE
    has_several = bool(SENTENCE_ENDS.search(words[:-1].rstrip("”’」』）)。")))
    if is_short or (has_several and len(words) > MAX_LETTERS):
        yield FindingCode.QUOTE.value


def _letter_count(words: str) -> int:
    return sum(map(str.isalnum, words))
