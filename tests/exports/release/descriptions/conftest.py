"""A release of the small facts, for the validators of its descriptions."""

from __future__ import annotations

import csv
import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exports.release.contents import release_files
from exports.release.facts_files import facts_files
from exports.release.version import release_name
from exports.release.write import write_release
from graph.model.facts import Facts


@pytest.fixture(scope="session")
def release_folder(
    small_folder: Path, small_facts: Facts, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    name = release_name(small_facts.dataset.name, "2026.1", "2026-11-29")
    files = release_files(small_facts, facts_files(small_folder), name)
    folder, _ = write_release(files, name, tmp_path_factory.mktemp("described"))
    return folder


def is_on_this_machine(host: object) -> bool:
    """Whether a host is this machine or its own network, where other tests have servers."""
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_private
    except ValueError:
        return text == "localhost"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No validator asks the network, even if it then goes on without an answer."""
    hosts: list[str] = []
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def refuse_elsewhere(host: object) -> None:
        if not is_on_this_machine(host):
            hosts.append(str(host))
            raise OSError(f"these tests are offline: {host}")

    def connect_here(connection: socket.socket, address: Any) -> None:
        if isinstance(address, tuple):  # else the path of a socket of this machine
            refuse_elsewhere(address[0])
        connect(connection, address)

    def resolve_here(host: Any, *words: Any, **names: Any) -> list[Any]:
        refuse_elsewhere(host)
        return resolve(host, *words, **names)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", resolve_here)
    yield
    assert hosts == []


@pytest.fixture(autouse=True)
def field_size_limit() -> Iterator[None]:
    """The limit of a cell in CSV, which frictionless raises for the whole process."""
    limit = csv.field_size_limit()
    yield
    csv.field_size_limit(limit)
