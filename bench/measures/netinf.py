"""Times NetInf on data of SPID's size, and the memory that it needs as data grow.

Also how long its bootstrap takes beside a plain loop that copies and sorts the drawn cascades.
Run it by `python -m bench.measures.netinf`.
"""

from __future__ import annotations

import tracemalloc
from math import log
from random import Random
from time import process_time

from diffusion.inference.cascade_times import sorted_times
from diffusion.inference.netinf import inferred_edges
from diffusion.inference.parent_columns import ParentColumns, Scoring
from diffusion.inference.stability import edge_shares
from diffusion.inference.waiting_times import exponential

# SPID: 728 policies, 50 states, on average 24.5 adoptions a policy, 866 edges.
CASCADES, NODES, LENGTH, EDGES = 728, 50, 24, 866
SCALES = (1, 2, 4, 8)
REPLICATES = 20


def cascades(count: int, seed: int = 1) -> dict[str, dict[str, float]]:
    """Random cascades: whole years, each adopter waits a while after one that was before it."""
    chance = Random(seed)
    times_by_cascade: dict[str, dict[str, float]] = {}
    for number in range(count):
        order = chance.sample(range(NODES), LENGTH)
        times = {str(order[0]): 0.0}
        for node in order[1:]:
            before = chance.choice(list(times.values()))
            times[str(node)] = before + int(-log(1 - chance.random()) * 4)
        times_by_cascade[str(number)] = times
    return times_by_cascade


def run(count: int) -> tuple[float, float]:
    """Processor seconds, and the most that was held at once, in MB."""
    adoptions = cascades(count)
    begun = process_time()
    inferred_edges(sorted_times(adoptions), Scoring(exponential(0.5)), None, EDGES)
    seconds = process_time() - begun
    tracemalloc.start()
    inferred_edges(sorted_times(adoptions), Scoring(exponential(0.5)), None, 5)
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return seconds, megabytes


def bootstrap() -> tuple[float, float]:
    """Processor seconds a replicate: by weights, and by a loop over drawn cascades."""
    adoptions, chance = cascades(CASCADES), Random(2)
    begun = process_time()
    columns = ParentColumns(sorted_times(adoptions), Scoring(exponential(0.5)))
    edge_shares(columns, None, EDGES, REPLICATES, seed=1)
    weighted = process_time() - begun
    begun = process_time()
    for _ in range(REPLICATES):
        names = chance.choices(list(adoptions), k=CASCADES)
        drawn = {str(place): adoptions[name] for place, name in enumerate(names)}
        inferred_edges(sorted_times(drawn), Scoring(exponential(0.5)), None, EDGES)
    return weighted / REPLICATES, (process_time() - begun) / REPLICATES


def main() -> None:
    """Prints two Markdown tables."""
    print(f"| NetInf, {NODES} nodes, {EDGES} edges | adoptions | CPU s | MB |\n|---|---|---|---|")
    for scale in SCALES:
        count = CASCADES * scale
        seconds, megabytes = run(count)
        print(f"| {count:,} cascades | {count * LENGTH:,} | {seconds:.2f} | {megabytes:.1f} |")
    weighted, loop = bootstrap()
    print(f"\n| Bootstrap of NetInf, {CASCADES} cascades | CPU s a replicate |\n|---|---|")
    print(f"| by weights | {weighted:.3f} |\n| loop over drawn cascades | {loop:.3f} |")


if __name__ == "__main__":
    main()
