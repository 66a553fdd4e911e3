"""Downloads of an answer, in the reader's language: files, and text with citations to paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.workspace import address_of_passage
from exports.cards.statement_words import Row, filled_columns
from graph.model.facts import Facts
from graph.stores.common.base import Answer
from queries.catalogue import Question
from queries.rendering.answer_labels import label_answer
from queries.rendering.answer_release import release_heading, with_release
from queries.rendering.citations import cited_markdown, cited_rows
from queries.rendering.date_cells import with_dates_in_words
from queries.rendering.formats import as_csv, as_json
from queries.rendering.named_values import with_names

# Excel reads a CSV file as UTF-8 only if it begins so.
BYTE_ORDER_MARK = "\ufeff"


def table_file(
    facts: Facts,
    rows: Sequence[Row] | Callable[[], Sequence[Row]],
    ids: Sequence[Sequence[str]],
    name: str,
) -> None:
    """A button that saves a table as it is shown, each row with the statements behind it.

    The rows of a long table may be made when they are saved, outside a run of the page.
    """
    spoken = language()  # the file is written outside a run of the page
    address_of = address_of_passage(facts)

    def written() -> bytes:
        entries = rows() if callable(rows) else rows
        cited = cited_rows(facts, filled_columns(entries), ids, spoken, address_of)
        return (BYTE_ORDER_MARK + as_csv(cited)).encode()

    st.download_button(
        say("csv_cited"),
        written,
        f"learned-from-{name}-{spoken}.csv",
        "text/csv",
        key=f"csv_{name}",
        icon=":material/download:",
        on_click="ignore",
        disabled=not ids,
    )


def files(facts: Facts, answer: Answer, question: Question | None) -> None:
    """Buttons that save CSV, JSON and Markdown, and the Markdown itself with a copy button."""
    key = question.key if question else "own"
    if question:
        table = exact = label_answer(facts, answer, question, language(), codes=True)
        read = label_answer(facts, answer, question, language())
    else:  # JSON holds nodes and edges in full, CSV has their names; both keep EDTF
        table = with_names(facts, answer, language(), keeps_iris=True)
        exact = answer
        read = with_dates_in_words(facts, answer, language())
    cited = cited_markdown(facts, read, language(), address_of_passage(facts))
    heading = release_heading(language())
    table, exact = (with_release(facts, part, heading) for part in (table, exact))
    saved = {
        "CSV": (BYTE_ORDER_MARK + as_csv(table), "csv", "text/csv"),
        "JSON": (as_json(exact), "json", "application/json"),
        "Markdown": (cited, "md", "text/markdown"),
    }
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, (content, ending, mime) in saved.items():
            st.download_button(
                label,
                content.encode(),
                f"learned-from-{key}.{ending}",
                mime,
                key=f"{ending}_{key}",
                icon=":material/download:",
                on_click="ignore",
            )
    with st.expander(say("copy_cited"), icon=":material/content_copy:"):
        st.caption(say("copy_help"))
        st.code(cited, language=None, wrap_lines=True, height=260)
