"""Downloads of an answer, in the reader's language: files, and text with citations to paste."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.workspace import address_of_passage
from exports.cards.statement_words import Row, filled_columns
from graph.model.facts import Facts
from graph.stores.store import Answer
from queries.catalogue import Question
from queries.custom_queries.custom_question import CUSTOM_KEY
from queries.rendering.answer_labels import label_answer
from queries.rendering.answer_release import release_heading, with_release
from queries.rendering.citations import cited_markdown, cited_rows
from queries.rendering.date_cells import with_dates_in_words
from queries.rendering.formats import as_csv, as_json
from queries.rendering.named_values import with_names

# Excel reads a CSV file as UTF-8 only if it begins so.
BYTE_ORDER_MARK = "\ufeff"
# The endings and media types of CSV, JSON and Markdown.
FORMATS = ("csv", "text/csv"), ("json", "application/json"), ("md", "text/markdown")


def table_file(
    facts: Facts,
    rows: Sequence[Row] | Callable[[], Sequence[Row]],
    ids: Sequence[Sequence[str]],
    name: str,
) -> None:
    """A button that saves a table as it is shown, each row with the statements behind it.

    The rows of a long table may be made when they are saved, outside a run of the page.
    """
    page_language = language()  # the file is written outside a run of the page
    address_of = address_of_passage(facts)

    def csv_file() -> bytes:
        entries = rows() if callable(rows) else rows
        answer = cited_rows(facts, filled_columns(entries), ids, page_language, address_of)
        return (BYTE_ORDER_MARK + as_csv(answer)).encode()

    st.download_button(
        say("csv_cited"),
        csv_file,
        f"learned-from-{name}-{page_language}.csv",
        "text/csv",
        key=f"csv_{name}",
        icon=":material/download:",
        on_click="ignore",
        disabled=not ids,
    )


def files(facts: Facts, answer: Answer, question: Question | None) -> None:
    """Buttons that save CSV, JSON and Markdown, and the Markdown itself with a copy button.

    Each is made when the reader asks for it.
    """
    key = question.key if question else CUSTOM_KEY
    contents = _contents(facts, answer, question)
    with st.container(horizontal=True, vertical_alignment="center"):
        for (label, content), (ending, mime) in zip(contents.items(), FORMATS, strict=True):
            st.download_button(
                label,
                content,
                f"learned-from-{key}.{ending}",
                mime,
                key=f"{ending}_{key}",
                icon=":material/download:",
                on_click="ignore",
            )
    copy_panel = st.expander(
        say("copy_cited"), key=f"copy_{key}", icon=":material/content_copy:", on_change="rerun"
    )
    if copy_panel.open:
        with copy_panel:
            st.caption(say("copy_help"))
            text = contents["Markdown"]().decode()
            st.code(text, language=None, wrap_lines=True, height=260)


def _contents(
    facts: Facts, answer: Answer, question: Question | None
) -> Mapping[str, Callable[[], bytes]]:
    """The files by their labels; made outside a run of the page, so the language is kept."""
    page_language, address_of = language(), address_of_passage(facts)

    def table() -> Answer:
        return with_release(
            facts, _table(facts, answer, question, page_language), release_heading(page_language)
        )

    def exact() -> Answer:
        """JSON has nodes and edges in full, CSV has their names; dates stay in EDTF in both."""
        return table() if question else with_release(facts, answer, release_heading(page_language))

    def text() -> str:
        if question:
            answer_in_words = label_answer(facts, answer, question, page_language)
        else:
            answer_in_words = with_dates_in_words(facts, answer, page_language)
        return cited_markdown(facts, answer_in_words, page_language, address_of)

    return {
        "CSV": lambda: (BYTE_ORDER_MARK + as_csv(table())).encode(),
        "JSON": lambda: as_json(exact()).encode(),
        "Markdown": lambda: text().encode(),
    }


def _table(facts: Facts, answer: Answer, question: Question | None, page_language: str) -> Answer:
    if question:
        return label_answer(facts, answer, question, page_language, codes=True)
    return with_names(facts, answer, page_language, keeps_iris=True)
