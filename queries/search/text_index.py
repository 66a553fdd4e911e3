"""The words of texts that the reader holds, found by SQLite's full-text search.

SQLite's tokenizer for any script, `trigram`, finds no word of two letters, and most Chinese words
have two; `unicode61` takes a Chinese sentence for one word. So the tokens are made here: of Chinese
each two adjacent characters, and the last one; of other scripts each word. A Chinese word of any
length is then a phrase of pairs, and one character the beginning of a pair. The index is in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock

from graph.lookup.romanization import plain_sign, runs
from queries.search.word_matches import is_chinese

# The letters of a text that are shown before and after the words that were found.
LETTERS_BEFORE, LETTERS_AFTER = 14, 30


@dataclass(frozen=True)
class TextDocument:
    """A text to be searched: its kind, the id of what it belongs to, and its words."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True)
class TextHit:
    """A document that has the words, and the first of them with the text around it."""

    id: str
    excerpt: str


class TextIndex:
    """An index over texts, for many searches from several threads."""

    def __init__(self, documents: Iterable[TextDocument]) -> None:
        self._documents = tuple(documents)
        self._lock = Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(kind UNINDEXED, tokens, content='',"
            " tokenize=\"unicode61 remove_diacritics 0\", prefix='1')"
        )
        self._database.executemany(
            "INSERT INTO texts (rowid, kind, tokens) VALUES (?, ?, ?)",
            ((place, entry.kind, " ".join(_tokens(entry.text))) for place, entry in self._places()),
        )

    def hits(self, typed_text: str, kind: str, limit: int) -> tuple[int, tuple[TextHit, ...]]:
        """How many documents of a kind have all these words, and the best of them."""
        search_runs = runs(typed_text)
        if not search_runs:
            return 0, ()
        with self._lock:
            rows = self._database.execute(
                "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank, rowid",
                [_match_expression(search_runs)],
            ).fetchall()
        entries = [self._documents[row[0]] for row in rows if self._documents[row[0]].kind == kind]
        hits = (TextHit(entry.id, excerpt(entry.text, search_runs)) for entry in entries[:limit])
        return len(entries), tuple(hits)

    def _places(self) -> Iterator[tuple[int, TextDocument]]:
        return enumerate(self._documents)


def excerpt(text: str, search_words: Iterable[str]) -> str:
    """The first of some normalised words in a text, with the words around it, on one line."""
    flat = "".join(map(plain_sign, text))
    places = [(place, word) for word in search_words if (place := flat.find(word)) >= 0]
    start, word = min(places, default=(0, ""))
    start_of_excerpt, end_of_excerpt = (
        max(0, start - LETTERS_BEFORE),
        min(len(text), start + len(word) + LETTERS_AFTER),
    )
    words = " ".join(text[start_of_excerpt:end_of_excerpt].split())
    return ("…" if start_of_excerpt else "") + words + ("…" if end_of_excerpt < len(text) else "")


def _tokens(text: str) -> Iterator[str]:
    for text_run in runs(text):
        if is_chinese(text_run):
            yield from map("".join, pairwise(text_run))
            yield text_run[-1]
        else:
            yield text_run


def _match_expression(search_runs: Iterable[str]) -> str:
    """All words, as FTS5 writes it: Chinese as a phrase of pairs, others by their beginning."""
    return " ".join(
        f'"{" ".join(map("".join, pairwise(text_run)))}"'
        if is_chinese(text_run) and len(text_run) > 1
        else f'"{text_run}"*'
        for text_run in search_runs
    )
