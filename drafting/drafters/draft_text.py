"""All drafts of one article: the drafters in their order."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.drafters.article import Article
from drafting.drafters.kinds.adoptions import draft_adoptions
from drafting.drafters.kinds.cooperations import draft_cooperation
from drafting.drafters.kinds.derivations_and_memberships import draft_derivations, draft_memberships
from drafting.drafters.kinds.designations import draft_designations
from drafting.drafters.kinds.endorsements import draft_endorsements
from drafting.drafters.kinds.events import draft_happenings
from drafting.drafters.kinds.lessons import draft_lessons
from drafting.drafters.kinds.measurements import draft_measurements
from drafting.drafters.kinds.models import draft_models
from drafting.drafters.kinds.nominations import draft_nominations
from drafting.drafters.kinds.opinions import draft_opinions
from drafting.drafters.kinds.parts_and_borders import draft_borders, draft_containment
from drafting.drafts.draft import Band, Draft

# Raise the version when the rules propose other rows than before.
RULES = "rules 20"
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
    draft_nominations,
    draft_opinions,
    draft_containment,
)


# Kinds of which more than three of four drafts with a subject needed at most one edit, measured on
# curated texts with facts that did not know them. So did figures in digits; of other figures few.
SURE_KINDS = {"learned_from", "borders", "designation"}
DIGIT = re.compile("[0-9]")


def draft_text(article: Article) -> tuple[Draft, ...]:
    """The drafts of an article, each once, in the order of the text."""
    drafts = {draft.id: draft for drafter in DRAFTERS for draft in drafter(article, RULES)}
    drafts_in_order = sorted(
        drafts.values(), key=lambda draft: (draft.spans[0].start, draft.kind, draft.id)
    )
    return tuple(map(_with_band, drafts_in_order))


def _with_band(draft: Draft) -> Draft:
    """A draft in the band that fits the results of its kind; a drafter's own doubt stays."""
    if draft.band is not Band.LOOK:
        return draft
    if draft.kind == "measurement":
        in_digits = DIGIT.search(draft.cell("value_written"))
        return replace(draft, band=Band.SURE if in_digits else Band.GUESS)
    return replace(draft, band=Band.SURE) if draft.kind in SURE_KINDS else draft
