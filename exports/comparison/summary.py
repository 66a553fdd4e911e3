"""A comparison in one sentence: what both places adopted, only one, or at other dates."""

from __future__ import annotations

from collections import Counter

from graph.compare.adoption_matrix import Agreement, Comparison
from graph.compare.row_choice import Overlap, overlaps
from graph.model.facts import Facts
from queries.rendering.texts import phrase


def comparison_summary(facts: Facts, comparison: Comparison, language: str) -> str:
    """The sentence for two places, or for more than two; in `zh` or `en`.

    Mechanisms that no source mentions are not counted.
    """
    rows = [row for row in comparison.rows if row.agreement is not Agreement.SILENT]
    names = [facts.display_name(code, language) for code in comparison.places]
    if len(names) > 2:
        agreements = Counter(row.agreement for row in rows)
        counts = {agreement.value: agreements[agreement] for agreement in Agreement}
        places = phrase("list_comma", language).join(names)
        return phrase("sum_of_places", language, places=places, total=len(rows), **counts)
    overlap_counts = Counter(overlap for row in rows for overlap in overlaps(row))
    counts = {overlap.value: overlap_counts[overlap] for overlap in Overlap}
    first_place, second_place = names
    return phrase(
        "sum_of_two", language, first=first_place, second=second_place, total=len(rows), **counts
    )
