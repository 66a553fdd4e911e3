"""Waiting for the app in a browser."""

from __future__ import annotations

from playwright.sync_api import Page


def at_rest(page: Page) -> None:
    """Waits until the app has drawn what was asked for last."""
    page.wait_for_timeout(500)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
