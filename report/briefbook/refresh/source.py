"""An address as a source of a draft: fetched once, as `refresh` fetches, and read by its format."""

from __future__ import annotations

from dataclasses import replace

from briefbook.errors import SourceLocation, Unreadable
from briefbook.refresh.clean import to_source
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.fetch import Fetched, FetchPolicy, Validators, fetch
from briefbook.sources.source_text import SourceText


def fetch_source(url: str, policy: FetchPolicy | None = None) -> SourceText:
    """Return what an address holds, with the address; raises Unreadable when it cannot be had or read."""
    try:
        answer = fetch(url, policy or FetchPolicy(), Validators())
        # Nothing is known of it, so a server cannot say that nothing has changed.
        read = to_source(answer or Fetched(b"", "", "", Validators()), "page.html")
    except Unfetched as error:
        raise Unreadable(error.message, place=SourceLocation(url), hint=error.hint) from error
    return replace(read, about=replace(read.about, address=url))
