"""The pages of things and statements as pieces of HTML, by code and by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from exports.cards.page_links import PageLinks
from exports.cards.statement_card import CardContext, card
from exports.cards.statement_record import statement_record_html
from exports.cards.thing_head import definition, identity_line
from exports.cards.thing_sections import (
    Section,
    full_row,
    link_columns,
    statements_by_section,
)
from exports.site.site_values import SiteColumns, SiteRows, SiteText, SiteThing
from graph.drawing.statement_headline import headline
from graph.lookup.statement_context import statement_or_withdrawn
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from queries.rendering.citations import citation
from queries.thing_questions import questions_for
from texts.tables import APP


def thing_pages(links: PageLinks) -> dict[str, SiteThing]:
    """The name, the head as HTML and the sections of each thing, by its code.

    A section is its title, the column of the thing itself or "", and the places of its statements
    in the rows of `statement_rows`.
    """
    facts, language = links.facts, links.language
    places = {id: place for place, id in enumerate(facts.statements)}
    return {
        code: {
            "title": facts.display_name(code, language),
            "html": _head(links, code),
            "sections": [
                (section.title(language), _own_column(section, language), [*map(places.get, ids)])
                for section, ids in statements_by_section(facts, code).items()
            ],
        }
        for code in facts.things
    }


def statement_rows(links: PageLinks) -> SiteRows:
    """A row for each standing statement: its kind, and its cells; things stand by their codes.

    `kinds` has the columns of each kind, and which of them hold things.
    """
    facts, language = links.facts, links.language
    kinds: dict[str, SiteColumns] = {}
    rows = []
    for statement in facts.statements.values():
        cells, kind = full_row(facts, statement, language, str), type(statement)
        things = link_columns(Section(kind, ()), language)
        columns: SiteColumns = {
            "columns": [*cells],
            "things": [column in things for column in cells],
        }
        kinds.setdefault(kind.__name__, columns)
        rows.append(
            [kind.__name__, *("" if cell is None else str(cell) for cell in cells.values())]
        )
    column = APP.say("statement_id_column", language)
    no_statements = APP.say("nothing_told", language)
    return {
        "ids": [*facts.statements],
        "kinds": kinds,
        "rows": rows,
        "id": column,
        "empty": no_statements,
    }


def _own_column(section: Section, language: str) -> str:
    return word(section.roles[0], language) if len(section.roles) == 1 else ""


def statement_pages(links: PageLinks) -> dict[str, SiteText]:
    """The content and the card as HTML of each statement, standing or withdrawn, by its id."""
    facts, language = links.facts, links.language
    context = CardContext(facts, None, language, is_static=True)
    pages: dict[str, SiteText] = {}
    for id in (*facts.statements, *facts.withdrawn):
        citation_html = ""
        if id in facts.statements:
            label = escape(APP.say("cite", language))
            citation_html = (
                f'<p class="cited"><b>{label}</b> {escape(citation(facts, id, language))}</p>'
            )
        heading = escape(APP.say("statement_record", language))
        record = f"<h2>{heading}</h2>{statement_record_html(links, id)}"
        pages[id] = {
            "title": headline(facts, statement_or_withdrawn(facts, id), language),
            "html": f"{card(context, id)}{citation_html}{record}",
        }
    return pages


def evidence_lines(facts: Facts, language: str) -> dict[str, list[str | None]]:
    """The content, source, spots and address of each standing statement in words, by its id."""
    return {
        id: [
            headline(facts, statement, language),
            " · ".join(
                [
                    facts.display_name(statement.source, language),
                    *(
                        APP.say("spot", language, start=span.start, end=span.end)
                        for span in statement.spans
                    ),
                ]
            ),
            facts.source_of(statement).address,
        ]
        for id, statement in facts.statements.items()
    }


def _head(links: PageLinks, code: str) -> str:
    """A thing's line, what it is by definition, and the questions that fit it."""
    facts, language = links.facts, links.language
    wholes, parts = facts.wholes.get(code, {}), facts.parts.get(code, {})
    line = identity_line(facts, code, wholes, parts, language, escape, links.thing)
    note = ""
    if not all((*wholes.values(), *parts.values())):
        note = f'<p class="note">{escape(APP.say("code_list_help", language))}</p>'
    questions = "".join(_questions(links, code))
    return f'<p class="line">{line}</p>{note}{definition(links, code)}{questions}'


def _questions(links: PageLinks, code: str) -> Iterator[str]:
    """The questions of the catalogue that fit a thing, as links that ask them of it."""
    matches = questions_for(links.facts, code)
    if not matches:
        return
    label = APP.say("questions_that_fit", links.language, count=len(matches))
    yield f"<details><summary>{escape(label)}</summary><ul>"
    for match in matches:
        parts = {"question": match.question.key, match.parameter: code}
        title = escape(match.question.title.name(links.language))
        yield f"<li>{links.link(links.address('ask', **parts), title)}</li>"
    yield "</ul></details>"


def table_html(rows: Sequence[Mapping[str, object]], label: str) -> str:
    """Rows as a table; the cells are HTML, the headings are text."""
    heads = "".join(f'<th scope="col">{escape(key)}</th>' for key in rows[0])
    lines = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in line.values())}</tr>" for line in rows
    )
    return (
        f'<div class="table" role="region" aria-label="{escape(label)}" tabindex="0"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )
