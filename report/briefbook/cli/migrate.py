"""The command `migrate`: a seed's briefing.yaml in the newest format."""

from __future__ import annotations

import argparse

from briefbook.model.briefing import FORMAT
from briefbook.model.migrate import migrate
from briefbook.model.reader import MODEL, model_bytes
from briefbook.output import held, write_held
from briefbook.sources.read import utf8_text


def migrate_command(options: argparse.Namespace) -> int:
    """Rewrite a model in place, comments and layout kept; return 0."""
    path = options.seed / MODEL
    model_bytes(options.seed)  # a missing seed is told, not made
    with held(options.seed):
        text = utf8_text(model_bytes(options.seed), path)
        new = migrate(text, str(path))
        if new == text:
            print(f"{path}: written in format {FORMAT} already")
            return 0
        write_held(options.seed, {MODEL: new.encode()})
    print(f"{path}: now in format {FORMAT}; comments and layout are as they were")
    return 0
