"""The command `claim`: a statement added, moved, dropped or renamed, and whatever names it with it."""

from __future__ import annotations

import argparse

from briefbook.desk import edits
from briefbook.desk.session import Session
from briefbook.evidence.resolve import resolve
from briefbook.language.phrases import counted
from briefbook.model.reader import read_briefing
from briefbook.model.yaml_changes import Change, Data


def claim_command(options: argparse.Namespace) -> int:
    """Add, move, drop or rename a statement in briefing.yaml, comments and layout kept; return 0."""
    session = Session(options.seed)
    if options.action == "add":
        return _add(session, options)
    if options.action == "move":
        return _move(session, options)
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


def _add(session: Session, options: argparse.Namespace) -> int:
    resolved = resolve(read_briefing(options.seed))
    quote = edits.quote_by_words(resolved, options.quote, options.source)
    new: dict[str, object] = {"id": options.id, "kind": options.kind}
    if options.voice:
        new["voice"] = options.voice
    new |= {"text": options.text, "evidence": [quote]}
    if options.text.strip(" .") == quote["quote"].strip(" ."):
        new["state"] = "draft"  # nobody has put it into words of their own yet

    def edit(data: Data) -> tuple[Change, ...]:
        new["id"] = options.id or edits.free_id(data, options.text)
        return edits.added(data, new, options.after)

    session.apply(edit)
    print(f"{session.path}: {new['id']} is a claim now, quoting “{quote['quote']}”")
    print(f"next: briefbook check {options.seed}")
    return 0


def _move(session: Session, options: argparse.Namespace) -> int:
    is_new = session.apply(
        lambda data: edits.placed(data, options.id, options.after, options.section)
    )
    where = f"behind {options.after}" if options.after else f"at the end of {options.section}"
    print(f"{session.path}: {options.id} stands {where}{'' if is_new else ' already'}")
    return 0
