"""The words of a talk: its title, and the evidence that each step rests on."""

from __future__ import annotations

from graph.links.talk import Step, Talk
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies, cited_passage
from ontology.schema.kinds import NonLink
from queries.rendering.citations import citation
from queries.rendering.texts import phrase


def title(facts: Facts, talk: Talk, language: str) -> str:
    """The title of a talk in `zh` or `en`; it names the release that the facts come from."""
    if facts.release is None:
        return talk.title(language)
    version, day = facts.release.version, facts.release.day
    words = {"title": talk.title(language), "version": version, "day": day}
    return phrase("release_of_talk", language, **words)


def evidence(facts: Facts, step: Step, language: str) -> list[str]:
    """The evidence of a step: citations of its statements, and why a passage is no link."""
    return [
        *(citation(facts, id, language) for id in step.statements),
        *(_non_link_text(facts, link, language) for link in step.non_links),
    ]


def quotations(facts: Facts, step: Step, copies: Copies | None) -> list[str]:
    """The words of each statement's first passage; empty where no copy has them as cited."""
    return [
        (cited_passage(facts, facts.statements[id], copies) or "") if copies else ""
        for id in step.statements
    ]


def _non_link_text(facts: Facts, link: NonLink, language: str) -> str:
    """A passage where a reader might see a link that is not stated."""
    return phrase(
        "talk_not_said",
        language,
        learner=facts.display_name(link.learner, language),
        teacher=facts.display_name(link.teacher, language),
        why=link.why_zh if language == "zh" else link.why_en,
        title=facts.display_name(link.source, language),
        spots=f"{link.start}–{link.end}",
    )
