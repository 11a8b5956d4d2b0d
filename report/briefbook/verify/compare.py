"""Texts as they should be beside texts as they are: what differs, word for word, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefbook.language.words import line_of, words_of, written_words
from briefbook.verify.ledger import Passage

_AROUND = 4
"""Words that a message shows before and after a difference."""


@dataclass(frozen=True)
class Seen:
    """A text of a file and where it stands there."""

    text: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """Words that are not what the ledger says."""

    place: str
    statement: str
    should: str
    """With a few words around; empty for what should not be there at all."""
    does: str
    """Likewise; empty for what is lost."""


@dataclass(frozen=True)
class Match:
    """A text that stands in the file as the ledger has it."""

    passage: Passage
    seen: Seen


def compare(
    passages: Sequence[Passage], seen: Sequence[Seen], where: str
) -> Iterator[Difference | Match]:
    """Yield every text that is the same, and every difference in between.

    `where` is the place of what stands nowhere.
    """
    should = [(passage, tuple(words_of(passage.text))) for passage in passages]
    does = [(text, tuple(words_of(text.text))) for text in seen]
    should = [entry for entry in should if entry[1]]
    does = [entry for entry in does if entry[1]]
    matcher = SequenceMatcher(None, [w for _, w in should], [w for _, w in does], autojunk=False)
    for code, a1, a2, b1, b2 in matcher.get_opcodes():
        if code == "equal":
            pairs = zip(should[a1:a2], does[b1:b2], strict=True)
            yield from (Match(passage, text) for (passage, _), (text, _) in pairs)
        else:
            last = does[b1 - 1][0].places if b1 else (where,)
            yield from _differences(
                [passage for passage, _ in should[a1:a2]],
                [text for text, _ in does[b1:b2]],
                last[-1] if last else where,
            )


def _differences(passages: list[Passage], seen: list[Seen], last: str) -> Iterator[Difference]:
    """Yield what differs between neighbouring texts; `last` is the place before them."""
    should = [
        (word, statement)
        for passage in passages
        for text, statement in _whole_words(passage)
        for word in written_words(text)
    ]
    does = [(word, text.places[0]) for text in seen for word in written_words(text.text)]
    one, other = [word for word, _ in should], [word for word, _ in does]
    folded = [word.casefold() for word in one], [word.casefold() for word in other]
    for code, a1, a2, b1, b2 in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if code == "equal":
            continue
        place = does[min(b1, len(does) - 1)][1] if does else last
        owners = [statement for _, statement in should[max(a1 - 1, 0) : a2 + 1]]
        inner = [statement for _, statement in should[a1:a2]]
        statement = next(filter(None, [*inner, *owners]), "")
        yield Difference(place, statement, _shown(one, a1, a2), _shown(other, b1, b2))


def _whole_words(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield the parts of a passage, a word that two parts share given to the first."""
    held, owner = "", ""
    for text, statement in passage.parts:
        if held and held[-1:].isalnum() and text[:1].isalnum():
            cut = next((at for at, char in enumerate(text) if not char.isalnum()), len(text))
            held, text = held + text[:cut], text[cut:]  # noqa: PLW2901
        if held and text:
            yield held, owner
            held = ""
        if text:
            held, owner = text, statement
    if held:
        yield held, owner


def _shown(words: list[str], start: int, end: int) -> str:
    before, after = max(0, start - _AROUND), min(len(words), end + _AROUND)
    line = line_of(words[before:after])
    return f"{'… ' if before else ''}{line}{' …' if after < len(words) else ''}"
