"""The command `status`: how far a briefing is."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from briefbook.cli.terminal import format_of
from briefbook.desk.progress import progress_of
from briefbook.evidence.resolve import resolve
from briefbook.language.phrases import counted
from briefbook.messages import Format
from briefbook.model.reader import read_briefing


def status_command(options: argparse.Namespace) -> int:
    """Print how far a briefing is, and what to do next; return 0."""
    progress = progress_of(resolve(read_briefing(options.seed)))
    if format_of(options) is Format.JSON:
        print(json.dumps({**asdict(progress), "next": progress.next_step}, indent=1))
        return 0
    count = sum(progress.states.values())
    states = ", ".join(f"{number} {state}" for state, number in progress.states.items() if number)
    print(f"{options.seed}: status {progress.status}")
    print(f"  {counted(count, 'statement')}: {states}")
    print(f"  {counted(progress.errors, 'error')}, {counted(progress.warnings, 'warning')}")
    print(f"  {progress.reviewed} reviewed, {len(progress.to_look_at)} want a person's look")
    print(f"next: {progress.next_step}")
    return 0
