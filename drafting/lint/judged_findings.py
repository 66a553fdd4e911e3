"""`fits.toml` of a facts folder: findings that a curator has judged to be wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from drafting.lint.finding import Finding, FindingCode
from ontology.schema.value_types import Text
from texts.syntax_error_place import not_utf8, syntax_error_place
from texts.system_errors import reason_of
from texts.tables import LINT, BilingualText

FILE = "fits.toml"


class JudgedFinding(BaseModel):
    """A judgement: who read the passage again, on which day, and why the claim fits it.

    It holds for all findings of its code on its statement. The id of a statement depends on its
    content and passages, so a judgement lapses when one of them changes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: Text
    code: FindingCode
    curator: Text
    day: date
    reason: Text


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    judged: tuple[JudgedFinding, ...] = Field(default=())


@dataclass(frozen=True)
class JudgementFault:
    """A fault of a judgement: its place in the file, from 1, or 0 for the whole file."""

    number: int
    key: str
    values: Mapping[str, str | BilingualText]

    def text(self, language: str) -> str:
        """The fault as a sentence in `zh` or `en`."""
        where = f"{FILE} [{self.number}]" if self.number else FILE
        return f"{where}: {LINT.say(self.key, language, **self.values)}"


class BadJudgements(Exception):
    """A `fits.toml` with faults, all of them."""

    def __init__(self, faults: Iterable[JudgementFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """The faults, a line each."""
        return "\n".join(fault.text(language) for fault in self.faults)


def read_judgements(folder: Path, statements: Iterable[str]) -> tuple[JudgedFinding, ...]:
    """The judgements of a facts folder; none if it has no such file.

    `statements` are the ids of the facts. Raises BadJudgements with every fault.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        judged = _File.model_validate(content).judged
    except OSError as error:
        reason = {"reason": reason_of(error)}
        raise BadJudgements([JudgementFault(0, "fits_not_readable", reason)]) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        is_text = isinstance(error, tomllib.TOMLDecodeError)
        reason = {"reason": syntax_error_place(error) if is_text else not_utf8()}
        raise BadJudgements([JudgementFault(0, "fits_not_readable", reason)]) from error
    except ValidationError as error:
        raise BadJudgements(_setting_faults(error)) from error
    if faults := list(_faults(judged, frozenset(statements))):
        raise BadJudgements(faults)
    return judged


def unjudged_findings(
    findings: Iterable[Finding], judged_findings: Iterable[JudgedFinding]
) -> tuple[Finding, ...]:
    """The findings that no judgement covers."""
    covered = {(judgement.statement, judgement.code) for judgement in judged_findings}
    return tuple(f for f in findings if (f.statement, f.code) not in covered)


def idle_judgements(
    findings: Iterable[Finding], judged_findings: Iterable[JudgedFinding]
) -> tuple[JudgedFinding, ...]:
    """The judgements without a finding any more."""
    current = {(finding.statement, finding.code) for finding in findings}
    return tuple(j for j in judged_findings if (j.statement, j.code) not in current)


def _setting_faults(error: ValidationError) -> Iterator[JudgementFault]:
    for detail in error.errors():
        place = detail["loc"]
        number = place[1] + 1 if len(place) > 1 and isinstance(place[1], int) else 0
        name = str(place[-1]) if place else ""
        values = {"name": name, "value": str(detail.get("input", ""))[:60]}
        key = "fits_unknown_code" if name == "code" else "fits_bad_setting"
        yield JudgementFault(number, key, values | {"codes": ", ".join(FindingCode)})


def _faults(
    judged_findings: tuple[JudgedFinding, ...], statements: frozenset[str]
) -> Iterator[JudgementFault]:
    seen_before: set[tuple[str, str]] = set()
    for number, judgement in enumerate(judged_findings, start=1):
        pair = (judgement.statement, judgement.code.value)
        values = {"id": judgement.statement, "code": judgement.code.value}
        if judgement.statement not in statements:
            yield JudgementFault(number, "fits_unknown_statement", values)
        if pair in seen_before:
            yield JudgementFault(number, "fits_repeated", values)
        seen_before.add(pair)
