r"""Code for the matching engine of regular expressions that gives up early where nothing can match.

    an expression:  \b(?:denied|refused|failed|few)\b, whatever the case
    its code:       go to the next of d D r R f F; a word begins; d D, and then "enied", or
                    r R, and then "efused", or f F, and then "ailed" or "ew"; a word ends

CPython's engine tries an expression at every letter, and each of its alternatives in turn, whatever their first
letters. Two things that its compiler does for few expressions are done here for all: the code begins with the set of
signs with which a match can begin (the first set of a grammar: Aho, Lam, Sethi and Ullman, Compilers, 4.4.2), and
alternatives are parted by their first sign, as a trie parts words. Alternatives that can begin with one sign stay in
their order, and those that cannot never match at one place: what is found is the same.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as ops  # type: ignore[attr-defined]
from typing import Any, TypeGuard

_plain_code = _compiler._code  # noqa: SLF001
_combined = _compiler._combine_flags  # noqa: SLF001
_optimized = _compiler._optimize_charset  # noqa: SLF001
_write_set = _compiler._compile_charset  # noqa: SLF001
_bitmap = _compiler._mk_bitmap  # noqa: SLF001
_Parsed = Any
"""A parsed expression, or a part of one."""
_Item = tuple[Any, Any]
"""An operation of the parsed expression, and what it works on."""
_First = frozenset[Any] | None
"""Signs (numbers) and categories with which a part can begin; None where that may be any, or nothing."""
_ODD_CASES = {"i": "\u0130\u0131", "s": "\u017f", "k": "\u212a"}
"""What is one of the letters a to z whatever the case, besides its own two forms."""
_FEWEST = 3
"""Fewer alternatives are not worth parting."""
_LATIN, _BITS = 256, _sre.CODESIZE * 8
_WIDEST = 128
"""Signs of a range beyond which it may as well be any."""
_NARROW = 16
"""Signs beyond which an alternative is one that may begin with anything: “-less”."""
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_ZERO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)


def code_of(parsed: _Parsed, flags: int) -> list[int]:
    """Return the code of a parsed expression, as `re._compiler._code` does; raises re.error."""
    flags |= parsed.state.flags
    if flags & ops.SRE_FLAG_LOCALE:
        return _plain_code(parsed, flags)  # type: ignore[no-any-return]
    source = parsed.state.str
    bars = source.count("|" if isinstance(source, str) else b"|")
    better = _parted(parsed, flags) if bars >= _FEWEST - 1 else parsed
    return _with_first_set(_plain_code(better, flags), _first(better.data, flags), flags)


def _with_first_set(code: list[int], first: _First, flags: int) -> list[int]:
    """Return code that begins with the signs to look for, where it has neither those nor a text yet."""
    info, skip, mask, shortest, longest = code[:5]
    if first is None or info != ops.INFO or mask or not shortest:
        return code
    charset: list[int] = []
    _write_set(_set_of(first), flags, charset)
    head = [info, skip + len(charset), ops.SRE_INFO_CHARSET, shortest, longest]
    return [*head, *charset, *code[skip + 1 :]]


def _set_of(first: frozenset[Any]) -> list[_Item]:
    """Return a set of signs as the engine looks it up fastest: a bit for each of Latin-1, others one by one."""
    categories = sorted((sign for sign in first if isinstance(sign, tuple)), key=str)
    signs = sorted(sign for sign in first if not isinstance(sign, tuple))
    latin = [(ops.LITERAL, sign) for sign in signs if sign < _LATIN]
    others = [(ops.LITERAL, sign) for sign in signs if sign >= _LATIN]
    if not others:
        return [*_optimized(latin)[0], *categories]
    # As one set it would be a table of all of Unicode, which is large and slow.
    bits = bytearray(_LATIN)
    for _, sign in latin:
        bits[sign] = 1
    table = [(ops.CHARSET, _bitmap(bits))] if latin else []
    return [*table, *categories, *_optimized(others)[0]]


# The first set.


def _first(items: Sequence[_Item], flags: int) -> _First:
    """Return with what a sequence can begin, whatever holds there besides."""
    found: set[Any] = set()
    ahead: _First = None
    for op, value in items:
        if op is ops.ASSERT and value[0] > 0 and not found:
            ahead = ahead or _first(value[1].data, flags)
        if op in _ZERO_WIDTH:
            continue
        first, may_be_empty = _first_of(op, value, flags)
        if first is None:
            break
        found |= first
        if not may_be_empty:
            return frozenset(found)
    return ahead


def _first_of(op: Any, value: Any, flags: int) -> tuple[_First, bool]:  # noqa: ANN401
    """Return with what an operation can begin, and whether it can match nothing at all."""
    if op is ops.LITERAL:
        return _cases(value, flags), False
    if op is ops.IN:
        return _first_of_set(value, flags), False
    if op is ops.SUBPATTERN:
        _, added, taken, inner = value
        return _first(inner.data, _combined(flags, added, taken)), False
    if op is ops.BRANCH:
        return _union(_first(one.data, flags) for one in value[1]), False
    if op in _REPEATS:
        fewest, _, inner = value
        return _first(inner.data, flags), fewest == 0
    return None, False


def _first_of_set(members: Iterable[_Item], flags: int) -> _First:
    signs: list[_First] = []
    for op, value in members:
        if op is ops.LITERAL:
            signs.append(_cases(value, flags))
        elif op is ops.RANGE and value[1] - value[0] < _WIDEST:
            signs += [_cases(sign, flags) for sign in range(value[0], value[1] + 1)]
        elif op is ops.CATEGORY:
            signs.append(frozenset(((op, value),)))
        elif op is ops.CHARSET:  # of `_set_of`
            signs.append(
                frozenset(at for at in range(_LATIN) if value[at // _BITS] >> at % _BITS & 1)
            )
        else:
            return None
    return _union(signs)


def _union(parts: Iterable[_First]) -> _First:
    found: set[Any] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return frozenset(found)


@lru_cache(maxsize=1024)
def _cases(sign: int, flags: int) -> _First:
    """Return the signs that a sign of an expression stands for."""
    if not flags & ops.SRE_FLAG_IGNORECASE or not _sre.unicode_iscased(sign):
        return frozenset((sign,))
    letter = chr(sign).lower()
    if not "a" <= letter <= "z":
        return None
    odd = _ODD_CASES.get(letter, "") if flags & ops.SRE_FLAG_UNICODE else ""
    return frozenset(map(ord, (letter, letter.upper(), *odd)))


# Alternatives.


def _parted(pattern: _Parsed, flags: int) -> _Parsed:
    """Return an expression whose alternatives are parted by their first sign, at any depth."""
    items: list[_Item] = []
    for op, value in pattern.data:
        if op is ops.BRANCH:
            parted = _by_first_sign([_sign_first(_parted(one, flags)) for one in value[1]], flags)
            items += parted[0].data if len(parted) == 1 else [(op, (None, parted))]
        elif op is ops.SUBPATTERN:
            group, added, taken, inner = value
            inner = _parted(inner, _combined(flags, added, taken))
            is_bare = group is None and not added and not taken
            items += inner.data if is_bare else [(op, (group, added, taken, inner))]
        elif op in _REPEATS:
            fewest, most, inner = value
            items.append((op, (fewest, most, _parted(inner, flags))))
        elif op in (ops.ASSERT, ops.ASSERT_NOT) and value[0] > 0:
            items.append((op, (value[0], _parted(value[1], flags))))
        else:
            items.append((op, value))
    return _parser.SubPattern(pattern.state, items)


def _sign_first(part: _Parsed) -> _Parsed:
    r"""Return an alternative that takes its first sign before it looks around: the engine passes over those with another.

    `(?<!not )few` becomes `f(?<=(?<!not )[\s\S])ew`.
    """
    at = next((n for n, (op, _) in enumerate(part.data) if op not in _ZERO_WIDTH), 0)
    if not at or part.data[at][0] not in (ops.LITERAL, ops.IN):
        return part
    look = _parser.SubPattern(part.state, [*part.data[:at], _ANY_SIGN])
    rest = part.data[at + 1 :]
    return _parser.SubPattern(part.state, [part.data[at], (ops.ASSERT, (-1, look)), *rest])


_ANY_SIGN = (ops.IN, [(ops.CATEGORY, ops.CATEGORY_SPACE), (ops.CATEGORY, ops.CATEGORY_NOT_SPACE)])


class _Group:
    """Alternatives of which each has a first sign in common with another one, with their ranks among all."""

    __slots__ = ("members", "signs")

    def __init__(self, signs: frozenset[int]) -> None:
        self.signs = signs
        self.members: list[tuple[int, _First, _Parsed]] = []


def _by_first_sign(alternatives: list[_Parsed], flags: int) -> list[_Parsed]:
    """Return alternatives in groups by their first sign; those that may begin with anything stay where they are."""
    if len(alternatives) < _FEWEST:
        return alternatives
    parted: list[_Parsed] = []
    groups: dict[int, _Group] = {}
    for rank, one in enumerate(alternatives):
        sign = _sign_of(one.data[0], flags) if one.data else None
        first = sign or _first(one.data, flags)
        if _is_narrow(first):
            _group_of(first, groups).members.append((rank, sign, one))
        else:
            parted += [*_joined(groups, flags), one]
            groups = {}
    return [*parted, *_joined(groups, flags)]


def _is_category(sign: object) -> bool:
    return type(sign) is tuple


def _is_narrow(first: _First) -> TypeGuard[frozenset[int]]:
    return first is not None and len(first) <= _NARROW and not any(map(_is_category, first))


def _group_of(first: frozenset[int], groups: dict[int, _Group]) -> _Group:
    """Return the group for alternatives with some first signs: of all groups that have one, together, or a new one."""
    alike = list({id(groups[sign]): groups[sign] for sign in first if sign in groups}.values())
    if len(alike) == 1 and first <= alike[0].signs:  # as nearly always
        return alike[0]
    together = _Group(first.union(*(group.signs for group in alike)))
    together.members = sorted(
        (member for group in alike for member in group.members), key=itemgetter(0)
    )
    groups.update(dict.fromkeys(together.signs, together))
    return together


def _joined(groups: dict[int, _Group], flags: int) -> Iterator[_Parsed]:
    """Yield the alternatives of all groups; those that begin with one sign, one right behind the other, are one."""
    for group in {id(group): group for group in groups.values()}.values():
        for sign, run in groupby(group.members, key=itemgetter(1)):
            alike = [one for _, _, one in run]
            if sign is None:
                yield from alike
                continue
            state = alike[0].state
            rests = [_parser.SubPattern(state, one.data[1:]) for one in alike]
            behind = _by_first_sign(rests, flags)
            tail = behind[0].data if len(behind) == 1 else [(ops.BRANCH, (None, behind))]
            yield _parser.SubPattern(state, [_head(sign, state, flags), *tail])


def _sign_of(item: _Item, flags: int) -> _First:
    """Return the signs of which an operation takes exactly one; None for any other."""
    op, value = item
    if op is ops.LITERAL:
        return _cases(value, flags)
    if op is ops.SUBPATTERN and value[0] is None and len(value[3].data) == 1:
        # What is taken is written with the flags around it.
        is_alike = _combined(flags, value[1], value[2]) == flags
        return _sign_of(value[3].data[0], flags) if is_alike else None
    return _first_of_set(value, flags) if op is ops.IN else None


def _head(first: frozenset[int], state: _Parsed, flags: int) -> _Item:
    """Return the operation that takes one of some signs, as written: the engine looks at it before it tries more."""
    if len(first) == 1:
        return ops.LITERAL, next(iter(first))
    signs = _parser.SubPattern(state, [(ops.IN, _set_of(first))])
    return ops.SUBPATTERN, (None, 0, flags & ops.SRE_FLAG_IGNORECASE, signs)
