"""The address of a model, which can be trusted with the key."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from drafting.language_model.endpoint.model_error import ModelError

CHAT = "/chat/completions"


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible address without a slash at its end, a model's name and the key."""

    address: str
    model: str
    key: str | None = field(default=None, repr=False)

    @property
    def chat_address(self) -> str:
        """The address for questions."""
        return self.address + CHAT


def endpoint(address: str, model: str, key: str | None = None) -> Endpoint:
    """An endpoint from what a user types; without a path, `/v1` is meant.

    Raises ModelError for text that is no address, and for a key that would be sent unencrypted to
    another machine.
    """
    try:
        url = parse_url(address.strip())
    except LocationParseError as error:
        raise ModelError("bad_address") from error
    has_model_name = model.strip() and model.strip().isprintable()
    plain = not (url.auth or url.query or url.fragment)
    if url.scheme not in ("http", "https") or not url.host or not plain or not has_model_name:
        raise ModelError("bad_address")
    if key is not None and not (key.isascii() and key.isprintable()):
        raise ModelError("bad_key")
    if key and url.scheme == "http" and not _is_this_machine(url):
        raise ModelError("unsafe_key", address=url.url)
    path = (url.path or "").rstrip("/").removesuffix(CHAT) or "/v1"
    return Endpoint(url._replace(path=path).url, model.strip(), key or None)


def _is_this_machine(url: Url) -> bool:
    host = (url.host or "").strip("[]").lower()
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
