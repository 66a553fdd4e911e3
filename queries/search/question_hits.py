"""The questions of the catalogue that typed words find, and the one that a sentence asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graph.lookup.name_lookup import Name
from queries.catalogue import questions
from queries.search.common_words import without_common_words
from queries.search.search_hits import QUESTION, HitGroup, MatchType, SearchHit
from queries.search.word_matches import has_term, is_chinese, signs, terms

# The first texts of a question are its name and its titles in both languages.
TITLES = 3


def question_group(typed_text: str, language: str, limit: int) -> HitGroup:
    """The questions whose texts have all words, those with all in their title first.

    If none has, those with each single character of the Chinese words that are not common ones.
    """
    search_terms = terms(typed_text)
    keys = _questions_with(search_terms)
    if not keys and len(search_terms := signs(without_common_words(typed_text))) > 1:
        keys = _questions_with(search_terms)
    keys.sort(key=lambda key: not _has_terms(search_terms, question_names()[key][:TITLES]))
    hits = (
        SearchHit(key, questions()[key].title.name(language), MatchType.WORDS)
        for key in keys[:limit]
    )
    return HitGroup(QUESTION, len(keys), tuple(hits))


def asks_titled_question(other_words: str, question: SearchHit) -> bool:
    """Whether the rest of a sentence is in the title of a question of what the sentence names."""
    titles = question_names()[question.id][:TITLES]
    content_words = without_common_words(other_words).strip()
    if not (question.values and content_words):
        return False
    # 谁学习 is in 谁向一地学习, and 学习谁 is not
    in_order = any(_follow(signs(content_words), name.plain_text) for name in titles)
    return in_order if is_chinese(content_words) else _has_terms(terms(other_words), titles)


def _follow(characters: Sequence[str], text: str) -> bool:
    """Whether the characters are in a text, in their order."""
    left = iter(text)
    return bool(characters) and all(character in left for character in characters)


def _questions_with(search_terms: Sequence[str]) -> list[str]:
    return [key for key, names in question_names().items() if _has_terms(search_terms, names)]


def _has_terms(search_terms: Sequence[str], names: Sequence[Name]) -> bool:
    return bool(search_terms) and all(has_term(term, names) for term in search_terms)


@cache
def question_names() -> Mapping[str, tuple[Name, ...]]:
    """The texts of each question, ready to be searched: its name, its titles, its sentences."""
    return {
        key: tuple(
            Name(text)
            for text in (
                key.replace("_", " "),
                *(
                    text
                    for text_in_languages in (entry.title, entry.question)
                    for text in (text_in_languages.zh, text_in_languages.en)
                ),
            )
        )
        for key, entry in questions().items()
    }
