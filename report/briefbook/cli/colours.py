"""Colours of what is told on a terminal, by Rich where it is installed (extra `terminal`); plain elsewhere."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

_LINES = (
    r"^(?P<place>\S[^:]*(?::[^: ]+)*:\d+:\d+): ",
    r"(?:^|: )(?P<error>error): ",
    r"(?:^|: )(?P<warning>warning): ",
    r"(?P<rule>\[[a-z-]+\])$",
    r"^ +(?:\d+ )?(?P<margin>\|) ",
    r"^ +\| +(?P<caret>\^)$",
    r"(?P<error>\b[1-9]\d* errors?\b)",
    r"(?P<warning>\b[1-9]\d* warnings?\b)",
    r"(?P<fine>\b0 (?:errors|warnings)\b)",
    r"^(?P<next>next: .*)$",
)
_STYLES = {
    "place": "cyan", "error": "bold red", "warning": "yellow", "rule": "dim", "margin": "dim",
    "caret": "bold red", "fine": "green", "next": "bold",
}  # fmt: skip


def say(words: str, stream: TextIO) -> None:
    """Print words as they are; in colours on a terminal, unless NO_COLOR says not to."""
    console = _console(stream) if words and _takes_colours(stream) else None
    if console is None:
        print(words, end="", file=stream)
        return
    for line in words.splitlines():
        console.print(line, markup=False, emoji=False, soft_wrap=True)


def _takes_colours(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@lru_cache(maxsize=2)
def _console(stream: TextIO) -> Console | None:
    """Return what prints in colours; None where Rich is not installed."""
    try:
        from rich.console import Console
        from rich.highlighter import RegexHighlighter
        from rich.theme import Theme
    except ModuleNotFoundError:
        return None

    class Told(RegexHighlighter):
        """Place, severity, rule and caret of a problem."""

        base_style = "told."
        highlights = list(_LINES)  # noqa: RUF012  as Rich declares it

    theme = Theme({f"told.{name}": style for name, style in _STYLES.items()})
    return Console(file=stream, highlighter=Told(), theme=theme)
