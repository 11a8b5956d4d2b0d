"""Who may ask: the browser that was given the address, on this machine, from the desk's own page.

Another page in the same browser can send requests here, from other ports of this machine even with
cookies, and by a name of its own that leads here (DNS rebinding). So each request must name this
host and port, come from this origin, and bring a cookie that is set by the token of the first
address. The cookie holds for a path that nobody else knows: browsers tell cookies of one port to
the programs of all others.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

HOST = "127.0.0.1"
COOKIE = "briefbook-desk"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
"""Sent with every answer."""


@dataclass(frozen=True)
class Guard:
    """The secrets of one run, and the place that they guard."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    base: str = field(default_factory=lambda: f"/{secrets.token_hex(8)}/")
    """The path of everything but the first address."""

    @property
    def origin(self) -> str:
        """What the desk's own page says it comes from."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The first address, with the token."""
        return f"{self.origin}/?token={self.token}"

    @property
    def set_cookie(self) -> str:
        """The header that gives the browser its cookie."""
        return f"{COOKIE}={self.cookie}; Path={self.base}; HttpOnly; SameSite=Strict"

    def is_token(self, token: str) -> bool:
        """Tell whether a token is the one of the first address."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def refusal(  # noqa: PLR0911  a reason each
        self, method: str, path: str, headers: Mapping[str, str]
    ) -> tuple[int, str]:
        """Return why a request is refused, with its status; (0, "") for one that is not."""
        if headers.get("host", "") != f"{HOST}:{self.port}":
            return 421, "This is not the host that you asked for."
        if method not in ("GET", "HEAD", "POST"):
            return 405, "Nothing here is done by that method."
        # What browsers say of who asks: a person (none), this page, or another one.
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return 403, "Another page has asked for this."
        origin = headers.get("origin")
        if origin != self.origin and (origin is not None or method == "POST"):
            return 403, "Another page has asked for this."
        if path == "/" and method != "POST":
            return 0, ""  # the token is looked at there
        if not path.startswith(self.base) or not self._has_cookie(headers.get("cookie", "")):
            return 403, "Open the address that `briefbook edit` has printed."
        return 0, ""

    def _has_cookie(self, header: str) -> bool:
        try:
            morsel = SimpleCookie(header).get(COOKIE)
        except CookieError:
            return False
        return morsel is not None and hmac.compare_digest(
            morsel.value.encode(), self.cookie.encode()
        )
