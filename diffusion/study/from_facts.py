"""Facts into a study: adoptions by mechanism, learned-from ties, and contacts apart from them.

A nomination (who was named when asked) is a contact, never a learned-from tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from math import inf

from diffusion.study.background.facts_background import (
    StudiedFacts,
    border_ties,
    facts_background,
)
from diffusion.study.decimal_years import first_interval, numeric_interval, start_interval
from diffusion.study.facts_nodes import study_nodes
from diffusion.study.result import Sentence, sentence
from diffusion.study.study import Cascades, NumericInterval, Study, StudyNode, Tie
from graph.model.closure import transitive_closure
from graph.model.fact import Fact
from graph.model.facts import Facts
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import (
    ACTORS,
    Adoption,
    Issuance,
    LearnedFrom,
    Mechanism,
    Nomination,
    PlaceLevel,
    Stance,
    Statement,
    Thing,
)


class Acts(StrEnum):
    """What counts as adopting a mechanism: practice on the ground, a document, or either."""

    PRACTICE = "practice"
    DOCUMENTS = "documents"
    BOTH = "both"

    @property
    def kinds(self) -> tuple[type[Adoption] | type[Issuance], ...]:
        """The kinds of statement that state it."""
        match self:
            case Acts.PRACTICE:
                return (Adoption,)
            case Acts.DOCUMENTS:
                return (Issuance,)
            case Acts.BOTH:
                return Adoption, Issuance


@dataclass(frozen=True)
class FactSelection:
    """Which of the facts a study takes.

    `mechanisms` are codes (none: all); with `narrower`, whoever adopts a narrower mechanism adopts
    the broader one too. `implied` counts implied deeds besides stated ones; plans and denials never
    count. `kinds` are the kinds of thing that can adopt; a kind is left out if no statement says
    that one of it adopted, learned or named. `complete` says that the facts have every adoption, so
    that a thing without one did not adopt. `acts` says what counts as an adoption; None is
    practice, or documents if the facts have no practice.
    """

    mechanisms: tuple[str, ...] = ()
    narrower: bool = False
    implied: bool = False
    kinds: tuple[type[Thing], ...] = ACTORS
    complete: bool = False
    acts: Acts | None = None


def study_from_facts(facts: Facts, choice: FactSelection) -> Study:
    """The study of these facts; dates are in years with a decimal part, or in the numbers of the
    dataset's periods."""
    stances = {Stance.STATED} | ({Stance.IMPLIED} if choice.implied else set())
    statements = [fact for fact in facts.distinct_facts if fact.stance in stances]
    periods = facts.dataset.periods
    members = study_nodes(facts, statements, choice.kinds)
    acts = choice.acts or default_acts(statements)
    cascades = _cascades(facts, statements, choice, acts, members)
    mechanisms = frozenset({*choice.mechanisms, *cascades})
    by_itself = bool(choice.mechanisms) or choice.narrower
    all_cascades = (
        _cascades(facts, statements, FactSelection(), acts, members) if by_itself else cascades
    )
    background_facts = StudiedFacts(
        facts, tuple(statements), members, mechanisms, _upward(facts, choice), all_cascades
    )
    return Study(
        nodes=members,
        cascades=cascades,
        ties=tuple(_lesson_ties(statements, periods)),
        contacts=tuple(_nomination_ties(statements, members))
        or tuple(_geographic_ties(statements, members)),
        step=1.0,
        is_closed=choice.complete or _is_complete(facts, cascades, members),
        names={
            mechanism.code: (mechanism.name("zh"), mechanism.name("en"))
            for mechanism in facts.things_of(Mechanism)
        },
        window=(1.0, float(len(periods))) if periods else (None, None),
        warnings=(*_period_warnings(periods), *_act_warnings(acts)),
        background=facts_background(background_facts),
    )


def study_statements(facts: Facts, choice: FactSelection, *, with_ties: bool) -> tuple[str, ...]:
    """The ids of the statements of all adoptions in a study; `with_ties` also of lessons."""
    stances = {Stance.STATED} | ({Stance.IMPLIED} if choice.implied else set())
    facts_of_stances = [fact for fact in facts.distinct_facts if fact.stance in stances]
    acts = choice.acts or default_acts(facts_of_stances)
    broader = _upward(facts, choice)
    mechanisms = set(choice.mechanisms or broader)
    ids: list[str] = []
    for fact in facts_of_stances:
        if fact.kind in acts.kinds:
            actor, mechanism, _ = _act(fact.statement)
            codes = transitive_closure([mechanism], broader.__getitem__)
            if isinstance(facts.things[actor], choice.kinds) and codes & mechanisms:
                ids += fact.statement_ids
        elif with_ties and fact.kind is LearnedFrom:
            ids += fact.statement_ids
    return tuple(ids)


def default_acts(statements: Iterable[Fact]) -> Acts:
    """Practice; documents if the statements have documents and no practice."""
    kinds = {fact.kind for fact in statements if fact.stance in FIRM_STANCES}
    only_documents = Issuance in kinds and Adoption not in kinds
    return Acts.DOCUMENTS if only_documents else Acts.PRACTICE


def _cascades(
    facts: Facts,
    statements: Iterable[Fact],
    choice: FactSelection,
    acts: Acts,
    members: Collection[str],
) -> dict[str, dict[str, NumericInterval]]:
    broader = _upward(facts, choice)
    mechanisms = set(choice.mechanisms or broader)
    periods = facts.dataset.periods
    # most facts share their mechanism with many others
    counted = {
        code: transitive_closure([code], broader.__getitem__) & mechanisms for code in broader
    }
    spans_by_mechanism: dict[str, dict[str, list[NumericInterval]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in statements:
        if fact.kind not in acts.kinds:
            continue
        adopter, mechanism, span = _act(fact.statement)
        if adopter in members:
            for code in counted[mechanism]:
                spans_by_mechanism[code][adopter].append(start_interval(span, periods))
    return {
        code: {adopter: first_interval(spans) for adopter, spans in sorted(adoptions.items())}
        for code, adoptions in sorted(spans_by_mechanism.items())
    }


def _upward(facts: Facts, choice: FactSelection) -> dict[str, tuple[str, ...]]:
    """The broader mechanisms that are adopted with each mechanism."""
    return {
        mechanism.code: mechanism.broader if choice.narrower else ()
        for mechanism in facts.things_of(Mechanism)
    }


def _act(statement: Statement) -> tuple[str, str, str | None]:
    """Who adopted what, and since when."""
    if isinstance(statement, Issuance):
        return statement.issuer, statement.mechanism, statement.when
    assert isinstance(statement, Adoption)
    return statement.adopter, statement.mechanism, statement.since


def _act_warnings(acts: Acts) -> tuple[Sentence, ...]:
    return () if acts is Acts.PRACTICE else (sentence(f"acts_{acts.value}"),)


def _is_complete(facts: Facts, cascades: Cascades, members: Collection[str]) -> bool:
    """Whether the facts say of every member that it adopted or that, when last watched, it had
    not: a denial counts if it holds as of the last adoption or later."""
    periods = facts.dataset.periods
    denials: dict[str, dict[str, NumericInterval]] = defaultdict(dict)
    for statement in facts.statements_of(Adoption):
        if statement.stance is Stance.DENIED:
            denials[statement.mechanism][statement.adopter] = numeric_interval(
                statement.as_of, periods
            )
    for code, adoptions in cascades.items():
        ends = [span.latest for span in adoptions.values() if span.is_bounded]
        last = max(ends, default=inf)
        non_adopters = {node for node, as_of in denials[code].items() if inf > as_of.latest >= last}
        if not adoptions.keys() | non_adopters >= set(members):
            return False
    return bool(cascades)


def _period_warnings(periods: Sequence[str]) -> tuple[Sentence, ...]:
    if not periods:
        return ()
    return (sentence("periods_numbered", first=periods[0], count=len(periods), last=periods[-1]),)


def _lesson_ties(statements: Iterable[Fact], periods: Sequence[str]) -> Iterable[Tie]:
    """From each learner to its teacher."""
    for fact in statements:
        lesson = fact.statement
        if isinstance(lesson, LearnedFrom):
            when = start_interval(lesson.when, periods)
            yield Tie(lesson.learner, lesson.teacher, when, fact.id)


def _nomination_ties(statements: Iterable[Fact], members: Mapping[str, StudyNode]) -> Iterable[Tie]:
    """From each nominator to its nominee."""
    for fact in statements:
        nomination = fact.statement
        if (
            isinstance(nomination, Nomination)
            and {nomination.nominator, nomination.nominee} <= members.keys()
        ):
            yield Tie(nomination.nominator, nomination.nominee, id=fact.id)


def _geographic_ties(statements: Iterable[Fact], members: Mapping[str, StudyNode]) -> Iterable[Tie]:
    """Both ways between neighbours, and between places of the same level and province."""
    yield from border_ties(statements)
    groups = defaultdict(list)
    for code, node in members.items():
        values = node.values
        if PlaceLevel.PROVINCE in values and values[PlaceLevel.PROVINCE] != code:
            groups[values["level"], values[PlaceLevel.PROVINCE]].append(code)
    for group in groups.values():
        yield from (Tie(place, neighbour) for place, neighbour in permutations(group, 2))
