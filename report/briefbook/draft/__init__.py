"""A source document becomes a first briefing: extractive, by rule, the same on every run.

The steps, one module each or two:

1. **read**      (`source.formats`) each file becomes a snapshot of text, its form told apart
2. **gather**    (`material`) sentences with their facts; boilerplate and headings stay out, listed
3. **find**      (`rank`, `sections`, `stance`, `events`, `amounts`, `parties`, `doubts`) what each
                 sentence is about, how it is told, what it dates and counts, what to ask
4. **outline**   (`outline`) which sentences to keep, where, and which come first
5. **compose**   (`claims`, `figures`, `tables`, `front`, `compose`) entries of the model, each with
                 its quotes (`quotes`) and, for slides, in fewer words (`trim`)
6. **emit**      (`emit`, `header`) the model as YAML with comments for the editor
7. **try**       (`trial`) read back, checked, composed and fitted before anything is written
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefbook.draft.corpus import Text, gather
from briefbook.draft.found_tables import tables_in
from briefbook.draft.table_series import series_of
from briefbook.draft.validate import Tried, try_draft
from briefbook.errors import SourceLocation, Unreadable, WrongUse
from briefbook.language.en.mentions import as_json, find_facts
from briefbook.language.identify import doubt_of, is_latin
from briefbook.model.reader import MODEL
from briefbook.model.schema import schema_line
from briefbook.output import held, is_vacant, write_held, write_together
from briefbook.sources.formats import read_source
from briefbook.sources.source_text import SourceText
from briefbook.values.dates import Date

__all__ = ["Drafted", "draft_seed", "read_texts", "reading_notes", "write_facts"]


@dataclass(frozen=True)
class Drafted:
    """What a draft wrote, and what to say about it."""

    files: tuple[Path, ...]
    summary: str
    notes: tuple[str, ...]


def read_texts(
    files: Sequence[Path | str],
    encoding: str | None = None,
    fetch: Callable[[str], SourceText] | None = None,
) -> tuple[Text, ...]:
    """Return the sources in some files or at some addresses, in their order; raises Unreadable.

    `fetch` gets what an address holds; without it, addresses are refused as files that are not there.
    """
    several = len(files) > 1
    texts = []
    for number, file in enumerate(files, 1):
        id_ = f"source-{number}" if several else "source"
        if fetch and str(file).startswith("https://"):
            name = unquote(urlsplit(str(file)).path.rstrip("/").rpartition("/")[2])
            read, origin = fetch(str(file)), name or urlsplit(str(file)).netloc
        else:
            read, origin = read_source(Path(file), encoding), Path(file).name
        texts.append(Text(id_, f"{id_}.txt", origin, read))
    return tuple(texts)


def draft_seed(texts: tuple[Text, ...], folder: Path, edition: Date | None = None) -> Drafted:
    """Write a seed folder that checks and builds; raises BriefbookError and writes nothing.

    `edition` is the briefing's date; without it, the sources' own last day stands in, or today.
    """
    _refuse_taken(folder)
    if not is_latin(tuple(text.document.text for text in texts)):
        raise Unreadable(
            "most letters of this text are of another script than Latin",
            place=SourceLocation(texts[0].origin),
            hint="drafting reads English only; write briefing.yaml by hand: briefbook new NAME",
        )
    tried = try_draft(gather(texts), edition, str(folder))
    files = {text.file: text.document.text.encode() for text in texts}
    files |= {series.file: series.data() for series in series_of(tried.found.material)}
    files[MODEL] = f"{schema_line(folder)}\n{tried.text}".encode()
    with held(folder):
        _refuse_taken(folder)  # by a draft that was made meanwhile
        write_held(folder, files)
    unbuilt = f"the draft checks, but does not build yet: {tried.misfit}"
    notes = (unbuilt,) if tried.misfit else ()
    return Drafted(tuple(folder / name for name in files), _summary(tried), notes)


def draft_model(texts: tuple[Text, ...], edition: Date | None = None) -> str:
    """Return the model of a draft as YAML; raises BriefbookError as `draft_seed` does."""
    return try_draft(gather(texts), edition, "draft").text


def _refuse_taken(folder: Path) -> None:
    if not is_vacant(folder):
        raise WrongUse(
            f"{folder} exists and is not empty",
            hint="a draft never overwrites: choose another name, or move the folder away",
        )


def write_facts(texts: tuple[Text, ...], out: Path) -> int:
    """Write the facts of some sources as JSON and return how many there are; raises Unwritable.

    Of several sources, each fact names its own.
    """
    facts = [
        {**({"source": text.origin} if len(texts) > 1 else {}), **as_json(fact)}
        for text in texts
        for fact in find_facts(text.document)
    ]
    # One fact a line: quick to write where there are very many, and good to compare.
    lines = ",\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts)
    data = f"[\n{lines}\n]\n"
    write_together(out.parent, {out.name: data.encode()})
    return len(facts)


def _summary(tried: Tried) -> str:
    briefing, plan = tried.draft.briefing, tried.found.plan
    kept = sum(len(part.sentences) for part in plan.parts)
    views = sum(len(part.views) for part in plan.parts)
    reviews = tried.text.count("# review:")
    rows = (len(e.table.rows) for e in briefing.exhibits if e.table and str(e.id) == "sums")
    sums = len(briefing.amounts) or sum(rows)
    return (
        f"{kept} of {len(tried.found.material.sentences)} sentences kept, {views} as views; "
        f"{len(briefing.events)} events, {sums} sums; "
        f"{reviews} places to review"
    )


_TABLES = 5
"""Tables that are named on the terminal; the draft lists all."""


def reading_notes(texts: tuple[Text, ...]) -> tuple[str, ...]:
    """Return what to say about the files that were read: bytes, language, what was set aside."""
    notes: list[str] = []
    for text in texts:
        read = text.read
        doubt = doubt_of(read.document.text, read.about.language)
        reasons = Counter(part.reason for part in read.boilerplate)
        aside = ", ".join(f"{count} {reason}" for reason, count in reasons.items())
        tables = tables_in(text)
        listed = "; ".join(table.told() for table in tables[:_TABLES])
        more = f"; and {len(tables) - _TABLES} more" if len(tables) > _TABLES else ""
        said = (
            *read.notes,
            doubt,
            listed + more,
            f"not the text itself, set aside: {aside}" if aside else "",
        )
        notes += [f"{text.origin}: {note}" for note in said if note]
    return tuple(notes)
