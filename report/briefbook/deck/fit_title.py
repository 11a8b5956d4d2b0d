"""Titles settled: the largest size, and breaks between lines of about the same length.

A title's lines are broken by the plan and not by the program that draws it: so they are the same in
every program and typeface, no word stands alone on the last line, and none leaves its slot.
"""

from __future__ import annotations

from briefbook.deck.measure import piece_width, widest
from briefbook.deck.placeholders import Layout
from briefbook.deck.plan import Paras
from briefbook.deck.runs import base_piece
from briefbook.frozen import replace
from briefbook.text import Run
from briefbook.theme.deck import TYPES

_LOOSE = frozenset(
    "a an the of in on at to for from with by and or but nor as is are was were its their than that no".split()
)
"""Words after which a line does not end if another break is about as good."""
_LOOSE_COST, _STOP_GAIN, _NAME_COST = 0.03, 0.02, 0.3
"""Shares of the squared room: what a break after such a word costs, one after a mark gains, and one inside
of a name costs: not “Tajikistan–United / States”."""

_STOPS = (",", ";", ":", ".")
_LEAST_SHARE = 0.75
"""Of the size at which a title fits, that it may be set at to keep a name whole."""


def settle_title(paras: Paras, layout: Layout) -> Paras | None:
    """Return a title with its size and line breaks; None if the layout has no room for it.

    It is set a little smaller where that keeps a name in one line.
    """
    [para] = paras.paras
    runs = [part for part in para.text if isinstance(part, Run)]
    if len(runs) != len(para.text):
        raise TypeError("a title is made of runs alone")
    words = "".join(run.text for run in runs).replace("\n", " ").split(" ")
    slot, settled = layout.slot("title"), None
    for most, size in layout.title_sizes:
        if settled and settled.size_pt and size < _LEAST_SHARE * settled.size_pt:
            break
        piece = base_piece(TYPES[slot.type].body, size)
        room = slot.rect.w / widest(bold=piece.bold, is_display=piece.is_display)
        space = piece_width(piece, " ")
        widths = [piece_width(piece, word) for word in words]
        for count in range(1, most + 1):
            if breaks := _breaks(words, widths, space, count, room):
                found = Paras((replace(para, text=_in_lines(runs, breaks)),), size)
                if not any(_parts_name(words, end) for end in breaks[:-1]):
                    return found
                settled = settled or found
    return settled


def _breaks(
    words: list[str], widths: list[float], space: float, count: int, room: float
) -> tuple[int, ...]:
    """Return after how many words each of `count` lines ends; () if that many have no room.

    The sum of the squared lengths is least where lines are even (Knuth and Plass, 1981, in small).
    """
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]
    for _ in range(count):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best[-1].items():
            used = -space
            for end in range(start + 1, len(words) + 1):
                used += space + widths[end - 1]
                if used > room:
                    break
                total = cost + (used / room) ** 2 + _cost_after(words, end)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*ends, end))
        best.append(longer)
    return best[-1].get(len(words), (0.0, ()))[1]


def _cost_after(words: list[str], end: int) -> float:
    if end == len(words):
        return 0.0
    last = words[end - 1]
    cost = _LOOSE_COST * (last.lower() in _LOOSE) - _STOP_GAIN * last.endswith(_STOPS)
    return cost + _NAME_COST * _parts_name(words, end)


def _parts_name(words: list[str], end: int) -> bool:
    """Tell whether a name goes on after so many words: “Tajikistan–United” and “States”."""
    last, following = words[end - 1], words[end]
    is_named = (end > 1 or "–" in last) and last.rpartition("–")[2][:1].isupper()
    return is_named and following[:1].isupper() and not last.endswith(_STOPS)


def _in_lines(runs: list[Run], ends: tuple[int, ...]) -> tuple[Run, ...]:
    """Return the runs with a line break for the space after each of those words but the last."""
    count, parts = 0, []
    for run in runs:
        letters = []
        for letter in run.text.replace("\n", " "):
            count += letter == " "
            letters.append("\n" if letter == " " and count in ends[:-1] else letter)
        parts.append(replace(run, text="".join(letters)))
    return tuple(parts)
