"""Organisations of a clean text by their last word: hospital, commission, newspaper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafting.recognition.places import PlaceReason, RecognisedPlace
from drafting.words.word_tables import alternatives, pairs, word_pattern, word_table

# How far left of its last word a name may begin, and how short a name can be.
REACH, MIN_NAME_LETTERS = 18, 3
COUNT_WORDS = "(?:[0-9一二两三四五六七八九十百]+[余多]?|若干)[名家个所处间]"
# The letter of a level directly before the last word; not 城市, 都市, 外省.
LEVEL = re.compile("(?<![城都门超])[县市]$|(?<![外跨各我全本两三等])省$")
# A level behind another organisation of the same words: 县中医院拜省中医院.
NEXT_LEVEL = re.compile("[省市县]")
# A periodical by its title: 《甲》杂志, and a newspaper: 《甲报》.
PERIODICAL = re.compile(
    "《[^《》]{2,14}》(?:杂志|期刊|周刊)|(?<=《)[^《》]{1,12}(?<![简公通汇快申月季年呈])报(?=》)"
)
# The word for a province of another kind, which names refer to as they do to 县; one hospital of
# several; the level that has one hospital.
REGION, ORDINAL, COUNTY = "自治区", re.compile("第[一二三四五六七八九十]"), "县"
# What joins the offices of a row: 甲省医保局、财政厅.
ROW_MARKS = "、和与及"
# A verb before who gets something: 交总医院; not 交通.
HANDOVER_VERB = "[交归给](?=总医院|医院|医共体|集团|[省市县])"
# Names of hospitals that have a letter in which other names end: 协和医院, 同济医院.
NAMES_WITH_STOPS = re.compile("同济|同仁|同德|协和|仁和|和平|和谐|友谊|自治")
BOUNDARY = '[，,。；;：:、！!？?\\s（）()《》<>“”"…—+]'


@dataclass(frozen=True, order=True)
class RecognisedOrganisation:
    """An organisation: characters `start` to `end` of the clean text read `words`.

    `type` is a code of the facts' types of organisation. A government or its office acts for its
    place: `speaks_for_place`. `level` is the letter by which a name refers to its place without
    naming it (市 of 市人民医院), or "".
    """

    start: int
    end: int
    words: str
    type: str
    speaks_for_place: bool
    level: str


def organisations(
    text: str, places: Sequence[RecognisedPlace], names: Mapping[str, str]
) -> tuple[RecognisedOrganisation, ...]:
    """The organisations of a clean text by their place; `names` are those of the facts.

    Where two overlap, the first counts, and of two with the same beginning the longest.
    """
    by_word = filter(
        None,
        (
            _read_organisation(text, match, places)
            for match in word_pattern("organisation_heads").finditer(text)
        ),
    )
    by_name = (
        _organisation(text, match.start(), match.end(), "")
        for name in names
        if len(name) >= MIN_NAME_LETTERS and name in text
        for match in re.finditer(re.escape(name), text)
    )
    organs = [row["written"] for row in word_table("country_organs")]
    media = [row["written"] for row in word_table("well_known_media")]
    national = alternatives(
        [*(organ for organ in organs if len(organ) >= MIN_NAME_LETTERS), *media]
    )
    of_country = (
        _organisation(text, match.start(), match.end(), "")
        for match in re.finditer(rf"(?:{national})(?!门)", text)
    )
    periodicals = (_organisation(text, *m.span(), "") for m in PERIODICAL.finditer(text))
    chosen: list[RecognisedOrganisation] = []
    for organisation in sorted(
        [*by_word, *by_name, *of_country, *periodicals], key=lambda item: (item.start, -item.end)
    ):
        if not chosen or chosen[-1].end <= organisation.start:
            chosen.append(organisation)
    return tuple(chosen)


def _read_organisation(
    text: str, match: re.Match[str], places: Sequence[RecognisedPlace]
) -> RecognisedOrganisation | None:
    """The organisation whose last word this is; None if the words are no name."""
    start, head, end = _boundary(text, match.start(), places), match.start(), match.end()
    inside = [
        place
        for place in places
        if start <= place.start < head and place.reason is not PlaceReason.COUNTRY
    ]
    common = match[0] in _common_nouns()
    if inside:
        between = text[max(place.end for place in inside) : head]
        is_sort = bool(between) and bool(_generic().fullmatch(between))
        is_sort = is_sort and not ORDINAL.fullmatch(between)
        first = _last_name(text, [place.start for place in inside], head)
        return None if common and is_sort else _organisation(text, first, end, "")
    start = _behind_another(text, _without_leads(text, start, head), head)
    if of_level := LEVEL.search(text, start, head):
        start = of_level.start()  # 连通县人民医院 begins with a verb: no listed place is before 县
    written = text[start:end]
    level = _level_of(written)
    if written == match[0] and level:
        return _organisation(text, start, end, level)  # 市委
    if written == match[0] and not common and _is_in_row(text, start):
        return _organisation(text, start, end, "")
    if _generic().fullmatch(written) or len(written) < MIN_NAME_LETTERS:
        is_level_only = level and written.removeprefix(level) == match[0]
        by_level = is_level_only and (
            not common
            or level == COUNTY  # a county has one hospital that is called by its level
            or pairs("organisation_heads", "speaks_for_place")[match[0]]
        )
        return _organisation(text, start, end, level) if by_level else None
    return _organisation(text, start, end, level)


def _last_name(text: str, starts: Sequence[int], head: int) -> int:
    """The first of the starts of places after another organisation and its verb, else of all.

    甲县医院帮乙县医院 names two, 甲省人民医院乙县医院 one with two places.
    """
    others = word_pattern("organisation_heads").finditer(text, starts[0], head)
    ends = [match.end() for match in others]
    starts_behind = [start for start in starts if ends and start > ends[-1]]
    return starts_behind[0] if starts_behind else starts[0]


def _behind_another(text: str, start: int, head: int) -> int:
    """Where a name that begins with a level comes after another organisation in the same words."""
    heads = [
        match.end() for match in word_pattern("organisation_heads").finditer(text, start, head)
    ]
    level = NEXT_LEVEL.search(text, heads[-1], head) if heads else None
    return level.start() if level and level.start() > heads[-1] else start


def _is_in_row(text: str, start: int) -> bool:
    """Whether an office comes before 、 or the like, directly before a position."""
    heads = word_table("organisation_heads")
    offices = tuple(row["written"] for row in heads if row["speaks_for_place"])
    is_joined = start > 0 and text[start - 1] in ROW_MARKS
    return is_joined and text.endswith(offices, 0, start - 1)


def _level_of(written: str) -> str:
    """The word for a level that a name begins with, or ""."""
    letters = {row["written"] for row in word_table("level_letters")}
    if written.startswith(REGION):
        return REGION
    return written[0] if written[0] in letters else ""


def _boundary(text: str, head: int, places: Sequence[RecognisedPlace]) -> int:
    """The nearest boundary left of a last word; letters of a place's name are no boundary."""
    low = max(0, head - REACH)
    words = alternatives(row["written"] for row in _table("stops"))
    stops = re.compile(f"{BOUNDARY}|{words}|{COUNT_WORDS}")
    boundary = low
    names = [match.span() for match in NAMES_WITH_STOPS.finditer(text, low, head)]
    names += [(place.start, place.end) for place in places]
    for match in stops.finditer(text[low:head]):
        place = low + match.start()
        if not any(start <= place < end for start, end in names):
            boundary = low + match.end()
    return boundary


def _without_leads(text: str, start: int, head: int) -> int:
    """The beginning of a name after the verbs and adverbs before it."""
    verbs = ("organisation_leads", "deed_verbs", "deed_adverbs")
    words = {row["written"] for name in verbs for row in word_table(name)}
    leads = re.compile(f"{alternatives(words)}|[0-9]+年?|{HANDOVER_VERB}")
    while (match := leads.match(text, start, head)) and match.end() > start:
        start = match.end()
    return start


@cache
def _generic() -> re.Pattern[str]:
    """Words for a sort of organisation that name none: 各级公立医院."""
    words = alternatives(row["written"] for row in _table("generic"))
    numerals = "[0-9一二三四五六七八九十]+"
    return re.compile(rf"(?:{words}|{numerals})*(?:{word_pattern('organisation_heads').pattern})?")


@cache
def _common_nouns() -> frozenset[str]:
    """Last words that are also common nouns: 市医院 may be any of several."""
    return frozenset(row["written"] for row in _table("heads") if row["common_noun"])


def _organisation(text: str, start: int, end: int, level: str) -> RecognisedOrganisation:
    written = text[start:end]
    heads = list(word_pattern("organisation_heads").finditer(written))
    head = heads[-1][0] if heads and heads[-1].end() == len(written) else ""
    return RecognisedOrganisation(
        start,
        end,
        written,
        pairs("organisation_heads", "type").get(head, ""),
        bool(pairs("organisation_heads", "speaks_for_place").get(head)),
        level,
    )


def standard_name(name: str) -> str:
    """A name with the words of its last word written in full: 卫健委 as 卫生健康委员会."""
    for written, full in pairs("organisation_synonyms", "name").items():
        if name.endswith(written) and not name.endswith(full):
            return name.removesuffix(written) + full
    return name


def _table(part: str) -> Iterator[Mapping[str, str]]:
    return iter(word_table(f"organisation_{part}"))
