"""A web address in the parts that a request needs."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from drafting.sources.documents.document import printable
from drafting.sources.documents.source_faults import unusable

PORTS = {"http": 80, "https": 443}
# Ports below this belong to other services than the web.
FIRST_FREE_PORT = 1024
MAX_LETTERS = 2000
# Characters that a path and a query may have as they are (RFC 3986); % is for encoded ones.
SAFE = "/?:@!$&'()*+,;=-._~%"


@dataclass(frozen=True)
class WebAddress:
    """`host` is in ASCII; `target` is the path with the query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port; the port only if it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return self.origin + self.target

    def redirect_target(self, location: str) -> WebAddress:
        """The target of a redirect from here. Raises UnusableSource if it is no address."""
        return web_address(urljoin(str(self), location))


def web_address(text: str) -> WebAddress:
    """The parts of an address; its fragment is left out. Raises UnusableSource for no address."""
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError) as error:
        raise unusable("bad_web_address", address=printable_address(text)) from error
    if parts.scheme not in PORTS or not host or len(text) > MAX_LETTERS:
        raise unusable("bad_web_address", address=printable_address(text))
    if parts.username is not None or parts.password is not None:
        raise unusable("address_with_password", address=printable_address(parts.hostname or ""))
    number = PORTS[parts.scheme] if port is None else port
    if number not in PORTS.values() and number < FIRST_FREE_PORT:
        raise unusable("no_web_port", port=number)
    target = quote(parts.path or "/", safe=SAFE)
    query = "?" + quote(parts.query, safe=SAFE) if parts.query else ""
    return WebAddress(parts.scheme, host.lower(), number, target + query)


def printable_address(text: str) -> str:
    """A text from outside, short and without control characters, to stand in a message."""
    return printable(text)[:120]
