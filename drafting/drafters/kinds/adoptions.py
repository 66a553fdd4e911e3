"""Drafts of adoptions: mechanisms named in a clause, and deeds after its verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from drafting.drafters.article import EDGES, Article
from drafting.drafters.learning.taught_lesson import cell_of, end_of, row_at
from drafting.drafters.learning.teachings import lessons
from drafting.drafters.stance import stance
from drafting.drafts.draft import NEW_PREFIX, Band, Draft, filled_cells
from drafting.subjects.subject import Clause
from drafting.text.deed_items import MIN_DEED_LETTERS, deed_items, deed_name
from drafting.words.word_tables import word_alternatives, word_pattern
from ontology.schema.enums import Stance

KIND = "adoption"
# The share of letters from which the nearest mechanism is proposed; below it a new one is, with
# the nearest as candidates.
MIN_LIKENESS = 0.36
# A clause without a verb of deeds states a deed only if it shares this much with a mechanism.
MIN_LIKENESS_WITHOUT_VERB = 0.25
# A name of two letters counts only in a clause with a verb.
MIN_NAME_LETTERS = 3
HAN, MENU = re.compile("[\u4e00-\u9fff]"), re.compile(r"\s[>»|｜]\s")
# What a place teaches: its words up to the next mark, without 的.
CONTENT = re.compile("的?([^，,。；;：:！!？?]+)")
# The number of near mechanisms before the new one among the candidates.
MECHANISMS_BEFORE_NEW = 3
# What stands before the places in which a deed is done.
PLACE_PREPOSITION = re.compile("在|于")


def draft_adoptions(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each mechanism that a clause names, and for each deed that names none.

    Whoever taught a lesson had done what was learned.
    """
    for clause in article.clauses:
        yield from _clause_drafts(article, clause, drafted_by)
        yield from _lesson_drafts(article, clause, drafted_by)


def _lesson_drafts(article: Article, clause: Clause, drafted_by: str) -> Iterator[Draft]:
    """A draft of what a teacher does, for each lesson whose content follows the teacher."""
    text, end = article.clean.text, clause.stretch.end
    for lesson in lessons(article, clause):
        teacher_end = end_of(article, lesson.teachers[-1])
        content = (
            CONTENT.match(text, teacher_end, end) if lesson.how and teacher_end < end else None
        )
        deed = deed_name(content[1]) if content else ""
        for place in lesson.teachers if len(deed) >= MIN_DEED_LETTERS else ():
            mentions = article.lexicon.mentions(deed)
            code = mentions[0].codes[0] if mentions else None
            codes = [mechanism for mechanism, _ in article.lexicon.nearest(deed, context=deed)]
            adopter = cell_of(article, place) or ""
            draft = _draft(article, clause, adopter, code, (deed, deed), codes, drafted_by)
            cells = {**dict(draft.cells), "stance": Stance.IMPLIED.value}
            yield replace(draft, cells=filled_cells(cells), band=Band.GUESS)


def _clause_drafts(article: Article, clause: Clause, drafted_by: str) -> Iterator[Draft]:
    """The drafts of the mechanisms and deeds that a clause states."""
    phrase = article.text(clause.stretch)
    if _context_pattern().search(phrase):
        return
    verb = word_pattern("deed_verbs").search(phrase)
    deed = phrase[verb.start() :] if verb else phrase
    if len(deed.strip(EDGES)) < MIN_DEED_LETTERS + len(verb[0] if verb else ""):
        deed = phrase  # the verb stands at the end: 对…进行考核
    items = deed_items(deed, verb[0] if verb else "")
    deeds = _without_actors(phrase)
    names = [
        name
        for name in article.lexicon.mentions(deeds)
        if verb or len(name.words) >= MIN_NAME_LETTERS
    ]
    mechanisms: set[str] = set()
    for name in names:
        if name.codes[0] not in mechanisms:
            mechanisms.add(name.codes[0])
            deed = next((i for i in items if name.words in i), name.words)
            words = name.words, deed
            yield from _party_drafts(article, clause, name.codes[0], words, (), drafted_by)
    for item in items if _may_state_deeds(phrase) else ():
        if not any(name.words in item for name in names) and len(item) >= MIN_DEED_LETTERS:
            deed = deed_name(item)
            ranking = article.lexicon.nearest(_without_actors(deed), context=deeds)
            share = ranking[0][1] if ranking else 0
            code = ranking[0][0] if share >= MIN_LIKENESS else None
            # a second deed that is like the same mechanism is more likely a different one
            code = None if code in mechanisms and verb else code
            if (
                verb or share >= MIN_LIKENESS_WITHOUT_VERB or article.lexicon.is_described(item)
            ) and (code not in mechanisms or not code):
                mechanisms.update({code} if code else ())
                yield from _party_drafts(article, clause, code, (deed, deed), ranking, drafted_by)


def _may_state_deeds(phrase: str) -> bool:
    """Whether a clause is more than a date, a byline, a menu of a page, or who says something."""
    if word_pattern("source_labels").match(phrase) or MENU.search(phrase):
        return False
    says = re.search(rf"(?:{word_alternatives('speech_verbs')})[，,：:“]*$", phrase)
    return len(HAN.findall(phrase)) >= MIN_DEED_LETTERS and not says


def _without_actors(phrase: str) -> str:
    """A clause with blanks for who only gets or does something: 对医共体打包付费, 交总医院统管."""
    return _actors().sub(lambda match: match["before"] + " " * len(match["actor"]), phrase)


@cache
def _actors() -> re.Pattern[str]:
    actors = word_alternatives("acting_organisations")
    return re.compile(
        rf"(?P<before>[对向给交由归让与在])(?P<actor>[各两全]?个?(?:紧密型|县域)*(?:{actors}))"
    )


@cache
def _context_pattern() -> re.Pattern[str]:
    """A clause that gives the time, purpose or condition of a deed, or who speaks; none itself."""
    openers, ends = word_alternatives("context_openers"), word_alternatives("context_ends")
    means = f"(?:坚持)?以.+为(?:{word_alternatives('context_means')})"
    return re.compile(
        rf"^[“\"]?(?:(?:{openers})|在.+(?<!同)(?:{ends})[，,]?$|{means}[，,]?$)|{word_alternatives('reporter_words')}"
    )


def _party_drafts(
    article: Article,
    clause: Clause,
    mechanism: str | None,
    names: tuple[str, str],
    ranking: Sequence[tuple[str, float]],
    drafted_by: str,
) -> Iterator[Draft]:
    """A draft for each subject of a clause; `names` are the local name and the deed's words.

    `ranking` has the mechanisms nearest to the deed, if they are known already.
    """
    text = article.text(clause.stretch)
    mechanisms = ranking or article.lexicon.nearest(names[1], context=text)
    codes = [code for code, _ in mechanisms]
    for party in _adopters(article, clause) or clause.parties:
        yield _draft(article, clause, party, mechanism, names, codes, drafted_by)


def _adopters(article: Article, clause: Clause) -> list[str]:
    """The cells of the places in which a deed is done: 在甲县、乙县启动风筝试点."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    for opener in PLACE_PREPOSITION.finditer(text, start, end):
        row = row_at(article, opener.end())
        row_end = end_of(article, row[-1]) if row else end
        if row and word_pattern("deed_verbs").search(text, row_end, end):
            return [cell_of(article, place) or f"{NEW_PREFIX}{place.words}" for place in row]
    return []


def _draft(
    article: Article,
    clause: Clause,
    adopter: str,
    mechanism: str | None,
    names: tuple[str, str],
    codes: Sequence[str],
    drafted_by: str,
) -> Draft:
    """A draft of a mechanism, or of a new one with the name of the deed.

    The mechanisms nearest to the deed are candidates; a deed's own is a guess.
    """
    local_name, deed = names
    text = article.text(clause.stretch)
    new_mechanism = f"{NEW_PREFIX}{deed_name(deed)}"
    mechanism_cell, mechanism_names = mechanism or new_mechanism, article.lexicon.codes
    # a whole clause is no name, and no draft keeps the words of the article
    is_name = deed_name(deed) not in mechanism_names and deed_name(deed) != text.strip(EDGES)
    new_candidates = [new_mechanism] if is_name else []
    candidates = [
        *codes[:MECHANISMS_BEFORE_NEW],
        *new_candidates,
        *codes[MECHANISMS_BEFORE_NEW:],
    ]
    cells = {
        "adopter": adopter,
        "mechanism": mechanism_cell,
        "local_name": local_name,
        "stance": stance(article, clause),
    }
    return article.draft(
        KIND,
        clause,
        cells,
        drafted_by,
        band=None if local_name in mechanism_names else Band.GUESS,
        candidates=(("mechanism", tuple(dict.fromkeys([mechanism_cell, *candidates]))),),
    )
