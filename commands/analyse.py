"""analyse: a measure of diffusion, on a facts folder or on a researcher's own tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from commands.terminal.measure_output import (
    MeasureOutput,
    StudyData,
    measure_list,
    measure_text,
)
from commands.terminal.messages import print_facts_errors, read_or_exit, say
from commands.terminal.options import (
    FAULTS,
    FOLDERS,
    USAGE,
    AsOfOption,
    FoldersOption,
    FormatOption,
    Lang,
    LangOption,
)
from diffusion.built_panels.networks import with_networks
from diffusion.framework.measure import Measure, OptionValue
from diffusion.registry import measure, measure_names
from diffusion.study.errors import BadOption, UnknownMeasure, WrongStudy, require
from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import Acts, FactSelection, study_from_facts
from diffusion.study.selection import parse_columns, parse_window, select_cascades
from graph.model.facts import Facts
from loaders.study.network_tables import read_networks
from loaders.study.study_tables import Tables, read_study
from loaders.tables.faults import BadFacts
from queries.catalogue import QueryError
from queries.parameters import code_of
from queries.rendering.formats import Format
from texts.system_errors import reason_with_file

# A table of thousands of dates in a form of its own has one fault thousands of times.
MAX_FAULTS = 20
# Options after the name are those of the measure: --rate 0.5
CONTEXT_SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}


@dataclass(frozen=True)
class Data:
    """Where a study comes from: a facts folder, unless tables are given."""

    folders: Sequence[Path]
    tables: Tables
    mechanisms: Sequence[str]
    choice: FactSelection
    as_of: str | None = None
    networks: Sequence[Path] = ()
    parquet: Path | None = None


def analyse(
    context: typer.Context,
    lang: LangOption,
    name: Annotated[str | None, typer.Argument(help="the measure's name")] = None,
    folders: FoldersOption = FOLDERS,
    as_of: AsOfOption = None,
    mechanism: Annotated[list[str] | None, typer.Option(help="code or name; may repeat")] = None,
    implied: Annotated[bool, typer.Option("--implied", help="count implied adoptions")] = False,
    narrower: Annotated[bool, typer.Option("--narrower", help="count narrower ones")] = False,
    complete: Annotated[bool, typer.Option("--complete", help="silence means no")] = False,
    actors: Annotated[Actors, typer.Option(help="who can adopt")] = Actors.ALL,
    acts: Annotated[Acts | None, typer.Option(help="what counts as adoption")] = None,
    cascades: Annotated[Path | None, typer.Option(help="table cascade_id,node,time")] = None,
    ties: Annotated[Path | None, typer.Option(help="table from_uid,named_uid")] = None,
    nodes: Annotated[Path | None, typer.Option(help="table uid,… with times")] = None,
    contacts: Annotated[Path | None, typer.Option(help="as --ties: who is near")] = None,
    panel: Annotated[Path | None, typer.Option(help="table node,time,… of units at risk")] = None,
    network: Annotated[list[Path] | None, typer.Option(help="ties of a term; may repeat")] = None,
    panel_out: Annotated[Path | None, typer.Option(help="also write the built panel")] = None,
    parquet: Annotated[Path | None, typer.Option(help="a release's folder, not --facts")] = None,
    columns: Annotated[str, typer.Option(help="your columns: node=state,time=year")] = "",
    first: Annotated[bool, typer.Option("--first", help="use one of repeated rows")] = False,
    window: Annotated[str, typer.Option(help="observed periods, FIRST:LAST")] = ":",
    step: Annotated[float | None, typer.Option(help="how long a period is")] = None,
    figure: Annotated[Path | None, typer.Option(help="also draw: FILE.svg or .png")] = None,
    list_all: Annotated[bool, typer.Option("--list", help="list measures, explain one")] = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Computes a measure of diffusion; its own options follow its name (see NAME --list)."""
    with print_usage_errors(lang):
        if name is None or list_all:
            typer.echo(measure_text(name, lang) if name else measure_list(format, lang), nl=False)
            return
        entry, output = named_measure(name), MeasureOutput(format, lang, figure, panel_out)
        options = entry.parse_options(measure_options(context.args))
        choice = FactSelection((), narrower, implied, actors.kinds, complete, acts)
        tables = Tables(cascades, ties, nodes, parse_columns(columns), contacts, first, panel)
        data = Data(folders, tables, mechanism or (), choice, as_of, network or (), parquet)
        watched_data = chosen_study(data, options, lang).with_watch(parse_window(window), step)
        output.write(entry, entry.run(watched_data.study, **options), watched_data)


def named_measure(typed_name: str) -> Measure:
    """The measure of a name with hyphens or underscores; raises UnknownMeasure."""
    return measure(typed_name.replace("-", "_"))


def chosen_study(data: Data, options: Mapping[str, OptionValue], lang: Lang) -> StudyData:
    """The study that is asked for; or lists every fault of its tables and exits."""
    check_parquet(data, options)
    tables = data.tables
    try:
        networks = read_networks(data.networks, tables.columns)
        if tables.has_tables:
            study = select_cascades(read_study(tables), tuple(data.mechanisms))
            return StudyData(with_networks(study, networks))
    except BadFacts as error:
        typer.echo(error.text(lang.value, MAX_FAULTS), err=True)
        raise typer.Exit(FAULTS) from error
    facts, codes = _facts_and_mechanisms(data, lang)
    study = study_from_facts(facts, replace(data.choice, mechanisms=codes))
    return StudyData(with_networks(select_cascades(study, codes), networks), facts)


def _facts_and_mechanisms(data: Data, lang: Lang) -> tuple[Facts, tuple[str, ...]]:
    """The facts, of Parquet files those that the mechanisms need, and the mechanisms' codes."""
    if data.parquet is None:
        facts = read_or_exit(data.folders, lang, as_of=data.as_of)
        return facts, _codes(facts, data.mechanisms)
    from loaders.releases.parquet_study import ParquetRelease

    with print_facts_errors(lang):
        release = ParquetRelease(data.parquet)
    codes = _codes(release.things, data.mechanisms)
    return release.facts(codes, counts_narrower=data.choice.narrower), codes


def _codes(facts: Facts, mechanisms: Iterable[str]) -> tuple[str, ...]:
    return tuple(code_of(facts, ("Mechanism",), name) for name in mechanisms)


def check_parquet(data: Data, options: Mapping[str, OptionValue]) -> None:
    """Returns if what is read of a release's Parquet files is enough; else raises BadOption.

    Built panels (`terms`) may use the adoptions of all mechanisms, of which only some are read.
    """
    if data.parquet is not None:
        is_alone = data.as_of is None and not data.tables.has_tables
        require(is_alone and bool(data.mechanisms), "parquet", data.parquet, "--mechanism NAME")
        require(options.get("terms") is None, "terms", options.get("terms"), "--facts FOLDER")


def measure_options(arguments: Sequence[str]) -> dict[str, str]:
    """`--rate 0.5 --p=.1` by name; raises BadOption if a name or a value is missing."""
    names: dict[str, str] = {}
    remaining = iter(arguments)
    for argument in remaining:
        name, equals, value = argument.removeprefix("--").partition("=")
        following = value if equals else next(remaining, None)
        if not argument.startswith("--") or following is None:
            raise BadOption(f"{argument} → --NAME VALUE")
        names[name.replace("-", "_")] = following
    return names


@contextmanager
def print_usage_errors(lang: Lang) -> Iterator[None]:
    """A wrong name, option or table as one sentence and an exit code."""
    try:
        yield
    except UnknownMeasure as error:
        names = ", ".join(measure_names())
        say(lang, "no_measure", name=error, names=names)
        raise typer.Exit(USAGE) from error
    except (BadOption, QueryError) as error:
        say(lang, "bad_option", reason=error)
        raise typer.Exit(USAGE) from error
    except BrokenPipeError:
        raise  # the reader of the output has closed it
    except OSError as error:
        say(lang, "not_written", reason=reason_with_file(error))
        raise typer.Exit(USAGE) from error
    except WrongStudy as error:
        typer.echo("\n".join(fault.text(lang.value) for fault in error.sentences), err=True)
        raise typer.Exit(USAGE) from error
