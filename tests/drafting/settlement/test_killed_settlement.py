"""A settlement killed at any step of its writing: the folder checks once it is opened again."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from drafting.settlement.settlement import finish_settlement, settle
from loaders.facts.facts_folder import read_facts
from tests.drafting.made_up_review import ALDER, SOURCE, source_draft

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no forks")
WRITING = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"}


def kill_at(step: int, folder: Path) -> None:
    """Kills this process before its change with this number of a file in the facts folder."""
    count = 0

    def kill_before_write(event: str, details: tuple) -> None:
        nonlocal count
        writes = event in WRITING or (event == "open" and details[2] & (os.O_WRONLY | os.O_RDWR))
        if writes and str(details[0]).startswith(f"{folder}/"):
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill_before_write)  # it cannot be taken away, so only the child has it


def is_killed(step: int, folder: Path, copies: Path) -> bool:
    """Settles in a process of its own; whether it was killed, and not through with it."""
    child = os.fork()
    if not child:
        kill_at(step, folder)
        settle(folder, copies, SOURCE)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def content(folder: Path) -> dict[str, bytes]:
    """The tables, and what is noted of the rows that were written."""
    paths = [*folder.glob("*.csv"), folder / "drafts" / "settled.jsonl"]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def test_a_kill_at_any_step_leaves_the_old_or_the_new_folder(review, review_folder, review_copies):
    session = review("Ada")
    for id in (source_draft().id, ALDER.id):
        session.accept(id)
    states, step, killed = [], 1, True
    while killed:
        folder = review_folder.with_name(f"killed-{step}")
        shutil.copytree(review_folder, folder)
        old = content(folder)
        killed = is_killed(step, folder, review_copies)
        finish_settlement(folder)
        states.append(content(folder) != old)
        assert (SOURCE in read_facts(folder).things) is states[-1]
        settle(folder, review_copies, SOURCE)
        assert content(folder).keys() == old.keys() | {"settled.jsonl"}
        assert {path.name for path in (folder / "drafts").iterdir()} == {
            path.name for path in (review_folder / "drafts").iterdir()
        } | {"settled.jsonl"}
        new = content(folder)
        step += 1
    assert states == sorted(states) and not states[0]  # old, and from some step on new
    assert new != old and step > 8
