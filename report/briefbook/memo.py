"""What was worked out of some bytes, remembered by their hash (memoization), also for the next build.

Most pages and slides of a document are as they were when one text has changed.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator

from briefbook import cache
from briefbook.stamp import digest

_MOST = 8_192
"""How much is remembered in a process: a page or a part of a deck each."""
_KIND = "parts"
_known: dict[str, str] = {}
_used: set[str] = set()


def once(kind: str, data: bytes, work: Callable[[], str]) -> str:
    """Return what work makes of some bytes; `kind` says which work, and all else that it depends on."""
    key = digest(kind.encode() + b"\0" + data)
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = work()
    _used.add(key)
    return _known[key]


@contextlib.contextmanager
def kept(about: str) -> Iterator[None]:
    """Know what was worked out the last time about a document, and keep what is worked out now."""
    before = cache.found(_KIND, about) or b"{}"
    with contextlib.suppress(ValueError, AttributeError):
        _known.update({k: v for k, v in json.loads(before).items() if isinstance(v, str)})
    _used.clear()
    yield
    now = json.dumps({key: _known[key] for key in sorted(_used & _known.keys())}).encode()
    if now != before:
        cache.keep(_KIND, about, now)
