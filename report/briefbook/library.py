"""Briefbook from Python: what programs may call, and what stays as it is between versions.

The names here are those of the package itself: `import briefbook` and `briefbook.read(…)`.

Nothing here writes a file unless it is asked for one, and nothing uses the network.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from briefbook.brand import brand_of, lent_of, wearing_brand
from briefbook.checks import check as _check
from briefbook.data import Series, Source, Table, as_series
from briefbook.documents import compose_documents, created_at, manifest_of
from briefbook.errors import BriefbookError, DoesNotFit, Problem, Problems, Severity, Unreadable
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.resolve import resolve as _resolve
from briefbook.frozen import dataclass
from briefbook.manifest import DOCUMENTS
from briefbook.model import Briefing, Claim
from briefbook.model.reader import MODEL, read_briefing
from briefbook.output import write_together
from briefbook.theme.look import LentFile
from briefbook.values.quantity import Quantity
from briefbook.verify import verify as _verify

__all__ = [
    "BriefbookError",
    "Briefing",
    "Claim",
    "Documents",
    "DoesNotFit",
    "Problem",
    "Problems",
    "Quantity",
    "ResolvedBriefing",
    "Series",
    "Severity",
    "Source",
    "Table",
    "build",
    "check",
    "draft",
    "load",
    "read",
    "resolve",
    "verify",
]  # fmt: skip
"""The public surface: a test guards it, and Semantic Versioning is about it."""
Path_ = str | Path


@dataclass(frozen=True)
class Documents:
    """A paper, a deck and their manifest, as bytes."""

    id: str
    paper: bytes | None
    """PDF; None if it was not asked for."""
    deck: bytes | None
    """PPTX; None if it was not asked for."""
    manifest: bytes
    """JSON, as docs/verify.md describes it."""
    problems: tuple[Problem, ...]
    """Warnings; errors stop a build."""

    @property
    def ledger(self) -> dict[str, Any]:
        """The manifest as data."""
        return cast("dict[str, Any]", json.loads(self.manifest))

    def files(self) -> dict[str, bytes]:
        """Return the files by the names under which they belong together."""
        named = {"paper": self.paper, "deck": self.deck}
        found = {DOCUMENTS[n].format(self.id): data for n, data in named.items() if data}
        return {**found, f"{self.id}.json": self.manifest}

    def write(self, folder: Path_) -> tuple[Path, ...]:
        """Write the files together into a folder; raises Unwritable and leaves it as it was."""
        files = self.files()
        write_together(Path(folder), files)
        return tuple(Path(folder, name) for name in files)

    def _repr_html_(self) -> str:
        """Show the paper and the problems in a notebook."""
        rows = "".join(
            f"<li><code>{html.escape(str(p.place))}</code> {html.escape(p.message)}</li>"
            for p in self.problems
        )
        shown = f"<ul>{rows}</ul>" if rows else "<p>No problems.</p>"
        if self.paper:
            data = base64.b64encode(self.paper).decode()
            shown += f'<embed src="data:application/pdf;base64,{data}" width="640" height="900">'
        return shown


def read(seed: Path_) -> Briefing:
    """Return the briefing in a seed folder; raises Unreadable, or Problems of the model's form."""
    return read_briefing(Path(seed))


def load(
    model: Mapping[str, object],
    *,
    sources: Mapping[str, str | Source],
    series: Mapping[str, Table] | None = None,
    id: str = "briefing",  # noqa: A002  the model's own word
) -> Briefing:
    """Return a briefing from data: the model as briefing.yaml has it, texts and figures by id.

    `sources` and `series` of the model need neither `file` nor `sha256`: both are filled in. Raises
    Problems of the model's form, and Unreadable for an id without text or figures.
    """
    whole = cast("dict[str, Any]", json.loads(json.dumps(model)))
    files: dict[str, bytes] = {}
    for name, entry in whole.get("sources", {}).items():
        _take(entry, f"{name}.txt", _given(sources, name), files)
    for name, entry in whole.get("series", {}).items():
        _fill(entry, f"{name}.csv", as_series(_given(series or {}, name)).csv(), files)
    with tempfile.TemporaryDirectory(prefix="briefbook-") as folder:
        seed = Path(folder, id)
        text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=10_000)
        write_together(seed, {**files, MODEL: text.encode()})
        return read_briefing(seed)


def _take(entry: dict[str, Any], file: str, source: str | Source, files: dict[str, bytes]) -> None:
    """Take a source's text, and what the model does not say of it."""
    if isinstance(source, Source):
        said = {"title": source.title, "publisher": source.publisher}
        entry |= {key: words for key, words in said.items() if words and not entry.get(key)}
        source = source.text
    _fill(entry, file, source.encode(), files)


def _given(things: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401  a text or a table
    if name not in things:
        raise Unreadable(f"nothing is given for “{name}”", hint="give it by the id of the model")
    return things[name]


def _fill(entry: dict[str, Any], file: str, data: bytes, files: dict[str, bytes]) -> None:
    files[file] = data
    entry |= {"file": file, "sha256": hashlib.sha256(data).hexdigest()}


def resolve(briefing: Briefing) -> ResolvedBriefing:
    """Return a briefing with its quotes anchored, passages numbered and formulas worked out."""
    return _resolve(briefing)


def check(briefing: Briefing | ResolvedBriefing) -> tuple[Problem, ...]:
    """Return every problem of a briefing, errors and warnings, in the order of its file.

    A folder `fonts` beside that file lends letters, as it does when documents are built.
    """
    resolved = briefing if isinstance(briefing, ResolvedBriefing) else _resolve(briefing)
    with wearing_brand(None, _lent(resolved.briefing)):
        return _check(resolved)


def _lent(briefing: Briefing, fonts: Path_ | None = None) -> tuple[LentFile, ...]:
    return lent_of(Path(briefing.file).parent, Path(fonts) if fonts else None)


def build(
    briefing: Briefing | Path_,
    *,
    pdf: bool = True,
    pptx: bool = True,
    brand: Path_ | None = None,
    fonts: Path_ | None = None,
) -> Documents:
    """Return the documents of a briefing, or of a seed folder; nothing is written.

    `brand` is a sender's brand.yml; none is looked for. `fonts` is a folder of faces that lend letters,
    instead of the folder `fonts` beside briefing.yaml.

    Raises Problems for a briefing with errors, and DoesNotFit for a text that has no room.
    """
    known = briefing if isinstance(briefing, Briefing) else read(briefing)
    worn = brand_of(Path(), Path(brand)) if brand else None
    made = compose_documents(known, pdf=pdf, pptx=pptx, brand=worn, lent=_lent(known, fonts))
    manifest = manifest_of(made, created_at(known))
    paper, deck = (made.outputs.get(DOCUMENTS[name].format(known.id)) for name in ("paper", "deck"))
    return Documents(known.id, paper, deck, manifest, made.warnings)


def draft(files: Iterable[Path_], encoding: str | None = None) -> str:
    """Return the briefing.yaml that a draft of some documents begins with."""
    from briefbook.draft import draft_model, read_texts

    return draft_model(read_texts(tuple(map(Path, files)), encoding))


def verify(
    *files: Path_, manifest: Path_ | None = None, key: Path_ | None = None
) -> tuple[Problem, ...]:
    """Return every problem of finished files against their manifest; none means as built.

    With a `key`, a public SSH key or a list of allowed signers, the manifest must be signed by it.
    """
    paths = tuple(map(Path, files))
    return _verify(paths, Path(manifest) if manifest else None, Path(key) if key else None)
