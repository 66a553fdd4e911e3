"""Whether a clause states, plans or denies: by the words that the lint looks for too."""

from __future__ import annotations

from drafting.drafters.article import Article
from drafting.drafters.subject import Clause
from drafting.recognition.stances import denied_by, planned_by
from ontology.schema.enums import Stance


def stance(article: Article, clause: Clause) -> str:
    """The stance of a clause: `planned` or `denied` by a word of the table, else `stated`."""
    if planned_by(article.recognised, clause.stretch):
        return Stance.PLANNED.value
    denied = denied_by(article.recognised, clause.stretch)
    return Stance.DENIED.value if denied else Stance.STATED.value
