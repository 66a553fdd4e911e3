"""Mechanisms that words describe without their names, and local names that name another one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.lint.evidence import Evidence
from drafting.lint.precedents import term
from drafting.lint.thing_names import ThingNames, letter_parts
from drafting.recognition.stances import sentence_of
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, sentences
from drafting.words.word_tables import pairs
from ontology.schema.fields import LOCAL_NAME

MECHANISM = "Mechanism"
# The share of a mechanism's name in the words that descriptions stand for.
DESCRIBED_SHARE = 0.5
# How much of another mechanism's name a local name must have, how much more of it than of the
# statement's own, and how many of its letters: 信息化 stands in many names. With these a local name
# finds two of three wrong mechanisms that the passage lets pass, and doubts one right row of 80.
LOCAL_SHARE, MIN_SHARE_DIFFERENCE, MIN_COMMON_LETTERS = 0.6, 0.3, 3
# How much of a mechanism's name must stand where the text uses the local name again, and how many
# letters a local name or a model's name must have to be looked for. This lets a third of doubted
# right rows of blind texts pass, and 2 of 100 wrong mechanisms.
EXPLAINED_SHARE, MIN_TERM_LETTERS = 0.7, 4
# How many sentences a mechanism is carried on, how much of its name they have, and how many letters
# a local name of another passage has that stands for its mechanism.
MAX_SENTENCES_CARRIED, CARRIED_SHARE, MIN_WORD_LETTERS = 3, 0.5, 3
# How much of a mechanism's name the title of a text has that is about it.
TOPIC_SHARE = 0.9
QUOTES = '“”"《》'


def with_synonyms(text: str) -> str:
    """A text with a line for each of its words that names of things often say in another word."""
    others = [also for written, also in pairs("name_synonyms", "also").items() if written in text]
    return "\n".join([text, *others])


def is_described(text: str, code: str, names: ThingNames) -> bool:
    """Whether a word of a text describes a mechanism without its name: 省下来归你.

    Each word counts with the names that it alone stands for: the letters of many names together
    make up any.
    """
    described = [also for written, also in _descriptions() if written in text]
    return any(names.coverage(code, words) >= DESCRIBED_SHARE for words in (text, *described))


def is_explained_elsewhere(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether another sentence that has the deed's local name or model names the mechanism.

    An article explains a term such as “两张单” once and then uses it alone.
    """
    statement, text = evidence.statement, evidence.text.clean.text
    model = getattr(statement, "model", None) or ""
    local_name = CleanText(getattr(statement, LOCAL_NAME, None) or "").text
    terms = {name.strip(QUOTES) for name in (local_name, *names.names.get(model, ()))}
    sentences = {
        evidence.read(sentence_of(text, Stretch(*match.span())))
        for term in terms
        if len(term) >= MIN_TERM_LETTERS
        for match in re.finditer(re.escape(term), text)
    }
    return names.coverage(code, with_synonyms("\n".join(sorted(sentences)))) >= EXPLAINED_SHARE


def has_precedent(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether another passage has a mechanism under the deed's local name or model, or under a
    local name that stands in this passage."""
    terms = {*_terms_of(evidence), getattr(evidence.statement, "model", None) or ""}
    words = evidence.cited_text
    terms |= {t for t in names.precedents if len(t) >= MIN_WORD_LETTERS and t in words}
    return any(code in _mechanisms_of(evidence, name, names) for name in terms)


def has_another_precedent(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether other passages have only unrelated mechanisms under the deed's local name."""
    mechanisms = {m for name in _terms_of(evidence) for m in _mechanisms_of(evidence, name, names)}
    return bool(mechanisms) and not any(names.is_related(code, other) for other in mechanisms)


def _terms_of(evidence: Evidence) -> tuple[str, ...]:
    name = term(getattr(evidence.statement, LOCAL_NAME, None))
    return (name,) if name else ()


def _mechanisms_of(evidence: Evidence, name: str, names: ThingNames) -> set[str]:
    """The mechanisms that other adoptions have under a local name or model."""
    statement = evidence.statement
    passage = (statement.source, statement.start, getattr(statement, "adopter", ""))
    return {
        precedent.mechanism
        for precedent in names.precedents.get(name, ())
        if (precedent.source, precedent.start, precedent.adopter) != passage
    }


def is_topic_of_text(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the title of the text names a mechanism, so that it need not be named again."""
    title = next(iter(evidence.text.clean.text.strip().splitlines()), "")
    return names.coverage(code, with_synonyms(title)) >= TOPIC_SHARE


def is_carried_on(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the sentences before a passage that names no mechanism name this one."""
    start = evidence.stretch.start
    lead = sentences(evidence.text.clean.text, Stretch(start - len(evidence.lead), start))
    words = "".join(evidence.read(part) for part in lead[-MAX_SENTENCES_CARRIED:])
    is_named = names.coverage(code, with_synonyms(words)) >= CARRIED_SHARE
    known = {
        m
        for t in names.precedents
        if len(t) >= MIN_WORD_LETTERS and t in words
        for m in _mechanisms_of(evidence, t, names)
    }
    return is_named or code in known or is_described(words, code, names)


def is_named_otherwise(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the local name of a deed names another mechanism, and its own one hardly.

    A broader or a narrower mechanism is no other one; those under the same broader one are. A
    further name that is the local name itself may be from this passage, and tells nothing.
    """
    local_name = CleanText(getattr(evidence.statement, LOCAL_NAME, None) or "").text
    if not local_name:
        return False
    forms = (with_synonyms(local_name), _with_descriptions(local_name))
    share = max(names.coverage(code, words) for words in forms)
    return any(
        local_name not in names.names[other][1:]
        and names.coverage(other, local_name) >= max(LOCAL_SHARE, share + MIN_SHARE_DIFFERENCE)
        and _is_more(local_name, other, code, names)
        for other in names.codes[MECHANISM]
        if other != code and not names.is_broader(other, code) and not names.is_broader(code, other)
    )


def _is_more(local_name: str, other: str, code: str, names: ThingNames) -> bool:
    """Whether a local name has more letters of another mechanism's name than of a mechanism's, and
    no pair of letters of the latter alone: 影像 of 远程影像, beside 远程心电."""
    letters, pairs_alone = _shared_letters(code, local_name, names)
    more_letters, others_pairs = _shared_letters(other, local_name, names)
    return more_letters >= max(MIN_COMMON_LETTERS, letters + 1) and pairs_alone <= others_pairs


def _with_descriptions(text: str) -> str:
    """A text with a line for each of its words by which mechanisms are described."""
    return "\n".join([text, *(also for written, also in _descriptions() if written in text)])


def _descriptions() -> Iterable[tuple[str, str]]:
    return pairs("mechanism_descriptions", "also").items()


def _shared_letters(code: str, text: str, names: ThingNames) -> tuple[int, frozenset[str]]:
    """The most letters that one of a thing's names shares with a text, and the pairs of letters
    that all of them share with it."""
    parts = letter_parts(text)
    shared = [letter_parts(name) & parts for name in names.names[code]]
    letters = max((sum(len(part) == 1 for part in row) for row in shared), default=0)
    return letters, frozenset(part for row in shared for part in row if len(part) > 1)
