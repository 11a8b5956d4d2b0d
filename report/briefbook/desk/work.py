"""The work on one seed: its session, what is shown of it, and its documents, each made when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefbook.brand import brand_of, lent_of, wearing_brand
from briefbook.desk.file_state import file_state
from briefbook.desk.pages import Look, Press, Printed
from briefbook.desk.session import Session
from briefbook.desk.snapshot import Snapshot, snapshot
from briefbook.errors import BriefbookError, Problems
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.localization import is_english, localized
from briefbook.messages import problem_of
from briefbook.model import Briefing


class Work:
    """Everything that is known of a seed while its files stay as they are; for one thread."""

    def __init__(self, seed: Path) -> None:
        """Take a seed folder; raises Unreadable if there is no briefing."""
        self.seed = seed
        self.session = Session(seed)
        self._press = Press()
        self._key = ""
        self._shown: Snapshot | None = None
        self._printed: dict[str, Printed] = {}
        self._failures: dict[str, tuple[str, str]] = {}

    def shown(self) -> Snapshot:
        """Return what is to be shown of the seed as it is now."""
        key = file_state(self.seed)
        if self._shown is None or key != self._key:
            self._shown, self._key = self._read(), key
        return self._shown

    def _read(self) -> Snapshot:
        try:
            return snapshot(self.seed, self.session.text())
        except BriefbookError as error:
            return Snapshot("", self.seed.name, problems=(problem_of(error),))

    def printed(self, document: str) -> tuple[Printed | None, str]:
        """Return the paper or the slides, and why they are not those of the briefing as it is.

        While the briefing has errors that leave nothing to print, the last ones that could be
        printed stay; None if there have been none.
        """
        shown = self.shown()
        old = self._printed.get(document)
        if old is not None and old.version == self._key:
            return old, ""
        if self._failures.get(document, ("", ""))[0] != self._key:
            self._failures[document] = self._key, self._print(document, shown)
        failure = self._failures[document][1]
        if failure and old is not None:
            return old, f"As it was before: {failure}"
        return self._printed.get(document), failure

    def page(self, document: str, statement: str, page: int) -> tuple[Printed | None, int, str]:
        """Return a document, its page that is to be shown, drawn, and what is amiss.

        The page is the one that is asked for, or that of a statement where none is (-1).
        """
        printed, failure = self.printed(document)
        if printed is None:
            return None, 0, failure
        try:
            at = page if page >= 0 else max(0, printed.page_of(statement))
            at = min(at, printed.count - 1)
            printed.spots(at)
        except BriefbookError as error:
            return None, 0, error.message
        return printed, at, failure

    def settling(self) -> Iterator[None]:
        """Settle where the paper breaks, with rests; it is left off where the briefing changes meanwhile."""
        shown, key = self.shown(), self._key
        printed = self._printed.get("paper")
        if (
            shown.resolved is None
            or printed is None
            or printed.version != key
            or printed.is_settled
        ):
            return
        look = self._look(shown.resolved.briefing)
        with look():
            steps = self._press.settling(self._spoken(shown.resolved), key, look)
        while key == self._key:
            try:
                with look():
                    next(steps)
            except StopIteration as done:
                self._printed["paper"] = done.value
                return
            except BriefbookError:
                return  # the first draft of the page tells it
            yield

    def _look(self, briefing: Briefing) -> Look:
        brand, lent = brand_of(self.seed), lent_of(self.seed)

        @contextmanager
        def look() -> Iterator[None]:
            with localized(briefing.lang), wearing_brand(brand, lent):
                yield

        return look

    def _spoken(self, resolved: ResolvedBriefing) -> ResolvedBriefing:
        """Return a briefing with its words worked out in its own language, as a build has them."""
        is_spoken = is_english(resolved.briefing.lang)
        return resolved if is_spoken else resolve(resolved.briefing)

    def _print(self, document: str, shown: Snapshot) -> str:
        """Print a document; return why it cannot be, or nothing."""
        if shown.resolved is None:
            return "the briefing cannot be read; see its errors"
        print_ = self._press.paper if document == "paper" else self._press.slides
        try:
            look = self._look(shown.resolved.briefing)
            with look():
                resolved = self._spoken(shown.resolved)
                self._printed[document] = print_(resolved, self._key, look)
        except Problems as error:
            return error.problems[0].message
        except BriefbookError as error:
            return error.message
        except Exception:
            # Plans are made for briefings without errors: with one, whatever is amiss is amiss.
            if not shown.problems:
                raise
            return "it cannot be printed while there are these errors"
        return ""
