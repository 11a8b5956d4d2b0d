"""Plugins: checks, readers, chart forms and brands that other packages bring, by their entry points.

    [project.entry-points."briefbook.checks"]
    spelling = "my_package:check_spelling"      # ResolvedBriefing → problems

    [project.entry-points."briefbook.readers"]
    wiki = "my_package:read_wiki"               # (bytes, place) → Reading, for files *.wiki

    [project.entry-points."briefbook.charts"]
    waterfall = "my_package:waterfall"          # FormData → Layout

    [project.entry-points."briefbook.brands"]
    ministry = "my_package:brand_file"          # () → the path of a brand.yml in the package

Installing a package is what turns its plugins on; the manifest lists those that took part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from briefbook.errors import BriefbookError, WrongUse
from briefbook.installed import has_plugins

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUPS = CHECKS, READERS, CHARTS, BRANDS = (
    "briefbook.checks",
    "briefbook.readers",
    "briefbook.charts",
    "briefbook.brands",
)


@cache
def plugins(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group in the order of their names, each name once."""
    if not has_plugins(group):
        return ()
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=group)}
    return tuple(found[name] for name in sorted(found))


def plugin_named(group: str, name: str) -> EntryPoint | None:
    """Return the entry point of a group that has a name; None where no package brings one."""
    return next((point for point in plugins(group) if point.name == name), None)


def load(point: EntryPoint) -> Callable[..., Any]:
    """Return what an entry point names, made to tell its name where it fails.

    Raises WrongUse when it cannot be imported; so does what is returned, for whatever it raises itself.
    """
    try:
        function: Callable[..., Any] = point.load()
    except Exception as error:  # whatever a stranger's module does while it is imported
        raise failure(point, f"cannot be loaded: {error}") from error
    return partial(_guarded, point, function)


def failure(point: EntryPoint, what: str) -> WrongUse:
    """Return the error that a plugin does not do what it should; `what` goes on after its name."""
    hint = f"correct or uninstall {point.dist.name if point.dist else 'its package'}"
    return WrongUse(f"the plugin “{point.name}” {what}", hint=hint)


def _guarded(point: EntryPoint, function: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
    try:
        made = function(*given)
        # What comes one by one would fail only later, where nobody knows its name.
        return tuple(made) if isinstance(made, Iterator) else made
    except BriefbookError:
        raise
    except Exception as error:
        raise failure(point, f"failed: {type(error).__name__}: {error}") from error


def plugin_packages() -> dict[str, str]:
    """Return the version of each package that brings a plugin, for the manifest."""
    points = [point for group in GROUPS for point in plugins(group)]
    return {point.dist.name: point.dist.version for point in points if point.dist}
