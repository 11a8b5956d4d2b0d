"""What a quote leaves out is read again: `[…]` must drop nothing that takes its words back, nor a quote begin behind it.

A quote stands as evidence for its words. What it cuts away before them, among them or behind them may deny them, plan
them, bound them, ascribe them to somebody, or tell them of another one (`language.en.taken_back`). A statement that
says so itself, and one that quotes those words too, keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.checks.hedges import KEEPS_CONDITION
from briefbook.errors import Problem, Severity
from briefbook.evidence.citations import supported_statements
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import AnchoredQuote
from briefbook.frozen import dataclass
from briefbook.language.en import cues, taken_back
from briefbook.language.en.bounds import BOUND_WORDS, bound_before
from briefbook.language.en.clauses import KEEPS_VOICE, condition_before, is_finite
from briefbook.language.en.negation import DENIAL, denied_after
from briefbook.language.en.numbers import find_numbers
from briefbook.language.en.related import is_near
from briefbook.language.en.stemmer import content_stems
from briefbook.language.en.taken_back import Taken
from briefbook.model import Said, Supported
from briefbook.model.locations import place_of
from briefbook.sources.anchoring import GAP, fold
from briefbook.text import StatementType
from briefbook.values.quantity import Bound

_SHOWN = 40


@dataclass(frozen=True)
class _Cut:
    """What a quote cuts away, and where."""

    taken: Taken
    start: int
    """Where its words begin in the source."""
    end: int
    message: str
    hint: str
    rule: str


def check_cut_quotes(resolved: ResolvedBriefing) -> Iterator[Problem]:
    """Yield a problem for each cut that drops what takes the quoted words back, or joins two sentences."""
    known: dict[tuple[str, str], tuple[_Cut, ...]] = {}
    for statement, _ in supported_statements(resolved.briefing):
        own = () if isinstance(statement, Said) else getattr(statement, "evidence", ())
        quotes = tuple(map(resolved.evidence.anchored, own))
        for quote in quotes:
            if not quote.anchor or quote.source not in resolved.briefing.texts:
                continue
            key = (quote.source, quote.text)
            if key not in known:
                known[key] = tuple(_cuts(resolved.briefing.texts[quote.source].text, quote))
            for cut in known[key]:
                if not _is_quoted(cut, quote, quotes):
                    yield from _told(cut, quote, statement)


def _is_quoted(cut: _Cut, quote: AnchoredQuote, quotes: tuple[AnchoredQuote, ...]) -> bool:
    """Tell whether another quote of the same statement has the words that are cut away."""
    return any(
        other is not quote
        and other.anchor is not None
        and other.source == quote.source
        and other.anchor.start <= cut.start
        and other.anchor.end >= cut.end
        for other in quotes
    )


_SOME = re.compile(rf"\b(?:{'|'.join(cues.OF_SOME.split())}|only|third|quarter)\b", re.IGNORECASE)
_BOUND = re.compile(rf"(?<!\w)(?:{BOUND_WORDS})\b", re.IGNORECASE)
_KEEPS = {
    taken_back.CONDITION: (KEEPS_CONDITION,),
    taken_back.BOUND: (_SOME,),
    taken_back.PART: (cues.PARTIAL, _SOME),
}
"""How a statement says what its quote cuts away."""


def _told(cut: _Cut, quote: AnchoredQuote, statement: Supported) -> Iterator[Problem]:
    """Yield the problem of a cut, unless the statement says itself what was cut away."""
    told = " ".join(
        str(getattr(statement, name, "") or "") for name in ("text", "title", "lead", "what")
    )
    kind = cut.taken.kind
    is_attributed = getattr(statement, "kind", None) is StatementType.ATTRIBUTED
    if _is_kept(cut.taken, quote.text, told, is_attributed=is_attributed):
        return
    is_look = kind in _FOR_A_LOOK or (kind == taken_back.DENIAL and cut.taken.words in _MAYBE)
    severity = Severity.REVIEW if is_look else Severity.ERROR
    place = place_of(quote.quote.quote, quote.quote.place)
    id_ = str(getattr(statement, "id", ""))
    yield Problem(place, cut.message, cut.hint, cut.rule, id_, severity)


_FOR_A_LOOK = (taken_back.SAYING, taken_back.PURPOSE, taken_back.PLACE, taken_back.VERB)
"""What an honest author may cut, too: who reported it, what it was for, where it was so, what a list tells of all."""
_MAYBE = frozenset(("former", "only"))


def _is_kept(taken: Taken, quote: str, told: str, *, is_attributed: bool) -> bool:
    """Tell whether a statement says in its own words what its quote cuts away."""
    match taken.kind:
        case taken_back.ACTOR | taken_back.VERB:
            return False
        case taken_back.PLACE:
            return not content_stems(taken.words).isdisjoint(content_stems(told))
        case taken_back.DENIAL:
            quoted = content_stems(quote)
            is_kept = any(
                any(is_near(word.stem, quoted) for word in denied_after(told, match.end()))
                for match in DENIAL.finditer(told)
            )
        case taken_back.PLAN | taken_back.POSSIBILITY | taken_back.PURPOSE:
            is_kept = cues.leaves_open(told)
        case taken_back.HEARSAY | taken_back.SAYING:
            is_kept = is_attributed or any(p.search(told) for p in (KEEPS_VOICE, cues.REPORT))
        case _:
            is_bound = taken.kind == taken_back.BOUND and any(
                bound_before(told, number.start) is not Bound.EXACT for number in find_numbers(told)
            )
            is_kept = is_bound or any(pattern.search(told) for pattern in _KEEPS[taken.kind])
    return is_kept or _has(told, taken.words)


def _has(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


_SENTENCE_END = re.compile(r"[.!?][”\"’)]?\s+[A-Z“]")
_CELL = re.compile(r"(?:^|\n)\s*\S+\s*\n\s*$")
"""“Never” on a line of its own above a row of a table is the head of a column."""


def _cuts(text: str, quote: AnchoredQuote) -> Iterator[_Cut]:
    assert quote.anchor is not None  # noqa: S101  its caller looked
    start, end = quote.anchor.start, quote.anchor.end
    yield from _before(text, quote, start)
    if GAP.search(quote.text):
        passage = fold(text[start:end])
        for at, found, behind in _gaps(passage, fold(quote.text)):
            for taken, message, hint in _left_out(passage[:at], passage[at:found], behind):
                yield _Cut(taken, start, end, message, hint, rule="quote-gap")
    if _tears(text, end):
        taken = Taken(text[end : end + 1], taken_back.ACTOR)
        message = f"this quote ends within a word: “{_word_at(text, end)}”"
        yield _Cut(taken, end - 1, end + 1, message, "quote whole words", rule="quote-gap")
    if _is_end(text, end):
        return
    behind = re.sub(r"\s+", " ", text[end : end + _BEHIND].partition("\n\n")[0])
    if taken_last := taken_back.taken_back_behind(behind):
        message = f"this quote ends right before “{taken_last.words}”, {taken_last.kind}"
        hint = "quote these words too, or say so"
        yield _Cut(taken_last, end, end + 2, message, hint, rule="quote-ends-before")


_BEHIND = 120


def _before(text: str, quote: AnchoredQuote, start: int) -> Iterator[_Cut]:
    """Yield what stands right before a quote and takes it back."""
    if _tears(text, start):
        taken = Taken(text[start - 1], taken_back.ACTOR)
        message = f"this quote begins within a word: “{_word_at(text, start)}”"
        yield _Cut(taken, start - 1, start + 1, message, "quote whole words", rule="quote-behind")
        return
    before = "" if _is_end(text, start) else taken_back.sentence_before(text, start)
    if not before or _CELL.search(text, max(0, start - _SHOWN), start):
        return
    taken_first = taken_back.governing(before, quote.text) or _condition(before) or _bound(text, start)  # fmt: skip
    if taken_first:
        words = taken_first.words
        at = text.rfind(words.split()[0], 0, start) if words.split() else start
        rest = before[before.rfind(words) + len(words) :].strip()
        shown = f"{words} {rest} {quote.text[:_SHOWN]}…".replace("  ", " ")
        message = f"this quote begins right behind “{words}”, {taken_first.kind}: “… {shown}”"
        hint = "begin the quote before it"
        yield _Cut(taken_first, max(at, 0), start, message, hint, rule="quote-behind")


def _condition(before: str) -> Taken | None:
    found = condition_before("", before) or (_TURNED.match(before) and before)
    return Taken(found.split()[0], taken_back.CONDITION) if found else None


_TURNED = re.compile(r"(?:Had|Were|Should)\s(?:the|an?|its|it|he|she|they|[A-Z])[^,;.]*,$")
"""“Had the valve failed, the reactor …”"""


def _bound(text: str, start: int) -> Taken | None:
    """Return the bound of the number that a passage begins with."""
    if not re.match(r"[$€£]?\d", text[start : start + 2]):
        return None
    bound = bound_before(text, start)
    if bound in (Bound.EXACT, Bound.ABOUT):
        return None
    words = _BOUND.findall(text[max(0, start - _SHOWN) : start])
    return Taken(" ".join(words[-1].split()), taken_back.BOUND) if words else None


def _left_out(before: str, cut: str, behind: str) -> Iterator[tuple[Taken, str, str]]:
    """Yield what a gap leaves out that takes back what stands around it, with the message and what to do."""
    around = f"{before}{cut}"
    if _tears(around, len(before)) or _tears(f"{around}{behind}", len(around)):
        yield Taken(cut, taken_back.ACTOR), f"“[…]” cuts a word in two: “{cut.strip()}”", "quote whole words"  # fmt: skip
        return
    shown = cut.strip()
    if _SENTENCE_END.search(cut + behind[:1]):
        message = f"“[…]” joins two sentences: “{shown}”"
        yield Taken(shown, taken_back.ACTOR), message, "quote each sentence by itself"
        return
    rest = taken_back.without_asides(cut)
    inside = [*taken_back.standing_in(rest)]
    governing = taken_back.governing(rest.rstrip(), behind)
    if not governing and (bound := _bound(f"{rest.rstrip()} {behind}", len(rest.rstrip()) + 1)):
        governing = bound
    for taken in (*inside, *([governing] if governing else [])):
        message = f"“[…]” leaves out “{taken.words}”, {taken.kind}: “{shown}”"
        yield taken, message, "keep the word that takes it back"
    if taken_back.changes_subject(before, rest, behind):
        message = f"“[…]” cuts away who does what follows: “{shown}”"
        yield Taken(shown, taken_back.ACTOR), message, "quote each clause by itself"
    elif taken_back.narrows(cut, behind):
        message = f"“[…]” leaves out what may narrow it: “{shown}”"
        yield Taken(shown, taken_back.PLACE), message, "keep these words, or say so"
    if is_finite(rest) and not is_finite(f"{before} … {behind}"):
        message = f"“[…]” leaves out the only verb: “{shown}”"
        yield Taken(shown, taken_back.VERB), message, "quote what the source says was done"


def _gaps(passage: str, quote: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each gap of a quote begins and ends in its passage, and what the quote goes on with."""
    parts = [part for part in GAP.split(quote) if part]
    at = 0
    for number, part in enumerate(parts):
        found = passage.find(part, at)
        if found < 0:
            return
        if number:
            yield at, found, part
        at = found + len(part)


_END = re.compile(r"(?<!\b[A-Z])[.!?][”\"’)]?\s*$|\n\s*\n\s*$|^\s*$")


def _is_end(text: str, at: int) -> bool:
    """Tell whether a sentence or a paragraph ends right before a place."""
    return _END.search(text[max(0, at - 6) : at]) is not None


def _tears(text: str, at: int) -> bool:
    """Tell whether a place is within a word or a number."""
    if not 0 < at < len(text):
        return False
    if text[at].isdigit() and re.search(r"\d[.,]$", text[:at][-2:]):
        return True
    if re.match(r"[.,]\d", text[at : at + 2]) and text[at - 1].isdigit():
        return True
    if text[at - 1] in "-‐‑" or text[at] in "-‐‑":
        return bool(re.match(r"\w[-‐‑]\w", text[max(0, at - 2) : at + 2]) or re.match(r"\w[-‐‑]\w", text[at - 1 : at + 2]))  # fmt: skip
    return text[at - 1].isalnum() and text[at].isalnum()


def _word_at(text: str, at: int) -> str:
    """Return the word around a place."""
    first = re.search(r"\S*$", text[:at][-_SHOWN:])
    last = re.match(r"\S*", text[at : at + _SHOWN])
    return f"{first[0] if first else ''}{last[0] if last else ''}"
