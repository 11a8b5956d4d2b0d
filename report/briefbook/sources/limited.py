"""A reader run in a child process, with an end to its time and its memory.

A file of a few hundred bytes can make a library loop for ever or fill the memory, and no count of
bytes tells it beforehand. The child is killed, not asked: some libraries go on after a signal.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from briefbook.errors import SourceLocation, Unreadable

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

try:
    import resource
except ImportError:  # Windows: time is limited there, memory is not
    resource = None  # type: ignore[assignment]

SECONDS = 80.0
"""For one file, however large. A report of 600 closely printed pages takes some 60."""
_LEAST_SECONDS, _BYTES_A_SECOND = 15.0, 50_000
"""A small file has less: what takes it longer is a loop."""
MEMORY = 2 << 30
"""Bytes that reading may need beyond what the process has already."""

Result = TypeVar("Result")
_LESS = "give the part that matters, or its text; the file may be damaged"


def seconds_for(size: int) -> float:
    """Return how long a file of so many bytes may take to read."""
    return min(SECONDS, _LEAST_SECONDS + size / _BYTES_A_SECOND)


def run_limited(
    function: Callable[..., Result], arguments: tuple[object, ...], place: str, seconds: float
) -> Result:
    """Return what a function returns, run in a child process.

    Raises Unreadable, with the place, when it takes more than the seconds or the memory, or when
    the child ends without a word; and whatever BriefbookError the function raises.
    """
    # It loads sockets, which reading plain text does without.
    import multiprocessing

    # Elsewhere than on Linux a forked process may lack what the system's own libraries need.
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, seconds, function, arguments), daemon=True)
    try:
        with warnings.catch_warnings():
            # Python 3.12 warns of threads; the child uses none, and no lock of another.
            warnings.simplefilter("ignore", DeprecationWarning)
            child.start()
        sender.close()
        if not receiver.poll(seconds):
            raise Unreadable(
                f"reading it takes more than {seconds:.0f} seconds",
                place=SourceLocation(place),
                hint=_LESS,
            )
        result, error = receiver.recv()
    except EOFError:
        raise Unreadable(
            "the reader ended without a result: the file is damaged, or needs too much memory",
            place=SourceLocation(place),
            hint="give its text, or save it anew with another program",
        ) from None
    finally:
        if child.pid is not None:
            child.kill()
            child.join()
        receiver.close()
    if error is not None and error[0] is MemoryError:
        needed = f"reading it needs more than {MEMORY >> 20:,} MB of memory"
        raise Unreadable(needed, place=SourceLocation(place), hint=_LESS)
    if error is not None:
        raise _raised(error)
    return result  # type: ignore[no-any-return]


Told = tuple[type[Exception], tuple[object, ...], dict[str, object]]
"""An exception as data: exceptions with arguments of their own cannot be sent as they are."""


def _work(
    sender: Connection,
    seconds: float,
    function: Callable[..., object],
    arguments: tuple[object, ...],
) -> None:
    """Run the function and send its result, or what it raised."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit(seconds)
    try:
        sender.send((function(*arguments), None))
    except MemoryError:
        with contextlib.suppress(MemoryError):
            sender.send((None, (MemoryError, (), {})))
    except Exception as error:  # noqa: BLE001  sent to the parent, which raises it
        sender.send((None, (type(error), error.args, dict(error.__dict__))))


def _limit(seconds: float) -> None:
    """Limit this process: memory, and time for the case that the parent is no more."""
    if resource is None:
        return
    with contextlib.suppress(ValueError, OSError):
        until = int(seconds) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (until, until))
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _used() + MEMORY
        if hard == resource.RLIM_INFINITY or wanted < hard:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _used() -> int:
    """Return the bytes of address space that this process has, where the system tells."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()
    except (OSError, ValueError):
        return 0


def _raised(told: Told) -> Exception:
    """Return the exception that the child met."""
    type_, arguments, attributes = told
    error = Exception.__new__(type_)
    error.args = arguments
    error.__dict__.update(attributes)
    return error
