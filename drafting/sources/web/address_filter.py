"""The machines that may be contacted: those of the public internet, not of the user's network.

The connection uses the address that was checked, so that a name cannot mean a public machine when
it is looked up and a local one when it is contacted (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass

from drafting.sources.documents.source_faults import unusable
from drafting.sources.web.web_address import WebAddress

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# Addresses of this network hold an IPv4 address in their last 32 bits (RFC 6052).
TRANSLATED_ADDRESSES = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: IpAddress) -> bool:
    """Whether an address belongs to the public internet, and so does one that it wraps."""
    inner = _inner_address(address)
    if inner is not None:
        return is_public(inner)
    is_old_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or is_old_local)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The numerical addresses of a host. Raises OSError if there is none."""
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in addresses))


@dataclass(frozen=True)
class AddressFilter:
    """Which addresses are permitted, and how the addresses of a host are found."""

    permits: Callable[[IpAddress], bool] = is_public
    resolve: Callable[[str, int], tuple[str, ...]] = resolve

    def addresses(self, address: WebAddress) -> tuple[str, ...]:
        """The numerical addresses of a host. Raises UnusableSource if any is not permitted."""
        try:
            numbers = self.resolve(address.host, address.port)
        except (OSError, UnicodeError) as error:
            raise unusable("unknown_host", host=address.host) from error
        if not numbers:
            raise unusable("unknown_host", host=address.host)
        for number in numbers:
            if not self.permits(ipaddress.ip_address(number.partition("%")[0])):
                raise unusable("local_address", host=address.host, number=number)
        return numbers


PUBLIC_ADDRESSES = AddressFilter()


def _inner_address(address: IpAddress) -> IpAddress | None:
    """The IPv4 address inside one of IPv6: mapped, 6to4, Teredo or translated."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in TRANSLATED_ADDRESSES:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
