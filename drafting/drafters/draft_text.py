"""All drafts of one article: the drafters in their order."""

from __future__ import annotations

from drafting.drafters.adoptions import draft_adoptions
from drafting.drafters.article import Article
from drafting.drafters.events import draft_designations, draft_happenings
from drafting.drafters.lessons import draft_lessons
from drafting.drafters.measurements import draft_measurements
from drafting.drafters.models import draft_models
from drafting.drafters.praise import draft_endorsements
from drafting.drafters.ties import draft_cooperation, draft_derivations, draft_memberships
from drafting.drafters.wholes import draft_borders, draft_wholes
from drafting.drafts.draft import Draft

# A new version where the rules propose other rows than before.
RULES = "rules 3"
DRAFTERS = (
    draft_adoptions,
    draft_borders,
    draft_cooperation,
    draft_derivations,
    draft_designations,
    draft_endorsements,
    draft_happenings,
    draft_lessons,
    draft_measurements,
    draft_memberships,
    draft_models,
    draft_wholes,
)


def draft_text(article: Article) -> tuple[Draft, ...]:
    """The drafts of an article, each once, in the order of the text."""
    drafts = {draft.id: draft for drafter in DRAFTERS for draft in drafter(article, RULES)}
    ordered = sorted(
        drafts.values(), key=lambda draft: (draft.spans[0].start, draft.kind, draft.id)
    )
    return tuple(ordered)
