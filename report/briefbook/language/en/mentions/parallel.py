"""What each passage of a document tells by itself: facts and names, with offsets in the passage.

Passages do not know each other, so a long document is read by all processors at once. The result
is the same however many there are.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from briefbook.language.en.mentions.agreements import find_agreements
from briefbook.language.en.mentions.dates import find_date_facts
from briefbook.language.en.mentions.mention import Mention
from briefbook.language.en.mentions.organisations import find_organisations
from briefbook.language.en.mentions.people import PersonMention, find_mentions
from briefbook.language.en.mentions.places import find_places
from briefbook.language.en.mentions.quantities import find_quantity_facts
from briefbook.language.en.mentions.tokens import tokenise

Reading = tuple[tuple[Mention, ...], tuple[PersonMention, ...]]

_LONG = 500_000
"""Letters from which on several processes are worth their start."""
_PARTS = 8
"""Pieces of work for each processor, so that none waits long for another."""


def read_passages(texts: Sequence[str], known_small: frozenset[str]) -> dict[str, Reading]:
    """Return the reading of every passage by its text; `known_small` as in `find_mentions`."""
    distinct = tuple(dict.fromkeys(texts))
    workers = os.cpu_count() or 1
    # Only where a process is forked does it begin with what this one has loaded.
    if workers > 1 and sys.platform == "linux" and sum(map(len, distinct)) > _LONG:
        try:
            return dict(zip(distinct, _read_together(distinct, known_small, workers), strict=True))
        except (OSError, BrokenProcessPool):
            pass  # no room for processes here: one does it too
    return {text: _read(text, known_small) for text in distinct}


def _read_together(
    texts: tuple[str, ...], known_small: frozenset[str], workers: int
) -> list[Reading]:
    size = -(-len(texts) // (workers * _PARTS))
    chunks = [texts[at : at + size] for at in range(0, len(texts), size)]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_begin) as pool:
        parts = pool.map(partial(_read_all, known_small), chunks)
        return [reading for part in parts for reading in part]


def _begin() -> None:
    """Let the parent answer Ctrl-C, and look for no garbage: there is none to speak of."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _read_all(known_small: frozenset[str], texts: tuple[str, ...]) -> list[Reading]:
    return [_read(text, known_small) for text in texts]


def _read(text: str, known_small: frozenset[str]) -> Reading:
    tokens = tokenise(text)
    agreements = find_agreements(tokens)
    titles = {(fact.start, fact.end) for fact in agreements}
    # “Water Initiative” has a word that also ends the names of bodies: the title goes before.
    bodies = [f for f in find_organisations(tokens) if (f.start, f.end) not in titles]
    facts = (*_numbers(text), *agreements, *bodies, *find_places(tokens))
    return facts, tuple(find_mentions(tokens, known_small))


def _numbers(text: str) -> list[Mention]:
    dates = find_date_facts(text)
    return dates + find_quantity_facts(text, [(fact.start, fact.end) for fact in dates])
