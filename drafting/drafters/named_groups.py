"""Groups with a name of their own: “山海风筝联盟”, 沿河放风筝协作体."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafting.drafters.article import Article
from drafting.drafts.draft import NEW_PREFIX
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

# How many letters a name has before its last word.
MIN_LETTERS, MAX_LETTERS = 2, 16
# The type of the groups that hospitals join.
GROUP_TYPE = "medical_group"


def groups_in(article: Article, stretch: Stretch) -> list[str]:
    """The cells of the named groups of a stretch, in their order."""
    return [cell for start, cell in _named_groups(article) if stretch.start <= start < stretch.end]


def last_groups(article: Article, clause: Clause) -> list[str]:
    """The last named group before a clause in its paragraph, or none."""
    paragraph = article.clean.text.rfind("\n", 0, clause.stretch.start) + 1
    return groups_in(article, Stretch(paragraph, clause.stretch.start))[-1:]


def group_made_of(article: Article, clause: Clause) -> str:
    """The cell of the group that a sentence makes of the organisations of a clause, or "".

    将甲医院、乙医院整合，组建丙总医院: the group is named in the clause or behind it.
    """
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    merging_word = word_pattern("merging_words").search(text, start, end)
    organisations = (
        article.organisations_in(Stretch(start, clause.sentence.end)) if merging_word else []
    )
    groups = [article.parties.cell(o) for o in organisations if o.type == GROUP_TYPE]
    return groups[0] if groups and organisations[0].type != GROUP_TYPE else ""


def group_before(article: Article, stretch: Stretch) -> str:
    """The cell of the last group that a stretch names, or "": 组建甲医疗集团，乙医院等加入."""
    organisations = article.organisations_in(stretch)
    groups = [article.parties.cell(o) for o in organisations if o.type == GROUP_TYPE]
    return groups[-1] if groups else ""


def medical_groups(article: Article, stretch: Stretch) -> list[str]:
    """The cells of the groups of hospitals that a stretch names, in their order."""
    organisations = article.organisations_in(stretch)
    return [article.parties.cell(o) for o in organisations if o.type == GROUP_TYPE]


def sort_of_group(article: Article, stretch: Stretch) -> str:
    """The cell of the last sort of group that a stretch names, or "": 城市医疗集团, 医共体."""
    sorts = _sort_pattern().findall(article.text(stretch))
    return f"{NEW_PREFIX}{sorts[-1]}" if sorts else ""


def last_group_of_text(article: Article, clause: Clause, written: str) -> str:
    """The cell of the last group before a clause that ends with a word for its sort, or ""."""
    if not word_pattern("group_ends").fullmatch(written):
        return ""
    cells = groups_in(article, Stretch(0, clause.stretch.start))
    return next((cell for cell in reversed(cells) if cell.endswith(written)), "")


@cache
def _sort_pattern() -> re.Pattern[str]:
    """A word for a sort of groups, with a word such as 城市 or 县域 before it."""
    return re.compile(
        rf"(?:{word_alternatives('group_kinds')})?(?:{word_alternatives('group_sorts')})"
    )


@lru_cache(maxsize=1)
def _named_groups(article: Article) -> tuple[tuple[int, str], ...]:
    """Position and cell of each named group of a text."""
    matches = _group_pattern().finditer(article.clean.text)
    return tuple(
        (m.start(1), article.named_things.code("organisation", m[1]) or f"{NEW_PREFIX}{m[1]}")
        for m in matches
    )


@cache
def _group_pattern() -> re.Pattern[str]:
    """A name behind a verb of founding or joining, 的, 了 or a quotation mark."""
    openers = f"{word_alternatives('group_openers')}|[的了“]"
    letters = rf"(?:(?!{openers})[\u4e00-\u9fff]){{{MIN_LETTERS},{MAX_LETTERS}}}?"
    return re.compile(
        rf"(?:{openers})({letters}(?:{word_alternatives('group_ends')}))(?!协议|章程)"
    )
