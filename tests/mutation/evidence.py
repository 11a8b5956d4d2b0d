"""Lies about what bears a statement: quotes, sources, formulas, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefbook.evidence.citations import supported_statements
from briefbook.model import Quote
from briefbook.model.nodes import LocatedStr
from briefbook.model.reader import MODEL
from briefbook.sources.anchoring import GAP, Anchor, find_quote
from tests.mutation.lie import Edit, Lie, Seed


def evidence_lies(seed: Seed) -> Iterator[Lie]:
    """Yield every lie about evidence."""
    quotes = tuple(_quotes(seed))
    for quote in quotes:
        yield from _altered(seed, quote)
        yield from _edited_source(seed, quote)
    yield from _deleted(seed)
    yield from _formulas(seed)
    yield from _figures(seed)
    yield from _rests(seed)


def _quotes(seed: Seed) -> Iterator[Quote]:
    seen = set()
    for statement, _ in supported_statements(seed.briefing):
        for quote in getattr(statement, "evidence", ()):
            if quote not in seen:
                seen.add(quote)
                yield quote


def _altered(seed: Seed, quote: Quote) -> Iterator[Lie]:
    """One word of a quote exchanged, and one left out."""
    text = quote.quote
    assert isinstance(text, LocatedStr)
    # At either end a word may be left out: the rest is still what the source says.
    words = list(re.finditer(r"(?<=\w )[a-z]{4,}(?= \w)", text))
    if not words:
        return
    word = words[len(words) // 2]
    for kind, new in (("quote altered by a word", "different"), ("quote with a word left out", "")):
        edit = seed.edit(text, word.start(), word[0], new)
        if edit:
            yield Lie(kind, (edit,))


def _edited_source(seed: Seed, quote: Quote) -> Iterator[Lie]:
    """A quoted sentence of the source edited, and the source's hash recorded again."""
    source = next(s for s in seed.briefing.sources if s.id == seed.briefing.source_of(quote))
    document = seed.briefing.texts[str(source.id)]
    anchor = find_quote(document, quote.quote, quote.prefix, quote.suffix)
    if not isinstance(anchor, Anchor) or GAP.search(quote.quote):
        return
    words = list(re.finditer(r"\w+", document.text[anchor.start : anchor.end]))
    word = next((w for w in words if w[0].isdigit()), words[len(words) // 2])
    new = str(int(word[0]) + 1) if word[0].isdigit() else f"not {word[0]}"
    at = len(document.text[: anchor.start + word.start()])
    kind = "source edited in a quoted passage, hash recorded again"
    yield Lie(kind, (Edit(str(source.file), at, word[0], new),), rehash=str(source.file))
    yield Lie("source edited, hash as it was", (Edit(str(source.file), at, word[0], new),))


_LIST_QUOTE = re.compile(
    r"^      - (?:quote: .*|\{.*quote: .*\}|source: .*\n        quote: .*)\n", re.MULTILINE
)


def _deleted(seed: Seed) -> Iterator[Lie]:
    """A quote taken away: the only one of its statement, or one of several."""
    model = seed.files[MODEL]
    for block in re.finditer(r"^    evidence:\n((?:      .*\n)+)", model, re.MULTILINE):
        quotes = list(_LIST_QUOTE.finditer(block[1]))
        rest = model[block.end() : block.end() + 20]
        if len(quotes) == 1 and "supported_by" not in rest:
            yield Lie("the only quote deleted", (Edit(MODEL, block.start(), block[0], ""),))
        elif len(quotes) > 1:
            for quote in quotes:
                edit = Edit(MODEL, block.start(1) + quote.start(), quote[0], "")
                yield Lie("one of several quotes deleted", (edit,))
    for match in re.finditer(r"    evidence: \[\{quote: .*\}\]\n", model):
        yield Lie("the only quote deleted", (Edit(MODEL, match.start(), match[0], ""),))


def _formulas(seed: Seed) -> Iterator[Lie]:
    model = seed.files[MODEL]
    pattern = re.compile(
        r"(?:min|max|mean|total|value|share|year_of_max|year_of_min)\([a-z-]+(?:, [a-z-]+)?, (\d{4})(?:, (\d{4}))?\)"
    )
    for match in pattern.finditer(model):
        for group in filter(None, (1, match[2] and 2)):
            new = str(
                int(match[group]) + (1 if group == 1 and match[2] and match[1] < match[2] else -1)
            )
            yield Lie(
                "formula: the neighbouring year",
                (Edit(MODEL, match.start(group), match[group], new),),
            )
        name = re.match(r"[a-z_]+", match[0])
        other = {
            "min": "max",
            "max": "min",
            "mean": "total",
            "total": "mean",
            "year_of_max": "year_of_min",
        }
        if name and name[0] in other and match[1] != match[2]:
            edit = Edit(MODEL, match.start(), name[0], other[name[0]])
            yield Lie("formula: another function", (edit,))
    for match in re.finditer(
        r"^      \"?([$+]?\d[^:\"]*)\"?: (?:mean|max|min|share|value|change|total|\()",
        model,
        re.MULTILINE,
    ):
        digit = re.search(r"\d", match[1])
        assert digit
        at = match.start(1) + digit.start()
        yield Lie(
            "formula: its number", (Edit(MODEL, at, digit[0], str((int(digit[0]) + 1) % 10)),)
        )


def _figures(seed: Seed) -> Iterator[Lie]:
    """One digit of a figure in a CSV file, with its hash as it was and recorded again."""
    for file in sorted(name for name in seed.files if name.endswith(".csv")):
        text = seed.files[file]
        for row in re.finditer(r"^\d{4},(.*)$", text, re.MULTILINE):
            for number in re.finditer(r"\d+", row[1]):
                if number[0] == "0":
                    continue
                at = row.start(1) + number.start()
                new = str(int(number[0][0]) % 9 + 1)
                edit = Edit(file, at, number[0][0], new)
                yield Lie("figure changed in a CSV file", (edit,))
                yield Lie("figure changed in a CSV file, hash recorded again", (edit,), rehash=file)


def _rests(seed: Seed) -> Iterator[Lie]:
    """A statement made to rest on another one."""
    ids = sorted(str(claim.id) for claim in seed.briefing.claims if claim.evidence)
    for statement, kind in supported_statements(seed.briefing):
        if (
            getattr(statement, "evidence", ())
            or len(statement.supported_by) != 1
            or kind.value == "judgement"
        ):
            continue
        (id_,) = statement.supported_by
        assert isinstance(id_, LocatedStr)
        new = ids[(ids.index(str(id_)) + 7) % len(ids)] if str(id_) in ids else ids[0]
        if new != id_:
            edit = seed.edit(id_, 0, str(id_), new)
            if edit:
                yield Lie("evidence of another statement", (edit,))
