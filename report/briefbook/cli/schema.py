"""The command `schema`: the JSON Schema of a model, a brand or a manifest."""

from __future__ import annotations

import argparse

from briefbook.model.schema import schema_path, shipped_schema


def schema_command(options: argparse.Namespace) -> int:
    """Print a schema, or where its file is; return 0."""
    if options.path:
        print(schema_path(options.name))
    else:
        print(shipped_schema(options.name), end="")
    return 0
