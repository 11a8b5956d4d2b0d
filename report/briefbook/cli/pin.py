"""The command `pin`: a statement gets a quote, by its words."""

from __future__ import annotations

import argparse

from briefbook.desk import edits
from briefbook.desk.session import Session
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing


def pin_command(options: argparse.Namespace) -> int:
    """Write a quote into briefing.yaml, comments and layout kept; return 0."""
    session = Session(options.seed)
    resolved = resolve(read_briefing(options.seed))
    quote = edits.quote_by_words(
        resolved, options.words, options.source, options.prefix, options.suffix
    )
    number = options.replace - 1 if options.replace else None
    session.apply(lambda data: edits.with_quote(data, options.id, quote, number))
    source = quote.get("source") or str(resolved.briefing.sources[0].id)
    print(f"{session.path}: {options.id} now quotes {source}: “{quote['quote']}”")
    return 0
