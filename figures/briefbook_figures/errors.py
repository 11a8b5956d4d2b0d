"""What this package raises on purpose: a chart that cannot be drawn as asked."""

from __future__ import annotations

from briefbook.errors import Hinted


class ChartError(Hinted):
    """A chart cannot be drawn truthfully or legibly; the message is a sentence for its author."""
