"""What would not end in a lifetime if a pattern tried its words in every way is ended, and fails."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE_S = 20
"""Seconds of this process's own processor time: thousands of times what is needed, on any busy machine."""


@contextmanager
def ends() -> Iterator[None]:
    """Fail what runs within if it does not end. The clock stands still while other programs run."""

    def fail(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"this did not end in {PATIENCE_S} seconds of processor time")

    if not hasattr(signal, "setitimer"):  # on Windows it hangs instead
        yield
        return
    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
