"""A refresh from beginning to end: fetch, compare, splice, write."""

from __future__ import annotations

import codecs
import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TypeVar

from briefbook.errors import SourceLocation, Unreadable
from briefbook.language.document import Document
from briefbook.model import Briefing, Feed, Series, Source
from briefbook.model.locations import place_of
from briefbook.model.nodes import Mapping, compose
from briefbook.model.reader import MAX_MODEL_BYTES, MODEL, read_briefing
from briefbook.model.yaml_edit import Addition, Replacement, places_after, splice, value_at
from briefbook.refresh.clean import to_text
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.feeds import Figures, read_figures
from briefbook.refresh.fetch import Fetched, FetchPolicy, Validators, fetch
from briefbook.refresh.figures import Laid, lay_over, question_of
from briefbook.refresh.quotes import Rewriting, reanchor_quotes
from briefbook.refresh.report import Outcome, Report, SeriesResult, SourceResult
from briefbook.refresh.snapshot import (
    MEMORY,
    HttpCache,
    memory_bytes,
    read_memory,
    snapshot_name,
    write_refreshed,
)
from briefbook.sources.read import read_bytes


@dataclass(frozen=True)
class Options:
    """How a seed is refreshed."""

    today: date
    """The date that snapshots bear."""
    manners: FetchPolicy = field(default_factory=FetchPolicy)
    rewriting: Rewriting = field(default_factory=Rewriting)
    is_dry: bool = False
    """Fetch and report, write nothing."""
    tell: Callable[[str], None] = lambda _: None
    """Told of each address before it is asked."""


def refresh(seed: Path, options: Options) -> Report:
    """Fetch a seed's sources and figures again, anchor its quotes anew, and write what changed.

    An address that fails is reported, and the others go on. Raises Problems or Unreadable for a
    seed that cannot be read, Unwritable when nothing could be written.
    """
    options.manners.user_agent()  # wrong use is told before anything is asked
    run = _Run(seed, options)
    sources = [run.source(source) for source in run.briefing.sources]
    series = run.series()
    model = run.spliced()
    places = places_after(run.text, model, tuple(run.edits), str(seed / MODEL))
    if options.is_dry:
        places = {}
    last = run.last(model)
    if not options.is_dry:
        write_refreshed(seed, run.data, {**run.snapshots, **last})
    return Report(
        seed,
        options.is_dry,
        tuple(_placed_source(result, places) for result in sources),
        tuple(replace(r, place=places.get(r.place, r.place)) for r in series),
        tuple(seed / name for name in (*run.snapshots, *last)),
    )


class _Run:
    """One refresh: what was read, what was fetched, and what is to be written."""

    def __init__(self, seed: Path, options: Options) -> None:
        self.seed = seed
        self.options = options
        self.briefing: Briefing = read_briefing(seed)
        self.data = data = read_bytes(seed / MODEL, MAX_MODEL_BYTES)
        if hashlib.sha256(data).hexdigest() != self.briefing.sha256:
            raise Unreadable("changed while it was read", place=SourceLocation(str(seed / MODEL)))
        self.mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self.text = data.decode("utf-8-sig")
        self.root: Mapping = compose(self.text, str(seed / MODEL))
        self.memory = read_memory(seed)
        self.answers: dict[str, Fetched | Unfetched | None] = {}
        self.edits: list[Replacement | Addition] = []
        self.snapshots: dict[str, bytes] = {}
        # What each address was used for: for asking (as it was), and to be remembered (as it is).
        self.was: defaultdict[str, list[str]] = defaultdict(list)
        self.uses: defaultdict[str, list[str]] = defaultdict(list)
        for source in self.briefing.sources:
            self.was[str(source.url)].append(_use(source.id, str(source.sha256)))
        for entry in self.briefing.series:
            if entry.feed:
                self.was[str(entry.feed.url)].append(_feed_use(entry, entry.feed, entry.sha256))

    # ── Addresses ────────────────────────────────────────────────────────────────────────────────

    def ask(self, url: str) -> Fetched | None:
        """Return what an address holds, None if nothing new; each is asked once."""
        if url not in self.answers:
            self.options.tell(url)
            known = self.memory.get(url)
            is_current = known is not None and known.used == _digest(self.was[url])
            validators = known.validators if known and is_current else Validators()
            try:
                self.answers[url] = fetch(url, self.options.manners, validators)
            except Unfetched as error:
                self.answers[url] = error
        answer = self.answers[url]
        if isinstance(answer, Unfetched):
            raise answer
        return answer

    def last(self, model: str) -> dict[str, bytes]:
        """Return what is written after the snapshots: the memory, then the model, if changed."""
        memory = dict(self.memory)
        for url, answer in self.answers.items():
            if isinstance(answer, Fetched):
                uses = self.uses[url]
                memory.pop(url, None)
                # Only if everything that rests on the address was taken in: else ask in full again.
                if len(uses) == len(self.was[url]) and answer.validators != Validators():
                    memory[url] = HttpCache(answer.validators, _digest(uses))
        files = {}
        if memory != self.memory:
            files[MEMORY] = memory_bytes(memory)
        if model != self.text:
            files[MODEL] = self.mark + model.encode()
        return files

    def spliced(self) -> str:
        """Return the model with everything exchanged that is to be."""
        return splice(self.text, tuple(self.edits), str(self.seed / MODEL))

    def set_value(self, path: tuple[str, ...], text: str, after: str) -> None:
        """Exchange a value of the model, or add it after a sibling."""
        scalar = value_at(self.root, *path)
        if scalar and scalar.text == text:
            return
        if scalar:
            self.edits.append(Replacement(scalar.place, text))
        elif sibling := value_at(self.root, *path[:-1], after):
            self.edits.append(Addition(sibling.place, path[-1], text))

    # ── Sources ──────────────────────────────────────────────────────────────────────────────────

    def source(self, source: Source) -> SourceResult:
        """Fetch a source, keep its text if it is new, and look for every quote in it."""
        old = self.briefing.texts[str(source.id)]
        place = place_of(source.url or source.id, source.place)
        result = SourceResult(
            str(source.id), str(source.title), str(source.url), place, Outcome.NO_ADDRESS,
            file=str(source.file),
        )  # fmt: skip
        new = old
        if source.url:
            try:
                new, result = self._fetched(source, old, result)
            except Unfetched as error:
                result = _failed(result, error)
        quotes, exchanges = reanchor_quotes(self.briefing, result.id, new, self.options.rewriting)
        self.edits += exchanges
        return replace(result, quotes=tuple(quotes))

    def _fetched(
        self, source: Source, old: Document, result: SourceResult
    ) -> tuple[Document, SourceResult]:
        answer = self.ask(str(source.url))
        if answer is None:
            return old, replace(result, outcome=Outcome.UNCHANGED, message="not modified")
        text = to_text(answer, str(source.file))
        if text == old.text.replace("\r\n", "\n"):
            self.uses[str(source.url)].append(_use(source.id, str(source.sha256)))
            return old, replace(result, outcome=Outcome.UNCHANGED, message=answer.note)
        data = text.encode()
        name = snapshot_name(str(source.file), self.options.today, data, self.seed)
        sha256 = hashlib.sha256(data).hexdigest()
        self.snapshots[name] = data
        self.uses[str(source.url)].append(_use(source.id, sha256))
        path = ("sources", str(source.id))
        self.set_value((*path, "file"), name, "")
        self.set_value((*path, "sha256"), sha256, "")
        self.set_value((*path, "accessed"), self.options.today.isoformat(), "sha256")
        changed = replace(result, outcome=Outcome.CHANGED, message=answer.note, file=name)
        return Document(Path(name).name, text, sha256), changed

    # ── Series ───────────────────────────────────────────────────────────────────────────────────

    def series(self) -> list[SeriesResult]:
        """Fetch every series that has a feed, file by file."""
        by_file: defaultdict[str, list[Series]] = defaultdict(list)
        for series in self.briefing.series:
            by_file[str(series.file)].append(series)
        return [
            result
            for file, together in by_file.items()
            if any(series.feed for series in together)
            for result in self._file(file, tuple(together))
        ]

    def _file(self, file: str, together: tuple[Series, ...]) -> Iterator[SeriesResult]:
        """Lay new editions over one file of figures."""
        old = (self.seed / file).read_bytes()
        editions: dict[str, _Edition] = {}
        failures: dict[str, Unfetched] = {}
        fed = [(series, series.feed) for series in together if series.feed]
        for series, feed in fed:
            try:
                if answer := self.ask(str(feed.url)):
                    figures = read_figures(answer.data, series, feed, _second_column(old))
                    editions[str(series.id)] = _Edition(figures, self._label(answer, figures))
            except Unfetched as error:
                failures[str(series.id)] = error
        new, laid = lay_over(old, together, {i: e.figures for i, e in editions.items()})
        known = {str(series.id): series.by_year for series in together}
        this_year = self.options.today.year
        asked = {i: question_of(result, known[i], this_year) for i, result in laid.items()}
        if asked := {id_: told for id_, told in asked.items() if told}:
            hint = "look at it, and take it in by hand if it is right; nothing was taken over"
            failures |= {id_: Unfetched(told, hint=hint) for id_, told in asked.items()}
            editions = {id_: e for id_, e in editions.items() if id_ not in asked}
            new, laid = lay_over(old, together, {i: e.figures for i, e in editions.items()})
        name = snapshot_name(file, self.options.today, new, self.seed) if new != old else file
        if new != old:
            self.snapshots[name] = new
            changed = {id_: e.label for id_, e in editions.items() if laid[id_].is_change}
            self._record(together, name, hashlib.sha256(new).hexdigest(), changed)
        for series, feed in fed:
            id_ = str(series.id)
            if id_ in laid and not laid[id_].held_back:
                use = _feed_use(series, feed, hashlib.sha256(new).hexdigest())
                self.uses[str(feed.url)].append(use)
            result = _series_result(series, feed, name, laid.get(id_), editions.get(id_))
            failure = failures.get(id_)
            yield _failed(result, failure) if failure else result

    def _record(
        self, together: tuple[Series, ...], name: str, sha256: str, labels: dict[str, str]
    ) -> None:
        """Let the model name a new file of figures, and the editions that are in it."""
        for series in together:
            path = ("series", str(series.id))
            self.set_value((*path, "file"), name, "")
            self.set_value((*path, "sha256"), sha256, "file")
            if label := labels.get(str(series.id)):
                self.set_value((*path, "edition"), label, "file")

    def _label(self, answer: Fetched, figures: Figures) -> str:
        """Return the name of an edition: the publisher's own date, the file's, or today's."""
        if figures.updated:
            return f"updated {_told(figures.updated)}"
        try:
            changed = parsedate_to_datetime(answer.validators.last_modified).date()
        except (TypeError, ValueError):
            return f"fetched {_told(self.options.today)}"
        return f"file of {_told(changed)}"


@dataclass(frozen=True)
class _Edition:
    """Figures as they came, and what to call them."""

    figures: Figures
    label: str


def _second_column(data: bytes) -> str:
    """Return the name of the column that is read where the model names none."""
    try:
        header = next(csv.reader(data.decode("utf-8-sig").splitlines()[:1]), [])
    except (csv.Error, UnicodeDecodeError):  # told when its values are read
        return ""
    return header[1] if len(header) > 1 else ""


def _series_result(
    series: Series, feed: Feed, file: str, laid: Laid | None, edition: _Edition | None
) -> SeriesResult:
    is_change = laid is not None and laid.is_change
    was = str(series.edition)
    return SeriesResult(
        id=str(series.id),
        title=str(series.title),
        unit=str(series.unit),
        url=str(feed.url),
        place=place_of(feed.url, series.place),
        outcome=Outcome.CHANGED if is_change else Outcome.UNCHANGED,
        file=file,
        old_edition=was,
        new_edition=edition.label if edition and is_change else was,
        laid=laid,
        notes=(*edition.figures.notes, *_notes(laid)) if edition and laid else (),
    )


Result = TypeVar("Result", SourceResult, SeriesResult)


def _failed(result: Result, error: Unfetched) -> Result:
    return replace(result, outcome=Outcome.FAILED, message=error.message, hint=error.hint)


def _notes(laid: Laid) -> Iterator[str]:
    if laid.added:
        yield f"if {laid.added[-1].year} is not fully reported yet, add it to `partial`"
    if laid.held_back:
        years = ", ".join(map(str, laid.held_back))
        yield f"{years} held back: another series of the same file lacks it"
    if laid.gone:
        yield f"{', '.join(map(str, laid.gone))} not in the new edition; the old values are kept"


def _placed_source(
    result: SourceResult, places: dict[SourceLocation, SourceLocation]
) -> SourceResult:
    quotes = tuple(replace(q, place=places.get(q.place, q.place)) for q in result.quotes)
    return replace(result, place=places.get(result.place, result.place), quotes=quotes)


def _use(id_: str, sha256: str) -> str:
    return f"source {id_} {sha256}"


def _feed_use(series: Series, feed: Feed, sha256: str) -> str:
    """Say what a feed was used for; another country or column is another use."""
    asked = (feed.format, feed.country, feed.measure, feed.prices, feed.column, series.unit)
    return f"series {series.id} {sha256} {' '.join(map(str, asked))}"


def _digest(uses: list[str]) -> str:
    return hashlib.sha256("\n".join(sorted(uses)).encode()).hexdigest()


def _told(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
