"""A mark of the network that a request came from: it changes every day and tells nobody where it was."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from middenstip.kernel import clock

IPV6_HOUSEHOLD = 64  # bits


def network_mark(request: HttpRequest) -> str:
    """The same for one household on one day; "" when the address is unknown."""
    try:
        address = ip_address(get_adapter().get_client_ip(request))
    except (PermissionDenied, ValueError):
        return ""
    around = ip_network((address, IPV6_HOUSEHOLD if address.version == 6 else 32), strict=False)
    return salted_hmac("network", f"{around} {clock.today()}", algorithm="sha256").hexdigest()
