"""Questions to a model about an article: the expected cost, the answers, and the drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafting.drafters.article import Article
from drafting.drafts.draft import Draft
from drafting.language_model.answer_schema import asked_kinds
from drafting.language_model.endpoint.answer_cache import AnswerCache
from drafting.language_model.endpoint.answer_rows import answer_rows
from drafting.language_model.endpoint.chat_client import ChatClient
from drafting.language_model.endpoint.model_error import ModelError
from drafting.language_model.endpoint.question import ChatAnswer
from drafting.language_model.prompt import AskedStretch, model_question
from drafting.language_model.row_reader import RefusedRow, RowReader
from drafting.language_model.stretches import stretches
from graph.model.facts import Facts
from ontology.schema.kinds import Statement

# A model writes about a token for every third letter that it reads of one kind.
WRITTEN_SHARE = 3
# So many faults in a row are not by chance: the run ends.
PATIENCE = 3
HASH_LETTERS = 12


@dataclass(frozen=True)
class ModelUsage:
    """Calls and tokens, read and written."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def tokens(self) -> int:
        """All tokens."""
        return self.tokens_in + self.tokens_out

    def plus(self, other: ModelUsage) -> ModelUsage:
        """The usage of both."""
        return ModelUsage(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )

    def cost(self, price_in: float, price_out: float) -> float:
        """The cost at prices for a million tokens read and written."""
        return (self.tokens_in * price_in + self.tokens_out * price_out) / 1_000_000


@dataclass(frozen=True)
class AnsweredStretch:
    """The result of a question: drafts and refused rows, or a fault, or both.

    `usage` is empty for an answer that had been kept.
    """

    task: AskedStretch
    drafts: tuple[Draft, ...] = ()
    refused_rows: tuple[RefusedRow, ...] = ()
    fault: ModelError | None = None
    usage: ModelUsage = ModelUsage()


def questions(
    facts: Facts,
    article: Article,
    kinds: Sequence[type[Statement]] = (),
    passes: int = 1,
) -> tuple[AskedStretch, ...]:
    """A question for each kind, stretch and pass, in the order of the text."""
    text = article.clean.text
    published, language = article.recognised_text.published, article.recognised_text.language
    day = published.isoformat() if published else ""
    return tuple(
        AskedStretch(
            kind,
            stretch,
            model_question(
                kind, text[stretch.start : stretch.end], facts, language, day, pass_number
            ),
        )
        for pass_number in range(1, passes + 1)
        for stretch in stretches(text)
        for kind in kinds or asked_kinds()
    )


def expected_usage(tasks: Iterable[AskedStretch]) -> ModelUsage:
    """The approximate usage of these questions."""
    usage = ModelUsage()
    for each in tasks:
        written = (each.stretch.end - each.stretch.start) // WRITTEN_SHARE
        usage = usage.plus(ModelUsage(1, each.question.tokens, written))
    return usage


class ModelRun:
    """Puts questions about one article to one model, within a budget of tokens."""

    def __init__(
        self,
        client: ChatClient,
        cache: AnswerCache,
        reader: RowReader,
        budget: int | None = None,
    ) -> None:
        self._client, self._cache, self._reader = client, cache, reader
        self._budget = budget

    def tasks_without_answer(self, tasks: Iterable[AskedStretch]) -> list[AskedStretch]:
        """The questions without a kept answer."""
        endpoint = self._client.endpoint
        return [each for each in tasks if self._cache.answer(endpoint, each.question) is None]

    def results(self, tasks: Sequence[AskedStretch]) -> Iterator[AnsweredStretch]:
        """The result of each question, until the budget is used up or too many fail."""
        used, faults = ModelUsage(), 0
        for each in tasks:
            answer = self._cache.answer(self._client.endpoint, each.question)
            if answer is not None:
                yield self._read(each, answer, ModelUsage())
                continue
            if self._budget is not None:
                expected = used.plus(expected_usage([each])).tokens
                if expected > self._budget:
                    fault = ModelError("budget_used", budget=self._budget)
                    yield AnsweredStretch(each, fault=fault)
                    return
            outcome = self._ask(each)
            yield outcome
            used = used.plus(outcome.usage)
            faults = faults + 1 if outcome.fault and not outcome.drafts else 0
            if faults >= PATIENCE or (outcome.fault and outcome.fault.is_fatal):
                return

    def _ask(self, task: AskedStretch) -> AnsweredStretch:
        try:
            answer = self._client.answer(task.question)
        except ModelError as error:
            return AnsweredStretch(task, fault=error, usage=ModelUsage(1))
        usage = ModelUsage(1, answer.tokens_in, answer.tokens_out)
        outcome = self._read(task, answer, usage)
        try:
            self._cache.keep(self._client.endpoint, task.question, answer)
        except OSError:
            fault = ModelError("not_kept", folder=self._cache.folder)
            return AnsweredStretch(task, outcome.drafts, outcome.refused_rows, fault, usage)
        return outcome

    def _read(self, task: AskedStretch, answer: ChatAnswer, usage: ModelUsage) -> AnsweredStretch:
        """The rows of an answer as drafts; if a list breaks off, those before the break."""
        rows = answer_rows(answer.content)
        if rows is None:
            return AnsweredStretch(task, fault=ModelError("no_rows"), usage=usage)
        by = self._drafted_by(task, answer)
        read = [self._reader.read(row, task, by) for row in rows.rows]
        fault = None if rows.is_whole else ModelError("broke_off", count=len(rows.rows))
        return AnsweredStretch(
            task,
            tuple(draft for draft in read if isinstance(draft, Draft)),
            tuple(row for row in read if isinstance(row, RefusedRow)),
            fault,
            usage,
        )

    def _drafted_by(self, task: AskedStretch, answer: ChatAnswer) -> str:
        """The model with hashes of its question and of its answer."""
        model = self._client.endpoint.model
        prompt, written = task.question.sha256[:HASH_LETTERS], answer.sha256[:HASH_LETTERS]
        return f"model {model} prompt {prompt} answer {written}"
