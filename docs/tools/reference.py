"""Write docs/commands.md and docs/fields.md, from the parser of the command line and the schema of the model.

python docs/tools/reference.py
"""

from __future__ import annotations

import argparse
import json
import os
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefbook.cli.arguments import make_parser

DOCS = Path(__file__).resolve().parents[1]


def pages() -> dict[str, str]:
    """Return both pages by their names."""
    os.environ["COLUMNS"] = "84"  # to which argparse folds
    return {"commands.md": commands_page(), "fields.md": fields_page()}


def commands_page() -> str:
    """Return every command with its arguments, as Markdown."""
    lines = ["# Commands", "", "Made from the program itself; `briefbook COMMAND --help` says the same.", ""]  # fmt: skip
    for name, parser in _commands(make_parser(), ""):
        lines += [f"## briefbook {name}", "", _sentence(parser.description or ""), ""]
        usage = textwrap.dedent(parser.format_usage().replace("usage: ", " " * 7)).rstrip()
        lines += ["```", usage, "```", "", *_arguments(parser), ""]
    return "\n".join(lines)


def _commands(
    parser: argparse.ArgumentParser, before: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, own in sorted(action.choices.items()):
                yield f"{before}{name}", own
                yield from _commands(own, f"{before}{name} ")


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    rows = [
        (", ".join(action.option_strings) or str(action.metavar or action.dest), action)
        for action in parser._actions
        if action.help and action.help != argparse.SUPPRESS and action.dest != "help"
    ]
    if not rows:
        return
    yield from ("| argument | what it does |", "|---|---|")
    for name, action in rows:
        value = action.metavar or (f"{{{','.join(map(str, action.choices))}}}" if action.choices else "")  # fmt: skip
        told = f"{name} {value}".strip() if action.option_strings and action.nargs != 0 else name
        said = (action.help or "") % {"default": action.default, "prog": parser.prog}
        yield f"| `{told.replace('|', '&#124;')}` | {_cell(said)} |"


def fields_page() -> str:
    """Return every field of briefing.yaml by its form, from the schema, as Markdown."""
    text = files("briefbook").joinpath("schema", "briefing.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    lines = ["# Fields of briefing.yaml", "", "Made from the schema (`briefbook schema`), which editors use too. Fields in bold must be given.", ""]  # fmt: skip
    forms = {"briefing": schema, **dict(sorted(schema.get("$defs", {}).items()))}
    for name, form in forms.items():
        properties = form.get("properties")
        if not properties:
            continue
        lines += [f"## {name}", ""]
        if form.get("description"):
            lines += [form["description"], ""]
        lines += ["| field | what it is | form |", "|---|---|---|"]
        for field, entry in properties.items():
            shown = f"**{field}**" if field in form.get("required", ()) else field
            lines.append(f"| {shown} | {_cell(entry.get('description', ''))} | {_cell(_form(entry))} |")  # fmt: skip
        lines.append("")
    return "\n".join(lines)


def _form(entry: dict[str, Any]) -> str:
    """Return what a field may hold, in a few words."""
    if "$ref" in entry:
        name = str(entry["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in entry:
        return " or ".join(f"`{value}`" for value in entry["enum"])
    for key in ("anyOf", "oneOf"):
        if key in entry:
            return " or ".join(dict.fromkeys(filter(None, map(_form, entry[key]))))
    if entry.get("type") == "array":
        return f"list of {_form(entry.get('items', {})) or 'values'}"
    kind = entry.get("type", "")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}" if text else ""


if __name__ == "__main__":
    for name, page in pages().items():
        (DOCS / name).write_text(page, encoding="utf-8")
