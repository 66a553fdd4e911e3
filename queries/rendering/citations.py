"""The citations of statements: never the passage, only how to find it.

A citation names the authors, the source, its publisher, its date, the characters of its text, how
the source holds what it says, the id under which the statement stands in every export, and the
address of the source. Who has a copy of the text can give an address that leads to the passage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.labels.dates import published_in_words
from ontology.labels.labels import choice_name
from ontology.schema.kinds import Source, Statement
from queries.rendering.answer_release import release_heading, release_sentence, with_release
from queries.rendering.formats import escape_markdown, table_of, text
from queries.rendering.named_values import ValueNames
from queries.rendering.texts import phrase

# The citation of a row, in the order of the columns.
CITED_PARTS = ("ids", "sources", "spots", "addresses")
# The address at which a statement is to be read; None if its source has none.
AddressOf = Callable[[Statement], str | None]


def citation(facts: Facts, id: str, language: str, address_of: AddressOf | None = None) -> str:
    """The citation of one statement as plain text in `zh` or `en`; raises KeyError if unknown.

    Without `address_of` the address is that of the source's page.
    """
    address = _address(facts, id, address_of)
    parts = [_cited_text(facts, id, language), *([address] if address else [])]
    return phrase("comma", language).join(parts)


def citation_markdown(
    facts: Facts, id: str, language: str, address_of: AddressOf | None = None
) -> str:
    """The citation of one statement as Markdown, its address a link."""
    address = _address(facts, id, address_of)
    words = escape_markdown(_cited_text(facts, id, language))
    return f"{words}{phrase('comma', language)}<{address}>" if address else words


def _address(facts: Facts, id: str, address_of: AddressOf | None) -> str | None:
    statement = facts.statements[id]
    return address_of(statement) if address_of else facts.source_of(statement).address


def _cited_text(facts: Facts, id: str, language: str) -> str:
    """A citation without its address."""
    statement = facts.statements[id]
    parts = [
        *_source(facts, facts.source_of(statement), language),
        phrase("cited_spots", language, spots=_spots(statement, language)),
        *_date_words(statement, language),
        choice_name(statement.stance, language),
        phrase("cited_id", language, id=id),
    ]
    return phrase("comma", language).join(parts)


def statement_ids(facts: Facts, cells: Iterable[Cell]) -> Iterator[str]:
    """The ids of known statements in cells: alone, in lists or maps, in a text, or as IRIs."""
    for cell in cells:
        match cell:
            case str():
                yield from (id for id in map(_id_of_word, cell.split()) if id in facts.statements)
            case list():
                yield from statement_ids(facts, cell)
            case dict():
                yield from statement_ids(facts, cell.values())


def ids_in_answer(facts: Facts, answer: Answer) -> list[str]:
    """The ids of an answer's statements, each once, in the order in which they stand in it."""
    return list(dict.fromkeys(statement_ids(facts, (cell for row in answer.rows for cell in row))))


def cited_markdown(
    facts: Facts, answer: Answer, language: str, address_of: AddressOf | None = None
) -> str:
    """An answer as a Markdown table whose ids of statements are marks of numbered footnotes.

    If the facts are those of a release, a sentence before the table names it.
    """
    ids = ids_in_answer(facts, answer)
    marks = {id: f"[^{number}]" for number, id in enumerate(ids, 1)}
    names = ValueNames(facts, language)
    rows = [[_with_footnote_marks(names, cell, marks) for cell in row] for row in answer.rows]
    sentence = release_sentence(facts, language)
    parts = [escape_markdown(sentence) + "\n"] if sentence else []
    parts.append(table_of([escape_markdown(column) for column in answer.columns], rows))
    if answer.is_cut:
        parts.append(phrase("cut", language, count=len(rows)) + "\n")
    if answer.is_shortened:
        parts.append(phrase("shortened", language) + "\n")
    notes = (f"{marks[id]}: {citation_markdown(facts, id, language, address_of)}\n" for id in ids)
    parts += ["".join(notes)] * bool(ids)
    return "\n".join(parts)


def cited_rows(
    facts: Facts,
    rows: Sequence[Mapping[str, Cell]],
    ids: Sequence[Sequence[str]],
    language: str,
    address_of: AddressOf | None = None,
) -> Answer:
    """Rows, each with the statements `ids` behind it: their ids, sources, spots and addresses.

    A title, spot or address stands once for each statement, so that the columns can be matched;
    without any address there is no column of them.
    """
    cells_of_rows = [_cells_of_statements(facts, row_ids, language, address_of) for row_ids in ids]
    parts = [
        part for part in CITED_PARTS if part != "addresses" or any(c[part] for c in cells_of_rows)
    ]
    heads = {part: phrase(f"column_{part}", language) for part in parts}
    columns = (*dict.fromkeys(key for row in rows for key in row), *heads.values())
    cells = (
        {**row, **{head: cell[part] for part, head in heads.items()}}
        for row, cell in zip(rows, cells_of_rows, strict=True)
    )
    answer = Answer(columns, tuple(tuple(row.get(key) for key in columns) for row in cells))
    return with_release(facts, answer, release_heading(language))


def _cells_of_statements(
    facts: Facts, ids: Sequence[str], language: str, address_of: AddressOf | None
) -> dict[str, str]:
    statements = [facts.statements[id] for id in ids]
    addresses = [_address(facts, id, address_of) or "" for id in ids]
    return {
        "ids": " ".join(ids),
        "sources": "; ".join(_name(facts, statement.source, language) for statement in statements),
        "spots": "; ".join(_spots(statement, language) for statement in statements),
        "addresses": "; ".join(addresses) if any(addresses) else "",
    }


def _with_footnote_marks(names: ValueNames, cell: Cell, marks: dict[str, str]) -> str:
    """A cell by its names, in which the marks of its statements stand for their ids."""
    ids = dict.fromkeys(statement_ids(names.facts, [cell]))
    label = text(names.value(cell))
    words = label.split() if ids else [label]
    other_words = " ".join(
        word for word in words if _id_of_word(word) not in names.facts.statements
    )
    return " ".join([escape_markdown(other_words), "".join(marks[id] for id in ids)]).strip()


def _id_of_word(word: str) -> str:
    """An id as it is; of a statement's IRI the id."""
    return word.rpartition("/")[2] if "://" in word else word


def _source(facts: Facts, source: Source, language: str) -> Iterator[str]:
    if source.author:
        yield phrase("list_comma", language).join(source.author)
    yield phrase("cited_title", language, title=_name(facts, source.code, language))
    if source.publisher is not None:
        yield _name(facts, source.publisher, language)
    if source.published is not None:
        yield published_in_words(source.published, language)
    elif source.published_written is not None:
        yield source.published_written


def _name(facts: Facts, code: str, language: str) -> str:
    return facts.display_name(code, language)


def _spots(statement: Statement, language: str) -> str:
    """Start–end of every span, counted from 0 and the end excluded, as in the tables."""
    return phrase("list_comma", language).join(f"{s.start}–{s.end}" for s in statement.spans)


def _date_words(statement: Statement, language: str) -> Iterator[str]:
    """The words by which the text dates what it says, if it does."""
    field = type(statement).date_field
    if field and (written_date := getattr(statement, f"{field}_written", None)):
        yield phrase("cited_dated", language, date=written_date)
