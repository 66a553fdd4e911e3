"""Members of a group in the words of a clause: who leads, founds, joins or makes it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import NO_MARK, cell_of, places_between
from drafting.drafters.named_groups import (
    group_before,
    group_made_of,
    groups_in,
    last_group_of_text,
    last_groups,
    medical_groups,
    sort_of_group,
)
from drafting.drafts.draft import NEW_PREFIX
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import word_alternatives, word_pattern

# A member of a clause, the group and the role.
Membership = tuple[str, str, str]
MEMBER_ROLE, LEADER_ROLE = "member", "lead"
# What may stand between a leader and the word for leading, and what around a name.
LEAD_ADVERB, EDGES = re.compile("[则也将还]?"), "了 ，,。；;”"
# What says behind its name who is a member, of a group of its own clause or of one before.
MEMBERSHIP = re.compile(
    "(?:为其|成为[^，。；]{0,12})成员|(?:也|都|均|同)(?:在其中|在列|是成员|为成员)"
)
# What stands around those of whom a group named before is made up.
MADE_UP_OF = re.compile("由[^，,。；;]{4,60}?(?:组成|构成|组建而成|合并而成|整合而成)")
# What stands before those who are asked to join, and what before a partner.
INVITATION, PARTNER = re.compile("(?:吸引|邀请|动员|吸纳|带动|推动)$"), re.compile("[与同和跟]$")
FORMER_OR_LATTER = re.compile("[前后]者$")
LATTER_LETTERS, ROW_MARKS = 2, "、和及"


def group_members(
    article: Article, clause: Clause, founders: Sequence[str], previous_party: str
) -> Iterator[Membership]:
    """The members that a clause tells of, with their groups; `founders` act before in its sentence.

    A group without its name in the clause is the last one that the paragraph names, else the
    subject before if that is no place.
    """
    memberships = (
        *_leaders(article, clause, previous_party),
        *_core_and_members(article, clause),
        *_listed_members(article, clause),
        *_joiners_or_founders(article, clause, founders),
    )
    for member, group, role in dict.fromkeys(memberships):
        if member and group and member != group and group not in article.gazetteer.names:
            yield member, group, role


def _leaders(article: Article, clause: Clause, previous_party: str) -> Iterator[Membership]:
    """Who leads a group: 甲医院牵头组建风筝联盟; or the subject before: 由甲医院牵头."""
    for lead in word_pattern("lead_words").finditer(
        article.clean.text, clause.stretch.start, clause.stretch.end
    ):
        for leader in _leaders_before(article, clause, lead):
            group = _led_group(article, clause, lead.start(), leader, previous_party)
            yield leader, group, LEADER_ROLE


def _led_group(
    article: Article, clause: Clause, start: int, leader: str, previous_party: str
) -> str:
    """The group behind a word for leading, in its clause or named before; a place is none."""
    before, behind = Stretch(clause.stretch.start, start), Stretch(start, clause.stretch.end)
    earlier = Stretch(clause.sentence.start, clause.stretch.start)
    sentence = Stretch(clause.sentence.start, max(clause.sentence.end, clause.stretch.end))
    is_office = any(
        o.speaks_for_place and article.parties.cell(o) == leader
        for o in article.organisations_in(clause.stretch)
    )
    names = (
        *groups_in(article, behind),
        *medical_groups(article, behind),
        *medical_groups(article, before),
        *last_groups(article, clause),
        previous_party if previous_party not in article.gazetteer.names else "",
        *medical_groups(article, earlier)[-1:],
        *groups_in(article, sentence),
        sort_of_group(article, sentence),
        "" if is_office else sort_of_group(article, line_of(article.clean.text, sentence)),
    )
    return next((name for name in names if name and name != leader), "")


def _leaders_before(article: Article, clause: Clause, lead: re.Match[str]) -> Sequence[str]:
    """The cells of those before a word for leading: a row of organisations, 后者, or 我市."""
    text, start, end = article.clean.text, clause.stretch.start, lead.start()
    leaders: list[str] = []
    for organisation in reversed(article.organisations_in(clause.stretch)):
        if LEAD_ADVERB.fullmatch(text, organisation.end, end):
            leaders.append(article.parties.cell(organisation))
            joint = organisation.start - 1
            end = joint if text[joint] in ROW_MARKS else organisation.start
    if leaders:
        return leaders[::-1]
    if FORMER_OR_LATTER.search(text, start, end):
        return [article.parties.references.get(end - LATTER_LETTERS, "")]
    here = re.compile(f"(?:{word_alternatives('home_words')})$").search(text, start, end)
    return [clause.speaker_place or article.parties.home_party] if here else []


def _core_and_members(article: Article, clause: Clause) -> Iterator[Membership]:
    """Around whom a group is made: 以甲医院为龙头、乙医院为成员的丙集团."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    organisations = article.organisations_in(clause.stretch)
    for core in _core_pattern().finditer(text, start, end):
        leaders = [
            o for o in organisations if o.end == core.start("role") and text[o.start - 1] == "以"
        ]
        behind = Stretch(core.end(), clause.sentence.end)
        groups = [*groups_in(article, behind), *medical_groups(article, behind)]
        groups.append(sort_of_group(article, behind))
        members_end = text.find("为成员", core.end(), end)
        for leader in leaders:
            yield article.parties.cell(leader), groups[0], LEADER_ROLE
        for member in _cells(article, Stretch(core.end(), members_end)) if leaders else ():
            yield member, groups[0], MEMBER_ROLE


def _listed_members(article: Article, clause: Clause) -> Iterator[Membership]:
    """Members behind 成员包括, or before 为其成员 and 成为其成员单位."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    if member_word := word_pattern("member_words").search(text, start, end):
        before = Stretch(clause.sentence.start, start)
        is_place = clause.party in article.gazetteer.names
        group = sort_of_group(article, before) if is_place else clause.party
        for member in _cells(article, Stretch(member_word.end(), end)):
            yield member, group, MEMBER_ROLE
    elif MEMBERSHIP.search(text, start, end):
        for group in groups_in(article, clause.stretch)[:1] or last_groups(article, clause):
            for member in _cells(article, clause.stretch) or clause.parties:
                yield member, group, MEMBER_ROLE


def _joiners_or_founders(
    article: Article, clause: Clause, founders: Sequence[str]
) -> Iterator[Membership]:
    """Who joins a group, founds it with others, or is made a part of it."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    groups = groups_in(article, clause.stretch)[:1]
    if join := word_pattern("join_verbs").search(text, start, end):
        for member in _joiners(article, clause, join.start()):
            yield member, _joined_group(article, clause, groups, join.end()), MEMBER_ROLE
    elif groups and word_pattern("founding_verbs").search(text, start, end):
        members = _cells(article, clause.stretch)
        if len(members) == 1 and _follows_partner_word(article, clause):
            members = [*clause.parties, *members]
        for member in members if len(members) > 1 else founders:
            yield member, groups[0], MEMBER_ROLE
    elif parts := MADE_UP_OF.search(text, start, end):
        before = Stretch(clause.sentence.start, parts.start())
        for member in _cells(article, Stretch(*parts.span())):
            yield member, group_before(article, before), MEMBER_ROLE
    elif group := group_made_of(article, clause):
        for member in _cells(article, clause.stretch):
            yield member, group, MEMBER_ROLE


def _joiners(article: Article, clause: Clause, end: int) -> Sequence[str]:
    """Who joins: the organisations before the verb, the places that are asked to, the subjects."""
    text, start = article.clean.text, clause.stretch.start
    places = places_between(article, start, end)
    if any(INVITATION.search(text, start, place.start) for place in places):
        return [cell for place in places if (cell := cell_of(article, place))]
    return _cells(article, Stretch(start, end)) or clause.parties


def _joined_group(article: Article, clause: Clause, groups: Sequence[str], start: int) -> str:
    """The group behind a verb of joining, else one named before; 联盟 alone is the last one."""
    written = article.clean.text[start : clause.stretch.end].strip(EDGES)
    if groups:
        return groups[0]
    if not written:
        before = Stretch(clause.sentence.start, clause.stretch.start)
        names = [group_before(article, before), *last_groups(article, clause)]
        return next(filter(None, names), "")
    return last_group_of_text(article, clause, written) or f"{NEW_PREFIX}{written}"


def _follows_partner_word(article: Article, clause: Clause) -> bool:
    """Whether the first organisation of a clause stands behind 与 or the like."""
    start = article.organisations_in(clause.stretch)[0].start
    return bool(PARTNER.search(article.clean.text, clause.stretch.start, start))


def _cells(article: Article, stretch: Stretch) -> list[str]:
    """The cells of the organisations that a stretch names."""
    organisations = article.organisations_in(stretch)
    return list(dict.fromkeys(map(article.parties.cell, organisations)))


@cache
def _core_pattern() -> re.Pattern[str]:
    roles = word_alternatives("core_words")
    return re.compile(rf"以{NO_MARK}{{2,20}}?(?P<role>为(?:{roles}))")
