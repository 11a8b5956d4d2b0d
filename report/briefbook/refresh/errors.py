"""What keeps an address from being fetched: told as a sentence, never a traceback."""

from __future__ import annotations

from briefbook.errors import Unreadable


class Unfetched(Unreadable):
    """An address gave nothing that can be used; what was fetched before is unchanged."""


class TransientError(Unfetched):
    """The same, for a reason that may pass: worth another try."""

    def __init__(self, message: str, *, hint: str = "", wait: float = 0.0) -> None:
        """Keep the sentence, and how many seconds the server asks to wait."""
        super().__init__(message, hint=hint)
        self.wait = wait
