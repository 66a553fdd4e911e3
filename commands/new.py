"""new: a facts folder for a reform of one's own."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import quote

import typer

from commands.terminal.messages import say
from commands.terminal.options import FACTS, FAULTS, USAGE, Lang, LangOption
from graph.model.dataset import Dataset, ListedPlace
from loaders.facts.dataset_settings import read_dataset
from loaders.tables.faults import BadFacts
from loaders.writing.new_folder import (
    FolderExists,
    FolderSettings,
    StartPlace,
    UnknownCodeList,
    write_new_folder,
)
from ontology.schema.enums import PlaceLevel
from texts.system_errors import reason_of
from texts.tables import COMMANDS

NONE = "-"
PROJECT_FACTS = Path(__file__).parents[1] / FACTS
LANGUAGES = {"both": ("zh", "en"), "zh": ("zh",), "en": ("en",)}

TitleZh = Annotated[str | None, typer.Option(help="title in Chinese")]
TitleEn = Annotated[str | None, typer.Option(help="title in English")]
Languages = Annotated[str | None, typer.Option(help="both, zh or en")]
CodeLists = Annotated[
    str | None, typer.Option(help="code lists of the places, separated by commas; - for none")
]
StartCode = Annotated[
    str | None, typer.Option(help="code of the place where the story begins; - for none")
]
StartLevel = Annotated[str | None, typer.Option(help="the start's level")]
StartZh = Annotated[str | None, typer.Option(help="the start's name in Chinese")]
StartEn = Annotated[str | None, typer.Option(help="the start's name in English")]
Taxonomy = Annotated[bool, typer.Option(help="take over the example's mechanisms and indicators")]
BaseIri = Annotated[str | None, typer.Option(help="the beginning of its IRIs")]
Licence = Annotated[str, typer.Option(help="the licence of your facts")]
Example = Annotated[Path, typer.Option(help="where code lists and units come from")]


def new(
    lang: LangOption,
    folder: Annotated[Path, typer.Argument(help="the facts folder to make")],
    title_zh: TitleZh = None,
    title_en: TitleEn = None,
    languages: Languages = None,
    code_lists: CodeLists = None,
    start: StartCode = None,
    start_level: StartLevel = None,
    start_zh: StartZh = None,
    start_en: StartEn = None,
    taxonomy: Taxonomy = True,
    base_iri: BaseIri = None,
    licence: Licence = "CC-BY-4.0",
    example: Example = FACTS,
) -> None:
    """Makes a facts folder that you can check and open; asks for values that no option gives."""
    example, dataset = _example(example, lang)
    offered_lists = dataset.code_lists
    title_zh = title_zh or _ask(lang, "ask_title_zh")
    title_en = title_en or _ask(lang, "ask_title_en")
    choice = languages or _ask(lang, "ask_languages", default="both", choices=[*LANGUAGES])
    if choice not in LANGUAGES:
        _refuse(lang, "not_a_choice", value=choice, choices=", ".join(LANGUAGES))
    lists = _names(
        code_lists or _ask(lang, "ask_code_lists", default=", ".join(offered_lists) or NONE)
    )
    begin = start or _ask(lang, "ask_start", default=NONE)
    place = None
    if begin != NONE:
        names = {"zh": start_zh, "en": start_en}
        list_places = {name: offered_lists[name] for name in lists if name in offered_lists}
        place = _start_place(lang, list_places, begin, start_level, names, LANGUAGES[choice])
    name = quote("-".join(folder.resolve().name.split()))
    iri = base_iri or f"https://example.org/{name}/"
    settings = FolderSettings(
        title_zh, title_en, iri, licence, LANGUAGES[choice], lists, place, taxonomy
    )
    _write(folder, settings, example, lang)
    say(lang, "folder_made", to_stdout=True, folder=folder, typed=shlex.quote(str(folder)))


def _start_place(
    lang: Lang,
    list_places: Mapping[str, Mapping[str, ListedPlace]],
    code: str,
    level: str | None,
    names: dict[str, str | None],
    languages: tuple[str, ...],
) -> StartPlace:
    """The place where the story begins: what the code list does not say is asked for."""
    system = next((name for name, places in list_places.items() if code in places), "")
    native = languages[0]
    if system:
        names = {**names, native: names[native] or list_places[system][code].name}
    for language in languages:
        names[language] = names[language] or _ask(lang, f"ask_start_{language}", code=code)
    level = level or _ask(lang, "ask_level", default="county", choices=[*PlaceLevel])
    if level not in [*PlaceLevel]:
        _refuse(lang, "not_a_choice", value=level, choices=", ".join(PlaceLevel))
    # a code that no list has is a code of the curator's own: it has no code system
    return StartPlace(code, level, names["zh"] or "", names["en"] or "", system)


def _names(answer: str) -> tuple[str, ...]:
    """The code lists that an answer names; `-` names none."""
    return tuple(name.strip() for name in answer.split(",") if name.strip() not in ("", NONE))


def _write(folder: Path, settings: FolderSettings, example: Path, lang: Lang) -> None:
    try:
        write_new_folder(folder, settings, example)
    except FolderExists:
        _refuse(lang, "folder_not_empty", folder=folder)
    except UnknownCodeList as error:
        _refuse(lang, "not_a_choice", value=error.name, choices=", ".join((*error.choices, NONE)))
    except BadFacts as error:
        typer.echo(error.text(lang.value), err=True)
        raise typer.Exit(FAULTS) from error
    except OSError as error:
        _refuse(lang, "cannot_write", path=folder, reason=reason_of(error))


def _example(folder: Path, lang: Lang) -> tuple[Path, Dataset]:
    """The example's folder, and what it says of itself; or its faults and an exit."""
    if folder == FACTS and not folder.is_dir():  # the command was given outside the project
        folder = PROJECT_FACTS
    if not folder.is_dir():
        _refuse(lang, "no_example", folder=folder)
    try:
        return folder, read_dataset(folder)
    except BadFacts as error:
        typer.echo(error.text(lang.value), err=True)
        raise typer.Exit(FAULTS) from error


def _ask(
    lang: Lang,
    key: str,
    default: str | None = None,
    choices: list[str] | None = None,
    **values: str,
) -> str:
    question = COMMANDS.say(key, lang.value, **values)
    if choices:
        question += f" ({', '.join(choices)})"
    answer: str = typer.prompt(question, default=default)
    return answer.strip()


def _refuse(lang: Lang, key: str, **values: Any) -> NoReturn:
    say(lang, key, **values)
    raise typer.Exit(USAGE)
