"""The command `status`: how far a briefing is."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from briefbook.brand import lent_of, wearing_brand
from briefbook.cli.colours import say
from briefbook.cli.terminal import format_of
from briefbook.desk.progress import Progress, progress_of
from briefbook.evidence.resolve import resolve
from briefbook.language.phrases import counted
from briefbook.messages import Format
from briefbook.model.candidates import candidates_in
from briefbook.model.reader import MODEL, read_briefing


def status_command(options: argparse.Namespace) -> int:
    """Print how far a briefing is, and what to do next; return 0."""
    briefing = read_briefing(options.seed)
    with wearing_brand(None, lent_of(options.seed)):
        progress = progress_of(resolve(briefing))
    is_open = briefing.bottom_line.is_open
    model = Path(options.seed, MODEL).read_text(encoding="utf-8") if is_open else ""
    candidates = candidates_in(model)
    if format_of(options) is Format.JSON:
        told = {**asdict(progress), "candidates": candidates, "next": progress.next_step}
        print(json.dumps(told, indent=1, ensure_ascii=False))
        return 0
    say(_worded(options.seed, progress, candidates), sys.stdout)
    return 0


def _worded(seed: Path, progress: Progress, candidates: tuple[str, ...]) -> str:
    """Return how far a briefing is as lines for a person."""
    count = sum(progress.states.values())
    states = ", ".join(f"{number} {state}" for state, number in progress.states.items() if number)
    lines = [f"{seed}: status {progress.status}", f"  {counted(count, 'statement')}: {states}"]
    if progress.by:
        by = ", ".join(f"{name} ({number})" for name, number in progress.by.items())
        lines.append(f"  by {by}")
    lines += [
        f"  {counted(progress.errors, 'error')}, {counted(progress.warnings, 'warning')}",
        f"  {progress.reviewed} reviewed, {len(progress.to_look_at)} want a person's look",
    ]
    if candidates:
        lines.append("  the answer is to be written; where it may lie, the weightiest first:")
        lines += [f"    {number}. {words}" for number, words in enumerate(candidates, 1)]
    return "".join(f"{line}\n" for line in (*lines, f"next: {progress.next_step}"))
