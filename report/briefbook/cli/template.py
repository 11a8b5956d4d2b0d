"""The command `template`: ours for designers, or the roles of the layouts of somebody else's."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefbook.cli.terminal import print_files, tell
from briefbook.errors import WrongUse

_OURS = Path("briefbook.pptx")


def template_command(options: argparse.Namespace) -> int:
    """Write our template, or tell what a template of the user's has for each role."""
    if options.file and options.out:
        raise WrongUse("give a template to look at, or a place for ours with -o")
    return _look(options) if options.file else _write(options)


def _write(options: argparse.Namespace) -> int:
    from briefbook.deck.design import DESIGNS
    from briefbook.deck.pptx import export_template
    from briefbook.output import write_together

    path: Path = options.out or _OURS
    data = export_template(design=DESIGNS[options.slides])
    write_together(path.parent, {path.name: data})
    print_files((path,))
    return 0


def _look(options: argparse.Namespace) -> int:
    from briefbook.deck.foreign import read_template, roles_of

    template = read_template(options.file)
    roles = roles_of(template, options.file)
    width, height = template.width_pt, template.height_pt
    print(
        f"{options.file}: {len(template.layouts)} layouts, slides of {width:g} x {height:g} points"
    )
    words = {
        "map": "by the map",
        "looks": "by type, name and placeholders",
        "instead": "none: in its stead",
    }
    for role, layout in roles.found.items():
        print(f"  {role:11} {layout.name}  ({words[roles.how[role]]})")
    options.format = "text"
    tell(roles.warnings, options)
    return 0
