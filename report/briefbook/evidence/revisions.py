"""What changed since an earlier edition, in the words in which both documents tell it."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.values.dates import Date

EARLIER = "earlier-edition"
"""Whose words those of an earlier edition are; no statement of this one has this id."""
CHANGES = "changes"
"""Whose words those are that tell of figures, sources and what happened to them."""


@dataclass(frozen=True)
class Revision:
    """One thing that is not as it was."""

    group: str
    """What happened to it: `Statements revised`."""
    before: str
    """Its words in the earlier edition; empty for what was not there."""
    now: str
    """Its words in this edition; empty for what is no more."""
    statement: str = ""
    """The id of the statement in this edition, if it is one."""

    @property
    def owner(self) -> str:
        """Whose words those of this edition are."""
        return self.statement or CHANGES


@dataclass(frozen=True)
class Revisions:
    """Everything that a reader of the earlier edition should know, in order of weight."""

    since: Date
    """Date of the earlier edition."""
    entries: tuple[Revision, ...]

    @property
    def groups(self) -> dict[str, tuple[Revision, ...]]:
        """The entries by what happened to them, in their order."""
        names = dict.fromkeys(entry.group for entry in self.entries)
        return {name: tuple(e for e in self.entries if e.group == name) for name in names}
