"""The command `claim`: a statement dropped or renamed, and whatever names it with it."""

from __future__ import annotations

import argparse

from briefbook.desk import edits
from briefbook.desk.session import Session
from briefbook.language.phrases import counted
from briefbook.model.yaml_changes import Change, Data


def claim_command(options: argparse.Namespace) -> int:
    """Drop or rename a statement in briefing.yaml, comments and layout kept; return 0."""
    session = Session(options.seed)
    made = 0

    def edit(data: Data) -> tuple[Change, ...]:
        nonlocal made
        changes = (
            edits.without(data, options.id)
            if options.action == "drop"
            else edits.named(data, options.id, options.new)
        )
        made = len(changes) - 1
        return changes

    session.apply(edit)
    mentions = counted(made, "mention")
    if options.action == "drop":
        print(f"{session.path}: {options.id} is dropped, and {mentions} of it")
        print(f"next: briefbook check {options.seed}")
    else:
        print(f"{session.path}: {options.id} is now {options.new}, and so in {mentions} of it")
    return 0
