"""The head of a thing's page: its names, what it is, and all that it is joined to by definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from exports.cards.page_links import PageLinks
from graph.lookup.browse_list import children_of
from graph.lookup.thing_context import sort_label
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.fields import fields
from texts.tables import APP

MOST_NAMED = 40
Ends = Mapping[str, bool]


def identity_line(
    facts: Facts,
    code: str,
    wholes: Ends,
    parts: Ends,
    language: str,
    escaped: Callable[[str], str],
    linked: Callable[[str], str],
) -> str:
    """A thing's name in the other language, its sort and code, its other names, where it lies.

    `wholes` and `parts` say of each thing around or in it whether a source says so. The line is
    in the markup of `escaped`, which takes a text, and `linked`, which takes a code.
    """
    thing = facts.things[code]
    comma = APP.say("comma", language)
    other = thing.name("en" if language == "zh" else "zh")
    line = [other] if other != facts.display_name(code, language) else []
    line += [sort_label(facts, thing, language), f"{word('code', language)} {code}"]
    named = [(word("alt_names", language), [escaped(name) for name in thing.alt_names])]
    for key, ends in (("lies_in", wholes), ("lies_inside", parts)):
        texts = [_lying(linked(end), by_text, language) for end, by_text in ends.items()]
        named.append((APP.say(key, language), texts))
    texts_of_line = [f"{key} {comma.join(texts)}" for key, texts in named if texts]
    return " · ".join([*map(escaped, line), *texts_of_line])


def _lying(name: str, by_text: bool, language: str) -> str:
    """A place above the thing or a thing in it, marked if no source says so."""
    return name if by_text else APP.say("by_code_list", language, name=name)


def definition(links: PageLinks, code: str) -> str:
    """HTML: the things that a thing's own fields name, and those below it, as links."""
    rows = [*_named(links, code), *_narrower(links, code)]
    if not rows:
        return ""
    items = "".join(f"<dt>{escape(label)}</dt><dd>{html}</dd>" for label, html in rows)
    return f'<div class="card"><dl>{items}</dl></div>'


def _named(links: PageLinks, code: str) -> Iterator[tuple[str, str]]:
    thing = links.facts.things[code]
    for field in fields(type(thing)):
        value = getattr(thing, field.name)
        if field.referred_kinds and value:
            codes = value if field.is_list else (value,)
            yield word(field.name, links.language), _links(links, codes)


def _narrower(links: PageLinks, code: str) -> Iterator[tuple[str, str]]:
    facts, thing = links.facts, links.facts.things[code]
    if not hasattr(thing, "broader"):
        return
    if below := children_of(facts, facts.things_of(type(thing))).get(code):
        label = APP.say("narrower_ones", links.language, count=len(below))
        yield label, _links(links, below)


def _links(links: PageLinks, codes: Sequence[str]) -> str:
    named = [links.thing(code) for code in codes[:MOST_NAMED]]
    comma = escape(APP.say("comma", links.language))
    return comma.join(named) + (" …" if len(codes) > MOST_NAMED else "")
