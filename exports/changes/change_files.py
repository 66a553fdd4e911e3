"""The changes between two states as a table, CSV, Markdown and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from exports.changes.change_rows import ChangeRow
from graph.stores.store import Answer
from ontology.labels.labels import name as word
from ontology.schema.value_types import TextSpan
from queries.rendering.formats import Format, escape_markdown, in_json, render
from queries.rendering.texts import phrase

COLUMNS = ("change", "kind", "old", "new", "what", "where", "field", "before", "after", "note")


def changes_file(
    rows: Sequence[ChangeRow], names: tuple[str, str], format: Format, language: str
) -> str:
    """All changes in one format; `names` are the names of the old and the new state."""
    match format:
        case Format.JSON:
            return changes_json(rows, names)
        case Format.MARKDOWN:
            return changes_markdown(rows, names, language)
        case _:
            return render(changes_table(rows, language), format)


def changes_table(rows: Sequence[ChangeRow], language: str) -> Answer:
    """A line for each field that changed; a change without such fields has one line."""
    lines = []
    for row in rows:
        head = (change_name(row, language), kind_name(row, language), row.old, row.new)
        fields = [(field.label, field.old, field.new) for field in row.fields] or [("", "", "")]
        lines += [(*head, row.subject, row.location, *field, row.note) for field in fields]
    columns = tuple(phrase(f"changes_{column}", language) for column in COLUMNS)
    return Answer(columns, tuple(lines))


def changes_json(rows: Sequence[ChangeRow], names: tuple[str, str]) -> str:
    """One object: both names, and every change with its fields as they stand in the tables."""
    entries = [
        {
            "group": row.group,
            "change": row.change,
            "kind": row.kind or None,
            "old": row.old or None,
            "new": row.new or None,
            "what": row.subject,
            "where": row.location or None,
            "fields": {
                field.name: {"old": _plain(field.raw[0]), "new": _plain(field.raw[1])}
                for field in row.fields
            },
            "note": row.note or None,
        }
        for row in rows
    ]
    return in_json({"old": names[0], "new": names[1], "changes": entries})


def changes_markdown(rows: Sequence[ChangeRow], names: tuple[str, str], language: str) -> str:
    """A heading for each part and each change, and a line for each entry."""
    old, new = map(escape_markdown, names)
    parts = [f"# {phrase('changes_title', language, old=old, new=new)}\n", summary(rows, language)]
    for group, group_rows in groupby(rows, key=lambda row: row.group):
        parts.append(f"## {phrase(f'changes_group_{group}', language)}\n")
        sorted_rows = sorted(group_rows, key=lambda row: row.change)
        for _, entries in groupby(sorted_rows, key=lambda row: row.change):
            rows_of_change = list(entries)
            parts.append(f"### {change_name(rows_of_change[0], language)}\n")
            parts.append("".join(_item(row, language) for row in rows_of_change))
    return "\n".join(parts)


def summary(rows: Sequence[ChangeRow], language: str) -> str:
    """How many changes of each sort there are, in a sentence."""
    if not rows:
        return phrase("changes_none", language) + "\n"
    counts = Counter((row.group, row.change) for row in rows)
    counts_in_words = [
        phrase(
            "changes_count",
            language,
            group=phrase(f"changes_group_{group}", language),
            change=phrase(f"change_{change}", language),
            count=count,
        )
        for (group, change), count in counts.items()
    ]
    counts_list = phrase("changes_and", language).join(counts_in_words)
    return phrase("changes_summary", language, told=counts_list) + "\n"


def change_name(row: ChangeRow, language: str) -> str:
    """What happened, in a word."""
    return phrase(f"change_{row.change}", language)


def kind_name(row: ChangeRow, language: str) -> str:
    """The kind of a statement or thing, else the part to which the row belongs."""
    return word(row.kind, language) if row.kind else phrase(f"changes_group_{row.group}", language)


def _item(row: ChangeRow, language: str) -> str:
    comma = phrase("comma", language)
    ids = " → ".join(dict.fromkeys(filter(None, (row.old, row.new))))
    details = comma.join(filter(None, (kind_name(row, language), row.location, ids)))
    head = phrase("changes_item", language, what=row.subject, details=details)
    lines = [f"- {escape_markdown(head)}"]
    for field in row.fields:
        values = {"label": field.label, "old": field.old, "new": field.new}
        lines.append(f"  - {escape_markdown(phrase('changes_field_line', language, **values))}")
    lines += [f"  - {escape_markdown(row.note)}"] if row.note else []
    return "".join(f"{line}\n" for line in lines)


def _plain(value: object) -> object:
    """A value for JSON: numbers digit for digit, as text."""
    match value:
        case TextSpan():
            return {"start": value.start, "end": value.end, "sha256": value.sha256}
        case date() | Decimal():
            return str(value)
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return value
