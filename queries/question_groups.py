"""The questions by what they are about, in the order of a reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.catalogue import Question, questions

# A question that stands in none is in the last group.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "learning": (
        "who_learned_from",
        "who_learned_until",
        "how_it_spread",
        "alike_without_link",
        "cooperations",
    ),
    "mechanisms": (
        "who_took_up",
        "first_and_last_adopters",
        "pioneers",
        "widely_taken_up",
        "local_names",
        "never_said",
    ),
    "places": (
        "mechanisms_of",
        "shared_mechanisms",
        "compare_places",
        "only_here",
        "organisations_of",
        "plans_of",
        "members_of",
        "what_lies_in",
        "links_of",
    ),
    "models": ("models_of", "models_and_origins", "what_a_model_comprises", "compare_models"),
    "figures": (
        "figures_of",
        "figures_of_indicator",
        "comparable_indicators",
        "figures_with_change",
        "planned_figures",
    ),
    "recognition": (
        "who_endorsed",
        "endorsed_by",
        "endorsements",
        "designated_as",
        "programmes_of",
    ),
    "events": (
        "events_of",
        "events_in_order",
        "possible_on_a_day",
        "what_changed_between",
        "undated_links",
    ),
    "sources": (
        "what_a_source_says",
        "coverage_by_source",
        "where_it_stands",
        "claims_of_several_sources",
        "single_source_claims",
        "where_sources_disagree",
        "statements_by_stance",
    ),
}
OTHER_GROUP = "others"


def group_of(key: str) -> str:
    """The group of a question."""
    return next((group for group, keys in GROUPS.items() if key in keys), OTHER_GROUP)


def grouped_questions(language: str) -> tuple[Question, ...]:
    """All questions, group by group, by their titles in `zh` (in pinyin) or `en` within each."""
    order = [*GROUPS, OTHER_GROUP]
    return tuple(
        sorted(
            questions().values(),
            key=lambda question: (
                order.index(group_of(question.key)),
                _sort_key(question.title.name(language), language),
            ),
        )
    )


def _sort_key(text: str, language: str) -> Sequence[str]:
    """What a title is sorted by."""
    if language == "en":
        return [text.casefold()]
    from pypinyin import lazy_pinyin  # its tables take a third of a second to load

    return lazy_pinyin(text)
