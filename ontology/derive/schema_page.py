"""The kinds as a page for readers, in Chinese and English side by side."""

from __future__ import annotations

from ontology.derive.field_description import field_description
from ontology.derive.iris import REUSED_PROPERTIES, SUPERCLASSES, property_iri
from ontology.labels.labels import Word, schema_words
from ontology.schema.fields import Field, fields
from ontology.schema.kinds import SELF, STATEMENTS, THINGS, Kind, NonLink, Statement

HEADER = "| 字段 field | 名称 name | 必填 required | 内容 holds | RDF |\n|---|---|---|---|---|\n"


def schema_page() -> str:
    """The whole schema as Markdown."""
    parts = [
        "# 可以说什么 · What can be said\n",
        "由 `ontology/schema/kinds.py` 生成，请勿手改。"
        "Derived from `ontology/schema/kinds.py`; do not edit.\n",
        "## 事物 · Things\n",
        *(_kind(kind) for kind in THINGS),
        "## 陈述 · Statements\n",
        "每条陈述都有以下字段。Every statement has these fields.\n",
        HEADER + "".join(_row(f) for f in fields(Statement)),
        *(_kind(kind) for kind in STATEMENTS),
        "## 并非学习 · Non-links\n",
        _kind(NonLink),
    ]
    return "\n".join(parts)


def _kind(kind: type[Kind]) -> str:
    word = schema_words()[kind.__name__]
    listed_fields = [
        f for f in fields(kind) if kind not in STATEMENTS or f.name not in Statement.model_fields
    ]
    standard = SUPERCLASSES.get(kind.__name__)
    lines = [f"### {kind.__name__} · {word.zh} · {word.en}\n", _comment_in_both(word) + "\n"]
    if standard:
        lines.append(f"RDF: `lf:{kind.__name__}` ⊑ `{standard}`\n")
    lines += [
        f"Cypher: `{_pattern(kind, edge.start, edge.type, edge.end)}`\n" for edge in kind.edges
    ]
    return "\n".join(lines) + "\n" + HEADER + "".join(_row(field) for field in listed_fields)


def _pattern(kind: type[Kind], start: str, type: str, end: str) -> str:
    by_name = {field.name: field for field in fields(kind)}
    left = kind.__name__ if start == SELF else "|".join(by_name[start].referred_kinds)
    return f"(:{left})-[:{type}]->(:{'|'.join(by_name[end].referred_kinds)})"


def _row(field: Field) -> str:
    word = schema_words()[field.name]
    required = "✓" if field.required else ""
    term = REUSED_PROPERTIES.get(field.name) or "lf:" + property_iri(field.name).rpartition("#")[2]
    about = f"{word.zh} · {word.en}"
    if word.comment_en:
        about += f"<br>{word.comment_zh} · {word.comment_en}"
    description = f"{field_description(field, 'zh')} · {field_description(field, 'en')}"
    return f"| `{field.name}` | {about} | {required} | {description} | `{term}` |\n"


def _comment_in_both(word: Word) -> str:
    return f"{word.comment('zh')}。{word.comment('en')}."
