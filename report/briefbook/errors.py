"""Every error that Briefbook raises on purpose, on one page.

    BriefbookError
    ├── Problems        exit 1  the briefing is at fault; carries every problem found
    ├── DoesNotFit      exit 1  a text is too long for its slot, even at the smallest size
    ├── WrongUse        exit 2  the command line asks for something that does not exist
    └── Unreadable      exit 3  a file cannot be read, or not as what it claims to be
        └── Unwritable  exit 3  a file cannot be written

A room may have errors of its own (`pdf.errors`, `briefbook_figures.errors`); those of the PDF
derive from BriefbookError, those of values from Hinted. Anything else that escapes is a defect of Briefbook, not of the briefing.
"""

from __future__ import annotations

from enum import StrEnum

from briefbook.frozen import dataclass, unguarded


@unguarded
@dataclass(frozen=True, order=True)
class SourceLocation:
    """Where something stands in a file; lines and columns count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Severity(StrEnum):
    """Whether a problem stops the build, is told, or is only a reason to look at the statement."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a check found: where, what, and what to do about it."""

    place: SourceLocation
    message: str
    hint: str = ""
    rule: str = ""
    """A short, stable name of the rule that found it, such as `quote-not-found`."""
    statement: str = ""
    """The id of the statement concerned, if there is one."""
    severity: Severity = Severity.ERROR


class Hinted(ValueError):
    """What a room raises of a value, for whoever knows where it stands; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the sentence and what to do."""
        super().__init__(message)
        self.hint = hint


class BriefbookError(Exception):
    """The base of all errors that are reported to the user as a sentence, not a traceback."""

    exit_code = 3

    def __init__(
        self, message: str, *, hint: str = "", place: SourceLocation | None = None
    ) -> None:
        """Keep the sentence, where it applies, and what to do."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place


class Problems(BriefbookError):
    """The briefing has problems; all of them are listed."""

    exit_code = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in the order of their places."""
        count = len(problems)
        super().__init__(f"{count} problem{'s' if count != 1 else ''} in the briefing")
        self.problems = tuple(sorted(problems))


class DoesNotFit(BriefbookError):
    """A text is too long for its place on page or slide, even at the smallest allowed size."""

    exit_code = 1


class WrongUse(BriefbookError):
    """The command line names something that does not exist or does not go together."""

    exit_code = 2


class Unreadable(BriefbookError):
    """A file cannot be read, or is not what it claims to be."""


class Unwritable(Unreadable):
    """A file cannot be written; what stood there before is untouched."""
