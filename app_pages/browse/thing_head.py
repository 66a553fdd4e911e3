"""The head of a thing's page: links to pages that show more of it, and to questions."""

from __future__ import annotations

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.page_links import page_address, question_address
from graph.model.facts import Facts
from ontology.schema.kinds import Source
from queries.thing_questions import questions_for


def related_links(facts: Facts, code: str) -> None:
    """Links to the pages that show more of a thing, and to the questions that fit it."""
    page_language = language()
    pages = [("explore", {"thing": code})]
    if isinstance(facts.things[code], Source):
        pages.append(("sources", {"source": code}))
    pages.append(("browse", {"kind": type(facts.things[code]).__name__}))
    st.markdown(
        " · ".join(
            f"[{say(f'thing_in_{page}')}]({page_address(facts, page, page_language, **parts)})"
            for page, parts in pages
        )
    )
    if matches := questions_for(facts, code):
        with st.expander(say("questions_that_fit", count=len(matches)), icon=":material/search:"):
            lines = [
                f"- [{match.question.title.name(page_language)}]"
                f"({question_address(facts, match.question.key, page_language)}"
                f"&{match.parameter}={code})"
                for match in matches
            ]
            st.markdown("\n".join(lines))
