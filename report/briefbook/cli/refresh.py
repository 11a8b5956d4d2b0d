"""The command `refresh`: sources and figures of a seed fetched again, and every quote looked for."""

from __future__ import annotations

import argparse
import datetime as dt

from briefbook.cli.terminal import clear_progress, progress, tell
from briefbook.errors import WrongUse
from briefbook.provenance.edition import given_moment
from briefbook.refresh.fetch import FetchPolicy
from briefbook.refresh.formatters import as_json, as_markdown, as_text
from briefbook.refresh.http_request import Limits
from briefbook.refresh.quotes import Rewriting
from briefbook.refresh.run import Options, refresh


def refresh_command(options: argparse.Namespace) -> int:
    """Fetch, look, write what may be written, and report."""
    if not (options.timeout > 0 and options.max_bytes > 0):
        raise WrongUse("--timeout and --max-bytes must be more than nothing")
    limits = Limits(bytes=options.max_bytes, seconds=options.timeout)
    policy = FetchPolicy(limits, allow_private=options.allow_private, contact=options.contact)
    rewriting = Rewriting(moved=options.update_anchors, edited=options.accept_edited)
    today = (given_moment() or dt.datetime.now(dt.UTC)).date()
    report = refresh(
        options.seed, Options(today, policy, rewriting, is_dry=options.is_dry, tell=progress)
    )
    clear_progress()
    told = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    print(told(report), end="")
    if options.format == "text":  # the other forms hold them
        tell(report.problems, options)
    return report.exit_code
