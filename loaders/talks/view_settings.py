"""The view of a page as the view of a step, and the statements that such a step rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from graph.links.edge_bundles import STANCES, EdgeBundle, bundle_types
from graph.links.talk import StepView, bundle_states
from loaders.talks.talk_settings import Layout, Level, ViewSetting
from ontology.schema.kinds import Stance


def view_setting(view: StepView) -> ViewSetting:
    """A view of Spread or Explore as a talk's file has it."""
    choice = view.choice
    layout: Layout = next(name for name in get_args(Layout) if name == view.layout)
    level: Level = next(name for name in get_args(Level) if name == view.level)
    return ViewSetting(
        layout=layout,
        level=level,
        types=tuple(type for type in bundle_types() if type in choice.types),
        stances=tuple(Stance(stance) for stance in STANCES if stance in choice.stances),
        years=choice.years,
        source=choice.source,
        place=choice.place,
        mechanism=choice.mechanism,
        story_only=choice.story_only,
        year=view.year,
        picked=view.picked,
        undated=view.undated,
        around=tuple(sorted(choice.around)),
        among=tuple(sorted(choice.among)),
        places={code: (x, y) for code, x, y in view.places},
    )


def cited_view_setting(pick: str | None = None) -> ViewSetting:
    """The view of a step that draws what its own statements say, and nothing else."""
    return ViewSetting(
        layout="network",
        types=bundle_types(),
        stances=tuple(Stance(stance) for stance in STANCES),
        story_only=False,
        picked=pick,
        cited_only=True,
    )


def statements_of_view(
    view: StepView, bundles: Sequence[EdgeBundle], years: Sequence[int]
) -> tuple[str, ...]:
    """The statements of what is picked in a view, or of all that it draws at its moment."""
    states = bundle_states(view, bundles, years)
    visible = [bundle for bundle in bundles if bundle.id in states]
    picked_bundles = [bundle for bundle in visible if view.picked in (bundle.id, *bundle.ends)]
    return tuple(
        dict.fromkeys(id for bundle in picked_bundles or visible for id in bundle.statements)
    )
