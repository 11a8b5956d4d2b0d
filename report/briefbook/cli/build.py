"""The command `build`: one seed, with its stamp."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook import stamp
from briefbook.cache import opened
from briefbook.cli.argument_parts import brand_choice, refuse_row_without_table, rows_of
from briefbook.cli.collector import collect_between_steps, set_collector
from briefbook.cli.colours import say
from briefbook.cli.terminal import (
    clear_progress,
    file_line,
    format_of,
    print_notes,
    progress,
    worded,
)
from briefbook.errors import WrongUse
from briefbook.later import load_later
from briefbook.manifest import BRIEF, SHORT

if TYPE_CHECKING:
    from briefbook.build import Built
    from briefbook.build_forms import Wishes


def build_command(options: argparse.Namespace) -> int:
    """Build the documents of a seed, and print what was built; several seeds go to `batch`."""
    refuse_row_without_table(options)
    if (
        options.all
        or options.cluster
        or len(options.seeds) != 1
        or (options.params and not options.only)
    ):
        from briefbook.cli.batch import build_all

        if options.open:
            raise WrongUse("--open is of one seed", hint="open what the batch has built by hand")
        return build_all(options)
    options.seed = options.seeds[0]
    set_collector(options.seed)
    load_later("PIL.Image", "PIL.ImageFont", "pickle", "urllib.request")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each of NumPy's threads costs its start
    from briefbook.cli.typefaces import lacking_typefaces

    code = stamp.loaded_code()
    told = ("", "")

    def written(built: Built) -> None:
        nonlocal told
        told = _told(built, options)
        # A stamp knows nothing of the files of a model.
        if not (options.no_cache or options.entail) and code == stamp.code_digest():
            _stamp(built, options.given, told, options.params)

    built = _built(options, written)
    clear_progress()
    out, err = told
    say(err, sys.stderr)
    if not (format_of(options).is_data or options.template):
        print_notes(lacking_typefaces(built.files, built.typefaces))
    print(out, end="")
    if options.open:
        from briefbook.opening import open_files

        open_files(list(map(str, built.files)))
    return 0


def _built(options: argparse.Namespace, written: Callable[[Built], None]) -> Built:
    """Build what is asked for: one variant, or the full documents and the variants of the briefing."""
    from briefbook.build import build

    _check_template(options)
    wanted = {"slides": options.slides_pdf, "handout": options.handout, "page": options.html}
    prints = frozenset(name for name, is_wanted in wanted.items() if is_wanted)
    both = not (options.pdf or options.pptx or prints)
    pdf, pptx = options.pdf or both, options.pptx or both
    _check_variant(options, pdf=pdf)
    row = rows_of(options)[0] if options.params else None

    def one(variant: str, then: Callable[[Built], None]) -> Built:
        return build(
            options.seed,
            options.out,
            pdf=pdf and variant != SHORT,
            pptx=pptx and variant != BRIEF,
            prints=frozenset() if variant == BRIEF else prints,
            since=options.since,
            wishes=_wishes(options, variant),
            instance=row,
            sign_with=options.sign,
            gate=options.gate,
            with_provenance=options.provenance,
            brand=brand_choice(options),
            fonts=options.fonts,
            measured=options.verbose,
            report=_report,
            written=then,
        )

    with nullcontext() if options.no_cache else opened():
        if options.variant:
            return one(options.variant, written)
        return _with_variants(one, {BRIEF: pdf, SHORT: pptx or bool(prints)}, written)


def _wishes(options: argparse.Namespace, variant: str) -> Wishes:
    from briefbook.build_forms import Wishes

    return Wishes(
        paper=options.paper,
        duplex=options.duplex,
        slides=options.slides,
        variant=variant,
        print=options.print,
        template=options.template,
    )


def _report(step: str) -> None:
    """Say what is being done; what the step before has kept of words makes room for it."""
    progress(step)
    collect_between_steps()
    if step == "drawing":
        from briefbook import checks

        checks.forget()
    for name in _FORGOTTEN.get(step, ()):
        if room := sys.modules.get(name):
            room.forget()


_FORGOTTEN = {
    "rendering the paper": ("briefbook.deck.measure", "briefbook_figures.forms.measure"),
    "rendering the deck": ("briefbook.paper.pdf.line_breaking",),
}
"""What has kept texts that no later step measures."""


def _check_template(options: argparse.Namespace) -> None:
    """Raise WrongUse for what does not go with somebody else's template."""
    if options.template and options.slides:
        raise WrongUse("--template says the shape of its slides", hint="leave --slides out")


def _check_variant(options: argparse.Namespace, *, pdf: bool) -> None:
    """Raise WrongUse for a variant of the document that is not asked for."""
    has_deck = options.pptx or not options.pdf
    if (options.variant == SHORT and not has_deck) or (options.variant == BRIEF and not pdf):
        document = "deck" if options.variant == SHORT else "paper"
        raise WrongUse(f"--variant {options.variant} is of the {document}, which is not asked for")


def _with_variants(
    one: Callable[[str, Callable[[Built], None]], Built],
    asked: dict[str, bool],
    written: Callable[[Built], None],
) -> Built:
    """Build the full documents, then the variants that the briefing wants; tell `written` of all."""

    def begun(built: Built) -> None:
        if not any(asked[variant] for variant in built.variants):
            written(built)

    built = one("", begun)
    wanted = [variant for variant in dict.fromkeys(built.variants) if asked[variant]]
    for number, variant in enumerate(wanted, 1):
        before, is_last = built, number == len(wanted)

        def joined(more: Built, before: Built = before, is_last: bool = is_last) -> None:  # noqa: FBT001
            if is_last:
                written(before.joined(more))

        built = before.joined(one(variant, joined))
    return built


def _told(built: Built, options: argparse.Namespace) -> tuple[str, str]:
    """Return what a build has to say: what belongs on stdout, and on stderr."""
    out, err = worded(
        built.warnings, options, built.unread, files=[str(path) for path in built.files]
    )
    if format_of(options).is_data:
        return out, err
    lines = [built.coverage, *map(str, built.accounts)]
    if built.empty_shares:
        shares = " ".join(f"{share:.0%}" for share in built.empty_shares)
        lines.append(f"paper: empty of each page {shares}")
    lines += map(file_line, built.files)
    return out + "".join(f"{line}\n" for line in lines), err


def _stamp(
    built: Built, given: tuple[str, ...], told: tuple[str, str], table_file: Path | None
) -> None:
    """Keep what was read, written and told; nothing, if an input is no longer what was read."""
    from briefbook.build import file_sha256

    files: dict[str, str] = {}
    table = [(table_file, file_sha256(table_file))] if table_file else []
    for path, sha256 in (*built.inputs, *table):
        files[str(path)] = stamp.file_state(str(path))
        if file_sha256(path) != sha256:
            return
    files |= {str(path): stamp.file_digest(str(path)) for path in built.files}
    out, err = told
    stamp.write_stamp(list(given), files, out, f"{err}nothing has changed since it was built\n")
