"""Review in a browser: rows accepted together, names judged, duplicates, an end of writing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from drafting.drafts.draft import Band
from drafting.drafts.draft_file import draft_path, write_drafts
from drafting.review.review_session import ReviewSession
from drafting.settlement import file_exchange
from drafting.settlement.settlement import settle
from tests.app_pages.axe import violations
from tests.browsing import at_rest, served
from tests.drafting.conftest import review, review_copies, review_folder
from tests.drafting.made_up_review import (
    ALDER,
    BIRCH,
    SOURCE,
    accept_with_a_later_doubt,
    adoption,
    source_draft,
)

__all__ = ["review", "review_copies", "review_folder"]
pytestmark = pytest.mark.needs_chromium

AGAIN = replace(adoption("甲城市试行虚构的夜间开馆", "11", since="2019"), band=Band.GUESS)


@pytest.fixture
def review_app(root: Path, review, review_folder, review_copies, monkeypatch) -> Iterator[str]:
    """The app on a folder whose settlement was interrupted after its files were decided on."""
    with served(root, review_folder, review_copies) as base:
        review("Ada").accept(source_draft().id)
        with monkeypatch.context() as patch:
            patch.setattr(file_exchange, "complete_exchange", lambda folder, workplace: ())
            settle(review_folder, review_copies, SOURCE)
        write_drafts(draft_path(review_folder / "drafts", SOURCE), [ALDER, BIRCH, AGAIN])
        yield base


def all_written_message(page: Page) -> Locator:
    return page.get_by_text("all decisions are written")


def states(folder: Path) -> list[str]:
    log = (folder / "drafts" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["action"] for line in log]


def test_rows_that_are_alike_names_and_duplicates(page, review_app, review_folder, review_copies):
    page.goto(f"{review_app}/review?lang=en&curator=Ada")
    expect(page.get_by_text("it is complete now: drafts/settled.jsonl, source.csv")).to_be_visible()
    accept_alike_and_take_back(page, review_folder)
    judge_the_name(page, review_folder)
    reject_the_duplicate(page, review_folder)
    session = ReviewSession.open(review_folder, review_copies, "Ada", lambda: datetime.now(UTC))
    accept_with_a_later_doubt(session)
    settle_in_spite_of_a_doubt(page, review_folder)


def accept_alike_and_take_back(page: Page, folder: Path) -> None:
    """Both rows of the band are on screen; one key takes both back."""
    page.locator(".review .right h2").wait_for()
    page.keyboard.press("b")
    dialog = page.get_by_role("dialog", name="Accept alike")
    expect(dialog.locator(".alike-rows li")).to_have_count(2)
    at_rest(page)
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".review .counts")).to_contain_text("1 left · all decisions are written")
    assert states(folder)[-2:] == ["accepted", "accepted"]
    page.keyboard.press("u")
    expect(page.locator(".review .counts")).to_contain_text("3 left · all decisions are written")
    assert states(folder)[-2:] == ["undone", "undone"]


def judge_the_name(page: Page, folder: Path) -> None:
    """`Another` puts a doubt on the card, and pressed once more it is gone."""
    page.keyboard.press("i")
    dialog = page.get_by_role("dialog", name="Whose name is it")
    expect(dialog.get_by_label("The name as the text writes it")).to_have_value("甲城市")
    at_rest(page)
    assert violations(page) == []
    another = dialog.locator('[data-code="11"]').get_by_role("button", name="Another")
    doubt = page.locator('.review .findings [data-code="IDENTITY"]')
    another.click()
    expect(doubt).to_have_count(1)
    another.click()
    expect(doubt).to_have_count(0)
    dialog.get_by_role("button", name="Close").click()
    lines = (folder / "drafts" / "identity.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["judgement"] for line in lines] == ["different", "taken_back"]


def reject_the_duplicate(page: Page, folder: Path) -> None:
    """When a row is accepted, Enter rejects what says the same as a duplicate."""
    page.keyboard.press("a")
    expect(page.locator(".review .counts")).to_contain_text("2 left · all decisions are written")
    page.keyboard.press("j")
    expect(page.locator('.review [data-action="reject"]')).to_have_class("primary")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Why reject it?").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".review .counts")).to_contain_text("1 left · all decisions are written")
    last = (folder / "drafts" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert (json.loads(last)["action"], json.loads(last)["reason"]) == ("rejected", "duplicate")


def settle_in_spite_of_a_doubt(page: Page, folder: Path) -> None:
    """The row that a later one makes doubtful is listed and confirmed; any is looked at again."""
    settle_view = page.get_by_test_id("stMain").get_by_text("Settle", exact=True)
    settle_view.click()
    page.get_by_text("The 3 accepted rows").click()
    row = page.get_by_text("Adoption: Alder · Night opening · 试行虚构的夜间 · stated")
    expect(row).to_be_visible()
    other_row = page.get_by_test_id("stHorizontalBlock").filter(has_text="Adoption: Birch").last
    other_row.get_by_role("button", name="Review again").click()
    expect(page.locator(".review .right h2 .state")).to_have_text("later")
    expect(page.locator(".review .right dl")).to_contain_text("Made-up nights")
    page.keyboard.press("a")
    page.keyboard.press("a")
    expect(all_written_message(page)).to_be_visible()
    settle_view.click()
    page.get_by_role("button", name="Settle this source").click()
    expect(page.get_by_text("Not settled, nothing was written")).to_be_visible()
    expect(row.last).to_be_visible()
    at_rest(page)
    assert violations(page) == []
    page.get_by_role("button", name="They are right all the same: settle").click()
    expect(page.get_by_text("Written into the facts: Adoption 2 · Mechanism 1")).to_be_visible()
    assert "MECHANISM" in (folder / "fits.toml").read_text(encoding="utf-8")
