"""The doubts about a row, from the checks, the quotation and the lint, and similar statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from drafting.decisions.review_error import Doubt, sentence
from drafting.drafts.draft import Draft
from drafting.lint.finding import FindingCode
from drafting.review.claim_doubts import ClaimDoubts
from drafting.review.draft_folder import SOURCE
from drafting.review.identity_doubts import IdentityDoubts
from drafting.rows.candidates import ThingCandidates
from drafting.rows.fact_rows import RowIndex, fact_rows
from drafting.rows.new_things import codes_by_name, waiting_names, with_codes
from drafting.rows.row_checks import RowChecks
from drafting.rows.settled_rows import SettledRow
from drafting.rows.similar_statements import Similarity, SimilarStatement, StatementIndex
from drafting.rows.typed_row import KINDS, TypedRow, read_cells, typed_row
from graph.model.facts import Facts
from graph.model.statement_content import statement_id
from loaders.copies.source_copies import Copies, SpanState
from loaders.tables.faults import Fault
from ontology.schema.kinds import Kind, Source, Statement, Thing
from texts.tables import BilingualText

CHECK, QUOTE, NEW_THING = "CHECK", "QUOTE", "NEW"
# The day of acceptance is not known yet, and does not change the checks of a row.
SOME_CURATOR, SOME_DAY = "curator", "2000-01-01"
NO_IDENTITIES = IdentityDoubts()


class RowAssessor:
    """Checks rows by facts, copies of the texts, and the accepted rows that are not facts yet.

    `accepted` are these rows by the ids of their drafts, with their cells as decided; `settled` the
    rows that drafts have become; `sources` are sources that are drafts so far; `identities` the
    judgements of curators on names.
    """

    def __init__(
        self,
        facts: Facts,
        copies: Copies | None,
        accepted_rows: Mapping[str, Draft],
        settled_rows: Mapping[str, SettledRow],
        sources: Iterable[Draft],
        identities: IdentityDoubts = NO_IDENTITIES,
    ) -> None:
        self.facts, self.copies, self._identities = facts, copies, identities
        self._accepted, self._settled = accepted_rows, settled_rows
        self._source_drafts = tuple(sources)

    def with_accepted_rows(self, accepted_rows: Mapping[str, Draft]) -> RowAssessor:
        """The same assessor with other accepted rows."""
        sources, identities = self._source_drafts, self._identities
        assessor = RowAssessor(
            self.facts, self.copies, accepted_rows, self._settled, sources, identities
        )
        if assessor.things == self.things:  # an index of names takes longest
            assessor._candidates, assessor._claims = self._candidates, self._claims
        assessor._fact_rows, assessor._fact_index = self._fact_rows, self._fact_index
        return assessor

    def row(self, draft: Draft) -> TypedRow | list[Fault]:
        """The row that a draft becomes, with the codes of accepted new things."""
        return typed_row(with_codes(draft, self.codes), SOME_CURATOR, SOME_DAY)

    def doubts(self, draft: Draft, id: str = "") -> tuple[Doubt, ...]:
        """All doubts about a row, blocking ones first.

        `id` is that of the draft that the row replaces, if its cells differ.
        """
        coded_draft = with_codes(draft, self.codes)
        new_names = dict(waiting_names(coded_draft))
        doubts = [
            Doubt(NEW_THING, column, sentence("new_thing_waits", name=name), blocks=True)
            for column, name in new_names.items()
        ]
        row = typed_row(coded_draft, SOME_CURATOR, SOME_DAY)
        faults = row if isinstance(row, list) else self._checks_without(id or draft.id).faults(row)
        doubts += [_fault_doubt(fault) for fault in faults if fault.column not in new_names]
        doubts += self._quote_doubts(draft) or self._claim_doubts(row)
        doubts += self._identities.doubts(coded_draft, self.quotes(draft), self.things)
        if id in ("", draft.id):  # the drafter knew nothing of other cells
            doubts += _drafter_doubts(draft, {doubt.code for doubt in doubts})
        return tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: not doubt.blocks))

    def candidates(self, draft: Draft) -> Mapping[str, tuple[str, ...]]:
        """Up to five codes for each column that names a thing."""
        return self._candidates.of_draft(draft, self.quotes(draft))

    def similar_statements(self, draft: Draft, id: str = "") -> tuple[SimilarStatement, ...]:
        """The facts and accepted statements that say the same, without its own draft's."""
        row = self.row(draft)
        if isinstance(row, list) or not isinstance(row.value, Statement):
            return ()
        matches = self._fact_index.similar_statements(row.value, self.facts_of(id or draft.id))
        matches += self._accepted_index.similar_statements(row.value, {id or draft.id})
        return tuple(sorted(matches, key=lambda match: match.relation != Similarity.DUPLICATE))

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """The things of the facts and the accepted new ones, by code."""
        rows = (typed_row(draft, SOME_CURATOR, SOME_DAY) for draft in self._accepted.values())
        values = (row.value for row in rows if isinstance(row, TypedRow))
        return {v.code: v for v in values if isinstance(v, Thing)} | dict(self.facts.things)

    def source(self, code: str) -> Source | None:
        """A source of the facts, or one that is a draft so far."""
        thing = self.things.get(code) or self._new_sources.get(code)
        return thing if isinstance(thing, Source) else None

    def quote_has_changed(self, draft: Draft) -> bool:
        """Whether there is a copy of the text that does not have the cited words there."""
        source = self.source(draft.source)
        if self.copies is None or source is None or self.copies.text(source) is None:
            return False
        states = [self.copies.state(source, span) for span in draft.spans]
        return any(state is not SpanState.VERIFIED for state in states)

    def quotes(self, draft: Draft) -> tuple[str, ...]:
        """The words that a draft cites, as far as a copy of its text has them."""
        source = self.source(draft.source)
        if self.copies is None or source is None:
            return ()
        passages = (self.copies.passage(source, span) for span in draft.spans)
        return tuple(passage.words for passage in passages if passage)

    def _quote_doubts(self, draft: Draft) -> list[Doubt]:
        """Doubts about the passages themselves."""
        if draft.kind == SOURCE:
            return self._copy_doubts(draft)
        if not draft.spans:
            return []
        source = self.source(draft.source)
        no_copy = self.copies is None or source is None or self.copies.text(source) is None
        if not (no_copy or self.quote_has_changed(draft)):
            return []
        key = "no_copy" if no_copy else "quote_changed"
        return [Doubt(QUOTE, "start", sentence(key, source=draft.source), blocks=True)]

    def _claim_doubts(self, row: TypedRow | list[Fault]) -> tuple[Doubt, ...]:
        """Doubts about a readable row that does not fit its passages."""
        if isinstance(row, list) or not isinstance(row.value, Statement) or self._claims is None:
            return ()
        return self._claims.doubts(row.value)

    @cached_property
    def _claims(self) -> ClaimDoubts | None:
        things = dict(self._new_sources) | dict(self.things)
        return ClaimDoubts(self.facts, self.copies, things) if self.copies else None

    def _copy_doubts(self, draft: Draft) -> list[Doubt]:
        """Whether the copy of a source is the text whose length and hash its row gives."""
        row = self.row(draft)
        if isinstance(row, list) or not isinstance(row.value, Source):
            return []
        state = self.copies.is_as_read(row.value) if self.copies else None
        if state:
            return []
        key = "no_copy" if state is None else "copy_differs"
        return [Doubt(QUOTE, "file", sentence(key, source=row.value.code), blocks=True)]

    @cached_property
    def codes(self) -> Mapping[tuple[str, str], str]:
        """The codes of these things by kind and name."""
        return codes_by_name(self.things.values())

    @cached_property
    def _candidates(self) -> ThingCandidates:
        return ThingCandidates(self.things)

    @cached_property
    def _new_sources(self) -> Mapping[str, Source]:
        rows = (self.row(draft) for draft in self._source_drafts)
        values = (row.value for row in rows if isinstance(row, TypedRow))
        return {value.code: value for value in values if isinstance(value, Source)}

    @cached_property
    def _rows(self) -> Mapping[str, TypedRow]:
        """The accepted rows that can be read and are not among the facts, by draft."""
        rows = {id: self.row(draft) for id, draft in self._accepted.items()}
        return {
            id: row
            for id, row in rows.items()
            if isinstance(row, TypedRow) and not is_fact(self.facts, row.value)
        }

    @cached_property
    def _checks(self) -> RowChecks:
        return RowChecks(self.facts.dataset, self._fact_rows, self._rows.values())

    @cached_property
    def _fact_rows(self) -> RowIndex:
        return fact_rows(self.facts)

    def _checks_without(self, id: str) -> RowChecks:
        """The checks beside the facts and accepted rows of other drafts."""
        if id not in self._rows and id not in self._settled:
            return self._checks
        other_rows = [row for draft_id, row in self._rows.items() if draft_id != id]
        return RowChecks(self.facts.dataset, self._fact_rows, other_rows, self.facts_of(id))

    def facts_of(self, id: str) -> frozenset[str]:
        """The code or statement id of the fact that a draft has become."""
        row = self._settled.get(id)
        if row is None or row.kind not in KINDS:
            return frozenset()
        fact_row = read_cells(KINDS[row.kind], dict(row.cells))
        value = fact_row.value if isinstance(fact_row, TypedRow) else None
        if isinstance(value, Thing):
            return frozenset({value.code})
        return frozenset({statement_id(value)} if isinstance(value, Statement) else ())

    @cached_property
    def _fact_index(self) -> StatementIndex:
        return StatementIndex(self.facts.statements.items())

    @cached_property
    def _accepted_index(self) -> StatementIndex:
        values = ((id, row.value) for id, row in self._rows.items())
        return StatementIndex((id, value) for id, value in values if isinstance(value, Statement))


def _drafter_doubts(draft: Draft, codes: Collection[str]) -> Iterator[Doubt]:
    """The drafter's own doubts, without those that are reported already."""
    for code in draft.findings:
        if code not in codes:
            key = "drafters_disagree" if code == FindingCode.CONFLICT else "drafter_doubts"
            yield Doubt(code, "", sentence(key, code=code), blocks=False)


def is_fact(facts: Facts, value: Kind) -> bool:
    """Whether a thing of this code or a statement of this content is in the facts."""
    if isinstance(value, Thing):
        return value.code in facts.things
    return isinstance(value, Statement) and statement_id(value) in facts.statements


def _fault_doubt(fault: Fault) -> Doubt:
    # rows of the facts have names here, and no lines
    values = {
        key: text.removesuffix(":0") if isinstance(text, str) else text
        for key, text in fault.values.items()
    }
    messages = (replace(fault, values=values).message(lang) for lang in ("zh", "en"))
    return Doubt(CHECK, fault.column, BilingualText(*messages), blocks=True)
