"""identity: is a name in a text the name of a thing of the facts?"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from commands.curation.refusals import print_refusals
from commands.terminal.messages import read_or_exit, say
from commands.terminal.options import FACTS, FolderOption, Lang, LangOption
from drafting.decisions.identity import Judgement
from drafting.review.draft_folder import DraftFolder
from drafting.review.identity_review import IdentityCandidate, IdentityReview
from drafting.review.review_queue import ReviewQueue
from graph.model.facts import Facts

NO_CURATOR = "reader"

Name = Annotated[str, typer.Argument(help="a name as the text writes it")]
Source = Annotated[str, typer.Option(help="the source's code")]
PlaceCodes = Annotated[list[str] | None, typer.Option(help="code of the place it lies in")]
Judge = Annotated[Judgement | None, typer.Option(help="your judgement; without one: candidates")]
Code = Annotated[str, typer.Option("--code", help="code of the judged thing")]
Curator = Annotated[str, typer.Option(help="your name: every judgement is written with it")]


def identity(
    lang: LangOption,
    name: Name,
    source: Source,
    within: PlaceCodes = None,
    judge: Judge = None,
    code: Code = "",
    curator: Curator = "",
    folder: FolderOption = FACTS,
) -> None:
    """Lists candidates for a name, or judges one of them; you can take a judgement back."""
    facts = read_or_exit(folder, lang)
    with print_refusals(lang):
        curator_or_reader = curator if judge else NO_CURATOR
        review = IdentityReview(
            DraftFolder(folder), facts, curator_or_reader, lambda: datetime.now(UTC)
        )
        if judge is None:
            for candidate in review.candidates(name, source, within or ()):
                typer.echo(_line(facts, candidate, lang))
        elif judge is Judgement.TAKEN_BACK:
            decisions = ReviewQueue.open(folder, None).standing_decisions.admitting_decisions()
            dependent_decisions = review.take_back(name, source, code, decisions)
            for decision in dependent_decisions:
                typer.echo(f"{decision.draft.id[:8]}\t{decision.draft.kind}\t{decision.curator}")
            say(lang, "identity_ended", to_stdout=True, count=len(dependent_decisions))
        else:
            review.judge(name, source, code, judge)
            say(
                lang, "identity_judged", to_stdout=True, name=name, code=code, judgement=judge.value
            )


def _line(facts: Facts, candidate: IdentityCandidate, lang: Lang) -> str:
    """Code, judgement, name, and the names of what it lies in."""
    names = [
        facts.display_name(code, lang.value) for code in (candidate.code, *candidate.containers)
    ]
    judgement = candidate.judgement.value if candidate.judgement else "-"
    return "\t".join([candidate.code, judgement, names[0], " < ".join(names[1:])])
