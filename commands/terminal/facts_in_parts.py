"""Facts read in parts, so that memory does not grow with them; a bar shows the progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from commands.terminal.messages import print_facts_errors, read_or_exit
from commands.terminal.options import Lang
from commands.terminal.progress import progress_on
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.facts import Facts
from loaders.streaming.streamed_folder import StreamedFolder, is_streamable
from texts.tables import COMMANDS


@dataclass(frozen=True)
class FactsInParts:
    """A dataset and its facts in parts; the parts are read once, while they are used."""

    dataset: Dataset
    release: ReleasedVersion | None
    parts: Iterable[Facts]


@contextmanager
def facts_in_parts(
    folders: Sequence[Path], lang: Lang, as_of: str | None, bar: Progress
) -> Iterator[FactsInParts]:
    """The facts of some folders; lists faults as soon as they are found, and exits.

    One folder without releases or withdrawn rows is read part by part, all else at once. All
    statements of one relation between the same ends are in the same part.
    """
    if len(folders) > 1 or as_of is not None or not is_streamable(folders[0]):
        facts = read_or_exit(folders, lang, as_of=as_of)
        yield FactsInParts(facts.dataset, facts.release, [facts])
        return
    progress = progress_on(bar, COMMANDS.say("reads_facts", lang.value))
    with print_facts_errors(lang):
        folder = StreamedFolder(folders[0], progress)
        yield FactsInParts(folder.dataset, None, folder.parts())
