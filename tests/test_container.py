"""The Dockerfile, step by step without Docker, and what compose.yaml runs."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from fnmatch import fnmatch
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.utils import get_params_from_function

from cli import app as command_line

SECONDS = 90


def steps(root: Path) -> list[tuple[str, str]]:
    """The instructions of the Dockerfile with their words, in order."""
    text = (root / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines()]
    parted = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(instruction, words) for instruction, _, words in parted]


def copy(root: Path, into: Path, words: str) -> None:
    """COPY, without what .dockerignore leaves out."""
    *sources, target = [word for word in shlex.split(words) if not word.startswith("--")]
    lines = (root / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    anywhere = [pattern[3:] for pattern in patterns if pattern.startswith("**/")]

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = patterns if Path(folder) == root else []
        return {name for name in names if any(fnmatch(name, p) for p in [*here, *anywhere])}

    for source in sources:
        path = root / source
        if path.is_dir():
            shutil.copytree(path, into / target, ignore=left_out, dirs_exist_ok=True)
        else:
            shutil.copy2(path, into / target)


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    """A machine's own Python with the packages of this one, so that pip need not fetch them."""
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "HOME": str(tmp_path_factory.mktemp("home")),
    }


@pytest.fixture(scope="module")
def image(root, tmp_path_factory, environment) -> Path:
    """The folder of the program after every step of the Dockerfile."""
    folder = tmp_path_factory.mktemp("image")
    for instruction, words in steps(root):
        match instruction:
            case "COPY":
                copy(root, folder, words)
            case "RUN":
                done = subprocess.run(
                    words, shell=True, cwd=folder, env=environment, capture_output=True, text=True
                )
                assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
            case _:
                known = {"FROM", "WORKDIR", "USER", "ENV", "EXPOSE"}
                assert instruction in known | {"HEALTHCHECK", "ENTRYPOINT", "CMD"}
    return folder


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_image_starts_the_app_which_its_health_check_finds(root, image, environment):
    assert not (image / "Makefile").exists() and not (image / "tests").exists()
    words = dict(steps(root))
    port = free_port()
    order = [*json.loads(words["ENTRYPOINT"]), *json.loads(words["CMD"]), "--port", str(port)]
    check = json.loads(words["HEALTHCHECK"].partition("CMD ")[2].replace("8501", str(port)))
    running = {**os.environ, **environment}
    app = subprocess.Popen(order, cwd=image, env=running, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + SECONDS
        while subprocess.run(check, cwd=image, env=running, capture_output=True).returncode:
            assert app.poll() is None and time.monotonic() < until
            time.sleep(0.3)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert b"<title>" in page.read()
    finally:
        app.terminate()
        app.wait(20)
    assert not (image / "build").exists()  # what is kept lies in the user's folder


def test_what_compose_runs_is_the_program_on_this_machine_only(root):
    compose = YAML(typ="safe").load(root / "compose.yaml")
    services = compose["services"]
    for service in services.values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))
    assert services["app"]["command"][-1] == services["push"]["command"][-1]
    verbs = command_line.registered_commands
    commands = {verb.name: get_params_from_function(verb.callback) for verb in verbs}
    for name in ("app", "push"):
        verb, *words = services[name]["command"]
        options = {word[2:] for word in words if word.startswith("--")}
        assert options <= commands[verb].keys()


def test_the_development_container_installs_what_the_tests_need(root):
    path = root / ".devcontainer" / "devcontainer.json"
    order = json.loads(path.read_text(encoding="utf-8"))["postCreateCommand"].split()
    assert os.access(root / order[0], os.X_OK) and (root / order[1]).is_file()
