"""The input files of an actor-oriented model, or a sentence that says why there is none."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import typer

from commands.terminal.messages import say
from commands.terminal.options import FAULTS, USAGE, Lang
from diffusion.study.errors import WrongStudy
from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.selection import select_cascades
from diffusion.study.study import Study
from exports.actor_models.dated_links import MAX_ACTORS, DataShortage, NotEnoughData
from exports.actor_models.goldfish import goldfish_files
from exports.actor_models.rsiena import rsiena_files
from exports.export_file import write_atomically
from graph.model.facts import Facts
from queries.catalogue import QueryError
from queries.parameters import code_of

REASONS = {
    DataShortage.LINKS: "no_links_between_actors",
    DataShortage.DATES: "no_dated_links",
    DataShortage.WAVES: "too_few_waves",
    DataShortage.SIZE: "too_many_actors",
}


@dataclass(frozen=True)
class ActorModelOptions:
    """Which of the facts the model takes; `waves` are the periods as they were typed."""

    mechanisms: tuple[str, ...]
    narrower: bool
    implied: bool
    complete: bool
    actors: Actors
    waves: str


def write_actor_model(
    name: str, facts: Facts, options: ActorModelOptions, folder: Path, lang: Lang
) -> None:
    """Writes the files into a folder and names them; raises NotWritable."""
    periods = _periods(options.waves, lang)
    study = _study(facts, options, lang)
    try:
        files = goldfish_files(study) if name == "goldfish" else rsiena_files(study, periods)
    except NotEnoughData as error:
        say(lang, REASONS[error.lack], count=error.count, most=MAX_ACTORS)
        raise typer.Exit(FAULTS) from error
    for file, content in files.items():
        write_atomically(folder / file, content)
        typer.echo(folder / file)
    command = f"cd {shlex.quote(str(folder))} && Rscript {name}.R"
    say(lang, "actor_files_written", command=command)


def _study(facts: Facts, options: ActorModelOptions, lang: Lang) -> Study:
    try:
        codes = tuple(code_of(facts, ("Mechanism",), name) for name in options.mechanisms)
    except QueryError as error:
        say(lang, "bad_option", reason=error)
        raise typer.Exit(USAGE) from error
    choice = FactSelection(
        codes, options.narrower, options.implied, options.actors.kinds, options.complete
    )
    try:
        return select_cascades(study_from_facts(facts, choice), codes)
    except WrongStudy as error:
        typer.echo("\n".join(fault.text(lang.value) for fault in error.sentences), err=True)
        raise typer.Exit(USAGE) from error


def _periods(text: str, lang: Lang) -> tuple[float, ...]:
    """`2015,2020`: rising periods, two or more; none if nothing is typed."""
    if not text.strip():
        return ()
    try:
        periods = tuple(float(part) for part in text.split(","))
    except ValueError:
        periods = ()
    rising = all(earlier < later for earlier, later in zip(periods, periods[1:], strict=False))
    if len(periods) < 2 or not rising or not all(map(isfinite, periods)):
        say(lang, "bad_waves", text=text)
        raise typer.Exit(USAGE)
    return periods
