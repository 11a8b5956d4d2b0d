"""What an editor does to a statement, as changes of briefing.yaml. Nothing here reads or writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefbook.desk.session import place_of
from briefbook.errors import WrongUse
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.language.document import Document
from briefbook.language.phrases import did_you_mean
from briefbook.model.briefing import Statement, Status
from briefbook.model.evidence import Quote
from briefbook.model.mentions import dropped, ids_of, path_of, renamed
from briefbook.model.statements import Amount, Claim, Event, GlanceItem, State
from briefbook.model.yaml_changes import Change, Data, Insert, Path, Remove, Set, at
from briefbook.sources.anchoring import Ambiguous, Anchor, find_quote
from briefbook.text import StatementType

TEXTS: dict[type[Statement], tuple[str, ...]] = {
    Claim: ("text", "lead", "short", "voice"),
    Event: ("title", "label"),
    Amount: ("what", "measure", "period"),
    GlanceItem: ("label", "note", "caption"),
}
ANSWER_TEXTS = "text", "headline", "short", "next_step"
"""The fields of each sort of statement that hold words."""
_REQUIRED = frozenset(("text", "title", "what", "measure", "period", "headline"))
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_MOST_CONTEXT = 12
"""Words before or after a quote that tell which of several places is meant."""


def _found(data: Data, id_: str) -> Path:
    path = place_of(data, id_)
    if path is None:
        raise WrongUse(f"there is no statement “{id_}”", hint=did_you_mean(id_, ids_of(data)))
    return path


def _single(text: str) -> str:
    return " ".join(text.split())


def reworded(data: Data, id_: str, words: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the changes that give fields of a statement other words; an empty text takes one away."""
    path = _found(data, id_)
    changes: list[Change] = []
    for name, text in words.items():
        old, new = at(data, (*path, name)), _single(text)
        if new == _single(old or ""):
            continue
        if not new and name in _REQUIRED:
            raise WrongUse(
                f"“{name}” cannot be empty", hint="drop the statement if it is to be gone"
            )
        changes += value_changes(data, (*path, name), new)
    return tuple(changes)


def value_changes(data: Data, path: Path, new: str, after: str = "") -> list[Change]:
    """Return the change that makes a field hold a text, whether or not it is there."""
    if at(data, path) is None:
        return [Insert(path, new, after)] if new else []
    return [Set(path, new) if new else Remove(path)]


def of_kind(data: Data, id_: str, kind: str) -> tuple[Change, ...]:
    """Return the change that makes a claim one of another kind."""
    path = _found(data, id_)
    if path[0] != "claims":
        raise WrongUse("only claims have a kind of statement")
    return (Set((*path, "kind"), str(StatementType(kind))),)


def in_state(data: Data, id_: str, state: str, by: str = "") -> tuple[Change, ...]:
    """Return the changes that set how far a statement is, and who says so: “A. Lee, 2026-11-28”."""
    path = _found(data, id_)
    after = "kind" if path[0] == "claims" else ""
    changes = value_changes(data, (*path, "state"), str(State(state)), after)
    signed = "" if State(state) is State.DRAFT else by
    if signed != (at(data, (*path, "state_by")) or ""):
        changes += value_changes(data, (*path, "state_by"), signed, "state")
    return tuple(changes)


def resting(data: Data, id_: str, others: Iterable[str]) -> tuple[Change, ...]:
    """Return the changes that have a statement, or the answer, rest on others too."""
    path = (*_found(data, id_), "supported_by")
    own = at(data, path)
    new = [other for other in dict.fromkeys(others) if other not in (own or ()) and other != id_]
    if not own:
        gone: tuple[Change, ...] = () if own is None else (Remove(path),)
        return (*gone, Insert(path, list(new))) if new else ()
    return tuple(Insert((*path, len(own) + n), other) for n, other in enumerate(new))


def in_status(data: Data, status: str) -> tuple[Change, ...]:
    """Return the change that says how far the whole briefing is."""
    return tuple(value_changes(data, ("status",), str(Status(status)), "lang"))


def with_quote(
    data: Data, id_: str, quote: Mapping[str, str], number: int | None = None
) -> tuple[Change, ...]:
    """Return the changes that give a statement a quote: in place of the one with a number, or added."""
    path = (*_found(data, id_), "evidence")
    own = at(data, path)
    entry: Data = dict(quote)
    if path[0] in ("glance", "bottom_line"):
        raise WrongUse(
            "a figure at a glance and the answer have no quotes of their own",
            hint="give the statement that it rests on the quote",
        )
    if not own:
        return (*((Remove(path),) if own is not None else ()), Insert(path, [entry]))
    if number is None or number >= len(own):
        return (Insert((*path, len(own)), entry),)
    changes: list[Change] = []
    for name in ("quote", "source", "prefix", "suffix"):
        new = quote.get(name, "")
        if new != (at(data, (*path, number, name)) or ""):
            changes += value_changes(data, (*path, number, name), new)
    return tuple(changes)


def without_quote(data: Data, id_: str, number: int) -> tuple[Change, ...]:
    """Return the change that takes a quote from a statement."""
    path = (*_found(data, id_), "evidence")
    own = at(data, path) or []
    if not 0 <= number < len(own):
        raise WrongUse(f"statement {id_} has no quote {number + 1} of its own")
    return (Remove(path if len(own) == 1 else (*path, number)),)


def added(data: Data, new: dict[str, Any], beside: str = "") -> tuple[Change, ...]:
    """Return the changes that add a claim, behind another one in the file and in its paragraph."""
    id_ = str(new["id"])
    check_id(data, id_)
    claims = at(data, ("claims",)) or []
    other = path_of(data, beside) if beside else None
    number = int(other[1]) + 1 if other and other[0] == "claims" else len(claims)
    changes: list[Change] = [Insert(("claims", number), new)]
    if place := _paragraph(data, beside):
        changes.append(Insert(place, id_))
    return tuple(changes)


def _paragraph(data: Data, beside: str) -> Path | None:
    """Return where in a section's body a new claim goes: behind another, else at the very end."""
    last: Path | None = None
    for path, ids in _paragraphs(data):
        if beside in ids:
            return (*path, ids.index(beside) + 1)
        last = (*path, len(ids))
    return last


def _paragraphs(data: Data) -> Iterator[tuple[Path, list[str]]]:
    """Yield where each paragraph of the sections names its claims, and their ids."""
    for s, section in enumerate(at(data, ("sections",)) or ()):
        for p, part in enumerate(at(section, ("body",)) or ()):
            ids = at(part, ("claims",))
            if isinstance(ids, list):
                yield ("sections", s, "body", p, "claims"), ids


def without(data: Data, id_: str) -> tuple[Change, ...]:
    """Return the changes that drop a statement, and every mention of it but those in formulas."""
    if _found(data, id_)[0] == "bottom_line":
        raise WrongUse("a briefing has an answer", hint="write another one")
    return dropped(data, id_)


def named(data: Data, id_: str, new: str) -> tuple[Change, ...]:
    """Return the changes that give a statement another id, wherever it is named."""
    _found(data, id_)
    check_id(data, new)
    changes = renamed(data, id_, new)
    if not changes:
        raise WrongUse(
            "a figure at a glance cannot be renamed here", hint="rename its key in briefing.yaml"
        )
    return changes


def moved(data: Data, id_: str, by: int) -> tuple[Change, ...]:
    """Return the changes that move a claim within the paragraph that prints it; none at its end."""
    place = _printed_at(data, id_)
    if place is None:
        return ()
    path, old = place[:-1], int(place[-1])
    ids, new = at(data, path), old + by
    if not 0 <= new < len(ids):
        return ()
    return (Set(place, ids[new]), Set((*path, new), id_))


def placed(data: Data, id_: str, beside: str = "", section: str = "") -> tuple[Change, ...]:
    """Return the changes that print a claim elsewhere: behind another one, or at a section's end.

    Raises WrongUse for a claim that no paragraph prints, and for a place that is none.
    """
    old = _printed_at(data, id_)
    if old is None:
        raise WrongUse(
            f"no paragraph prints “{id_}”", hint="only what running text says can be moved"
        )
    if beside:
        other = _printed_at(data, beside)
        if other is None or beside == id_:
            raise WrongUse(f"no paragraph prints “{beside}”", hint="name a claim of running text")
        new: Path = (*other[:-1], int(other[-1]) + 1)
    else:
        new = _end_of(data, section)
    if new in (old, (*old[:-1], int(old[-1]) + 1)):
        return ()
    ids = at(data, old[:-1])
    part = old[:-2]
    if len(ids) == 1 and set(at(data, part)) != {"claims"}:
        message = f"“{id_}” is all that its paragraph says, and the paragraph calls an exhibit"
        raise WrongUse(message, hint="move the paragraph by hand, or take its `see` away")
    gone = part if len(ids) == 1 else old  # an emptied paragraph goes too
    changes: list[Change] = [Insert(new, id_)]
    is_before = old[:-1] == new[:-1] and int(old[-1]) > int(new[-1])
    after = (*old[:-1], int(old[-1]) + 1) if is_before else gone
    return (*changes, Remove(after))


def _printed_at(data: Data, id_: str) -> Path | None:
    """Return where a paragraph of a section names a claim."""
    return next(((*path, ids.index(id_)) for path, ids in _paragraphs(data) if id_ in ids), None)


def _end_of(data: Data, section: str) -> Path:
    """Return the place behind the last claim of a section."""
    known = [str(at(entry, ("id",))) for entry in at(data, ("sections",)) or ()]
    if section not in known:
        raise WrongUse(f"there is no section “{section}”", hint=f"sections: {', '.join(known)}")
    number = known.index(section)
    ends = [(*path, len(ids)) for path, ids in _paragraphs(data) if path[1] == number]
    if not ends:
        raise WrongUse(f"section “{section}” has no paragraph to add to")
    return ends[-1]


def with_source(data: Data, id_: str, entry: dict[str, Any]) -> tuple[Change, ...]:
    """Return the change that adds a source behind the others."""
    sources = at(data, ("sources",)) or {}
    if id_ in sources:
        raise WrongUse(f"the source “{id_}” is there already", hint="give it another id with --id")
    return (Insert(("sources", id_), entry),)


def marked(data: Data, mark: str) -> tuple[Change, ...]:
    """Return the changes that keep the mark of a person's look, in place of the statement's older one."""
    id_ = mark.split(" ", maxsplit=1)[0]
    marks = at(data, ("reviewed",))
    if not marks:
        return (*((Remove(("reviewed",)),) if marks is not None else ()), Insert(("reviewed",), [mark]))  # fmt: skip
    for number, old in enumerate(marks):
        if old.split(" ")[0] == id_:
            return (Set(("reviewed", number), mark),) if old != mark else ()
    return (Insert(("reviewed", len(marks)), mark),)


def check_id(data: Data, id_: str) -> None:
    """Raise WrongUse for an id that no statement can take."""
    if not _ID.match(id_):
        raise WrongUse(
            f"“{id_}” is no id", hint="write small letters, digits and hyphens, a letter first"
        )
    if path_of(data, id_) is not None:
        raise WrongUse(f"the id “{id_}” is taken")


def free_id(data: Data, text: str) -> str:
    """Return an id made of a text's first long words that no statement has."""
    words = re.findall(r"[a-z][a-z0-9]{3,}", text.lower())[:2] or ["claim"]
    base = "-".join(words)
    names = (base, *(f"{base}-{number}" for number in range(2, 10_000)))
    return next(name for name in names if path_of(data, name) is None)


def quote_at(resolved: ResolvedBriefing, source: str, start: int, end: int) -> dict[str, str]:
    """Return the quote that a selection of a source makes, whole words and one paragraph.

    Words before or after it are added as `prefix` or `suffix` where it stands more than once.
    """
    document = resolved.briefing.texts.get(source)
    if document is None:
        raise WrongUse(f"there is no source “{source}”")
    start, end = _words(document, start, end)
    quote = {"quote": _single(document.text[start:end])}
    first = str(resolved.briefing.sources[0].id)
    own = {"source": source} if source != first else {}
    if isinstance(find_quote(document, quote["quote"]), Anchor):
        return {**quote, **own}
    paragraph = document.paragraph_at(start)
    before = document.text[paragraph.start : start].split()
    after = document.text[end : paragraph.end].split()
    for count in range(1, _MOST_CONTEXT + 1):
        for context in (
            {"prefix": " ".join(before[-count:])} if before else {},
            {"suffix": " ".join(after[:count])} if after else {},
        ):
            found = find_quote(document, quote["quote"], **context)
            if context and isinstance(found, Anchor) and start <= found.start < end:
                return {**quote, **own, **context}
    raise WrongUse(
        "these words stand more than once, and their neighbours too", hint="select a longer passage"
    )


def _words(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return a selection widened to whole words and cut to its first paragraph."""
    text = document.text
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    end = min(end, document.paragraph_at(start).end)
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise WrongUse("nothing is selected", hint="select the passage in the source")
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def quote_by_words(
    resolved: ResolvedBriefing, words: str, source: str = "", prefix: str = "", suffix: str = ""
) -> dict[str, str]:
    """Return the quote that words make; raises WrongUse if they stand nowhere, or more than once."""
    texts = resolved.briefing.texts
    if source and source not in texts:
        raise WrongUse(
            f"there is no source “{source}”", hint=f"the sources are: {', '.join(texts)}"
        )
    found = {
        id_: find_quote(document, words, prefix, suffix)
        for id_, document in texts.items()
        if id_ == (source or id_)
    }
    hits = {id_: hit for id_, hit in found.items() if isinstance(hit, Anchor)}
    double = {id_: hit for id_, hit in found.items() if isinstance(hit, Ambiguous)}
    if double or len(hits) > 1:
        places = [f"{id_} ¶ {hit.paragraph}" for id_, hit in hits.items()]
        places += [f"{id_} ¶ {number}" for id_, hit in double.items() for number in hit.paragraphs]
        raise WrongUse(
            f"these words stand more than once: {', '.join(places)}",
            hint="give more words, or --prefix, --suffix or --source to say which is meant",
        )
    if not hits:
        near = next((near for hit in found.values() if (near := getattr(hit, "nearest", ""))), "")
        raise WrongUse(
            "these words are in no source, letter for letter",
            hint=f"the nearest are: “{near}”" if near else "copy them from the source",
        )
    [(id_, anchor)] = hits.items()
    text = _single(texts[id_].text[anchor.start : anchor.end]) if "[…]" not in words else words
    quote = Quote(text, "" if id_ == str(resolved.briefing.sources[0].id) else id_, prefix, suffix)
    named_ = {name: getattr(quote, name) for name in ("quote", "source", "prefix", "suffix")}
    return {name: value for name, value in named_.items() if value}
