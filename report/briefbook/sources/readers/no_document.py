"""Pages that hold no document: a login, an error of a server, a page that wants a script to run."""

from __future__ import annotations

import re

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.reading import BlockKind, Reading

_LITTLE = 1_500
"""Letters of running text from which on a page is a document, whatever else it holds."""
_SENTENCE = 80
_KINDS = (
    (
        "a login page",
        re.compile(r"<input[^>]{1,300}type\s*=\s*[\"']?password", re.IGNORECASE),
        re.compile(r"\b(?:log ?in|sign ?in|password|subscribers?)\b", re.IGNORECASE),
        "open the page in a browser where you are logged in, and save it from there",
    ),
    (
        "a page that checks for a browser",
        re.compile(r"enable javascript|javascript is (?:required|disabled)|checking your browser|just a moment|captcha|are you a robot", re.IGNORECASE),
        re.compile(r"javascript|browser|moment|robot|captcha", re.IGNORECASE),
        "open it in a browser, wait for the text, and save the page from there",
    ),
    (
        "an error page of a server",
        re.compile(r"<(?:title|h1)[^>]{0,200}>[^<]{0,80}(?:\b(?:4\d\d|50\d)\b|not found|forbidden|access denied|unauthori[sz]ed|bad gateway|unavailable|server error|error)", re.IGNORECASE),
        re.compile(r"\b(?:error|found|denied|forbidden|unavailable|permission|exist|gateway|moved)\b", re.IGNORECASE),
        "look whether the address is still right",
    ),
)  # fmt: skip


def refuse_no_document(reading: Reading, page: str, name: str) -> None:
    """Raise Unreadable for a page with hardly any running text that says itself what it is."""
    told = [b.text for b in reading.blocks if b.kind is not BlockKind.HEADING]
    if sum(len(text) for text in told if len(text) > _SENTENCE) > _LITTLE:
        return
    words = " ".join(block.text for block in reading.blocks) + " ".join(
        part.text for part in reading.set_aside
    )
    for what, sign, cue, hint in _KINDS:
        if sign.search(page) and cue.search(words):
            raise Unreadable(
                f"this is {what}, not a document", place=SourceLocation(name), hint=hint
            )
