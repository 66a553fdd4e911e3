"""Names that distinguish things: two things of the same name also show their place or kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graph.model.dataset import Dataset
from ontology.labels.labels import name as word
from ontology.schema.kinds import Place, Thing


def display_names(dataset: Dataset, things: Mapping[str, Thing], language: str) -> dict[str, str]:
    """The name of each thing in `zh` or `en`, by code; no two are the same.

    A name that several things have is followed by the place above it in its code list, or by the
    kind of thing; if that does not distinguish them, by the code.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    for code, thing in things.items():
        by_name[thing.name(language)].append(code)
    names: dict[str, str] = {}
    for name, codes in by_name.items():
        if len(codes) == 1:
            names[codes[0]] = name
        else:
            names |= _distinct_names(dataset, things, name, codes, language)
    return names


def _distinct_names(
    dataset: Dataset, things: Mapping[str, Thing], name: str, codes: Sequence[str], language: str
) -> dict[str, str]:
    contexts = {code: _context(dataset, things, things[code], language) for code in codes}
    counts = Counter(contexts.values())
    brackets = "{}（{}）" if language == "zh" else "{} ({})"
    return {
        code: brackets.format(name, context if context and counts[context] == 1 else code)
        for code, context in contexts.items()
    }


def _context(
    dataset: Dataset, things: Mapping[str, Thing], thing: Thing, language: str
) -> str | None:
    """The place above a place in its code list; for anything else the name of its kind."""
    if not isinstance(thing, Place):
        return word(type(thing).__name__, language)
    code_list = dataset.code_lists.get(thing.code_system or "", {})
    container = code_list[thing.code].within if thing.code in code_list else None
    if container is None:
        return None
    if container in things:
        return things[container].name(language)
    is_own_language = language == dataset.languages[0]
    return code_list[container].name if is_own_language and container in code_list else None
