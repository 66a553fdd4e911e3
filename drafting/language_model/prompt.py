"""The question to a model about a kind in a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.language_model.answer_schema import answer_schema
from drafting.language_model.endpoint.question import ModelQuestion
from drafting.text.sentences import Stretch
from graph.model.facts import Facts
from graph.model.statement_content import snake
from loaders.sha256 import sha256
from ontology.labels.labels import name as word
from ontology.labels.labels import schema_words
from ontology.schema.fields import Field, content_fields, kind_by_name
from ontology.schema.kinds import Statement, Thing
from texts.tables import LANGUAGE_MODEL


@dataclass(frozen=True)
class AskedStretch:
    """A question with the kind and the stretch of the clean text that it is about."""

    kind: type[Statement]
    stretch: Stretch
    question: ModelQuestion


def model_question(
    kind: type[Statement],
    text: str,
    facts: Facts,
    language: str,
    published: str = "",
    pass_number: int = 1,
) -> ModelQuestion:
    """The question for rows of a kind in a text, in the article's language (`zh` or `en`).

    The article stands between marks that it cannot contain: they are made of its hash.
    """
    fields = content_fields(kind)
    parts = [
        LANGUAGE_MODEL.say(
            "ask_kind",
            language,
            kind=word(kind.__name__, language),
            comment=schema_words()[kind.__name__].comment(language),
        ),
        *(_line(field, language) for field in fields),
        *_known_names(fields, facts, language),
        LANGUAGE_MODEL.say("ask_published", language, day=published) if published else "",
        LANGUAGE_MODEL.say("ask_article", language),
    ]
    mark = f"=== {snake(kind.__name__)} {sha256(text.encode())[:16]} ==="
    request = "\n".join([*filter(None, parts), mark, text, mark])
    return ModelQuestion(
        rules=LANGUAGE_MODEL.say("ask_rules", language),
        request=request,
        schema=answer_schema(kind),
        schema_rule=LANGUAGE_MODEL.say("ask_schema", language),
        pass_number=pass_number,
    )


def _line(field: Field, language: str) -> str:
    """A field's key with its name, its possible values, and its description."""
    label = schema_words()[field.name]
    notes = [label.name(language)]
    if label.comment(language) != label.name(language):
        notes.append(label.comment(language))
    if field.referred_kinds:
        kinds = ", ".join(word(kind, language) for kind in field.referred_kinds)
        notes.append(LANGUAGE_MODEL.say("ask_name", language, kinds=kinds))
    if field.is_date:
        notes.append(LANGUAGE_MODEL.say("ask_date", language))
    if field.choices:
        pairs = (
            f"{choice}={word(f'{field.value_type.__name__}.{choice}', language)}"
            for choice in field.choices
        )
        notes.append(", ".join(pairs))
    return f"- {field.name}: {'; '.join(notes)}"


def _known_names(fields: tuple[Field, ...], facts: Facts, language: str) -> Iterator[str]:
    """The names of the vocabularies that a kind's fields refer to, a line each."""
    names = dict.fromkeys(name for field in fields for name in field.referred_kinds)
    for name in names:
        kind = kind_by_name(name)
        if issubclass(kind, Thing) and kind.stands_alone and "type" not in kind.model_fields:
            things = facts.things_of(kind)
            if things:
                names_in_line = "; ".join(thing.name(language) for thing in things)
                yield LANGUAGE_MODEL.say(
                    "ask_known", language, kind=word(name, language), names=names_in_line
                )
