"""The command `diff`: what changed between two editions."""

from __future__ import annotations

import argparse

from briefbook.provenance.diff import compare
from briefbook.provenance.edition import read_edition
from briefbook.provenance.formatters import as_json, as_markdown, as_text


def diff_command(options: argparse.Namespace) -> int:
    """Print the differences; with --exit-code, return 1 where there are some."""
    told = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    changes = compare(read_edition(options.old), read_edition(options.new))
    print(told(changes), end="")
    return 1 if options.exit_code and not changes.is_empty else 0
