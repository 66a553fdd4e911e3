"""The app in a browser without a network, for the tests that look at its pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

LOCAL_ADDRESSES = (
    "http://127.0.0.1",
    "http://localhost",
    "ws://localhost",
    "data:",
    "blob:",
    "file:",
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
# No name and no address but this machine's leads anywhere.
FLAGS += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]
# Under the load of a whole run the first page of an app has taken 40 s.
SECONDS = 90_000
expect.set_options(timeout=SECONDS)
Scheme = Literal["light", "dark"]


class AppServers:
    """Apps that stay open for the next module with the same facts.

    The one that was asked for the longest time ago makes room.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._apps: dict[tuple[Path, ...], tuple[ExitStack, str]] = {}

    def address(self, root: Path, folder: Path, texts: Path) -> str:
        key = (root, folder, texts)
        if key in self._apps:
            self._apps[key] = self._apps.pop(key)
        else:
            while len(self._apps) >= self._most:
                self._apps.pop(next(iter(self._apps)))[0].close()
            stack = ExitStack()
            self._apps[key] = stack, stack.enter_context(served(root, folder, texts))
        return self._apps[key][1]

    def close(self) -> None:
        while self._apps:
            self._apps.popitem()[1][0].close()


@contextmanager
def served(
    root: Path, folder: Path, texts: Path | None, variables: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of the app on a facts folder, with copies of its texts if there are any.

    `variables` are added to those of its environment.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    order = [sys.executable, str(root / "cli.py"), "app", "--port", str(port)]
    order += ["--facts", str(folder), "--lang", "en"]
    order += ["--sources", str(texts)] if texts else []
    quiet = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true", **(variables or {})}
    app = subprocess.Popen(
        order, cwd=root, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    base = f"http://localhost:{port}"
    try:
        _wait_for(f"{base}/_stcore/health")
        yield base
    finally:
        app.terminate()
        app.wait(60)  # it ends its engines first, which takes long on a busy machine


def _wait_for(url: str) -> None:
    """Waits until the app answers, which reads its facts first: thousands on a busy machine too."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=["light"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that may ask nothing of any other machine."""
    with page_without_network(browser, request.param) as opened:
        yield opened


@contextmanager
def page_without_network(browser: Browser, scheme: Scheme = "light") -> Iterator[Page]:
    """A page of a new profile; AssertionError in the end if it asked for more or a script broke."""
    context = browser.new_context(
        viewport={"width": 1600, "height": 1000}, color_scheme=scheme, locale="en-US"
    )
    context.set_default_timeout(SECONDS)
    outside: list[str] = []
    broken: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(LOCAL_ADDRESSES):
            outside.append(request.url)

    # to hold up every request, as a route does, takes longer and turns the browser's cache off
    context.on("request", note)
    opened = context.new_page()
    opened.on("pageerror", lambda error: broken.append(str(error)))
    yield opened
    context.close()
    assert outside == []
    assert broken == []


def at_rest(page: Page) -> None:
    """Waits until for a second the app has not run, nothing fades and nothing has grown.

    On a busy machine a second passes between two looks: ten looks are needed besides.
    """
    page.evaluate("() => { window.ranAt = performance.now(); window.looks = 0; }")
    page.wait_for_function(
        """() => {
          const app = document.querySelector('[data-testid="stApp"]');
          const rests = app?.getAttribute('data-test-script-state') === 'notRunning';
          const fades = document.getAnimations().some((one) => one.playState === 'running');
          const boxes = [...document.querySelectorAll('[data-testid="stMain"], canvas')];
          const sizes = boxes.map((box) => `${box.scrollHeight} ${box.clientHeight}`).join();
          window.unrest = `runs ${!rests}, fades ${fades}, was ${window.sizes}, is ${sizes}`;
          if (!rests || fades || sizes !== window.sizes) {
            window.ranAt = performance.now();
            window.looks = 0;
          }
          window.sizes = sizes;
          window.looks += 1;
          return window.looks > 10 && performance.now() - window.ranAt > 1000;
        }""",
        polling=50,  # milliseconds: to look at every frame makes the browser draw every frame
        timeout=SECONDS,  # a page that a test opens itself would have a third of it
    )


def browser_state(page: Page) -> str:
    """The address, the state of the app's script and the words of a page, for a failure's report.

    A test that fails once in a loaded machine cannot be watched: its report says what a person
    would have read there.
    """
    script = """() => [
      document.querySelector('[data-testid="stApp"]')?.getAttribute('data-test-script-state'),
      window.unrest,
      document.body.innerText,
    ]"""
    try:
        state, unrest, words = page.evaluate(script)
    except PlaywrightError as error:
        return f"{page.url}: {error}"
    return f"{page.url}\nscript: {state}\nlast look: {unrest}\n{words[:3000]}"
