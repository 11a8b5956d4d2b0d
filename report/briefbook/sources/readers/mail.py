"""An e-mail (EML) into blocks: its text, who sent it when, and what is quoted or attached apart."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.reading import Block, BlockKind, Reading, one_line
from briefbook.sources.source_text import About, Boilerplate

_QUOTED = re.compile(r"^\s*>")
_INTRODUCED = re.compile(
    r"^(?:On .{4,120} wrote:|-+ ?(?:Original|Forwarded) [Mm]essage ?-+|From: .+)$"
)
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)
_LISTED = 5


def read_mail(data: bytes, name: str) -> Reading:
    """Return the blocks of an e-mail; raises Unreadable when it has no text."""
    try:
        message = email.message_from_bytes(data, policy=default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        text = str(body.get_content()) if body is not None else ""
        about, attached = _about(message), _attached(message)
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise Unreadable(
            f"broken e-mail: {type(error).__name__}: {str(error)[:120]}",
            place=SourceLocation(name),
            hint="save it anew from the program that received it, or give its text",
        ) from error
    if body is None:
        raise Unreadable(
            "this e-mail has no text",
            place=SourceLocation(name),
            hint="give the file attached to it",
        )
    if body.get_content_type() == "text/html":
        from briefbook.sources.readers.html import read_page

        page = read_page(text, name)
        blocks, aside = page.blocks, page.set_aside
    else:
        blocks, aside = _plain(text)
    return Reading(blocks, aside, about, attached)


def _plain(text: str) -> tuple[tuple[Block, ...], tuple[Boilerplate, ...]]:
    """Return the paragraphs of a plain text, what it quotes and its signature apart."""
    text = text.replace("\r\n", "\n")
    signed = _SIGNED.search(text)
    aside = []
    if signed:
        words = one_line(text[signed.end() :])
        aside += [Boilerplate(words, "signature")] if words else []
        text = text[: signed.start()]
    blocks = []
    for part in re.split(r"\n\s*\n", text):
        lines = part.strip().split("\n")
        own = [line for line in lines if not _QUOTED.match(line)]
        quoted = one_line(" ".join(line.lstrip("> ") for line in lines if _QUOTED.match(line)))
        aside += [Boilerplate(quoted, "quoted e-mail")] if quoted else []
        words = one_line(" ".join(own))
        if words and _INTRODUCED.match(words):
            aside.append(Boilerplate(words, "quoted e-mail"))
        elif words:
            blocks.append(Block(BlockKind.PARAGRAPH, words))
    return tuple(blocks), tuple(aside)


def _about(message: email.message.Message) -> About:
    try:
        sent = parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError):
        sent = ""
    sender, address = parseaddr(str(message.get("From", "")))
    return About(
        title=one_line(str(message.get("Subject", ""))),
        publisher=one_line(sender or address),
        published=sent,
    )


def _attached(message: email.message.Message) -> tuple[str, ...]:
    names = [
        one_line(part.get_filename() or "a part") for part in message.walk() if part.get_filename()
    ]
    if not names:
        return ()
    shown = ", ".join(f"“{name}”" for name in names[:_LISTED])
    return (f"attached and not read: {shown}; give such a file as a source of its own",)
