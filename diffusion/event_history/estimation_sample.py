"""The estimation sample of an event history: the rows at risk, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from diffusion.built_panels.built_panel import EVENT, RESERVED_COLUMNS, built_panel
from diffusion.built_panels.network_terms import NetworkTerm
from diffusion.built_panels.networks import network_names
from diffusion.built_panels.panel_networks import with_network_columns
from diffusion.event_history.node_rows import node_rows
from diffusion.event_history.panel_rows import panel_rows
from diffusion.event_history.risk_table import HazardTime, RiskTable, policy_terms, with_time
from diffusion.framework.panel_result import open_study_warnings
from diffusion.study.errors import WrongStudy, require
from diffusion.study.panel import build_panel
from diffusion.study.result import BuiltTable, Cell, Sentence, sentence
from diffusion.study.selection import single_cascade
from diffusion.study.study import PanelTable, Study

# Adoptions in all and for each term; with fewer even Firth's estimate is only its penalty.
MIN_EVENTS, EVENTS_PER_TERM = 5, 3


@dataclass(frozen=True)
class RowOptions:
    """Which rows and terms: `time` is None where the kind of data decides."""

    outcome: str | None
    covariates: tuple[str, ...]
    time: HazardTime | None
    policy_terms: bool
    shared_group: str | None
    lag: int
    cluster: str | None = None
    terms: tuple[NetworkTerm, ...] = ()


@dataclass(frozen=True)
class EstimationSample:
    """The rows at risk with all terms; `members` are the units, `min_events` the least events.

    `terms` counts the terms but those of single periods and policies.
    """

    table: RiskTable
    terms: int
    min_events: int
    members: int
    has_period_terms: bool
    incomplete: int = 0
    undated: int = 0
    unreported: int = 0
    warnings: tuple[Sentence, ...] = ()
    built_table: BuiltTable | None = None

    @property
    def summary(self) -> Mapping[str, Cell]:
        """The counts beside the rows."""
        per_term = self.table.events / self.terms if self.terms else None
        left_out = {"incomplete": self.incomplete} if self.incomplete else {}
        return {"members": self.members, **left_out, "events_per_term": per_term}


def estimation_sample(study: Study, options: RowOptions) -> EstimationSample:
    """The rows of a study of nodes, or of a panel if the study is one; raises WrongStudy.

    With `terms` the rows of nodes are those of a built panel, and a panel gets their columns.
    """
    panel = study.panel
    if panel is not None:
        return _of_panel(study, panel, options)
    return _built_sample(study, options) if options.terms else _of_nodes(study, options)


def _built_sample(study: Study, options: RowOptions) -> EstimationSample:
    require(options.outcome is None, "outcome", options.outcome, "--panel")
    require(options.shared_group is None, "same", options.shared_group, "--terms siblings")
    groups = {options.cluster} - {None, *RESERVED_COLUMNS}  # these are always in it
    columns = [*options.covariates, *filter(None, groups)]
    panel = built_panel(study, options.terms, columns, options.lag)
    names = (*(term.column for term in options.terms), *options.covariates)
    table = panel_rows(panel.table, EVENT, names, cluster=options.cluster)
    sample = sample_of_rows(table, options.time or HazardTime.LINEAR, policies=options.policy_terms)
    return replace(
        sample,
        min_events=needed_adoptions(sample.terms),
        undated=panel.spells.undated + panel.spells.wide,
        unreported=panel.spells.unreported,
        warnings=(*study.warnings, *panel.notes),
        built_table=_built_table(panel.table),
    )


def _of_nodes(study: Study, options: RowOptions) -> EstimationSample:
    require(options.outcome is None, "outcome", options.outcome, "--panel")
    if len(study.cascades) > 1:
        available = ", ".join(network_names(study)) or "-"
        raise WrongStudy(sentence("terms_for_several", count=len(study.cascades), found=available))
    panel = build_panel(study, single_cascade(study))
    table = node_rows(
        study, panel, options.lag, list(options.covariates), options.shared_group, options.cluster
    )
    sample = sample_of_rows(table, options.time or HazardTime.LINEAR, policies=options.policy_terms)
    return replace(
        sample,
        min_events=needed_adoptions(sample.terms),
        members=len(panel.nodes),
        incomplete=0,
        undated=panel.undated,
        unreported=panel.unreported,
        warnings=(*study.warnings, *open_study_warnings(study)),
    )


def _of_panel(study: Study, panel: PanelTable, options: RowOptions) -> EstimationSample:
    require(options.outcome is not None, "outcome", "-", ", ".join(panel.cells))
    require(options.shared_group is None, "same", options.shared_group, "--nodes")
    outcome, names = options.outcome or "", [*options.covariates]
    table = panel_rows(panel, outcome, names, study.window, options.cluster)
    notes: tuple[Sentence, ...] = ()
    if options.terms:
        panel, notes = with_network_columns(study, panel, outcome, options.terms, options.lag)
        names = [*(term.column for term in options.terms), *names]
        table = panel_rows(panel, outcome, names, study.window, options.cluster)
    sample = sample_of_rows(table, options.time or HazardTime.NONE, policies=options.policy_terms)
    columns = {"unit": panel.unit, "period": panel.period, "policy": panel.policy}
    policies = len(set(sample.table.policy.tolist()))
    key = "panel_of_policies" if policies > 1 else "panel_of_units"
    return replace(
        sample,
        warnings=(sentence(key, **columns, count=policies), *notes),
        built_table=_built_table(panel) if options.terms else None,
    )


def _built_table(panel: PanelTable) -> BuiltTable:
    return BuiltTable(tuple(panel.cells), tuple(zip(*panel.cells.values(), strict=True)))


def needed_adoptions(terms: int) -> int:
    """The least adoptions for so many terms."""
    return max(MIN_EVENTS, EVENTS_PER_TERM * terms)


def sample_of_rows(table: RiskTable, time: HazardTime, *, policies: bool) -> EstimationSample:
    """The complete rows with the terms of time and of policies."""
    complete = table.rows_where(table.is_complete)
    dated = time is HazardTime.PERIODS
    rows = with_time(complete, time)
    terms = len(complete.terms) if dated else len(rows.terms)
    if policies:
        rows = rows.with_terms(policy_terms(rows.policy))
    members = len(set(rows.unit.tolist()))
    incomplete = len(table.outcome) - len(complete.outcome)
    return EstimationSample(rows, terms, max(MIN_EVENTS, terms), members, dated, incomplete)
