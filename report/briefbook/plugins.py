"""Plugins: checks and readers that other packages bring, by their entry points.

    [project.entry-points."briefbook.checks"]
    spelling = "my_package:check_spelling"      # ResolvedBriefing → problems

    [project.entry-points."briefbook.readers"]
    wiki = "my_package:read_wiki"               # (bytes, place) → Reading, for files *.wiki

Installing a package is what turns its plugins on; the manifest lists those that took part.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from briefbook.errors import WrongUse
from briefbook.installed import has_plugins

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

CHECKS, READERS = "briefbook.checks", "briefbook.readers"


@cache
def plugins(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group in the order of their names, each name once."""
    if not has_plugins(group):
        return ()
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=group)}
    return tuple(found[name] for name in sorted(found))


def load(point: EntryPoint) -> Callable[..., Any]:
    """Return what an entry point names; raises WrongUse when it cannot be imported."""
    try:
        function: Callable[..., Any] = point.load()
    except Exception as error:  # whatever a stranger's module does while it is imported
        hint = f"correct or uninstall {_package(point)}"
        raise WrongUse(f"the plugin “{point.name}” cannot be loaded: {error}", hint=hint) from error
    return function


def plugin_packages() -> dict[str, str]:
    """Return the version of each package that brings a plugin, for the manifest."""
    points = (*plugins(CHECKS), *plugins(READERS))
    return {point.dist.name: point.dist.version for point in points if point.dist}


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else "its package"
