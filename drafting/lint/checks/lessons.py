"""Whether the words reverse a lesson: they name the row's teacher as the learner.

It reads the words before a teacher and the words after a learner in each passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.lint.checks.mentioned_ends import (
    MAX_OBJECT_DISTANCE,
    is_behind,
    mention_starts,
    named_spans,
)
from drafting.lint.checks.places.topic_place import clauses_of_passage
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_pattern
from ontology.schema.kinds import LearnedFrom

# 学 as a verb, not as a part of 医学 or 学校.
LEARNS = re.compile(
    "(?<![医大科中小教文同数化力入开放上])学(?![生校院科会者期历位员得术时分制龄籍])"
)
# 去 as a verb of going: not 去年, 过去, 回去.
GOES = "(?<![过出进失回上下除])去(?![年世除掉得的])"
# 甲县的经验我们借鉴了: how far the practice and the verb may stand behind the teacher.
PRACTICE, VERB = 14, 14
# 以甲县为师; 以甲县为例 tells no lesson.
MODELLED_ON = "以"
# Tables of words by which a teacher acts for others.
GIVING_TABLES = (
    "teaching_words",
    "reception_words",
    "arrival_words",
    "passive_words",
    "promote_verbs",
)
# Words of a place or a house that speaks of itself, in which it does not name itself.
# What others take over from the place that speaks.
TAKES_FROM_SELF = re.compile(
    "(?:采纳|采用|学习|借鉴|照搬|照抄|复制|仿照|效仿|引进|参照|移植|搬走|搬用)了?我([省市县区旗州])"
)
SELF = "我们|咱|我[省市县区镇乡院委局旗州]|本[省市县区院]"


def is_lesson_reversed(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the learner is where the teacher should be, or the other way round.

    Each passage is read by itself. A passage that fits both directions decides nothing.
    """
    statement = evidence.statement
    assert isinstance(statement, LearnedFrom)
    learner, teacher = statement.learner, statement.teacher
    if _is_told_of(evidence, teacher, learner, names):
        return True
    if _is_learned_from_home(evidence, learner, teacher):
        return True
    return any(
        _is_taught_by(evidence, stretch, learner, teacher, names)
        or _is_learned_by(evidence, stretch, teacher, learner, names)
        for stretch in evidence.stretches
    )


def _is_learned_from_home(evidence: Evidence, learner: str, teacher: str) -> bool:
    """Whether the passage tells what others took over from the place that speaks, which is said to
    learn from them: 没有采纳我市方案."""
    match = TAKES_FROM_SELF.search(evidence.passage)
    level = match[1] if match else ""
    homes = {
        clause.speaker_place
        for clause in clauses_of_passage(evidence)
        if level and evidence.text.gazetteer.names.get(clause.speaker_place, "").endswith(level)
    }
    return learner in homes and teacher not in homes


def _is_told_of(evidence: Evidence, code: str, other: str, names: ThingNames) -> bool:
    """Whether the passage speaks of a thing, and not of the other one: who is spoken of learns.

    The thing is the subject of a clause of the passage, named there or before in its paragraph. A
    passage about what it has (甲县的办法), what it does for others, or what those who speak learn
    from it (我们没有学), tells nothing.
    """
    words, stretch = evidence.passage, evidence.stretch
    if any(word_pattern(table).search(words) for table in GIVING_TABLES):
        return False
    if re.search(SELF, words):
        return False
    parts = clauses_of_passage(evidence)
    first = stretch.start - len(evidence.lead)
    parts_with_subjects = [(part, part.subject_passage) for part in parts]
    subjects = [
        part for part, named in parts_with_subjects if named is not None and named.start >= first
    ]
    if not any(clause.names_one_of((code,)) for clause in subjects):
        return False
    is_other = any(clause.names_one_of((other,)) for clause in parts)
    if is_other or mention_starts(evidence, other, names, stretch):
        return False
    spots = [stretch.start + match.end() for match in _before_teacher().finditer(words)]
    spans = named_spans(evidence, code, names, stretch)
    has_practice = any(evidence.text.clean.text.startswith("的", end) for _, end in spans)
    return not (has_practice or is_behind(spots, (start for start, _ in spans)))


def _is_taught_by(
    evidence: Evidence, stretch: Stretch, code: str, other: str, names: ThingNames
) -> bool:
    """Whether a stretch has a thing as the teacher, and not the other one."""
    words = evidence.read(stretch)
    spots = [stretch.start + match.end() for match in _before_teacher().finditer(words)]
    starts = mention_starts(evidence, code, names, stretch)
    if not starts:
        return False
    others = mention_starts(evidence, other, names, stretch)
    if is_behind(spots, starts):
        return not is_behind(spots, others)
    if _acts(evidence, stretch, "teaching_words", starts) and not others:
        return True
    is_own_practice = is_practice(evidence, stretch, code, names)
    return is_own_practice and not is_practice(evidence, stretch, other, names)


def _is_learned_by(
    evidence: Evidence, stretch: Stretch, code: str, other: str, names: ThingNames
) -> bool:
    """Whether a stretch has a thing as the learner, and does not name the other one."""
    starts = mention_starts(evidence, code, names, stretch)
    if not starts or mention_starts(evidence, other, names, stretch):
        return False
    if any(_acts(evidence, stretch, table, starts) for table in ("arrival_words", "return_words")):
        return True
    words = evidence.read(stretch)
    spots = (stretch.start + match.start() for match in _of_self().finditer(words))
    return any(spot - start > 0 for spot in spots for start in starts)


def _acts(evidence: Evidence, stretch: Stretch, table: str, starts: list[int]) -> bool:
    """Whether a thing is named within a few letters before a verb of a table: 甲县来访."""
    matches = word_pattern(table).finditer(evidence.read(stretch))
    verbs = [stretch.start + match.start() for match in matches]
    return any(0 < verb - start <= MAX_OBJECT_DISTANCE for verb in verbs for start in starts)


def is_practice(evidence: Evidence, stretch: Stretch, code: str, names: ThingNames) -> bool:
    """Whether a stretch first names the practice of a thing, and then who takes it up: 甲县的经验,
    我们借鉴了."""
    text = evidence.text.clean.text
    ends = (end for _, end in named_spans(evidence, code, names, stretch))
    return any(_taken_practice_pattern().match(text, end, evidence.sentence.end) for end in ends)


@cache
def _taken_practice_pattern() -> re.Pattern[str]:
    verbs = "借鉴|吸收|采用|用上|照搬|参照|参考|引进|学|改成|搬来|拿来|看了|仿照|取来"
    practice = f"的[^，,。；;]{{1,{PRACTICE}}}"
    return re.compile(
        f"{practice}[，,、]?[^。；;]{{0,{VERB}}}?(?:{SELF})[^。；;]{{0,6}}?(?:{verbs})"
    )


@cache
def _of_self() -> re.Pattern[str]:
    """A word of learning or coming before one of the speaker: 照着我院的办法."""
    verbs = "学|照着|仿照|参照|借鉴|复制|引进|效仿|参考|对标|到|来|赴|向|跟|跟着|找"
    return re.compile(f"(?:{verbs})了?(?:{SELF})")


@cache
def _before_teacher() -> re.Pattern[str]:
    return re.compile("|".join(_marks()))


def _marks() -> Iterator[str]:
    """Patterns of the words that come before a teacher."""
    words = pairs("teacher_marks", "position", position="before")
    yield alternatives(word for word in words if word != MODELLED_ON)
    gap = f"[^，,。；;]{{2,{MAX_OBJECT_DISTANCE}}}?"
    yield f"{MODELLED_ON}(?={gap}为[^，,。；;]{{0,2}}(?:师|蓝本|样|榜|标杆|范|学习))"
    yield f"从(?={gap}(?:[带搬拿抄要请][回来]|引[进入]))|[跟随]着?(?={gap}学)|受了?(?={gap}启发)"
    yield f"把(?={gap}(?:改[动成]|搬[了过来回]|要[了来]|抄[了来]|拿[了来]))"
    yield f"邀?请(?={gap}(?:[授讲]课|传授|指导|任教|顾问))|请教|求教|依照|推开"
    yield word_alternatives("borrowing_words")
    yield alternatives(pairs("motion_words", "always", always="yes"))
    yield f"从(?=.{{2,{MAX_OBJECT_DISTANCE}}}学[来的到])"
    yield f"[照按](?=[^，,。；;]{{2,{MAX_OBJECT_DISTANCE}}}?的?(?:样子|方案|办法|做法|路子|模式))"
    yield GOES
    stays = "停留|考察|观摩|参观|学习|调研|蹲|跟班|取经|进修|住了|待了"
    yield f"在(?=[^，,。；;]{{2,{MAX_OBJECT_DISTANCE}}}?(?:{stays}))"
    carrying_verbs = "传入|传来|引入|引来|搬来|移植|抄来"
    yield f"[由从自](?=[^，,。；;]{{2,{MAX_OBJECT_DISTANCE}}}?(?:{carrying_verbs}))"
    yield f"(?:{LEARNS.pattern})(?:的?是|自|着|了)?"
