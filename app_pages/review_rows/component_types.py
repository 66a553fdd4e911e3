"""The values that the Review page gives to its component, as in `web/review/types.d.ts`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from app_pages.review_rows.passages import Mark, Piece


class ReviewPassage(TypedDict):
    """A passage in pieces, and where it stands."""

    where: str
    pieces: Sequence[Piece]


class ReviewCandidate(TypedDict):
    """A value of a field: its name, and the text that distinguishes it from others of that name."""

    value: str
    name: str
    more: str


class ReviewColumn(TypedDict):
    """A column of a table: `type` is `thing`, `choice`, `date`, `number` or `text`."""

    name: str
    label: str
    type: str
    required: bool
    choices: list[ReviewCandidate]
    kinds: list[str]


class ReviewForm(TypedDict):
    """The form of a kind of row: its columns, and the one with the subject."""

    label: str
    columns: list[ReviewColumn]
    subject: str


class ReviewFinding(TypedDict):
    """A doubt about a row as a sentence, its field, and whether it blocks the row."""

    code: str
    field: str
    text: str
    blocks: bool


class ReviewSimilarStatement(TypedDict):
    """A statement of the facts that is like a row."""

    relation: str
    text: str
    source: str


class ReviewMissingThing(TypedDict):
    """A thing that the facts lack: the tables that may hold it, and its known cells.

    `names` are those of the things in its cells, by column.
    """

    kinds: list[str]
    cells: Mapping[str, str]
    names: Mapping[str, str]


class ReviewContent(TypedDict):
    """The content of a draft: what it says, on which words it rests, and what is like it."""

    id: str
    kind: str
    band: str
    source: str
    drafter: str
    passages: list[ReviewPassage]
    cells: dict[str, str]
    names: dict[str, str]
    candidates: dict[str, list[ReviewCandidate]]
    missing: dict[str, ReviewMissingThing]
    similar: list[ReviewSimilarStatement]


class ReviewCard(ReviewContent):
    """A draft with its state and doubts; `preselected` is the button of Enter, "" if none."""

    state: str
    findings: list[ReviewFinding]
    preselected: str


class ReviewLine(TypedDict):
    """A row in one line, and the words that it cites."""

    id: str
    text: str
    quote: str


class ReviewBatch(TypedDict):
    """Rows that may be accepted together; `key` is that of the request."""

    key: str
    rows: list[ReviewLine]


class ReviewNameMeaning(ReviewCandidate):
    """A thing that a name may mean, and the curator's judgement on it, "" if none."""

    judgement: str


class ReviewQuestion(TypedDict):
    """A name in a passage, what it may mean, and the possible answers."""

    key: str
    draft: str
    column: str
    name: str
    items: list[ReviewNameMeaning]
    answers: list[ReviewCandidate]


class ReviewCheck(TypedDict):
    """The doubts about a row in the form, the names of its things, and those that are missing."""

    key: str
    findings: list[ReviewFinding]
    names: dict[str, str]
    missing: dict[str, ReviewMissingThing]


class ReviewHits(TypedDict):
    """The things that typed letters may mean."""

    column: str
    text: str
    hits: list[ReviewCandidate]


class ReviewCode(TypedDict):
    """A code for a new thing of a kind."""

    kind: str
    code: str


class ReviewText(TypedDict):
    """The text of a source, and the passages on which rows rest."""

    code: str
    text: str
    marks: list[Mark]


class ReviewReceipt(TypedDict):
    """The outcome of an order: `refused` is a sentence, "" if the order was carried out."""

    number: int
    draft: str
    refused: str
    confirm: bool


class ReviewData(TypedDict):
    """All that the component draws, and the answers to its last requests."""

    words: Mapping[str, str]
    client: str
    written: int
    receipts: list[ReviewReceipt]
    queue: list[str]
    total: int
    shown: str | None
    cards: list[ReviewCard]
    kinds: dict[str, ReviewForm]
    thing_kinds: Mapping[str, ReviewForm]
    reasons: list[ReviewCandidate]
    check: ReviewCheck | None
    hits: ReviewHits | None
    proposal: ReviewCard | None
    code: ReviewCode | None
    alike: ReviewBatch | None
    question: ReviewQuestion | None
    text: ReviewText | None
    second: bool
