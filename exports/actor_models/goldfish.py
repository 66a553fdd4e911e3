"""Input tables of a dynamic network actor model (DyNAM) for the R package goldfish 1.6.12.

Stadtfeld, Hollway and Block (2017), Sociological Methodology 47(1), doi:10.1177/0081175017709295;
Stadtfeld and Block (2017), Sociological Science 4, 318-352, doi:10.15195/v4.a14.
The columns are those that goldfish's defineNodes, linkEvents and defineNetwork ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from diffusion.study.study import NumericInterval, Study
from exports.actor_models.actor_tables import (
    NAMES,
    actor_cells,
    actors_in_order,
    attribute_columns,
    contact_rows,
)
from exports.actor_models.csv_tables import csv_bytes, number
from exports.actor_models.dated_links import (
    DataShortage,
    Link,
    NotEnoughData,
    check_size,
    first_adoptions,
    links_of,
    links_of_others,
)
from exports.actor_models.read_me import read_me

EVENT_COLUMNS = ("time", "sender", "receiver", "increment", "statements")
CHANGE_COLUMNS = ("time", "node", "replace")
LEFT_OUT_COLUMNS = ("sender", "receiver", "earliest", "latest", "reason", "statements")
SCRIPT = Path(__file__).with_name("goldfish.R")


def goldfish_files(study: Study) -> dict[str, bytes]:
    """The files by name; raises NotEnoughData if no link has a time.

    A link or an adoption takes place in the middle of its period (a year, or the dataset's own);
    one whose date may lie in several has no time.
    """
    check_size(study)
    links = links_of(study)
    dated_links = [link for link in links if study.period(link.when) is not None]
    if not dated_links:
        raise NotEnoughData(DataShortage.DATES, len(links))
    events = sorted((_middle(link.when), link.learner, link.teacher, link) for link in dated_links)
    start, adoption_times = events[0][0], _adoption_times(study)
    files = {
        "actors.csv": _actors_csv(study, adoption_times, start),
        "lessons.csv": csv_bytes(
            EVENT_COLUMNS,
            ([number(time), *ends, 1, "|".join(link.statements)] for time, *ends, link in events),
        ),
        "adoptions.csv": _adoption_changes(study, adoption_times, start),
        "left_out.csv": _left_out_csv(study, links),
        "goldfish.R": SCRIPT.read_bytes(),
    }
    if study.contacts:
        files["contacts.csv"] = _contacts(study)
    times = [time for time, *_ in events]
    numbers = {
        "actors": len(study.nodes),
        "links": len(dated_links),
        "undated": len(links) - len(dated_links),
        "others": len(links_of_others(study)),
        "ties": len(times) - len(set(times)),
    }
    return files | {"README.md": read_me("goldfish", study, numbers)}


def _middle(span: NumericInterval) -> float:
    return (span.earliest + span.latest) / 2


def _adoption_times(study: Study) -> Mapping[str, float | None]:
    """The time of each adopter; None where its date is not known well enough."""
    return {
        node: None if study.period(span) is None else _middle(span)
        for node, span in first_adoptions(study).items()
    }


def _actors_csv(study: Study, times: Mapping[str, float | None], start: float) -> bytes:
    attributes = attribute_columns(study)
    rows = []
    for node in actors_in_order(study):
        has_adopted, since = _adoption_cells(study, times, node.id, start)
        cells = actor_cells(node, attributes)
        rows.append([*cells[:1], "TRUE", has_adopted, since, *cells[1:]])
    columns = (NAMES[0], "present", "adopted", "adopted_since", *NAMES[1:], *attributes)
    return csv_bytes(columns, rows)


def _adoption_cells(
    study: Study, times: Mapping[str, float | None], node: str, start: float
) -> tuple[str, str]:
    """Whether an actor had adopted when the first link came, and when it did; empty if unknown."""
    if node not in times:
        return ("0" if study.is_closed else ""), ""
    time = times[node]
    return ("", "") if time is None else (str(int(time <= start)), number(time))


def _adoption_changes(study: Study, times: Mapping[str, float | None], start: float) -> bytes:
    later = sorted(
        (time, node)
        for node, time in times.items()
        if time is not None and time > start and node in study.nodes
    )
    return csv_bytes(CHANGE_COLUMNS, ([number(time), node, 1] for time, node in later))


def _left_out_csv(study: Study, links: list[Link]) -> bytes:
    undated_rows = [
        [*ends, number(when.earliest), number(when.latest), "date", "|".join(ids)]
        for *ends, when, ids in (
            (link.learner, link.teacher, link.when, link.statements)
            for link in links
            if study.period(link.when) is None
        )
    ]
    rows_of_others = [
        [tie.learner, tie.teacher, number(tie.when.earliest), number(tie.when.latest), "actor"]
        + [tie.id]
        for tie in links_of_others(study)
    ]
    return csv_bytes(LEFT_OUT_COLUMNS, [*undated_rows, *rows_of_others])


def _contacts(study: Study) -> bytes:
    codes = [node.id for node in actors_in_order(study)]
    rows = ([code, *row] for code, row in zip(codes, contact_rows(study), strict=True))
    return csv_bytes(["label", *codes], rows)
