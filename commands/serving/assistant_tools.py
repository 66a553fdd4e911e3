"""The tools of an assistant, each a function that returns plain data.

The tools add nothing of their own: they call what the commands and pages call, and give each row
the ids of its statements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from commands.serving.open_stores import OpenStores
from commands.serving.statement_evidence import evidence
from graph.lookup.search import NameIndex, Rank, exact_match, name_index
from graph.lookup.thing_context import context_label
from graph.model.facts import Facts
from graph.stores.store import Answer, Limits
from loaders.copies.source_copies import Copies
from ontology.schema.kinds import TABLES, Thing
from queries.ask import ask
from queries.catalogue import question, questions
from queries.catalogue_json import question_object
from queries.parameters import choices, values_of
from queries.rendering.citable_rows import citable_rows
from queries.schema_card import schema_card
from texts.tables import ASSISTANT

# The most tokens of an answer, by an estimate that is rather too high, and the most rows.
MAX_TOKENS, MAX_ROWS = 10_000, 200
# The tokens of an answer besides its rows and citations.
ENVELOPE_TOKENS = 800
LIMITS = Limits(rows=MAX_ROWS, cell_bytes=4000, answer_bytes=400_000)
MAX_CANDIDATES = 12
THING_KINDS = tuple(kind.__name__ for kind in TABLES if issubclass(kind, Thing))


class ToolRefusal(Exception):
    """What a tool cannot do, as a sentence in the assistant's language."""


@dataclass(frozen=True)
class AssistantTools:
    """The tools over some facts; `copies` are the user's texts, and `language` is `zh` or `en`."""

    facts: Facts
    stores: OpenStores
    copies: Copies | None
    language: str

    def list_questions(self) -> dict[str, object]:
        """The name and the question of each entry of the catalogue."""
        entries = questions().values()
        return {"questions": {q.key: q.question.name(self.language) for q in entries}}

    def describe_question(self, name: str) -> dict[str, object]:
        """One question with its parameters and columns; raises UnknownQuestion."""
        return question_object(question(name))

    def resolve_name(self, name: str, kinds: Sequence[str]) -> dict[str, object]:
        """The code that a name means, or None, with the things that it may mean."""
        unknown = [kind for kind in kinds if kind not in THING_KINDS]
        if unknown:
            names, allowed_kinds = ", ".join(unknown), ", ".join(THING_KINDS)
            raise ToolRefusal(self._say("unknown_kinds", names=names, kinds=allowed_kinds))
        index = self._names
        if kinds:
            index = index.limited_to([thing.code for thing in choices(self.facts, kinds)])
        hits = index.hits(name, limit=MAX_CANDIDATES)
        code = exact_match(hits)
        key = "name_unique" if code else "name_several" if hits else "name_unknown"
        candidates = [self._candidate(hit.code, hit.rank) for hit in hits]
        return {"code": code, "note": self._say(key), "candidates": candidates}

    def ask_question(
        self, name: str, parameters: Mapping[str, str], first: int
    ) -> dict[str, object]:
        """The answer to a question of the catalogue; raises QueryError or StoreError."""
        chosen_question = question(name)
        values = values_of(
            self.facts, chosen_question, _texts(chosen_question.values_to_ask_with(parameters))
        )
        open_store = self.stores.for_questions()
        open_store.check_dataset(self.facts.dataset)
        answer = ask(chosen_question, values, open_store.store, open_store.language)
        head = {
            "question": chosen_question.question.name(self.language),
            "parameters": values,
            "columns": {
                column.key: column.name.name(self.language) for column in chosen_question.columns
            },
        }
        return head | self._rows(answer, first)

    def evidence(self, id: str) -> dict[str, object]:
        """The evidence of a statement, or when and why it was withdrawn."""
        withdrawal = self.facts.withdrawn.get(id)
        if withdrawal is not None:
            day = withdrawal.day.isoformat()
            words = {"day": day, "by": withdrawal.curator, "reason": withdrawal.reason}
            note = self._say("withdrawn", **words)
            return {"id": id, "note": note, "replaced_by": withdrawal.replaced_by}
        if id not in self.facts.statements:
            raise ToolRefusal(self._say("unknown_statement", id=id))
        content = evidence(self.facts, id, self.language, self.copies)
        spots = content["spots"]
        assert isinstance(spots, list)
        if all("passage" in spot for spot in spots):
            return content
        is_held = any(spot["copy"] != "not_held" for spot in spots)
        return content | {"note": self._say("copy_differs" if is_held else "no_copy")}

    def schema_card(self) -> str:
        """The schema with counts, and where queries go wrong."""
        return schema_card(self.facts, self.language)

    def run_query(self, query: str, language: str, first: int) -> dict[str, object]:
        """The answer to a query of the assistant's own; raises StoreError."""
        return self._rows(self.stores.for_language(language).store.ask(query, {}), first)

    @cached_property
    def _names(self) -> NameIndex:
        """The names of all things."""
        return name_index(choices(self.facts, THING_KINDS))

    def _rows(self, answer: Answer, start: int) -> dict[str, object]:
        """The rows that fit, their citations, and what a reader should know of both."""
        rows = citable_rows(
            self.facts, answer, self.language, MAX_TOKENS - ENVELOPE_TOKENS, max(start, 0)
        )
        following = max(start, 0) + len(rows.rows)
        notes = {
            self._say("no_rows"): not answer.rows,
            self._say(
                "rows_left_out", count=rows.left_out_count, first=following
            ): rows.left_out_count,
            self._say("rows_cut"): rows.is_cut and not rows.left_out_count,
            self._say("cells_shortened"): rows.is_shortened,
            self._say("rows_uncited"): any(not row.statements for row in rows.rows),
        }
        return {
            "rows": [row.record() for row in rows.rows],
            "citations": dict(rows.citations),
            "left_out": rows.left_out_count,
            "notes": [note for note, applies in notes.items() if applies],
        }

    def _candidate(self, code: str, rank: Rank) -> dict[str, object]:
        thing = self.facts.things[code]
        return {
            "code": code,
            "kind": type(thing).__name__,
            "name_zh": thing.name_zh,
            "name_en": thing.name_en,
            "is": context_label(self.facts, code, self.language),
            "match": self._say(f"match_{rank.name.lower()}"),
        }

    def _say(self, key: str, /, **values: object) -> str:
        return ASSISTANT.say(key, self.language, **values)


def _texts(values: Mapping[str, str | int]) -> dict[str, str]:
    return {key: str(value) for key, value in values.items()}
