"""Lies that keep every value and turn what is said of it: negations, verbs, roles, kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefbook.language.en import cues
from briefbook.language.en.names import find_names
from briefbook.model.reader import MODEL
from tests.mutation.lie import Edit, Lie, Seed, Told
from tests.mutation.values import sort_of

_FACTS = ("reported", "attributed")

_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|can|could|would)\b(?! not)")
_FINITE = re.compile(
    r"\b(opened|offered|received|followed|came|met|signed|gave|visited|took|withdrew|rose|"
    r"accepted|opens|finds|calls|treats|names|holds|reduces|lowers|grants|calls|sees|covers|leads|"
    r"supports|moves|confirms|give|gives|announced|left|held|began|turned|went|cross|use|visits|begin|rises)\b"
)

_VERBS = {
    "opened": "closed", "opens": "closes", "offered": "refused", "accepted": "rejected", "received": "returned",
    "signed": "cancelled", "rose": "fell", "rises": "falls", "supports": "opposes",
    "Support": "Opposition", "lowers": "raises", "came": "left", "gave": "refused", "established": "severed",
    "Open": "Closed", "began": "ended", "begin": "end", "withdrew": "arrived", "entry": "exit",
    "leads": "follows", "increased": "decreased", "visited": "left", "visits": "leaves", "purchase": "sale",
    "amended": "cancelled", "guaranteed": "refused", "new": "old", "New": "Old", "stable": "unstable",
    "smaller": "bigger", "joined": "left", "open": "closed", "inaugurated": "closed",
    "Export": "Import", "private": "public", "grows": "shrinks", "grew": "shrank", "more": "less",
}  # fmt: skip
"""Words and their opposites, in the form that fits the same sentence."""


def relation_lies(seed: Seed) -> Iterator[Lie]:
    """Yield every lie about the relation of things in a statement."""
    for told in seed.told:
        if told.is_name:
            continue
        if told.kind.value in _FACTS:
            yield from _one(seed, told, "negation added", _negations(told.text))
            yield from _one(seed, told, "only, all, every, first added", _absolutes(told.text))
            if told.kind.value == "reported":
                yield from _one(seed, told, "probably added to a report", _estimates(told.text))
            yield from _one(seed, told, "verb exchanged for its opposite", _opposites(told))
            yield from _one(
                seed, told, "reservation removed: planned, said to, some", _hedges(told)
            )
            yield from _swapped(seed, told)
        yield from _dropped(seed, told)
        if told.is_computed and told.kind.value == "computed":
            yield from _one(
                seed, told, "rise told as a fall in a computed text", _directions(told.text)
            )
    yield from _kinds(seed)


Change = tuple[int, str, str]


def _one(seed: Seed, told: Told, kind: str, changes: Iterator[Change]) -> Iterator[Lie]:
    for start, old, new in changes:
        edit = seed.edit(told.text, start, old, new)
        if edit:
            yield Lie(kind, (edit,))


def _inside_quotes(text: str, at: int) -> bool:
    return text[:at].count("“") > text[:at].count("”")


def _negations(text: str) -> Iterator[Change]:
    if re.search(r"\b(?:no|not|neither|never|without|none)\b", text):
        return  # a second negation may cancel the first
    for match in _AUXILIARY.finditer(text):
        if not _inside_quotes(text, match.start()):
            yield match.start(), match[0], f"{match[0]} not" if match[0] != "can" else "cannot"
            return
    for match in _FINITE.finditer(text):
        if not _inside_quotes(text, match.start()):
            yield match.start(), match[0], f"never {match[0]}"
            return


def _dropped(seed: Seed, told: Told) -> Iterator[Lie]:
    if told.kind.value == "computed":
        return
    for match in re.finditer(r"\b(not |never |no (?=[a-z])|without (?=[a-z]))", told.text):
        around = told.text[max(0, match.start() - 40) : match.end() + 60]
        is_silence = cues.META.search(around) or told.kind.value == "judgement"
        kind = (
            "negation dropped from what the source is silent on"
            if is_silence
            else "negation dropped"
        )
        new = {"no ": "a ", "without ": "with "}.get(match[0], "")
        edit = seed.edit(told.text, match.start(), match[0], new)
        if edit:
            yield Lie(kind, (edit,))
    for match in re.finditer(r"\b(un)(realistic|democratic|restricted|willing|stable)", told.text):
        edit = seed.edit(told.text, match.start(), match[0], match[2])
        if edit:
            yield Lie("negation dropped", (edit,))


def _absolutes(text: str) -> Iterator[Change]:
    match = re.search(r"(?<=\s)(?=(?:the|a|an|its) [a-z])", text)
    if match and not cues.META.search(text):
        end = re.compile(r"(?:the|a|an|its) ").match(text, match.start())
        assert end
        yield match.start(), end[0], "the only "
        yield match.start(), end[0], "the biggest "
    for match in re.finditer(r"\b(?:many|some) |^(?=[A-Z][a-z]+s and )", text):
        yield match.start(), match[0], "all "


def _estimates(text: str) -> Iterator[Change]:
    for pattern in (_AUXILIARY, _FINITE):
        for match in pattern.finditer(text):
            if not _inside_quotes(text, match.start()):
                yield (
                    match.start(),
                    match[0],
                    f"{match[0]} probably" if pattern is _AUXILIARY else f"probably {match[0]}",
                )
                return


def _opposites(told: Told) -> Iterator[Change]:
    for word, other in _VERBS.items():
        for match in re.finditer(rf"\b{word}\b", told.text):
            yield match.start(), word, other


_HEDGES = re.compile(
    r"\b(?:is said to |are said to |was planned|said to be |(?<=“)some |some |may |could |still to be |only if )"
)


def _hedges(told: Told) -> Iterator[Change]:
    """Reservations that the evidence has too: without it, none is dropped."""
    supported = " ".join(told.supporting)
    for match in _HEDGES.finditer(told.text):
        if any(p.search(supported) for p in (cues.PLAN, cues.REPORT, cues.POSSIBLE, cues.PARTIAL)):
            new = {"was planned": "was paid", "still to be ": "then ", "only if ": "and "}.get(
                match[0], ""
            )
            yield match.start(), match[0], new


_TOGETHER = re.compile(r"^(?:,| and| or|–|-|’s| and the|, the)[ -]?$")


def _swapped(seed: Seed, told: Told) -> Iterator[Lie]:
    """Two names change places, unless they stand side by side as equals."""
    names = [
        name
        for name in find_names(told.text)
        if len(name.text) > 1 and not _inside_quotes(told.text, name.start)
    ]
    for one, other in pairwise(names):
        between = told.text[one.end : other.start]
        first, second = one.text.removesuffix("’s"), other.text.removesuffix("’s")
        if sort_of(first) not in ("person", "place", "adjective") or sort_of(second) == "other":
            continue  # only parties and persons do anything to each other
        if (
            first == second
            or _TOGETHER.match(between)
            or re.search(r"[.;:] |\bbetween\b", between + told.text[: one.start])
        ):
            continue
        if len(between) < 3 or not re.search(r"[a-z]{3}", between):
            continue
        edits = (
            seed.edit(told.text, one.start, first, second),
            seed.edit(told.text, other.start, second, first),
        )
        if all(edits):
            yield Lie("two names change places", tuple(edit for edit in edits if edit))


def _directions(text: str) -> Iterator[Change]:
    for word, other in (("rose", "fell"), ("fell", "rose"), ("up", "down"), ("rise", "fall")):
        for match in re.finditer(rf"(?<!added )\b{word}\b", text):
            yield match.start(), word, other


def _kinds(seed: Seed) -> Iterator[Lie]:
    """A view told as a fact: with its voice left in, and with it taken out."""
    model = seed.files[MODEL]
    for match in re.finditer(r"kind: attributed\n    voice: .*\n", model):
        yield _edit(seed, match.start(), "attributed", 6, "view told as a fact, its voice left in")
        yield Lie(
            "view told as a fact",
            (Edit(MODEL, match.start(), match[0], "kind: reported\n"),),
        )
    for match in re.finditer(r"stance: attributed, ", model):
        yield Lie("view told as a fact", (Edit(MODEL, match.start(), match[0], ""),))


def _edit(seed: Seed, start: int, old: str, skip: int, kind: str) -> Lie:
    assert seed.files[MODEL][start + skip :].startswith(old)
    return Lie(kind, (Edit(MODEL, start + skip, old, "reported"),))
