"""What this package raises on purpose: a chart that cannot be drawn as asked."""

from __future__ import annotations


class ChartError(ValueError):
    """A chart cannot be drawn truthfully or legibly; the message is a sentence for its author."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the sentence, and what to do about it."""
        super().__init__(message)
        self.hint = hint
