"""The score as lines of a table, with columns separated by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.drafts.draft import Band
from drafting.scoring.recall import figure_recall, place_recall, stance_recall, verified_spans
from drafting.scoring.score import KindScore, ScoredSource, kind_scores
from ontology.schema.enums import Stance

STANCES = (Stance.STATED, Stance.PLANNED, Stance.DENIED)
HEADER = ("kind", "rows", "drafts", "passage", "one_edit", "right", "precision")


def report(sources: Sequence[ScoredSource]) -> Iterator[str]:
    """A line for each kind and band, then figures, places, spans and stances."""
    yield "\t".join(HEADER)
    scores = kind_scores(sources)
    for kind, score in scores.items():
        yield _line(kind, score)
    yield _line("all", sum(scores.values(), KindScore()))
    for band in Band:
        band_scores = kind_scores(sources, band).values()
        total = sum(band_scores, KindScore())
        if total.drafts:
            yield _line(band.value, total)
    for name, recall in (
        ("figures", figure_recall(sources)),
        ("places", place_recall(sources)),
        ("spans", verified_spans(sources)),
        *((stance.value, stance_recall(sources, stance)) for stance in STANCES),
    ):
        yield f"{name}\t{recall.hits}/{recall.total}\t{_share(recall.hits, recall.total)}"


def _line(name: str, score: KindScore) -> str:
    shares = [
        *(
            _share(hits, score.rows)
            for hits in (score.overlapping_rows, score.one_edit_rows, score.right_rows)
        ),
        _share(score.one_edit_rows, score.drafts),
    ]
    return "\t".join([name, str(score.rows), str(score.drafts), *shares])


def _share(part: int, total: int) -> str:
    return f"{part / total:.2f}" if total else "-"
