"""Addresses of the web in texts: each is one token that stands in the quotes, or is a source's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.context import Context
from briefbook.errors import Problem
from briefbook.evidence.support import Assertion
from briefbook.model.locations import within

_ADDRESS = re.compile(r"\bhttps?://[^\s“”<>]+")
_ENDS = ".,;:!?)]’'\""
"""What closes a sentence rather than an address."""


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the addresses in a text, without the sentence's own stops."""
    if "://" not in text:
        return ()
    return tuple(match.group().rstrip(_ENDS) for match in _ADDRESS.finditer(text))


def without_addresses(text: str) -> str:
    """Return a text in which each address is a gap, so that its parts count as no words."""
    return _ADDRESS.sub(" · ", text) if "://" in text else text


def masked(text: str) -> str:
    """Return a text of the same length in which addresses are blank: their digits are no numbers."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text) if "://" in text else text


def check_addresses(assertion: Assertion, context: Context) -> Iterator[Problem]:
    """Yield a problem for each address that no quote of its statement has, and no source."""
    own = {str(source.url).rstrip("/") for source in context.sources}
    borne = {a for text in assertion.supporting for a in addresses_in(text)}
    for text in assertion.texts:
        for address in addresses_in(text):
            if address in borne or address.rstrip("/") in own:
                continue
            place = within(text, text.find(address), assertion.place)
            message = f"{assertion.name}: the address {address} stands in none of its quotes"
            hint = "quote the passage that has it, or leave it away"
            yield Problem(place, message, hint, "unsupported-address", assertion.statement)
