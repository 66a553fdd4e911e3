"""The mentions of an organisation in passages, in full or shortened as texts do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.short_names import (
    MIN_LETTERS,
    is_of_another_level_place,
    is_of_another_place,
    level_cuts,
    shortened_spans,
)
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.text.sentences import Stretch, sentences
from drafting.words.word_tables import alternatives, pairs, word_pattern, word_table
from graph.model.statement_content import references
from ontology.schema.kinds import Endorsement, Happening

# The longest list of organisations that share the last word of their names.
ROW = 20
ORGANISATION = "Organisation"
# How many letters may stand between an organisation and an office in it, how many letters of a
# person's name tell who it is, and how many sentences an organisation is carried on.
PRONOUN = "[他她其该]"
MAX_OFFICE_DISTANCE, PERSON_NAME, MAX_SENTENCES_CARRIED = 4, "[\u4e00-\u9fff]{2}", 2


def is_organisation_named(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the passages name an organisation and no other one fits better at the same spot."""
    lines = evidence.cited_text.split("\n")
    if any(_is_named_in(evidence, line, code, names) for line in lines):
        return True
    if any(_is_in_row(line, code, names) for line in lines) or _reports(evidence, code, names):
        return True
    if _writes(evidence, code, names) or _leads(evidence, code, names):
        return True
    speaks = _speaks(evidence, code, names) or _spoke_last(evidence, code, names)
    if speaks or _is_carried(evidence, code, names):
        return True
    return any(run in line for run in _own_runs(evidence, code, names) for line in lines)


def _reports(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage has a word for reporters, or praises and names no other organisation, and
    the organisation published the source."""
    published_by = names.publishers.get(evidence.statement.source, ())
    is_publisher = bool(set(published_by) & set(names.names.get(code, ())))
    if isinstance(evidence.statement, Endorsement) and is_publisher:
        return not _names_another(evidence, code, names)
    words = (word_pattern(table) for table in ("byline_words", "publisher_words"))
    return is_publisher and any(pattern.search(evidence.cited_text) for pattern in words)


def _writes(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether an organisation published a source that speaks of it as 我委, or in its title.

    Such a text leaves out who acts; a passage that begins with a place has its own subject.
    """
    forms = set(names.names.get(code, ()))
    published_by = names.publishers.get(evidence.statement.source, ())
    start = evidence.stretch.start
    if forms.isdisjoint(published_by) or evidence.text.places_in(
        Stretch(start, start + MAX_OFFICE_DISTANCE)
    ):
        return False
    if _names_another(evidence, code, names):
        return False
    text = evidence.text.clean.text
    title = next(iter(text.strip().splitlines()), "")
    heads = "[" + "".join({form[-1] for form in forms}) + "]"
    return bool(re.search(f"[我本]{heads}", text)) or any(form in title for form in forms)


def _leads(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the sentence names an organisation before the passage, or behind it if that is a
    quotation; or the one before it does and the passage begins with a pronoun."""
    if not isinstance(evidence.statement, (Endorsement, Happening)):
        return False
    lead = evidence.read(Stretch(evidence.sentence.start, evidence.stretch.start))
    if re.match(PRONOUN, lead + evidence.passage):
        start = evidence.stretch.start - len(evidence.lead)
        before = sentences(evidence.text.clean.text, Stretch(start, evidence.sentence.start))
        lead = "".join(evidence.read(part) for part in before[-1:]) + lead
    if evidence.is_quotation:
        lead += re.split("[。\n]", evidence.text.clean.text[evidence.stretch.end :])[0]
    return not _names_another(evidence, code, names) and _is_named_in(evidence, lead, code, names)


def _names_another(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the passages have the name of another organisation."""
    return _names_one_besides(evidence, {code}, names)


def names_a_third(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the passages have the name of an organisation that is not in the statement."""
    return _names_one_besides(evidence, {code for _, code in references(evidence.statement)}, names)


def _names_one_besides(evidence: Evidence, codes: set[str], names: ThingNames) -> bool:
    return any(
        form in evidence.cited_text
        for other in names.codes.get(ORGANISATION, ())
        if other not in codes
        for form in names.names[other]
    )


def _speaks(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage names a person whose office in the organisation the text gives."""
    forms = {form[cut:] for form in names.names.get(code, ()) for cut in level_cuts(form)}
    titles = word_pattern("office_titles").pattern
    between = f"[^，,。；;]{{0,{MAX_OFFICE_DISTANCE}}}?"
    office = rf"(?:{alternatives(forms)}){between}(?:{titles})({PERSON_NAME})"
    people = {match[1] for match in re.finditer(office, evidence.text.clean.text)}
    return any(person in evidence.cited_text for person in people)


def _spoke_last(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether an organisation is the last one before a passage whose office someone holds.

    Only for praise: the answers of an interview do not name who gives them.
    """
    if not isinstance(evidence.statement, Endorsement):
        return False
    text = evidence.text.clean.text[: evidence.stretch.start]
    titles = word_pattern("office_titles").pattern
    last = {
        other: max((m.end() for form in forms for m in re.finditer(form, text)), default=0)
        for other in names.codes.get(ORGANISATION, ())
        for forms in [[rf"{re.escape(n)}(?:{titles})" for n in names.names[other] if n in text]]
    }
    return last.get(code, 0) > 0 and last[code] == max(last.values())


def _is_carried(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether the paragraph names an organisation before passages that name no place."""
    if _holds_office(evidence, code, names):
        return True
    if any(evidence.text.places_in(stretch) for stretch in evidence.stretches):
        return False
    lead = Stretch(evidence.stretch.start - len(evidence.lead), evidence.stretch.start)
    sentences_before = sentences(evidence.text.clean.text, lead)[-MAX_SENTENCES_CARRIED:]
    return any(
        _is_named_in(evidence, evidence.read(part), code, names) for part in sentences_before
    )


def _holds_office(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether a passage names the head of an organ by the office: 市长 for 市政府."""
    rows = word_table("office_organs")
    organs = tuple(row["organ"] for row in rows if row["written"] in evidence.cited_text)
    return any(name.endswith(organs) for name in names.names.get(code, ()) if organs)


def _is_in_row(line: str, code: str, names: ThingNames) -> bool:
    """Whether a list shares the last word of a name: 甲镇和乙镇卫生院."""
    return any(
        re.search(f"{re.escape(form[:cut])}.{{1,{ROW}}}{re.escape(form[cut:])}", line)
        for form in names.names.get(code, ())
        for cut in range(2, len(form) - MIN_LETTERS + 1)
    )


def _own_runs(evidence: Evidence, code: str, names: ThingNames) -> Iterator[str]:
    """Three letters in a row of a name that no other organisation and no place has."""
    others = [
        form
        for other in names.codes.get(ORGANISATION, ())
        if other != code
        for form in names.names[other]
    ]
    places = [place.words for place in evidence.text.coded_places]
    for form in names.names.get(code, ()):
        for start in range(len(form) - MIN_LETTERS + 1):
            run = form[start : start + MIN_LETTERS]
            is_shared = any(run in other for other in (*others, *places))
            if not is_shared and not is_of_another_level_place(evidence, run, (form,)):
                yield run


def _is_named_in(evidence: Evidence, line: str, code: str, names: ThingNames) -> bool:
    """Whether a line names an organisation, in full or so that no other name fits better.

    The place that a name begins with is not the organisation, unless that is its government.
    """
    forms = names.names.get(code, ())
    places = frozenset(place.words for place in evidence.text.places)
    own_spans = [
        (start, end)
        for start, end in shortened_spans(line, forms)
        if (line[start:end] not in places or any(map(speaks_for_place, forms)))
        and not is_of_another_place(line, start, forms, places)
        and not is_of_another_level_place(evidence, line[start:end], forms)
    ]
    if not own_spans:
        return False
    others = [
        (
            start,
            end,
            _name_fit(line[start:end], names.names[other]),
            any(line[start:end] in form for form in names.names[other]),
        )
        for other in names.codes.get(ORGANISATION, ())
        if other != code
        for start, end in shortened_spans(line, names.names[other])
    ]
    return any(
        not any(
            begin <= start and end <= finish and fit > _name_fit(line[start:end], forms)
            for begin, finish, fit, is_run in others
            if is_run or not _ends(forms, line[start:end])
        )
        for start, end in own_spans
    )


def _ends(forms: tuple[str, ...], words: str) -> bool:
    """Whether words are a name without the place that it begins with: 县医院 of 甲县医院."""
    return any(form.endswith(words) and len(words) < len(form) for form in forms)


def speaks_for_place(name: str) -> bool:
    """Whether a name is that of an organ whose deeds are those of its place."""
    heads = pairs("organisation_heads", "speaks_for_place")
    return name.endswith(tuple(head for head, speaks in heads.items() if speaks))


def _name_fit(words: str, forms: tuple[str, ...]) -> tuple[int, bool]:
    """How well words fit a name: longer ones better, and of equal ones the full name.

    A name that begins with the word for a level (市政府) is no full name: it may be any city's.
    """
    level = words.startswith(tuple(row["written"] for row in word_table("level_letters")))
    return len(words), words in forms and not level
