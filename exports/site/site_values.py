"""The types of the site's data for its scripts, as in `web/types.d.ts`."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class SiteText(TypedDict):
    """The title and the HTML of a page of a thing or a statement."""

    title: str
    html: str


# A section: its title, the column of the thing itself or "", and the places of its statements in
# the rows; a statement that does not stand has none.
SiteSection = tuple[str, str, list[int | None]]


class SiteThing(SiteText):
    """The page of a thing, with its sections."""

    sections: list[SiteSection]


class SiteColumns(TypedDict):
    """The columns of a kind of statement, and which of them hold things."""

    columns: list[str]
    things: list[bool]


class SiteRows(TypedDict):
    """A row for each standing statement: its kind and its cells; `empty` says that there is none.

    `id` is the name of the column of ids.
    """

    ids: list[str]
    kinds: dict[str, SiteColumns]
    rows: list[list[str]]
    id: str
    empty: str


# A name: text, words, sounds ("" where each letter sounds as itself), 1 if its level is left out.
SiteName = tuple[str, str, str, int]


class SiteSearchNames(TypedDict):
    """The names of things and questions in the forms in which they are compared, and all ids.

    A thing is its code, its kind, its names and the codes directly above it. `asked` has the
    parameter of a question that takes a thing, and the kinds of the thing; `common` the words that
    stand in any sentence.
    """

    things: list[tuple[str, str, list[SiteName], list[str]]]
    questions: dict[str, list[str]]
    asked: dict[str, tuple[str, list[str]]]
    common: list[str]
    ids: list[str]
    simplified: str


class SiteSearchLabels(TypedDict):
    """The words of hits in one language; those of standing statements are their evidence."""

    kinds: dict[str, str]
    things: dict[str, tuple[str, str]]
    withdrawn: dict[str, str]
    questions: dict[str, str]


class SiteParameter(TypedDict):
    """A parameter with its choices; `first` is the value with which the page begins."""

    key: str
    name: str
    type: str
    example: str | int
    first: str | int | None
    choices: NotRequired[list[tuple[str, str]]]
    kinds: NotRequired[list[str]]


class SiteColumn(TypedDict):
    """A column of an answer."""

    key: str
    type: str
    name: str
    of: list[str]
    is_word: bool
    only_names: bool


class SiteQuestion(TypedDict):
    """A question of the catalogue in one language, with its query in SPARQL."""

    key: str
    title: str
    question: str
    parameters: list[SiteParameter]
    columns: list[SiteColumn]
    sparql: str


class SiteAnswerWords(TypedDict):
    """The names by which an answer's values are called."""

    things: dict[str, str]
    dates: dict[str, str]
    schema: dict[str, str]
    values: dict[str, str]
    comma: str


class SiteQuestions(TypedDict):
    """All questions in the order of the page Ask, and that with which it begins."""

    first: str
    groups: dict[str, str]
    kinds: dict[str, list[str]]
    questions: list[SiteQuestion]
    words: SiteAnswerWords
