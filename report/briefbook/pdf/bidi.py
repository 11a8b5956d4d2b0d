"""The order of right-to-left text in a line: Unicode's algorithm (UAX #9).

    levels        of each letter of a paragraph: odd ones run from right to left (rules W1 to I2)
    visual_order  of the pieces of a line, by their levels (rule L2)

Which way the paragraph itself runs is `scripts.runs_from_right`. Controls that embed or isolate are never printed, so
that the rules X1 to X8 have nothing to do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefbook.scripts import quoted_from_right

_BRACKETS = (
    "()[]{}⁅⁆⁽⁾₍₎〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟦⟧⟨⟩⟪⟫⦃⦄⦅⦆〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠｢｣"
)
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_UNSEEN = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_MOST_OPEN = 63
"""Brackets that are followed into each other (BD16)."""
OBJECT = "\ufffc"
"""Stands for what is no text, such as a raised number: it keeps its place as a Latin letter does."""


def class_of(char: str) -> str:
    """Return the bidirectional class of a letter."""
    return "L" if char == OBJECT else unicodedata.bidirectional(char) or "L"


def levels(text: str, base: int = 0) -> list[int]:
    """Return the embedding level of each letter of a paragraph; `base` is its own.

    A quotation all in letters from the right is a paragraph of its own, so that its last full stop
    stands at its end and nothing after it is drawn in.
    """
    found, outer, at = [0] * len(text), [], 0
    for start, end in quoted_from_right(text):
        outer += [*range(at, start), -1]
        found[start:end] = _levels(text[start:end], 1)
        at = end
    outer += range(at, len(text))
    said = "".join(_QUOTED if n < 0 else text[n] for n in outer)
    for n, level in zip(outer, _levels(said, base), strict=True):
        if n >= 0:
            found[n] = level
    return found


_QUOTED = "\u2022"
"""A sign without a direction: what a quotation of its own is to the text around it."""


def _levels(text: str, base: int) -> list[int]:
    """Return the levels within a paragraph that runs as its base does."""
    classes = [class_of(char) for char in text]
    edge = "R" if base else "L"
    seen = [at for at, class_ in enumerate(classes) if class_ not in _UNSEEN]
    kinds = [classes[at] for at in seen]
    marks = [kind == "NSM" for kind in kinds]
    _weak(kinds, edge)
    _brackets(kinds, [text[at] for at in seen], marks, edge)
    _neutral(kinds, edge)
    found = [base] * len(text)
    of_kinds = {"L": 2 if base else 0, "R": 1}
    for at, kind in zip(seen, kinds, strict=True):
        found[at] = of_kinds.get(kind, 2)
    for at in range(1, len(text)):
        if classes[at] in _UNSEEN:
            found[at] = found[at - 1]
    return found


def visual_order(of_pieces: Sequence[int]) -> list[int]:
    """Return the numbers of pieces from left to right."""
    order = list(range(len(of_pieces)))
    for level in range(max(of_pieces, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and of_pieces[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


def _weak(kinds: list[str], edge: str) -> None:  # noqa: C901, PLR0912  seven rules in their order
    """Resolve marks and numbers (W1 to W7)."""
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[at] = kinds[at - 1] if at else edge
    strong = edge
    for at, kind in enumerate(kinds):  # W2
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            kinds[at] = before
    at = 0
    while at < len(kinds):  # W5
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside = (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else "")
        if "EN" in beside:
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]  # W6
    strong = edge
    for at, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _brackets(kinds: list[str], letters: list[str], marks: list[bool], edge: str) -> None:
    """Resolve paired brackets (N0)."""
    for start, end in _pairs(kinds, letters):
        inner = {_strong(kind) for kind in kinds[start + 1 : end]}
        other = "L" if edge == "R" else "R"
        if edge in inner:
            resolved = edge
        elif other in inner:
            before = (s for kind in reversed(kinds[:start]) if (s := _strong(kind)))
            resolved = next(before, edge)
        else:
            continue
        for at in (start, end):
            kinds[at] = resolved
            after = at + 1
            while after < len(kinds) and marks[after]:
                kinds[after] = resolved
                after += 1


def _pairs(kinds: list[str], letters: list[str]) -> list[tuple[int, int]]:
    open_: list[tuple[str, int]] = []
    pairs = []
    for at, (kind, letter) in enumerate(zip(kinds, letters, strict=True)):
        if kind != "ON":
            continue
        if letter in _CLOSING:
            if len(open_) == _MOST_OPEN:
                return []
            open_.append((_same(_CLOSING[letter]), at))
        elif any(closing == _same(letter) for closing, _ in open_):
            while open_:
                closing, start = open_.pop()
                if closing == _same(letter):
                    pairs.append((start, at))
                    break
    return sorted(pairs)


def _same(bracket: str) -> str:
    """Return the form by which brackets of one shape are paired."""
    return unicodedata.normalize("NFC", bracket)


def _neutral(kinds: list[str], edge: str) -> None:
    """Resolve what stands between letters (N1 and N2)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _strong(kinds[at - 1]) if at else edge
        after = _strong(kinds[end]) if end < len(kinds) else edge
        kinds[at:end] = [before if before == after else edge] * (end - at)
        at = max(end, at + 1)


def _strong(kind: str) -> str:
    """Return the direction that a class gives its neighbours: numbers are as right-to-left letters."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")
