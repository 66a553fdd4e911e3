"""The time in which adoption was observed: the study's window, or first to last date."""

from __future__ import annotations

from math import inf, isfinite, nextafter

from diffusion.study.study import UNDATED_INTERVAL, Adoptions, NumericInterval, Study


def observation_window(study: Study, adoptions: Adoptions) -> NumericInterval:
    """From the window's first period to the end of its last, else to the ends that are known.

    UNDATED where nothing is known. A period ends just before the next begins; a period without
    width (numbers taken as they are) ends where it begins.
    """
    ends = [end for span in adoptions.values() for end in (span.earliest, span.latest)]
    finite = [end for end in ends if isfinite(end)]
    first, last = study.window
    return NumericInterval(
        min(finite, default=UNDATED_INTERVAL.earliest) if first is None else first,
        max(finite, default=UNDATED_INTERVAL.latest)
        if last is None
        else _end_of_period(last, study.step),
    )


def adoption_by_end(study: Study, adoptions: Adoptions) -> dict[str, bool | None]:
    """Whether each adopter had adopted when the watch ended; None if its dates allow both.

    Without an end of the watch all had adopted.
    """
    if study.window[1] is None:
        return dict.fromkeys(adoptions, True)
    end = _end_of_period(study.window[1], study.step)
    return {node: _has_adopted_by(span, end) for node, span in adoptions.items()}


def _end_of_period(last: float, step: float) -> float:
    return nextafter(last + step, -inf) if step else last


def _has_adopted_by(span: NumericInterval, end: float) -> bool | None:
    return True if span.latest <= end else False if span.earliest > end else None
