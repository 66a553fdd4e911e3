"""Selections of a study: cascades, a single cascade, contacts, the window; and options as text."""

from __future__ import annotations

import re
from dataclasses import replace
from math import floor, inf, isfinite, nextafter
from typing import NamedTuple

from diffusion.study.errors import BadOption, WrongStudy, require
from diffusion.study.result import sentence
from diffusion.study.study import Adoptions, Study, Tie

# A part of --columns: the meaning of a column, and its name.
COLUMN = re.compile(r'\s*(?P<role>[^=,]*?)\s*=(?P<header>\s*"(?:[^"]|"")*"\s*|[^,"]*)(?:,|$)')
# The meanings that a researcher's columns may have.
COLUMN_ROLES = ("cascade_id", "node", "time", "from_uid", "named_uid", "weight", "uid")


class TypedWindow(NamedTuple):
    """The window and the step of a study as typed; empty where the data decide."""

    window: str
    step: str


def select_cascades(study: Study, cascades: tuple[str, ...]) -> Study:
    """The study with these of its cascades; all, if none are named. Raises WrongStudy."""
    unknown = [id for id in cascades if id not in study.cascades]
    if unknown and study.panel is not None and not study.panel.policy:
        raise WrongStudy(sentence("panel_without_policies", wrong=", ".join(unknown)))
    if unknown and not study.cascades:
        raise WrongStudy(sentence("nobody_adopted", wrong=", ".join(unknown)))
    if unknown:
        raise WrongStudy(
            sentence("no_cascade", wrong=", ".join(unknown), found=cascade_list(study))
        )
    selected = {id: study.cascades[id] for id in cascades} if cascades else study.cascades
    panel = study.panel and study.panel.of_policies(cascades)
    return replace(study, cascades=selected, panel=panel)


def with_window(
    study: Study, window: tuple[float | None, float | None], step: float | None
) -> Study:
    """The study watched over this window, in periods of this step (its own where None).

    Where dates are days and there is no period, a window that ends with 2000 has all days of 2000.
    """
    require(step is None or (isfinite(step) and step > 0), "step", step, "step > 0")
    first, last = (
        current if new_end is None else new_end
        for current, new_end in zip(study.window, window, strict=True)
    )
    own_step = study.step if step is None else step
    if study.to_the_day and not own_step and last is not None and last == floor(last):
        last = nextafter(last + 1, -inf)
    return replace(study, window=(first, last), step=own_step)


def parse_columns(text: str) -> dict[str, str]:
    """`node=state,time="year, adopted"`: the names of columns by their meaning.

    A name with a comma stands in quotation marks; a quotation mark inside the name is doubled.
    Raises BadOption.
    """
    rest, headers = text, {}
    while rest.strip():
        match = COLUMN.match(rest)
        name, header = (match["role"], _unquote(match["header"])) if match else ("", "")
        if not (name and header) or name in headers:
            raise BadOption(f'columns: {text} → node=state,time="year, adopted"')
        require(name in COLUMN_ROLES, "columns", f"{name}=", "|".join(COLUMN_ROLES))
        headers[name] = header
        rest = rest[match.end() :] if match else ""
    return headers


def _unquote(header: str) -> str:
    text = header.strip()
    return text[1:-1].replace('""', '"').strip() if text.startswith('"') else text


def parse_window(text: str) -> tuple[float | None, float | None]:
    """`1946:1966`, `:17`: the ends of a window; nothing is none. Raises BadOption."""
    begin, colon, end = text.partition(":")
    try:
        first = float(begin) if begin.strip() else None
        last = float(end) if end.strip() else None
    except ValueError as error:
        raise BadOption(f"window: {text} → FIRST:LAST") from error
    ends = [end_value for end_value in (first, last) if end_value is not None]
    if (text.strip() and not colon) or not all(map(isfinite, ends)) or ends != sorted(ends):
        raise BadOption(f"window: {text} → FIRST:LAST")
    return first, last


def parse_step(text: str) -> float | None:
    """`1`, `0.25`: how long a period is; nothing is None. Raises BadOption."""
    try:
        return float(text) if text.strip() else None
    except ValueError as error:
        raise BadOption(f"step: {text} → step > 0") from error


def single_cascade(study: Study) -> Adoptions:
    """The adoptions of the study's only cascade; raises WrongStudy if it has another number."""
    if len(study.cascades) != 1:
        raise WrongStudy(sentence("needs_adoptions", found=cascade_list(study)))
    return next(iter(study.cascades.values()))


def check_needs(study: Study, needs: frozenset[str]) -> None:
    """Raises WrongStudy if the study lacks what a measure needs.

    The needs are `cascades` (at least one), `adoptions` (of just one; with `pooled` of several
    too), `ties` and `contacts`. A measure with `panel` takes a panel instead.
    """
    if study.panel is not None:
        if "panel" not in needs:
            raise WrongStudy(sentence("panel_not_taken"))
        return
    if {"cascades", "pooled"} & needs and not study.cascades:
        raise WrongStudy(sentence("needs_cascades"))
    if "adoptions" in needs and "pooled" not in needs:
        single_cascade(study)
    if "contacts" in needs:
        require_contacts(study)
    if "ties" in needs and not study.ties:
        raise WrongStudy(sentence("needs_ties"))


def cascade_list(study: Study, limit: int = 12) -> str:
    """The ids of the cascades with the most adoptions, and how many more there are."""
    ids = sorted(study.cascades, key=lambda id: (-len(study.cascades[id]), id))
    ending = f" … (+{len(ids) - limit})" if len(ids) > limit else ""
    return ", ".join(ids[:limit]) + ending


def count_nodes_without_adoption(study: Study) -> int:
    """How many nodes might have adopted something but have no statement that they did."""
    adopters = {node for adoptions in study.cascades.values() for node in adoptions}
    return 0 if study.is_closed else len(set(study.nodes) - adopters)


def dated_cascades(study: Study) -> tuple[dict[str, dict[str, float]], int]:
    """The adoptions with a period within the window, by cascade; and how many have no period.

    A cascade without any such adoption is left out.
    """
    first, last = study.window
    low, high = -inf if first is None else first, inf if last is None else last
    by_cascade = {id: study.periods(adoptions) for id, adoptions in study.cascades.items()}
    undated = sum(map(len, study.cascades.values())) - sum(map(len, by_cascade.values()))
    inside = {
        id: {node: time for node, time in times.items() if low <= time <= high}
        for id, times in by_cascade.items()
    }
    return {id: times for id, times in inside.items() if times}, undated


def require_contacts(study: Study) -> tuple[Tie, ...]:
    """The ties over which exposure may run; raises WrongStudy if there are none."""
    if not study.contacts:
        raise WrongStudy(sentence("needs_contacts"))
    return study.contacts
