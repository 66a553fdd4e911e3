"""A review that is killed at any moment has lost nothing that it had confirmed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from drafting.decisions.decision import decision_from_object
from drafting.decisions.line_log import LineLog

# Writes decisions as fast as it can, and says of each when its line is on the disk.
REVIEWER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from drafting.decisions.decision import Action, Decision, decision_from_object, decision_object
from drafting.decisions.line_log import LineLog
from drafting.drafts.draft import Band, Draft

log = LineLog(Path(sys.argv[1]), decision_from_object)
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 10_000):
    draft = Draft("adoption", "made-up", (("adopter", str(number)),), (), Band.SURE, "rules 1")
    now = datetime.now(UTC).isoformat()
    decision = Decision(draft, Action.ACCEPTED, "Ada", now, draft.cells)
    with log.lock():
        log.new_entries()
        log.append(decision_object(decision))
    print(number, flush=True)
"""


def test_five_hundred_decisions_and_random_kills_lose_nothing(tmp_path):
    log, chance = tmp_path / "decisions.jsonl", random.Random(14)
    confirmed: list[int] = []
    while len(confirmed) < 500:
        words = [sys.executable, "-c", REVIEWER, str(log), str(10_000 * len(confirmed))]
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3], text=True
        ) as reviewer:
            confirmed.append(int(reviewer.stdout.readline()))
            time.sleep(chance.uniform(0, 0.5))
            reviewer.kill()
            confirmed += [int(line) for line in reviewer.stdout.read().split("\n")[:-1]]
        if chance.random() < 0.5:  # the disk was full in the middle of a line
            with log.open("ab") as file:
                file.write(json.dumps({"draft": "torn"}).encode()[:-1])
    entries = LineLog(log, decision_from_object).new_entries()
    written = [int(dict(entry.cells)["adopter"]) for entry in entries]
    assert len(written) == len(set(written))
    assert set(confirmed) <= set(written)
