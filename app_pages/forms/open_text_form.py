"""The form to add a text: a file or pasted words, its title, and its date of publication."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.uploader import mend_uploaders
from app_pages.review_messages.open_review import open_review, reopen_review
from app_pages.review_rows.texts import phrase
from app_pages.review_rows.things import draft_name
from app_pages.review_sources.new_text import BadText, NewText, add_text
from app_pages.review_sources.open_sources import CHOSEN_SOURCE
from app_pages.state.language import language
from app_pages.state.markdown_escape import plain
from app_pages.state.widget_state import forget
from app_pages.state.workspace import facts_folder, sources_folder
from drafting.decisions.review_error import ReviewError
from drafting.sources.documents.source_faults import Remedy
from loaders.copies.source_copies import texts_folder
from ontology.labels.labels import choice_name
from ontology.schema.enums import SourceType

OPENED_TITLE_KEY, WAITING_REASON_KEY = "review_opened", "review_waiting"
OMITTED_LINES_KEY = "review_omitted_lines"
# How many texts were added: each time the form is a new one, with empty fields.
ADDED_TEXTS_KEY = "review_texts_added"
CHINESE_DATE = re.compile("([0-9]{4})年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?")
FILE_ENDINGS = ("txt", "html", "htm", "mhtml", "mht", "pdf", "docx")


def open_text(curator: str, *, is_first: bool) -> None:
    """The form, open if there is no text to read yet; and the message that a text was added."""
    with st.container():  # always there: without it, a form that is open would close below
        _show_result()
    # another key after each text: it is closed then, and stays open when a text is refused
    key = f"open_text_panel_{st.session_state.get(ADDED_TEXTS_KEY, 0)}"
    label, icon = phrase("open_text"), ":material/upload_file:"
    with st.expander(label, expanded=is_first, key=key, icon=icon):
        _form(curator)


def _show_result() -> None:
    """What became of the last text: opened or waiting, and the lines that were left out."""
    if title := st.session_state.pop(OPENED_TITLE_KEY, None):
        st.success(phrase("text_opened", title=plain(title)))
    if reason := st.session_state.pop(WAITING_REASON_KEY, None):
        st.warning(phrase("text_waits", reason=plain(reason)), icon=":material/rule:")
    if omitted_lines := st.session_state.pop(OMITTED_LINES_KEY, None):
        label = phrase("text_omitted", count=len(omitted_lines))
        with st.expander(label, icon=":material/content_cut:"):
            st.text("\n".join(omitted_lines))


def _folder() -> Path:
    """The folder of texts; if the reader has named none, one beside the facts."""
    return Path(sources_folder() or texts_folder(facts_folder()))


def _form(curator: str) -> None:
    mend_uploaders("open_text_mended", phrase("upload_limit", size="{size}"))
    with st.form(
        f"open_text_{st.session_state.get(ADDED_TEXTS_KEY, 0)}", border=False, enter_to_submit=False
    ):
        file = st.file_uploader(phrase("text_file"), type=FILE_ENDINGS)
        keep_all = st.checkbox(phrase("text_keep_all"), help=phrase("text_keep_all_means"))
        pasted_text = st.text_area(phrase("text_pasted"), height=160)
        address = st.text_input(phrase("text_address"), help=phrase("address_means"))
        st.caption(phrase("text_from_itself"))
        left, right = st.columns(2)
        place = st.container()  # below the fields
        text = NewText(
            content=file.getvalue() if file else pasted_text.encode(),
            address=address.strip(),
            title_zh=left.text_input(phrase("text_title_zh")).strip(),
            title_en=right.text_input(phrase("text_title_en")).strip(),
            published=_iso_date(
                left.text_input(phrase("text_published"), placeholder="2024-05-06").strip()
            ),
            type=_type(right),
            code=left.text_input(phrase("text_code"), placeholder="my-article-2024").strip(),
            is_file=file is not None,
            keep_all=keep_all or not (file or address),
            remedies=_consents(place),
        )
        st.caption(plain(phrase("open_means", folder=_folder())))
        if st.form_submit_button(phrase("open_it"), type="primary"):
            if file and pasted_text.strip():
                st.error(phrase("text_either"))
            else:
                _open(curator, text, place)


def _consents(place: DeltaGenerator) -> frozenset[Remedy]:
    """The faults of this text, found when it was refused, to which the reader has consented."""
    return frozenset(r for r in st.session_state.get(_offers_key(), ()) if _consent(place, r))


def _consent(place: DeltaGenerator, remedy: Remedy) -> bool:
    return place.checkbox(phrase(f"remedy_{remedy}"), key=f"{_offers_key()}_{remedy}")


def _offer(place: DeltaGenerator, remedies: tuple[Remedy, ...]) -> None:
    """A box in the form for each further fault of a text to which the reader can consent."""
    earlier_remedies = st.session_state.get(_offers_key(), ())
    new_remedies = tuple(remedy for remedy in remedies if remedy not in earlier_remedies)
    for remedy in new_remedies:
        _consent(place, remedy)
    if remedies:
        st.info(phrase("remedy_offered"), icon=":material/check_box:")
    st.session_state[_offers_key()] = (*earlier_remedies, *new_remedies)


def _offers_key() -> str:
    return f"open_text_offers_{st.session_state.get(ADDED_TEXTS_KEY, 0)}"


def _iso_date(written: str) -> str:
    """A date as the tables have it: 2024年5月6日 is 2024-05-06; anything else stays as it is."""
    match = CHINESE_DATE.fullmatch(written)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else written


def _type(column: DeltaGenerator) -> str:
    """The type of source; the press, as most are, until another is chosen."""
    source_type = column.selectbox(
        phrase("text_type"),
        list(SourceType),
        index=list(SourceType).index(SourceType.PRESS),
        format_func=lambda kind: choice_name(kind, language()),
    )
    return str(source_type or next(iter(SourceType)))


def _open(curator: str, text: NewText, place: DeltaGenerator) -> None:
    """Adds the text and accepts its row in the name of the curator, who has just written it."""
    try:
        with st.spinner(phrase("fetching") if text.address else phrase("reading_text")):
            source = add_text(text, _folder(), datetime.now(UTC))
    except BadText as error:
        for reason in error.reasons:
            st.error(plain(reason))
        _offer(place, error.remedies)
        return
    st.session_state[ADDED_TEXTS_KEY] = st.session_state.get(ADDED_TEXTS_KEY, 0) + 1
    reopen_review()
    try:
        open_review(curator).session.accept(source.draft.id, confirmed=True)
    except ReviewError as error:  # it waits in the queue, and can be corrected there
        st.session_state[WAITING_REASON_KEY] = error.text(language())
    else:
        st.session_state[OPENED_TITLE_KEY] = draft_name(source.draft)
    forget(CHOSEN_SOURCE)  # otherwise the previous text would stay selected
    st.session_state[CHOSEN_SOURCE] = source.draft.source
    st.session_state[OMITTED_LINES_KEY] = source.article.omitted_lines
    st.rerun()
