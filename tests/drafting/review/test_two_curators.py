"""Two processes review the same source at once: nothing is lost, and each hears of the other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drafting.decisions import line_log
from drafting.decisions.decision import decision_from_object
from drafting.decisions.line_log import LineLog
from drafting.decisions.review_error import ActionRefused, LogBusy
from drafting.settlement.settlement import settle
from tests.drafting.made_up_review import ALDER, BIRCH, SOURCE, source_draft

TEXT = source_draft().id
# Another curator, who accepts the drafts named on the standard input, one a line.
OTHER_CURATOR = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from drafting.review.review_session import ReviewSession

folder, copies = map(Path, sys.argv[1:3])
session = ReviewSession.open(folder, copies, "Bela", lambda: datetime.now(UTC))
print("open", flush=True)
for line in sys.stdin:
    print(session.accept(line.strip()).curator, flush=True)
"""


def test_both_decide_and_the_second_on_a_draft_hears_who_was_first(
    review, review_folder, review_copies
):
    words = [sys.executable, "-c", OTHER_CURATOR, str(review_folder), str(review_copies)]
    with subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        text=True,
    ) as other:

        def accept_there(id: str) -> str:
            other.stdin.write(f"{id}\n")
            other.stdin.flush()
            return other.stdout.readline().strip()

        ada = review("Ada")
        assert other.stdout.readline() == "open\n"
        ada.accept(TEXT)
        assert accept_there(ALDER.id) == "Bela"  # it knows of the source that Ada has accepted
        with pytest.raises(ActionRefused) as refused:
            ada.reject(ALDER.id, "not_stated")
        assert "Bela" in refused.value.text("zh") and "Bela" in refused.value.text("en")
        ada.accept(BIRCH.id)
        other.stdin.close()
    log = (review_folder / "drafts" / "decisions.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    assert [(line["curator"], line["draft"]) for line in lines] == [
        ("Ada", TEXT),
        ("Bela", ALDER.id),
        ("Ada", BIRCH.id),
    ]
    assert settle(review_folder, review_copies, SOURCE).added_rows == {"adoption": 2, "source": 1}


def test_nothing_is_settled_while_somebody_decides(
    review, review_folder, review_copies, monkeypatch
):
    review("Ada").accept(TEXT)
    before = (review_folder / "source.csv").read_bytes()
    log = LineLog(review_folder / "drafts" / "decisions.jsonl", decision_from_object)
    monkeypatch.setattr(line_log, "PATIENCE_SECONDS", 0.1)
    with log.lock(), pytest.raises(LogBusy):
        settle(review_folder, review_copies, SOURCE)
    assert (review_folder / "source.csv").read_bytes() == before
