"""Rows that take a name for a thing although a curator has judged that it is a different one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafting.decisions.identity import Identity, Judgement, standing_identities
from drafting.decisions.review_error import Doubt, sentence
from drafting.drafts.draft import Draft
from drafting.rows.typed_row import KINDS
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Thing
from ontology.schema.value_types import SEPARATOR
from texts.tables import BilingualText

IDENTITY = "IDENTITY"
DOUBT_TEXTS = {Judgement.DIFFERENT: "judged_different", Judgement.UNSURE: "judged_unsure"}


class IdentityDoubts:
    """The standing judgements that contradict a row."""

    def __init__(self, identities: Iterable[Identity] = ()) -> None:
        self._lines = [
            line
            for line in standing_identities(identities).values()
            if line.judgement in DOUBT_TEXTS
        ]

    def doubts(
        self, draft: Draft, quotes: Iterable[str], things: Mapping[str, Thing]
    ) -> Iterator[Doubt]:
        """A doubt for each column with a thing that a name of the text was judged not to be."""
        lines = [line for line in self._lines if line.source == draft.source]
        if not lines:
            return
        text = " ".join(quotes)
        for column, code in _references(draft):
            for line in lines:
                if line.code == code and _speaks_by(line.name, text, things.get(code)):
                    values = {"name": line.name, "curator": line.curator}
                    thing = _name_with_code(code, things.get(code))
                    reason = sentence(DOUBT_TEXTS[line.judgement], thing=thing, **values)
                    yield Doubt(IDENTITY, column, reason, blocks=False)


def _name_with_code(code: str, thing: Thing | None) -> BilingualText:
    """A thing by its name with its code."""
    if thing is None:
        return BilingualText(code, code)
    return BilingualText(f"{thing.name('zh')}（{code}）", f"{thing.name('en')} ({code})")


def _references(draft: Draft) -> Iterator[tuple[str, str]]:
    kind = KINDS.get(draft.kind)
    for field in reference_fields(kind) if kind else ():
        for code in draft.cell(field.name).split(SEPARATOR):
            yield field.name, code.strip()


def _speaks_by(name: str, text: str, thing: Thing | None) -> bool:
    """Whether a passage names a thing by this name, or by none so that the name may stand before.

    A passage with another name of the thing, but not this one, is not in doubt.
    """
    return name in text or not any(other in text for other in (thing.names if thing else ()))
