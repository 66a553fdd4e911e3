"""The form for the data of a measure: the open facts, or tables that the reader uploads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages.components.picker import pick_one, pick_several
from app_pages.components.uploader import upload_tables
from app_pages.forms.study.network_files import NETWORK, show_faults, with_network_file
from app_pages.forms.study.observation_inputs import ChosenStudy
from app_pages.forms.study.study_defaults import most_stated_mechanism, stated_acts
from app_pages.state.language import say
from app_pages.state.url_codec import ChoicePart, ChoicesPart, CompressedText, Flag, UrlPart
from app_pages.state.widget_state import (
    persistent_choice,
    persistent_toggle,
    persistent_widget,
)
from app_pages.state.workspace import facts_stamp
from diffusion.framework.measure import Measure
from diffusion.study.facts_nodes import Actors
from diffusion.study.from_facts import Acts, FactSelection, study_from_facts
from diffusion.study.selection import parse_columns, select_cascades
from diffusion.study.study import Study
from graph.model.facts import Facts
from loaders.study.study_tables import Tables, read_study
from loaders.tables.faults import BadFacts
from ontology.schema.kinds import Issuance, Mechanism

SOURCE, TABLES = "analyse_from", "tables"
MECHANISM_KEY, MECHANISMS_KEY = "analyse_mechanism", "analyse_mechanisms"
POOLED_KEY, POOLED_CASCADES_KEY = "analyse_pooled", "analyse_pooled_cascades"
NARROWER_KEY, WITH_NARROWER_KEY = "analyse_narrower", "analyse_with_narrower"
IMPLIED_KEY, ADOPTERS_KEY = "analyse_implied", "analyse_actors"
COMPLETE_KEY = "analyse_complete"
ACTS_KEY = "analyse_acts"
COLUMNS_KEY = "analyse_columns"
SOURCES = ("facts", TABLES)
# The tables that can be uploaded, by their names in Tables.
UPLOADED_TABLES, UPLOADS_KEY = ("cascades", "ties", "nodes", "contacts", "panel"), "analyse"


def study_parts(facts: Facts) -> tuple[UrlPart, ...]:
    """The parts of the choice of data in the address; a reader's own tables cannot be in it."""
    codes = [mechanism.code for mechanism in facts.things_of(Mechanism)]
    default = stated_acts(*facts_stamp(), facts)
    return (
        ChoicePart("data", SOURCE, SOURCES, SOURCES[0]),
        ChoicePart("mechanism", MECHANISM_KEY, codes, most_stated_mechanism(*facts_stamp(), facts)),
        Flag("with_narrower", WITH_NARROWER_KEY, default=True),
        ChoicesPart("mechanisms", MECHANISMS_KEY, codes, keeps_order=True),
        ChoicesPart("pooled", POOLED_KEY, codes, keeps_order=True),
        Flag("narrower", NARROWER_KEY, default=False),
        Flag("implied", IMPLIED_KEY, default=False),
        Flag("complete", COMPLETE_KEY, default=False),
        ChoicePart("actors", ADOPTERS_KEY, tuple(Actors), Actors.ALL.value),
        ChoicePart("acts", ACTS_KEY, [act.value for act in Acts], default.value),
        CompressedText("columns", COLUMNS_KEY),
    )


def choose_source() -> str:
    """Whether the reader studies the open facts or their own tables."""
    labels = {source: say(f"data_{source}") for source in SOURCES}
    return persistent_choice(SOURCE, say("data_from"), labels, label_visibility="visible")


def choose_study(
    facts: Facts, measure: Measure, source: str, data: DeltaGenerator, options_panel: DeltaGenerator
) -> ChosenStudy | None:
    """The study that the reader chooses; None and a message while there is nothing to study.

    `data` holds the choice of the data, `options_panel` the choices of what counts in them.
    """
    try:
        if source == TABLES:
            study = _study_of_tables(measure, data)
            return ChosenStudy(study) if study else None
        return _study_of_facts(facts, measure, data, options_panel)
    except BadFacts as error:
        show_faults(error)
        return None


def _study_of_facts(
    facts: Facts, measure: Measure, data: DeltaGenerator, options_panel: DeltaGenerator
) -> ChosenStudy:
    of_one, is_pooled = "adoptions" in measure.needs, "pooled" in measure.needs
    with options_panel, st.container(horizontal=True):
        narrower = _choose_narrower(of_one=of_one)
        implied = persistent_toggle(IMPLIED_KEY, say("count_implied"), default=False)
        complete = persistent_toggle(COMPLETE_KEY, say("silence_is_no"), default=False)
    with options_panel:
        actors = _choose_actors()
        acts = _choose_acts(facts)
    with data:
        codes = _choose_mechanisms(facts, of_one=of_one, narrower=narrower)
        codes = [*codes, *(_choose_pooled(facts, codes) if is_pooled else ())]
    folder, stamp = facts_stamp()
    choice = FactSelection(tuple(codes), narrower, implied, Actors(actors).kinds, complete, acts)
    study = _study(folder, stamp, facts, choice)
    with options_panel:
        label = {NETWORK: say("table_network")} if "panel" in measure.needs else {}
        uploads = upload_tables(label, UPLOADS_KEY) if label else {}
    study_with_network = with_network_file(study, uploads, {})
    return ChosenStudy(study_with_network, None if uploads else choice)


def _columns_field(widget_key: str, value: str | None) -> str:
    return st.text_input(say("own_columns"), value or "", key=widget_key)


def _choose_narrower(*, of_one: bool) -> bool:
    """Whether those who adopt a narrower mechanism also adopt the broader one.

    At first this is true for one mechanism, as on the other pages; with several, each adoption
    would count again for every broader mechanism.
    """
    key = WITH_NARROWER_KEY if of_one else NARROWER_KEY
    return persistent_toggle(key, say("count_narrower"), default=of_one)


def _choose_mechanisms(facts: Facts, *, of_one: bool, narrower: bool) -> Sequence[str]:
    """One mechanism if the measure takes one, else any number; none means all."""
    codes = [code.code for code in facts.things_of(Mechanism)]
    if of_one:
        label = say("mechanism_and_below" if narrower else "mechanism")
        code = pick_one(facts, MECHANISM_KEY, label, codes)
        return [code] if code else []
    return pick_several(facts, MECHANISMS_KEY, say("mechanisms"), codes, say("all_mechanisms"))


def _choose_pooled(facts: Facts, chosen_codes: Sequence[str]) -> Sequence[str]:
    """Mechanisms that are pooled with the one that was chosen."""
    codes = [code.code for code in facts.things_of(Mechanism) if code.code not in chosen_codes]
    return pick_several(facts, POOLED_KEY, say("pooled_with"), codes, say("no_further_mechanism"))


def _choose_actors() -> str:
    labels = {actors.value: say(f"actors_{actors}") for actors in Actors}
    options = list(labels)

    def draw(widget_key: str, value: str | None) -> str:
        choice = st.radio(
            say("actors"),
            options,
            index=options.index(value) if value else 0,
            format_func=labels.__getitem__,
            key=widget_key,
            horizontal=True,
        )
        return str(choice)

    return persistent_widget(ADOPTERS_KEY, "all", draw)


def _choose_acts(facts: Facts) -> Acts:
    """The choice of what counts as an adoption, if the facts have documents."""
    default = stated_acts(*facts_stamp(), facts)
    if not facts.statements_of(Issuance):
        return default
    labels = {act.value: say(f"acts_{act.value}") for act in Acts}

    def draw(widget_key: str, value: str | None) -> str:
        options = list(labels)
        index = options.index(value or default.value)
        return str(
            st.radio(say("acts"), options, index, format_func=labels.__getitem__, key=widget_key)
        )

    return Acts(persistent_widget(ACTS_KEY, default.value, draw))


@st.cache_resource(max_entries=8, show_spinner=False)
def _study(
    folder: str,
    stamp: str,
    _facts: Facts,
    choice: FactSelection,
) -> Study:
    return select_cascades(study_from_facts(_facts, choice), choice.mechanisms)


def _study_of_tables(measure: Measure, data: DeltaGenerator) -> Study | None:
    """The study of the tables that the reader uploads; they are folded away once it is there."""
    is_uploaded = any(st.session_state.get(f"{UPLOADS_KEY}_{name}") for name in UPLOADED_TABLES)
    with data, st.expander(say("tables"), expanded=not is_uploaded):
        names = (*UPLOADED_TABLES, *((NETWORK,) if "panel" in measure.needs else ()))
        uploads = upload_tables({name: say(f"table_{name}") for name in names}, UPLOADS_KEY)
        text = persistent_widget(COLUMNS_KEY, "", _columns_field)
    if not uploads.keys() - {NETWORK}:
        st.info(say("bring_tables"), icon=":material/upload_file:")
        return None
    columns = parse_columns(text)
    study = with_network_file(_study_of_uploads(uploads, columns), uploads, columns)
    with data:
        return select_cascades(study, _choose_cascades(study, measure))


def _choose_cascades(study: Study, measure: Measure) -> tuple[str, ...]:
    """The chosen cascade if the measure takes one; else all. The policies of a panel are pooled
    unless the reader chooses one."""
    ids = sorted(study.cascades)
    if study.panel is not None and len(ids) > 1:
        everything = say("all_policies")
        chosen_id = st.selectbox(say("cascade"), [everything, *ids], key="analyse_policy")
        return () if chosen_id == everything else (str(chosen_id),)
    if "adoptions" not in measure.needs or not ids:
        return ()
    chosen_id = str(st.selectbox(say("cascade"), ids, key="analyse_cascade"))
    if "pooled" not in measure.needs or len(ids) == 1:
        return (chosen_id,)
    other_ids = [id for id in ids if id != chosen_id]
    return (chosen_id, *st.multiselect(say("pooled_with"), other_ids, key=POOLED_CASCADES_KEY))


def _study_of_uploads(
    uploads: Mapping[str, tuple[str, bytes]], columns: Mapping[str, str]
) -> Study:
    """The study of these tables; raises BadFacts, which names each table by its file name."""
    with TemporaryDirectory() as folder:
        paths = {}
        for name, (_, content) in uploads.items():
            paths[name] = Path(folder) / name
            paths[name].write_bytes(content)
        file_names = {str(path): uploads[name][0] for name, path in paths.items()}
        try:
            return read_study(
                Tables(
                    paths.get("cascades"),
                    paths.get("ties"),
                    paths.get("nodes"),
                    columns,
                    paths.get("contacts"),
                    panel=paths.get("panel"),
                )
            )
        except BadFacts as error:
            faults = (
                fault.with_file(file_names.get(fault.file, fault.file)) for fault in error.faults
            )
            raise BadFacts(faults) from error
