"""Whether a clause states, plans or denies: by the words that the lint looks for too."""

from __future__ import annotations

from drafting.drafters.article import Article
from drafting.subjects.subject import Clause


def stance(article: Article, clause: Clause) -> str:
    """The stance of a clause: `planned` or `denied` by a word of the table, else `stated`."""
    return article.stances[clause.stretch]
