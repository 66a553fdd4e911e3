"""The checks across rows: a list of small functions, each named for what must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from loaders.facts.cycles import places_have_no_cycle, taxonomy_has_no_cycle
from loaders.facts.non_link_checks import non_links_are_no_lessons
from loaders.facts.parsed_folder import ParsedFolder
from loaders.facts.thing_checks import codes_are_unique, place_codes_are_listed, things_are_named
from loaders.sha256 import sha256
from loaders.tables.csv_table import TableRow
from loaders.tables.faults import Fault, nearest_choices
from ontology.labels.labels import any_of, schema_words
from ontology.schema.edtf import Order, edtf_interval
from ontology.schema.fields import fields, referred_kinds, wording_fields
from ontology.schema.kinds import (
    THINGS,
    DerivedFrom,
    HasModel,
    Indicator,
    Kind,
    LearnedFrom,
    Measurement,
    NonLink,
    Source,
    Statement,
    Thing,
)

Check = Callable[[ParsedFolder], Iterable[Fault]]


def references_resolve(folder: ParsedFolder) -> Iterator[Fault]:
    unresolved_codes = _unresolved_codes(folder)
    if not any(unresolved_codes.values()):
        return  # most folders: no row needs to be looked at
    for row, value, column, code in folder.references:
        if code not in unresolved_codes[type(value), column]:
            continue
        kinds, thing = referred_kinds(type(value))[column], folder.things.get(code)
        choices = nearest_choices(code, _codes(folder, kinds))
        names = any_of(kinds)
        if thing is not None:
            actual = schema_words()[type(thing).__name__]
            yield row.fault(
                "wrong_kind", column, value=code, found=actual, kinds=names, choices=choices
            )
        elif kinds == ("Unit",):
            yield row.fault("unknown_unit", column, value=code, choices=choices)
        else:
            yield row.fault("dangling_reference", column, value=code, kinds=names, choices=choices)


def _unresolved_codes(folder: ParsedFolder) -> Mapping[tuple[type[Kind], str], Set[str]]:
    """The codes in each column of each kind that name no thing of the kinds it may name."""

    def resolves(code: str, kinds: tuple[str, ...]) -> bool:
        thing = folder.things.get(code)
        return type(thing).__name__ in kinds or (thing is None and folder.may_have(code, kinds))

    return {
        (kind, column): {c for c in codes if not resolves(c, referred_kinds(kind)[column])}
        for (kind, column), codes in folder.named_codes.items()
    }


def statements_are_unique(folder: ParsedFolder) -> Iterator[Fault]:
    first: dict[str, TableRow] = {}
    for row, id, _ in folder.statement_rows:
        other = first.setdefault(id, row)
        if other is not row:
            yield row.fault("duplicate_statement", other=f"{other.file}:{other.line}")


def spans_lie_in_their_source(folder: ParsedFolder) -> Iterator[Fault]:
    rows: list[tuple[TableRow, Statement | NonLink]]
    rows = [*folder.rows_of(Statement), *folder.rows_of(NonLink)]
    for row, value in rows:
        source = folder.things.get(value.source)
        further = value.also_at if isinstance(value, Statement) else ()
        ends = [("end", value.start, value.end)]
        for column, start, end in (*ends, *(("also_at", span.start, span.end) for span in further)):
            if start >= end:
                yield row.fault("span_order", column, start=str(start), end=str(end))
            elif isinstance(source, Source) and end > source.length:
                length = str(source.length)
                yield row.fault(
                    "span_outside",
                    column,
                    start=str(start),
                    end=str(end),
                    source=source.code,
                    length=length,
                )


def titles_are_as_read(folder: ParsedFolder) -> Iterator[Fault]:
    """If only the title of a source was read, that title is its name."""
    for row, source in folder.rows_of(Source):
        title = source.title_text
        if title is not None and (len(title), sha256(title.encode())) != (
            source.length,
            source.sha256,
        ):
            column = "name_zh" if title == source.name_zh else "name_en"
            yield row.fault(
                "title_differs", column, length=str(len(title)), sha256=sha256(title.encode())
            )


def one_span_has_one_hash(folder: ParsedFolder) -> Iterator[Fault]:
    first: dict[tuple[str, int, int], tuple[str, TableRow]] = {}
    for row, statement in folder.rows_of(Statement):
        spots = [("sha256", statement.start, statement.end, statement.sha256)]
        spots += [("also_at", span.start, span.end, span.sha256) for span in statement.also_at]
        for column, start, end, hash in spots:
            first_hash, other = first.setdefault((statement.source, start, end), (hash, row))
            if first_hash != hash:
                yield row.fault("span_hash_differs", column, other=f"{other.file}:{other.line}")


def figures_are_in_their_indicators_unit(folder: ParsedFolder) -> Iterator[Fault]:
    for row, figure in folder.rows_of(Measurement):
        indicator = folder.things.get(figure.indicator)
        if not isinstance(indicator, Indicator) or indicator.unit not in folder.things:
            continue
        if indicator.unit != figure.unit:
            yield row.fault(
                "unit_mismatch",
                "unit",
                indicator=indicator.code,
                wanted=indicator.unit,
                value=figure.unit,
            )


def dates_have_a_basis_only_if_given(folder: ParsedFolder) -> Iterator[Fault]:
    for row, statement in folder.rows_of(Statement):
        if statement.dated_by is None:
            continue
        dates = [f.name for f in fields(type(statement)) if f.is_date]
        if not any(getattr(statement, name) for name in dates):
            yield row.fault("lacks_date", "dated_by")


def composed_fields_hold_wordings(folder: ParsedFolder) -> Iterator[Fault]:
    for row, statement in folder.rows_of(Statement):
        if not statement.composed:
            continue
        wordings = (field.name for field in wording_fields(type(statement)))
        names = [name for name in wordings if getattr(statement, name) is not None]
        for name in statement.composed:
            if name not in names:
                yield row.fault("not_a_wording", "composed", value=name, choices=tuple(names))


def links_do_not_precede_the_model(folder: ParsedFolder) -> Iterator[Fault]:
    return links_before(folder, model_start_dates(folder))


def model_start_dates(folder: ParsedFolder) -> dict[str, str]:
    """The date since which there is each model, as far as statements say."""
    return {value.model: value.since for _, value in folder.rows_of(HasModel) if value.since}


def links_before(folder: ParsedFolder, start_dates: Mapping[str, str]) -> Iterator[Fault]:
    """The links of a folder that are older than their model; `start_dates` is by its code."""
    links: list[tuple[TableRow, str | None, str | None]] = [
        *((row, lesson.when, lesson.model) for row, lesson in folder.rows_of(LearnedFrom)),
        *((row, link.when, link.origin) for row, link in folder.rows_of(DerivedFrom)),
    ]
    for row, when, model in links:
        since = start_dates.get(model) if model else None
        if (
            when
            and model
            and since
            and edtf_interval(when).order_before(edtf_interval(since)) is Order.CERTAIN
        ):
            yield row.fault("link_before_model", "when", when=when, model=model, since=since)


def no_edge_is_a_loop(folder: ParsedFolder) -> Iterator[Fault]:
    for row, statement in folder.rows_of(Statement):
        edge = statement.edges[0]
        start, end = getattr(statement, edge.start, None), getattr(statement, edge.end)
        if start is not None and start == end:
            yield row.fault("self_link", edge.end, value=end)


def every_thing_is_referenced(folder: ParsedFolder) -> Iterator[Fault]:
    if folder.broken_kinds:
        return  # a row that names it may be among those that were not read
    named_codes = {folder.dataset.start}.union(folder.unread_codes, *folder.named_codes.values())
    for row, thing in folder.rows_of(Thing):
        if thing.code not in named_codes and not thing.stands_alone:
            yield row.fault("unused_thing", "code", value=thing.code)


def the_story_starts_at_a_thing(folder: ParsedFolder) -> Iterator[Fault]:
    start = folder.dataset.start
    kinds = [kind.__name__ for kind in THINGS]
    if start is not None and start not in folder.things and not folder.may_have(start, kinds):
        values = {"value": start, "kinds": " / ".join(kinds)}
        choices = nearest_choices(start, folder.things)
        yield Fault("dataset.toml", 0, 0, "start", "dangling_reference", values, choices)


CHECKS: tuple[Check, ...] = (
    codes_are_unique,
    things_are_named,
    references_resolve,
    statements_are_unique,
    spans_lie_in_their_source,
    titles_are_as_read,
    one_span_has_one_hash,
    place_codes_are_listed,
    figures_are_in_their_indicators_unit,
    dates_have_a_basis_only_if_given,
    composed_fields_hold_wordings,
    links_do_not_precede_the_model,
    no_edge_is_a_loop,
    taxonomy_has_no_cycle,
    places_have_no_cycle,
    non_links_are_no_lessons,
    every_thing_is_referenced,
    the_story_starts_at_a_thing,
)


def _codes(folder: ParsedFolder, kinds: tuple[str, ...]) -> list[str]:
    return [code for code, thing in folder.things.items() if type(thing).__name__ in kinds]
