"""A talk: steps with a view of the graph, a caption, and the statements that support it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.links.edge_filter import EdgeFilter
from ontology.schema.kinds import NonLink


@dataclass(frozen=True)
class StepView:
    """What a step shows: what is chosen, in which layout, by the end of which year.

    `picked` is the id of a line or the code of a thing; a `year` of None is the last one.
    """

    choice: EdgeFilter
    layout: str = "all"
    year: int | None = None
    picked: str | None = None
    undated: bool = True


@dataclass(frozen=True)
class Step:
    """A caption in both languages, with the ids of the statements that it rests on.

    What a caption says that no text says rests on `non_links`.
    """

    caption_zh: str
    caption_en: str
    view: StepView
    statements: tuple[str, ...] = ()
    non_links: tuple[NonLink, ...] = ()

    def caption(self, language: str) -> str:
        """The caption in `zh` or `en`."""
        return self.caption_zh if language == "zh" else self.caption_en


@dataclass(frozen=True)
class Talk:
    """A title in both languages, and steps in their order."""

    name: str
    title_zh: str
    title_en: str
    steps: tuple[Step, ...]

    def title(self, language: str) -> str:
        """The title in `zh` or `en`."""
        return self.title_zh if language == "zh" else self.title_en
