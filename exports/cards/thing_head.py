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

MAX_LINKS = 40
Ends = Mapping[str, bool]


def identity_line(
    facts: Facts,
    code: str,
    wholes: Ends,
    parts: Ends,
    language: str,
    escape_text: Callable[[str], str],
    link_to: Callable[[str], str],
) -> str:
    """A thing's name in the other language, its sort and code, its other names, where it lies.

    `wholes` and `parts` say of each thing around or in it whether a source says so. The line is
    in the markup of `escape_text`, which takes a text, and `link_to`, which takes a code.
    """
    thing = facts.things[code]
    comma = APP.say("comma", language)
    other_name = thing.name("en" if language == "zh" else "zh")
    line = [other_name] if other_name != facts.display_name(code, language) else []
    line += [sort_label(facts, thing, language), f"{word('code', language)} {code}"]
    texts_by_label = [
        (word("alt_names", language), [escape_text(name) for name in thing.alt_names])
    ]
    for key, ends in (("lies_in", wholes), ("lies_inside", parts)):
        texts = [
            _place_label(link_to(end), language, by_text=by_text) for end, by_text in ends.items()
        ]
        texts_by_label.append((APP.say(key, language), texts))
    texts_of_line = [f"{key} {comma.join(texts)}" for key, texts in texts_by_label if texts]
    return " · ".join([*map(escape_text, line), *texts_of_line])


def _place_label(name: str, language: str, *, by_text: bool) -> str:
    """A place above the thing or a thing in it, marked if no source says so."""
    return name if by_text else APP.say("by_code_list", language, name=name)


def definition(links: PageLinks, code: str) -> str:
    """HTML: the things that a thing's own fields name, and those below it, as links."""
    rows = [*_things_of_fields(links, code), *_narrower_things(links, code)]
    if not rows:
        return ""
    items = "".join(f"<dt>{escape(label)}</dt><dd>{html}</dd>" for label, html in rows)
    return f'<div class="card"><dl>{items}</dl></div>'


def _things_of_fields(links: PageLinks, code: str) -> Iterator[tuple[str, str]]:
    thing = links.facts.things[code]
    for field in fields(type(thing)):
        value = getattr(thing, field.name)
        if field.referred_kinds and value:
            codes = value if field.is_list else (value,)
            yield word(field.name, links.language), _links(links, codes)


def _narrower_things(links: PageLinks, code: str) -> Iterator[tuple[str, str]]:
    facts, thing = links.facts, links.facts.things[code]
    if not hasattr(thing, "broader"):
        return
    if narrower_codes := children_of(facts, facts.things_of(type(thing))).get(code):
        label = APP.say("narrower_ones", links.language, count=len(narrower_codes))
        yield label, _links(links, narrower_codes)


def _links(links: PageLinks, codes: Sequence[str]) -> str:
    links_of_codes = [links.thing(code) for code in codes[:MAX_LINKS]]
    comma = escape(APP.say("comma", links.language))
    return comma.join(links_of_codes) + (" …" if len(codes) > MAX_LINKS else "")
