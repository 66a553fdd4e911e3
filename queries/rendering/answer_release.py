"""The release of which a question was asked, named in the answer itself."""

from __future__ import annotations

from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.rendering.texts import phrase

RELEASE = "release"


def with_release(facts: Facts | None, answer: Answer, heading: str = RELEASE) -> Answer:
    """The answer with a last column that names the release of the facts, in every row.

    An answer on the present facts, or on none, stays as it is.
    """
    if facts is None or facts.release is None:
        return answer
    rows = tuple((*row, facts.release.version) for row in answer.rows)
    return Answer((*answer.columns, heading), rows, answer.is_cut, answer.is_shortened)


def release_heading(language: str) -> str:
    """The heading of that column in `zh` or `en`."""
    return phrase("column_release", language)


def release_sentence(facts: Facts | None, language: str) -> str | None:
    """A sentence on the release of the facts; None for the present facts or none."""
    if facts is None or facts.release is None:
        return None
    version, day = facts.release.version, facts.release.day
    return phrase("answer_as_of_release", language, version=version, day=day)
