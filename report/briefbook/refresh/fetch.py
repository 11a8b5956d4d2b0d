"""An address fetched politely: under our name, only if changed, again after a pause if it failed."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from briefbook.errors import WrongUse
from briefbook.refresh.address import parse_address, redirected
from briefbook.refresh.errors import TransientError, Unfetched
from briefbook.refresh.http_request import Answer, Limits, ask
from briefbook.version import __version__

_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True)
class FetchPolicy:
    """How servers are asked."""

    limits: Limits = field(default_factory=Limits)
    allow_private: bool = False
    """Whether machines of private networks, and this one, may be asked."""
    contact: str = ""
    """An address under which whoever runs the server can reach us; told in the user agent."""
    pause: Callable[[float], None] = time.sleep

    def user_agent(self) -> str:
        """Return the name under which we ask; raises WrongUse for a contact that cannot be sent."""
        if not re.fullmatch(r"[!-'*-~]*", self.contact):
            raise WrongUse(f"--contact “{self.contact}” is not an address")
        return f"briefbook/{__version__}" + (f" (+{self.contact})" if self.contact else "")


@dataclass(frozen=True)
class Validators:
    """What a server gave to ask with next time: has it changed since?"""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Fetched:
    """What an address holds now."""

    data: bytes
    media_type: str
    """In small letters, without parameters; empty if the server does not say."""
    charset: str
    validators: Validators
    note: str = ""
    seconds_left: float | None = None
    """Of the time for the exchange: what reading the document may take."""


def fetch(url: str, manners: FetchPolicy, known: Validators) -> Fetched | None:
    """Return what an address holds, or None if that is what the validators stand for.

    Raises Unfetched when it cannot be had: refused, not there, too large, too slow, too often.
    """
    wait = manners.limits.wait
    for left in reversed(range(manners.limits.tries)):
        try:
            return _fetch_once(url, manners, known)
        except TransientError as error:
            if not left:
                tries = manners.limits.tries
                raise Unfetched(
                    f"{error.message} ({tries} tries)" if tries > 1 else error.message,
                    hint=error.hint,
                ) from error
            if error.wait > manners.limits.longest_wait:
                raise Unfetched(
                    f"{error.message}; the server asks to wait {error.wait:.0f} seconds",
                    hint="try again later",
                ) from error
            manners.pause(max(wait, error.wait))
            wait = min(2 * wait, manners.limits.longest_wait)
    raise Unfetched("not tried")


def _fetch_once(url: str, manners: FetchPolicy, known: Validators) -> Fetched | None:
    headers = {
        "User-Agent": manners.user_agent(),
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    address = parse_address(url)
    moved = ""
    for _ in range(manners.limits.redirects + 1):
        deadline = time.monotonic() + manners.limits.seconds
        answer = ask(address, headers, manners.limits, allow_private=manners.allow_private)
        if answer.status not in _REDIRECTS:
            return _judged(answer, moved, deadline, is_conditional=known != Validators())
        address = redirected(address, answer.headers.get("location", ""))
        if answer.status in _FOR_GOOD:
            moved = f"moved for good to {address}"
    raise Unfetched(f"more than {manners.limits.redirects} redirects")


def _judged(answer: Answer, note: str, deadline: float, *, is_conditional: bool) -> Fetched | None:
    """Return what an answer that is no redirect holds."""
    if answer.status == HTTPStatus.NOT_MODIFIED and is_conditional:
        return None
    said = _said(answer.status)
    if answer.status in _PASSING:
        raise TransientError(said, wait=_asked_wait(answer.headers.get("retry-after", "")))
    if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise Unfetched(said, hint="look for the new address; the snapshot is kept")
    if answer.status != HTTPStatus.OK:
        raise Unfetched(said)
    message = Message()
    message["content-type"] = answer.headers.get("content-type", "")
    has_type = "/" in answer.headers.get("content-type", "")
    validators = Validators(answer.headers.get("etag", ""), answer.headers.get("last-modified", ""))
    media_type = message.get_content_type() if has_type else ""
    charset = str(message.get_param("charset", "") or "")
    left = max(1.0, deadline - time.monotonic())
    return Fetched(answer.body, media_type, charset, validators, note, left)


def _said(status: int) -> str:
    try:
        return f"the server says {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the server says {status}"


def _asked_wait(retry_after: str) -> float:
    """Return the seconds that a server asks to wait, by number or by date; 0 if it does not."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except (TypeError, ValueError):
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
