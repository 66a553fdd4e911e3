"""Reads a row of a model's answer into a draft, or finds the reason why it is refused.

Whatever an address promises of its answers, every field is checked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from drafting.drafters.article import Article
from drafting.drafts.draft import NEW_PREFIX, Band, Draft, draft_span, filled_cells
from drafting.language_model.prompt import AskedStretch
from drafting.language_model.quote_location import QuoteLocator
from drafting.language_model.rows.cell_texts import cell_texts, seen_letters
from drafting.language_model.thing_resolver import ThingResolver
from drafting.rows.typed_row import TypedRow, typed_row
from graph.model.facts import Facts
from graph.model.statement_content import snake
from loaders.copies.wordings import unwritten_fields
from loaders.tables.faults import Fault
from ontology.schema.fields import content_fields, fields
from ontology.schema.kinds import DatedBy, Statement
from ontology.schema.value_types import TextSpan
from texts.tables import LANGUAGE_MODEL

# Placeholders for the code of a new thing, and for the curation that a draft does not have.
PLACEHOLDER, DAY = "new-thing", "2000-01-01"


@dataclass(frozen=True)
class RefusedRow:
    """A row that became no draft: a key of texts/language_model.csv, and the fault of its cells."""

    kind: str
    key: str
    fault: Fault | None = None

    def text(self, language: str) -> str:
        """The reason in `zh` or `en`; never words of the article."""
        if self.fault is None:
            return LANGUAGE_MODEL.say(self.key, language)
        return LANGUAGE_MODEL.say(self.key, language, column=self.fault.column or self.kind)


class RowReader:
    """Reads the rows that a model found in one article."""

    def __init__(self, facts: Facts, article: Article) -> None:
        self._article = article
        self._locator = QuoteLocator(article.clean)
        self._resolver = ThingResolver(facts, article.gazetteer)

    def read(self, row: Any, task: AskedStretch, drafted_by: str) -> Draft | RefusedRow:
        """The draft of a row, with findings on its doubtful cells."""
        kind = snake(task.kind.__name__)
        if not isinstance(row, dict):
            return RefusedRow(kind, "row_of_another_form")
        passages = self._passages(row, task)
        if not passages:
            return RefusedRow(kind, "quote_not_there")
        cells = cell_texts(row, task.kind)
        if cells is None:
            return RefusedRow(kind, "row_of_another_form")
        candidates: dict[str, tuple[str, ...]] = {}
        for field in content_fields(task.kind):
            if field.referred_kinds and field.name in cells:
                name = self._resolver.resolve(cells[field.name], field.referred_kinds)
                cells[field.name] = name.cell
                if name.candidates:
                    candidates[field.name] = name.candidates
        others = _other_quotes(row)
        lost = others is None or len(passages) - 1 < len(others)
        draft = Draft(
            kind=kind,
            source=self._article.source,
            cells=filled_cells(cells),
            spans=tuple(passages),
            band=Band.LOOK,
            drafted_by=drafted_by,
            candidates=tuple(sorted(candidates.items())),
            findings=("QUOTE",) if lost else (),
        )
        return self._validate(draft, task)

    def _passages(self, row: Mapping[str, Any], task: AskedStretch) -> list[TextSpan]:
        """The spans of the quotation and of the other passages; empty without the quotation."""
        quote = row.get("quote")
        words = seen_letters(quote) if isinstance(quote, str) else None
        main = self._locator.locate(words, task.stretch) if words else None
        if main is None:
            return []
        others_located = [
            self._locator.locate(other, task.stretch, main)
            for other in map(seen_letters, _other_quotes(row) or [])
            if other
        ]
        spans = [
            self._with_whole_place(span) for span in (main, *others_located) if span is not None
        ]
        return [draft_span(self._article.clean.raw, *span) for span in dict.fromkeys(spans)]

    def _with_whole_place(self, span: tuple[int, int]) -> tuple[int, int]:
        """A raw span that ends inside the name of a place that it begins, with the whole name: a
        model often leaves out the word for the level."""
        clean = self._article.clean
        start, end = clean.clean_span(*span)
        for place in self._article.recognised_text.coded_places:
            if start <= place.start < end < place.end:
                return span[0], clean.raw_span(place.start, place.end)[1]
        return span

    def _validate(self, draft: Draft, task: AskedStretch) -> Draft | RefusedRow:
        """The draft without optional cells that cannot be read; refused for any other fault."""
        row = draft_row(draft)
        optional = {field.name: field for field in fields(task.kind) if not field.required}
        if isinstance(row, list):
            faults = [fault for fault in row if fault.column not in optional]
            if faults:
                return RefusedRow(draft.kind, "cell_not_valid", faults[0])
            names = {fault.column for fault in row}
            codes = {"DATE" if optional[name].is_date else "NAME" for name in names}
            draft = _without_cells(draft, names, codes)
            row = draft_row(draft)
        if isinstance(row, list):
            return RefusedRow(draft.kind, "cell_not_valid", row[0])
        return self._with_wordings(draft, row, task)

    def _with_wordings(self, draft: Draft, row: TypedRow, task: AskedStretch) -> Draft | RefusedRow:
        """The draft with the passages of its wordings; a wording that is nowhere is removed."""
        assert isinstance(row.value, Statement)
        raw, spans = self._article.clean.raw, list(draft.spans)
        passages = [raw[span.start : span.end] for span in spans]
        lost, findings = set(), list(draft.findings)
        for wording in unwritten_fields("", row.value, passages):
            place = self._locator.locate(wording.wording, task.stretch)
            if place is None:
                lost.add(wording.field)
                continue
            # the model did not cite this passage
            findings.append("QUOTE")
            if draft_span(raw, *place) not in spans:
                spans.append(draft_span(raw, *place))
        needed = {field.name for field in fields(task.kind) if field.required}
        if lost & needed:
            return RefusedRow(draft.kind, "wording_not_there")
        codes = {"LOCAL_NAME"} if lost else set()
        draft = replace(draft, spans=tuple(spans), findings=tuple(dict.fromkeys(findings)))
        return self._with_date_basis(_without_cells(draft, lost, codes))

    def _with_date_basis(self, draft: Draft) -> Draft:
        """The draft with the cell that says whether its date rests on the day of publication."""
        written = {cell for column, cell in draft.cells if column.endswith("_written")}
        values = {cell for _, cell in draft.cells}
        relative = any(
            date.is_relative and date.words in written and date.edtf in values
            for date in self._article.dates
        )
        cells = dict(draft.cells)
        if relative:
            cells["dated_by"] = DatedBy.RELATIVE.value
        return replace(draft, cells=filled_cells(cells))


def draft_row(draft: Draft) -> TypedRow | list[Fault]:
    """The row of a draft, with a placeholder for each new thing, or the faults of its cells."""
    cells = {
        column: PLACEHOLDER if cell.startswith(NEW_PREFIX) else cell for column, cell in draft.cells
    }
    return typed_row(replace(draft, cells=filled_cells(cells)), "-", DAY)


def _other_quotes(row: Mapping[str, Any]) -> list[str] | None:
    """The quotations of the other passages; None if they have another form."""
    others = row.get("also") or []
    others = [others] if isinstance(others, str) else others
    is_form = isinstance(others, list) and all(isinstance(other, str) for other in others)
    return list(others) if is_form else None


def _without_cells(draft: Draft, columns: set[str], codes: set[str]) -> Draft:
    """The draft without some cells, and with findings that say so."""
    cells = {column: cell for column, cell in draft.cells if column not in columns}
    findings = tuple(dict.fromkeys((*draft.findings, *sorted(codes))))
    return replace(draft, cells=filled_cells(cells), findings=findings)
