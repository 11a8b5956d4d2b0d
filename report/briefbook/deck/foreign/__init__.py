"""A firm's own template: a PPTX or POTX of somebody else's, and the design that it gives a deck.

1. `package`   the file read and cleaned: masters, layouts, themes and pictures; no sample slide
2. `reading`   what its layouts hold and how they look
3. `roles`     which layout is the cover, which holds one thing, two things, a title alone
4. `colours`   inks that can be read on its ground
5. `room`      our own layouts in the room that its layouts leave

Strangers' files are read in a child process with limits.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefbook.deck.design import Design
from briefbook.deck.foreign.package import MAX_BYTES, cleaned
from briefbook.deck.foreign.reading import Template, read_layouts
from briefbook.deck.foreign.roles import Roles, find_roles, read_map
from briefbook.deck.foreign.room import design_of
from briefbook.errors import Problem
from briefbook.sources.limited import run_limited
from briefbook.sources.read import read_bytes

__all__ = ["Roles", "Template", "read_designs", "read_template", "roles_of"]

_SECONDS = 40.0
_SHARES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""Sizes to try, where a deck has no room in the largest."""


def read_template(path: Path) -> Template:
    """Return what a template holds; raises Unreadable, with the place, for what is none."""
    data = read_bytes(path, MAX_BYTES)
    return run_limited(_read, (data, str(path)), str(path), _SECONDS)


def _read(data: bytes, place: str) -> Template:
    package = cleaned(data, place)
    return read_layouts(package, hashlib.sha256(data).hexdigest(), place)


def roles_of(template: Template, path: Path) -> Roles:
    """Return which layout has which role: as the map beside the template says, else by its looks."""
    return find_roles(template, read_map(path, template))


def read_designs(path: Path) -> tuple[tuple[Design, ...], tuple[Problem, ...]]:
    """Return the designs that a template gives, the largest type first, and warnings.

    These name each layout that the template lacks.
    """
    template = read_template(path)
    roles = roles_of(template, path)
    return tuple(design_of(template, roles, path.name, share) for share in _SHARES), roles.warnings
