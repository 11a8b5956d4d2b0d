"""The whole run: a seed folder in, a paper, a deck and a manifest out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from briefbook.brand import Choice, brand_of, lent_of
from briefbook.brand.lent import lent_inputs
from briefbook.brand.wear import brand_inputs
from briefbook.build_forms import (
    Wishes,
    deck_form,
    in_full,
    paper_form,
    template_inputs,
)
from briefbook.checks import check
from briefbook.checks.languages import not_checked
from briefbook.documents import (
    Composed,
    Report,
    checked,
    compose_documents,
    created_at,
    for_archives,
    manifest_of,
)
from briefbook.errors import Problem, Problems, WrongUse
from briefbook.evidence.coverage import cover, coverage_words
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import save_pictures
from briefbook.frozen import dataclass, replace
from briefbook.localization import localized
from briefbook.model import Briefing
from briefbook.model.params import Instance
from briefbook.model.reader import read_as_meant, read_briefing
from briefbook.output import held, write_held, write_together
from briefbook.provenance.audit import Account
from briefbook.provenance.edition import read_edition
from briefbook.theme.look import Look, wearing


@dataclass(frozen=True)
class Built:
    """What a build wrote, and the warnings that did not stop it."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    accounts: tuple[Account, ...]
    """How many pieces each plan has; every one belongs to a statement or has a type."""
    coverage: str
    """What became of the sentences of the sources, and whether the paper is longer than they are."""
    inputs: tuple[tuple[Path, str], ...]
    """Every file that was read, with the SHA-256 of what was read; empty for one that was looked for."""
    typefaces: tuple[str, ...] = ()
    """Those of a brand that the deck names; empty where it names Briefbook's own."""
    variants: tuple[str, ...] = ()
    """Those that the briefing wants beside the full documents."""
    unread: str = ""
    """What of its statements the checks left unread, in a sentence."""
    empty_shares: tuple[float, ...] = ()
    """How much of each page of the paper is empty, where that was to be measured."""

    def joined(self, other: Built) -> Built:
        """Return both as one."""
        return replace(
            self,
            files=(*self.files, *other.files),
            accounts=(*self.accounts, *other.accounts),
            inputs=tuple(dict.fromkeys((*self.inputs, *other.inputs))),
        )


def build(  # noqa: PLR0913  one call is the whole run
    seed: Path,
    out: Path,
    *,
    pdf: bool = True,
    pptx: bool = True,
    prints: frozenset[str] = frozenset(),
    since: Path | None = None,
    wishes: Wishes | None = None,
    instance: Instance | None = None,
    brand: Choice = True,
    fonts: Path | None = None,
    sign_with: Path | None = None,
    gate: bool = False,
    with_provenance: bool = False,
    measured: bool = False,
    report: Report = lambda _: None,
    written: Callable[[Built], None] = lambda _: None,
) -> Built:
    """Build a seed's documents into a folder; raises BriefbookError and leaves it as it was.

    `prints` names what else is made: `slides` and `handout` of the deck, and `page`, the paper as
    HTML with what bears each statement.
    `since` is the manifest of an earlier edition: both documents then tell what changed. The
    document that is not asked for is not planned either: of it the manifest says what it said
    before, while the inputs are the same, and nothing when they are not.
    `wishes` are what overrules the briefing's own `outputs`; a variant has file names and a manifest
    of its own.
    `instance` has the values of its parameters, and names the files.
    `brand` is a file, whether the seed's own is looked for, or False for Briefbook's look.
    `fonts` is a folder of faces that lend letters, instead of the seed's own.
    `sign_with` is the private key that signs the manifest, into a file beside it.
    `gate` holds every PDF against PDF/UA-1 and PDF/A-3a before anything is written.
    `with_provenance` writes a statement of where the documents come from beside them.
    `measured` says how much of each page is empty.
    `written` is told the result while the folder is still held.
    """
    report("reading")
    given = _hashed(since)
    earlier = read_edition(since) if since else None
    worn, lent = brand_of(seed, brand), lent_of(seed, fonts)
    briefing = _as_meant(seed, instance)
    wishes = in_full(briefing, seed, wishes, prints)
    made = compose_documents(
        briefing, pdf=pdf, pptx=pptx, prints=prints, earlier=earlier, brand=worn, lent=lent,
        form=deck_form(briefing, wishes), sheet=paper_form(briefing, wishes),
        measured=measured, report=report,
    )  # fmt: skip
    if gate:
        _pass_gate(made, report)
    report("writing")
    inputs = (
        *given, *_hashed(sign_with), *input_files(briefing, seed), *brand_inputs(seed, worn, brand),
        *lent_inputs(seed, fonts, lent), *template_inputs(wishes),
    )  # fmt: skip
    with held(out):  # the manifest keeps what a previous one says: nobody may write in between
        files = _files(made, out, sign_with, with_provenance=with_provenance)
        write_held(out, files)
        built = _built(made, tuple(out / file for file in files), inputs)
        written(built)
    return built


def _as_meant(seed: Path, instance: Instance | None) -> Briefing:
    """Return a seed's briefing; raises Problems with all that is wrong with one that is misspelt."""
    briefing, misspelt = read_as_meant(seed, instance)
    if misspelt:
        from briefbook.checks.damaged import together  # most briefings can be read

        raise Problems(together(misspelt, briefing, check(resolve(briefing))))
    return briefing


def _hashed(path: Path | None) -> tuple[tuple[Path, str], ...]:
    """Return a file with its hash; nothing for none."""
    return ((path, file_sha256(path)),) if path else ()


def _length(made: Composed) -> Iterator[str]:
    """Yield a sentence that says so where the paper is longer than its sources."""
    if made.made.paper:
        from briefbook.paper.length import length_words  # a deck alone loads nothing of a paper

        yield from filter(None, (length_words(made.made.paper, made.resolved.briefing),))


def _built(made: Composed, files: tuple[Path, ...], inputs: tuple[tuple[Path, str], ...]) -> Built:
    outputs, brand = made.resolved.briefing.outputs, made.made.brand
    return Built(
        files=files,
        warnings=(*made.warnings, *made.lacking),
        accounts=made.accounts,
        unread=not_checked(made.resolved.briefing),
        coverage="\n".join((coverage_words(cover(made.resolved)), *_length(made))),
        inputs=inputs,
        typefaces=brand.look.names if brand else (),
        variants=tuple(map(str, outputs.variants if outputs else ())),
        empty_shares=made.empty_shares,
    )


def _pass_gate(made: Composed, report: Report) -> None:
    """Raise Problems for a PDF that fails PDF/UA-1 or PDF/A-3a."""
    from briefbook.gate import check_gate

    report("holding the PDFs against their standards")
    if failures := check_gate(for_archives(made)):
        raise Problems(failures)


def _files(
    made: Composed, out: Path, sign_with: Path | None, *, with_provenance: bool
) -> dict[str, bytes]:
    """Return all files of a build by name: documents, manifest, and what vouches for them."""
    name = f"{made.name}.json"
    previous = out / name
    old = previous.read_bytes() if previous.is_file() else None
    manifest = manifest_of(made, created_at(made.resolved.briefing), old)
    files = {**made.outputs, name: manifest}
    if with_provenance:
        from briefbook.provenance.statement import ENDING, statement_of

        files[made.name + ENDING] = statement_of(manifest, name)
    if sign_with is not None:
        from briefbook.signing import SUFFIX, sign

        files[name + SUFFIX] = sign(manifest, sign_with)
    return files


def draw_figures(
    seed: Path,
    out: Path,
    format_: str,
    brand: Choice = True,  # noqa: FBT002  one of three
    fonts: Path | None = None,
) -> tuple[Path, ...]:
    """Write each chart of a seed into a folder as a file of its own: `svg`, `png` or `pdf`.

    In the colours of its brand, and in Briefbook's typeface: a file for the web embeds none. What
    that lacks is drawn in the faces of the folder `fonts`, or the seed's own.
    Raises BriefbookError, and Problems when the seed has errors: no figure leaves unchecked.
    """
    resolved = resolve(read_briefing(seed))
    worn = brand_of(seed, brand)
    look = Look(inks=worn.look.inks if worn else {}, lent=lent_of(seed, fonts))
    with localized(resolved.briefing.lang), wearing(look):
        checked(resolved)
        pictures = save_pictures(make_charts(resolved.briefing), format_)
    if not pictures:
        hint = "exhibits with columns, lines, shares, amounts, a timeline or a map are drawn"
        raise WrongUse(f"{seed}: no exhibit is a chart", hint=hint)
    named = {f"{resolved.briefing.id}-{id_}.{format_}": data for id_, data in pictures.items()}
    write_together(out, named)
    return tuple(out / name for name in named)


def input_files(briefing: Briefing, seed: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of a seed that a briefing was read from, with the SHA-256 of what was read."""
    yield Path(briefing.file), briefing.sha256
    for source in briefing.sources:
        yield seed / str(source.file), str(source.sha256)
    for series in briefing.series:
        yield seed / str(series.file), series.sha256
    for exhibit in briefing.exhibits:
        if form := exhibit.image:
            yield seed / str(form.file), str(form.sha256)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file; empty for one that cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
