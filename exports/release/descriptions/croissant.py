"""croissant.json: the release for machine learning, its records read from the Parquet files.

By Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html). A record set is a
kind; its fields are the columns of the typed table, with what is worked out of a statement. Which
table refers to which is told in datapackage.json: a reader of Croissant would join what refers to
each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from exports.release.descriptions.common_fields import (
    abstract,
    both_languages,
    curators,
    json_bytes,
    licence_address,
    release_iri,
)
from exports.release.descriptions.file_entries import PARQUET, FileEntry, file_entries
from exports.release.release_content import ReleaseContent
from exports.release.typed_tables import (
    CONTESTED_COLUMN,
    SOURCE_COUNT_COLUMN,
    STATEMENT_ID,
    TableColumn,
    columns,
    key_column,
    kinds_of,
    table_name,
)
from ontology.derive.field_description import field_description
from ontology.labels.labels import schema_words
from ontology.schema.kinds import Kind

PROFILE = "http://mlcommons.org/croissant/1.0"
# The context as the specification gives it.
TERMS = """citeAs column dataType equivalentProperty examples extract field fileProperty fileObject
fileSet format includes isLiveDataset jsonPath key md5 parentField path recordSet references regex
repeated replace samplingRate separator source subField transform"""
AS_JSON = {"data": "@json", "examples": "@json", "dataType": "@vocab"}
CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    **{term: f"cr:{term}" for term in TERMS.split()},
    **{term: {"@id": f"cr:{term}", "@type": type_} for term, type_ in AS_JSON.items()},
}
TYPES: dict[type, str] = {
    str: "sc:Text",
    int: "sc:Integer",
    bool: "sc:Boolean",
    Decimal: "sc:Float",
    date: "sc:Date",
}
# The media type of Parquet in Croissant.
PARQUET_FORMAT = "application/x-parquet"
COMMENTS = {
    STATEMENT_ID: both_languages("由内容算出的标识", "computed from what the statement says"),
    SOURCE_COUNT_COLUMN: both_languages(
        "说到同一说法的来源数；计划与否认没有",
        "how many sources tell this claim; none for plans and denials",
    ),
    CONTESTED_COLUMN: both_languages(
        "是否另有来源的说法与它不能都对",
        "whether another source tells what cannot be true beside it",
    ),
}


def croissant(content: ReleaseContent) -> bytes:
    """The description of all files that are written so far, and of the rows of each kind."""
    dataset, name = content.facts.dataset, content.name
    description = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": PROFILE,
        "name": both_languages(dataset.title_zh, dataset.title_en),
        "description": both_languages(abstract(content, "zh"), abstract(content, "en")),
        "version": _three_numbers(name.version),
        "datePublished": name.day.isoformat(),
        "license": licence_address(dataset) or dataset.licence,
        "url": release_iri(content),
        "inLanguage": list(dataset.languages),
        "creator": {"@type": "sc:Organization", "name": curators(dataset)},
        "citeAs": f"{curators(dataset)} ({name.day.year}). {dataset.title_en}. {name.version}.",
        "isLiveDataset": False,
        "distribution": [_file_object(entry) for entry in file_entries(content)],
        "recordSet": [_record_set(kind) for kind in kinds_of(content.facts)],
    }
    return json_bytes(description)


def _three_numbers(version: str) -> str:
    """`2026.09` as `2026.9.0`: Croissant wants MAJOR.MINOR.PATCH without leading zeros."""
    core, dash, suffix = version.partition("-")
    numbers = [str(int(number)) for number in core.split(".")]
    return ".".join((numbers + ["0", "0"])[:3]) + dash + suffix


def _file_object(entry: FileEntry) -> Mapping[str, str]:
    is_parquet = entry.path.endswith(PARQUET)
    return {
        "@type": "cr:FileObject",
        "@id": entry.path,
        "name": entry.path,
        "description": both_languages(entry.title("zh"), entry.title("en")),
        "contentUrl": entry.path,
        "contentSize": f"{entry.size} B",
        "encodingFormat": PARQUET_FORMAT if is_parquet else entry.media_type,
        "sha256": entry.sha256,
    }


def _record_set(kind: type[Kind]) -> Mapping[str, Any]:
    table, word = table_name(kind), schema_words()[kind.__name__]
    key = key_column(kind)
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": both_languages(word.comment("zh"), word.comment("en")),
        **({"key": {"@id": f"{table}/{key}"}} if key else {}),
        "field": [_field(table, column) for column in columns(kind)],
    }


def _field(table: str, column: TableColumn) -> Mapping[str, Any]:
    file = {"@id": f"parquet/{table}{PARQUET}"}
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": _comment(column),
        "dataType": TYPES[column.value_type],
        **({"repeated": True} if column.is_list else {}),
        "source": {"fileObject": file, "extract": {"column": column.name}},
    }


def _comment(column: TableColumn) -> str:
    if column.field is None:
        return COMMENTS[column]
    word = schema_words()[column.name]
    parts = ((word.name(lang), field_description(column.field, lang)) for lang in ("zh", "en"))
    return both_languages(*(": ".join(part) for part in parts))
