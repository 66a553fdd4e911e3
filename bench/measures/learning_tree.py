"""Times the measures of the learning tree on 10^5 links.

Run it by `python -m bench.measures.learning_tree`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from time import process_time

from diffusion.networks.learning_tree import learning_forest, tree_shapes
from diffusion.networks.temporal_reach import certain_arrivals, earliest_arrivals
from diffusion.study.study import NumericInterval, Tie

LINKS = 100_000


def links(count: int, seed: int = 1) -> list[Tie]:
    """A tree that grows link by link from member 0, each learner under an earlier one."""
    chance = Random(seed)
    return [
        Tie(str(n), str(chance.randrange(n)), NumericInterval(n, n + 9.0))
        for n in range(1, count + 1)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    begun = process_time()
    work()
    return process_time() - begun


def main() -> None:
    """Prints a Markdown table."""
    ties = links(LINKS)
    parents = {learner: tie.teacher for learner, tie in learning_forest(ties).parents.items()}
    works: dict[str, Callable[[], object]] = {
        "choice of one teacher each": lambda: learning_forest(ties),
        "depth, width, virality": lambda: tree_shapes(parents),
        "earliest possible arrival": lambda: earliest_arrivals(ties, "0"),
        "certain arrival": lambda: certain_arrivals(ties, "0"),
    }
    print(f"| on {LINKS:,} links | CPU s |\n|---|---|")
    for name, work in works.items():
        print(f"| {name} | {seconds(work):.2f} |")


if __name__ == "__main__":
    main()
