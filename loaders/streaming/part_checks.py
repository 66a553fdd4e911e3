"""The checks of rows by themselves and against the codes of the whole folder, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.dataset import Dataset
from loaders.facts.checks import (
    Check,
    composed_fields_hold_wordings,
    dates_have_a_basis_only_if_given,
    figures_are_in_their_indicators_unit,
    links_before,
    model_start_dates,
    no_edge_is_a_loop,
    references_resolve,
    spans_lie_in_their_source,
    titles_are_as_read,
)
from loaders.facts.non_link_checks import barred_lessons, pairs_not_linked
from loaders.facts.parsed_folder import ParsedFolder, ParsedRow
from loaders.facts.thing_checks import place_codes_are_listed, things_are_named
from loaders.streaming.code_index import CodeIndex
from loaders.streaming.dates_by_code import DatesByCode
from loaders.streaming.digests import TextTuples
from loaders.tables.faults import Fault
from loaders.withdrawals.withdrawn_checks import statements_of_retracted_sources
from ontology.schema.kinds import HasModel, NonLink, Source, SourceState

# Checks that need only their own row, and the things by code.
CHECKS: tuple[Check, ...] = (
    things_are_named,
    references_resolve,
    spans_lie_in_their_source,
    titles_are_as_read,
    place_codes_are_listed,
    figures_are_in_their_indicators_unit,
    dates_have_a_basis_only_if_given,
    composed_fields_hold_wordings,
    no_edge_is_a_loop,
)


@dataclass
class PartChecks:
    """Checks the parts of a folder, the tables of EARLIER_KINDS before the others."""

    dataset: Dataset
    codes: CodeIndex

    def __post_init__(self) -> None:
        self._begun = DatesByCode()
        self._barred = TextTuples()
        self._retracted: list[ParsedRow] = []

    def remember(self, reads: Sequence[ParsedRow]) -> None:
        """Keeps of some rows what later rows must not contradict."""
        kept_rows = [read for read in reads if isinstance(read.value, REMEMBERED_ROW_KINDS)]
        part = self._folder(kept_rows)
        self._begun.add(model_start_dates(part))
        self._barred.add_all(pairs_not_linked(part))
        self._retracted += (read for read in kept_rows if _is_retracted(read))

    def faults(self, reads: Sequence[ParsedRow]) -> Iterator[Fault]:
        """The faults of some rows."""
        part = self._folder(reads)
        for check in CHECKS:
            yield from check(part)
        yield from links_before(part, self._begun)
        yield from barred_lessons(part, self._barred)
        if self._retracted:
            yield from statements_of_retracted_sources(self._folder([*reads, *self._retracted]))

    def _folder(self, reads: Sequence[ParsedRow]) -> ParsedFolder:
        return ParsedFolder(self.dataset, tuple(reads), known_things=self.codes.things)


# The kinds that `remember` needs before the rows that are checked against them.
EARLIER_KINDS = (HasModel, NonLink)
REMEMBERED_ROW_KINDS = (Source, *EARLIER_KINDS)


def _is_retracted(parsed_row: ParsedRow) -> bool:
    return isinstance(parsed_row.value, Source) and parsed_row.value.state is SourceState.RETRACTED
