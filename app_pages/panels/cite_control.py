"""A control that cites the content of the page, in the forms that papers need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.workspace import copies
from exports.citations.forms import SUFFIXES, CitationForm, citation_bytes, citation_text
from exports.citations.reference import Reference
from exports.citations.references import CitationContext, references, view_reference
from graph.model.facts import Facts

FORM = "cite_form"
FORM_NAMES = {
    CitationForm.GBT7714: "GB/T 7714",
    CitationForm.APA: "APA",
    CitationForm.BIBTEX: "BibTeX",
    CitationForm.RIS: "RIS",
    CitationForm.CSL_JSON: "CSL-JSON",
    CitationForm.DOCX: "DOCX",
}
MIMES = {
    "txt": "text/plain",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
MakeReferences = Callable[[CitationContext], Sequence[Reference]]


def cite_statements(facts: Facts, ids: Sequence[str], key: str, label: str | None = None) -> None:
    """Cites the works of statements with their spots; withdrawn statements are not cited."""
    standing = [id for id in ids if id in facts.statements]
    if standing:
        make = partial(references, ids=standing)
        _control(facts, key, label or say("cite"), make, rests_on_sources=True)


def cite_source(facts: Facts, code: str, key: str) -> None:
    """Cites a source as a whole."""
    _control(
        facts,
        key,
        say("cite_source"),
        lambda context: references(context, [code]),
        rests_on_sources=True,
    )


def cite_dataset(facts: Facts, key: str) -> None:
    """Cites the dataset."""
    ids = [facts.dataset.name]
    _control(facts, key, say("cite_dataset"), lambda context: references(context, ids))


def cite_view(
    facts: Facts, title: str, key: str, parts: Mapping[str, str], *, is_picture: bool = True
) -> None:
    """Cites a picture of the page, or the figure of a measure, at the address of this view.

    `parts` of the view are in the address also where they are as at first: what a page shows at
    first changes with the facts.
    """
    address = view_address(parts)
    label = say("cite_picture" if is_picture else "cite_figure")
    _control(
        facts, key, label, lambda c: [view_reference(c, title, address, is_picture=is_picture)]
    )


def view_address(parts: Mapping[str, str]) -> str:
    """The address in the reader's browser, with the view and these parts of it."""
    return f"{st.context.url or ''}?{urlencode({**parts, **st.query_params.to_dict()})}"


def _control(
    facts: Facts, key: str, label: str, make: MakeReferences, *, rests_on_sources: bool = False
) -> None:
    """A button that opens the citation; nothing is computed before it is opened.

    The reader sees the dataset and its views today. When the reader saw the page of a source only
    the reader knows.
    """
    popover = st.popover(
        label, icon=":material/format_quote:", key=f"cite_{key}", on_change="rerun"
    )
    if not popover.open:
        return
    with popover:
        form = _choose_form(key)
        visit_day, with_passages = (
            _choose_visit_and_quotes(key) if rests_on_sources else (date.today(), False)
        )
        own_copies = copies() if with_passages else None
        works = make(CitationContext(facts, language(), visit_day, own_copies))
        if form is not CitationForm.DOCX:
            text = citation_text(works, form, language())
            st.code(text, language=None, wrap_lines=True, height=220)
        suffix = SUFFIXES[form]
        st.download_button(
            say("cite_save", name=f".{suffix}"),
            partial(citation_bytes, works, form, language()),
            f"learned-from-citation.{suffix}",
            MIMES[suffix],
            key=f"cite_file_{key}",
            icon=":material/download:",
            on_click="ignore",
        )


def _choose_form(key: str) -> CitationForm:
    """The form of a citation; the last choice applies to all controls."""
    forms = list(CitationForm)
    last_form = st.session_state.get(FORM, forms[0])
    widget_key = f"{FORM}_{key}"
    if st.session_state.get(widget_key) is None:
        st.session_state[widget_key] = last_form
    form = st.segmented_control(
        say("cite_style"), forms, format_func=FORM_NAMES.__getitem__, key=widget_key, required=True
    )
    st.session_state[FORM] = form
    return CitationForm(form or last_form)


def _choose_visit_and_quotes(key: str) -> tuple[date | None, bool]:
    """The day on which the reader saw the sources' pages, and whether to quote the passages."""
    visit_day = st.date_input(
        say("cite_seen"), None, max_value=date.today(), format="YYYY-MM-DD", key=f"cite_seen_{key}"
    )
    has_copies = copies() is not None
    with_passages = has_copies and st.toggle(say("cite_passages"), key=f"cite_passages_{key}")
    return visit_day, with_passages
