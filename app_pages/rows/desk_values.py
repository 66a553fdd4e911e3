"""The values that the Review page gives to its component, as in `web/review/types.d.ts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from app_pages.rows.passages import Mark, Piece


class DeskPassage(TypedDict):
    """A passage in pieces, and where it stands."""

    where: str
    pieces: Sequence[Piece]


class DeskCandidate(TypedDict):
    """A value of a field: its name, and the text that tells it from others of the same name."""

    value: str
    name: str
    more: str


class DeskColumn(TypedDict):
    """A column of a table: `type` is `thing`, `choice`, `date`, `number` or `text`."""

    name: str
    label: str
    type: str
    required: bool
    choices: list[DeskCandidate]
    kinds: list[str]


class DeskForm(TypedDict):
    """The form of a kind of row: its columns, and the one with the subject."""

    label: str
    columns: list[DeskColumn]
    subject: str


class DeskFinding(TypedDict):
    """A doubt about a row as a sentence, and whether it blocks the row."""

    code: str
    text: str
    blocks: bool


class DeskSimilar(TypedDict):
    """A statement of the facts that is like a row."""

    relation: str
    text: str
    source: str


class DeskMissingThing(TypedDict):
    """A thing that the facts lack: the tables that may hold it, and its known cells."""

    kinds: list[str]
    cells: Mapping[str, str]


class DeskContent(TypedDict):
    """The content of a draft: what it says, on which words it rests, and what is like it."""

    id: str
    kind: str
    band: str
    source: str
    drafter: str
    passages: list[DeskPassage]
    cells: dict[str, str]
    names: dict[str, str]
    candidates: dict[str, list[DeskCandidate]]
    missing: dict[str, DeskMissingThing]
    similar: list[DeskSimilar]


class DeskCard(DeskContent):
    """A draft with its state and doubts; `preselected` is the button of Enter, "" if none."""

    state: str
    findings: list[DeskFinding]
    preselected: str


class DeskLine(TypedDict):
    """A row in one line, and the words that it cites."""

    id: str
    text: str
    quote: str


class DeskAlikeLine(DeskLine):
    """A row that may be accepted together with others, with the number of doubts about it."""

    findings: int


class DeskAlike(TypedDict):
    """Rows that may be accepted together; `key` is that of the request."""

    key: str
    rows: list[DeskAlikeLine]


class DeskNameMeaning(DeskCandidate):
    """A thing that a name may mean, and the curator's judgement on it, "" if none."""

    judgement: str


class DeskQuestion(TypedDict):
    """A name in a passage, what it may mean, and the possible answers."""

    key: str
    draft: str
    column: str
    name: str
    items: list[DeskNameMeaning]
    answers: list[DeskCandidate]


class DeskCheck(TypedDict):
    """The doubts about a row in the form, and the names of its things."""

    key: str
    findings: list[DeskFinding]
    names: dict[str, str]


class DeskHits(TypedDict):
    """The things that typed letters may mean."""

    column: str
    text: str
    hits: list[DeskCandidate]


class DeskCode(TypedDict):
    """A code for a new thing of a kind."""

    kind: str
    code: str


class DeskText(TypedDict):
    """The text of a source, and the passages on which rows rest."""

    code: str
    text: str
    marks: list[Mark]


class DeskReceipt(TypedDict):
    """The outcome of an order: `refused` is a sentence, "" if the order was carried out."""

    number: int
    draft: str
    refused: str
    confirm: bool


class DeskData(TypedDict):
    """All that the component draws, and the answers to its last requests."""

    words: Mapping[str, str]
    client: str
    written: int
    receipts: list[DeskReceipt]
    queue: list[str]
    total: int
    cards: list[DeskCard]
    kinds: dict[str, DeskForm]
    thing_kinds: Mapping[str, DeskForm]
    reasons: list[DeskCandidate]
    check: DeskCheck | None
    hits: DeskHits | None
    proposal: DeskCard | None
    code: DeskCode | None
    alike: DeskAlike | None
    question: DeskQuestion | None
    text: DeskText | None
    second: bool
