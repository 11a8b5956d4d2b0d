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
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefbook.briefing.reader import MODEL
from briefbook.briefing.schema import schema_line
from briefbook.draft.material import Text, gather, is_english_script
from briefbook.draft.trial import Tried, try_draft
from briefbook.errors import Place, Unreadable, WrongUse
from briefbook.output import write_together
from briefbook.source.dates import Date
from briefbook.source.facts import as_json, find_facts
from briefbook.source.formats import read_source

__all__ = ["Drafted", "draft_seed", "read_texts", "write_facts"]


@dataclass(frozen=True)
class Drafted:
    """What a draft wrote, and what to say about it."""

    files: tuple[Path, ...]
    summary: str
    notes: tuple[str, ...]


def read_texts(files: Sequence[Path], encoding: str | None = None) -> tuple[Text, ...]:
    """Return the sources in some files, in their order; raises Unreadable."""
    several = len(files) > 1
    texts = []
    for number, path in enumerate(files, 1):
        id_ = f"source-{number}" if several else "source"
        texts.append(Text(id_, f"{id_}.txt", path.name, read_source(path, encoding)))
    return tuple(texts)


def draft_seed(texts: tuple[Text, ...], folder: Path, edition: Date | None = None) -> Drafted:
    """Write a seed folder that checks and builds; raises BriefbookError and writes nothing.

    `edition` is the briefing's date; without it, the sources' own last date stands in.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(
            f"{folder} exists and is not empty",
            hint="a draft never overwrites: choose another name, or move the folder away",
        )
    if not is_english_script(texts):
        raise Unreadable(
            "most letters of this text are of another script than Latin",
            place=Place(texts[0].origin),
            hint="drafting reads English only; write briefing.yaml by hand: briefbook new NAME",
        )
    tried = try_draft(gather(texts), edition, str(folder))
    files = {text.file: text.document.text.encode() for text in texts}
    files[MODEL] = f"{schema_line(folder)}\n{tried.text}".encode()
    write_together(folder, files)
    return Drafted(tuple(folder / name for name in files), _summary(tried), _notes(texts, tried))


def write_facts(texts: tuple[Text, ...], out: Path) -> int:
    """Write the facts of some sources as JSON and return how many there are; raises Unwritable.

    Of several sources, each fact names its own.
    """
    facts = [
        {**({"source": text.origin} if len(texts) > 1 else {}), **as_json(fact)}
        for text in texts
        for fact in find_facts(text.document)
    ]
    data = json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
    write_together(out.parent, {out.name: data.encode()})
    return len(facts)


def _summary(tried: Tried) -> str:
    briefing, plan = tried.draft.briefing, tried.found.plan
    kept = sum(len(part.sentences) for part in plan.parts)
    views = sum(len(part.views) for part in plan.parts)
    reviews = tried.text.count("# review:")
    return (
        f"{kept} of {len(tried.found.material.sentences)} sentences kept, {views} as views; "
        f"{len(briefing.events)} events, {len(briefing.amounts)} sums; "
        f"{reviews} places to review"
    )


_LEAST_ENGLISH = 0.12
"""Share of the commonest words below which a text is hardly English."""
_COMMON = frozenset("the of and to in a is was for with on by that as at from has".split())


def _notes(texts: tuple[Text, ...], tried: Tried) -> tuple[str, ...]:
    notes = [f"{text.origin}: {note}" for text in texts for note in text.read.notes]
    words = [word.lower() for s in tried.found.material.sentences[:200] for word in s.text.split()]
    if words and sum(word in _COMMON for word in words) < _LEAST_ENGLISH * len(words):
        notes.append("this hardly looks like English; facts are found in English only")
    if tried.misfit:
        notes.append(f"the draft checks, but does not build yet: {tried.misfit}")
    return tuple(notes)
