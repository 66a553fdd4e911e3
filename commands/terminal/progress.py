"""Bars on the standard error that show how far a long piece of work is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

# Called with how much is done, and the total.
ShowProgress = Callable[[int, int], None]


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar that is seen once something is done, so that a question can be asked before."""
    bar = Progress(console=Console(stderr=True), transient=True)
    try:
        yield bar
    finally:
        if bar.live.is_started:
            bar.stop()


def progress_on(bar: Progress, description: str) -> ShowProgress:
    """Shows on a bar how much of some work is done."""
    task = bar.add_task(description, total=None)

    def show(done_steps: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done_steps, total=total)

    return show
