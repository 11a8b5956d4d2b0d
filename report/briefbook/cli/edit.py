"""The command `edit`: the desk, served to this machine's browser."""

from __future__ import annotations

import argparse

from briefbook.errors import WrongUse


def edit_command(options: argparse.Namespace) -> int:
    """Serve the desk of a seed until Ctrl-C; return 0."""
    try:
        from briefbook.desk.run import serve
    except ModuleNotFoundError as error:
        hint = "pip install 'briefbook[desk]'"
        raise WrongUse(f"`edit` needs {error.name}, which is not installed", hint=hint) from error
    serve(
        options.seed,
        opens=not options.no_open,
        who=" ".join(options.who.split()),
        tell=lambda address: print(f"{address}\nCtrl-C ends it; every change is written at once.", flush=True),
    )  # fmt: skip
    return 0
