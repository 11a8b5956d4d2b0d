"""Each command: what it calls, and what it prints of the result. Returns the exit code."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.cli.builds import brand_choice, build_command
from briefbook.cli.terminal import clear_progress, format_of, progress, tell
from briefbook.errors import Problems, Severity, WrongUse
from briefbook.language.phrases import counted
from briefbook.messages import Format

if (
    TYPE_CHECKING
):  # each command imports what it needs, so that none waits for the others' libraries
    from briefbook.evidence.resolve import ResolvedBriefing
    from briefbook.sources.source_text import SourceText
    from briefbook.values.dates import Date


def _check(options: argparse.Namespace) -> int:
    if options.only and not options.params:
        raise WrongUse("--only is of a table", hint="give the table: --params TABLE")
    if options.params:
        from briefbook.cli.check_table import check_table

        return check_table(options)
    from briefbook.brand import brand_of, lent_of, wearing_brand
    from briefbook.cache import opened
    from briefbook.checks import check
    from briefbook.evidence.resolve import resolve
    from briefbook.model.reader import read_as_meant

    brand, lent = (
        brand_of(options.seed, brand_choice(options)),
        lent_of(options.seed, options.fonts),
    )
    briefing, misspelt = read_as_meant(options.seed)
    with opened(), wearing_brand(brand, lent):
        resolved = resolve(briefing)
        problems = tuple(sorted((*misspelt, *check(resolved))))
    tell(problems, options)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Problems.exit_code
    if format_of(options).is_data:
        return 0
    if options.explain:
        from briefbook.cli.explain import print_derivations

        print_derivations(resolved)
    if options.sentences:
        _print_sentences(resolved)
    quotes = sum(len(getattr(entry, "evidence", ())) for entry in briefing.statements.values())
    print(
        f"{options.seed}: values match evidence in {len(briefing.statements)} statements "
        f"with {quotes} quotes from {counted(len(briefing.sources), 'source')}"
    )
    return 0


def _print_sentences(resolved: ResolvedBriefing) -> None:
    """Print what became of each sentence, as a Markdown table."""
    from briefbook.evidence.coverage import cover

    fates = cover(resolved)
    print("| ¶ | sentence | what became of it |\n|---|---|---|")
    for fate in fates:
        marks = "".join(f"[{number}]" for number in fate.passages)
        used = f"{marks} {', '.join(fate.statements)}" if fate.passages else ""
        print(
            f"| {fate.paragraph} | {fate.text} | {used or fate.reason or '**not accounted for**'} |"
        )
    cited = sum(bool(fate.passages) for fate in fates)
    omitted = sum(bool(fate.reason) for fate in fates)
    print(
        f"\n{len(fates)} sentences: {cited} used, {omitted} left out with a reason, "
        f"{len(fates) - cited - omitted} not accounted for\n"
    )


def _figures(options: argparse.Namespace) -> int:
    from briefbook.build import draw_figures

    for path in draw_figures(
        options.seed, options.out, options.format, brand_choice(options), options.fonts
    ):
        print(f"{path}  {path.stat().st_size:,} bytes")
    return 0


def _draft(options: argparse.Namespace) -> int:
    from briefbook.draft import draft_seed, read_texts, reading_notes, write_facts

    if not (options.folder or options.facts):
        options.folder = _named_after(str(options.files[0]))
    edition = _edition(options.edition)
    texts = read_texts(options.files, options.encoding, _fetched)
    for note in reading_notes(texts):
        print(f"note: {note}", file=sys.stderr)
    if options.facts:
        print(f"{options.facts}  {write_facts(texts, options.facts):,} facts")
    if options.folder:
        drafted = draft_seed(texts, options.folder, edition)
        for note in drafted.notes:
            print(f"note: {note}", file=sys.stderr)
        for path in drafted.files:
            print(path)
        print(drafted.summary)
        print(f"next: briefbook build {options.folder}")
    return 0


def _named_after(source: str) -> Path:
    """Return the seed folder that a draft makes where none is named: `mali-2` of `/texts/Mali 2.txt`."""
    name = Path(source.rstrip("/").partition("?")[0]).stem
    folder = Path("-".join(re.findall(r"[a-z0-9]+", name.lower())) or "briefing")
    if folder.exists():
        raise WrongUse(f"{folder}: is there already", hint="name another seed folder with -o")
    return folder


def _fetched(url: str) -> SourceText:
    from briefbook.refresh.source import fetch_source

    return fetch_source(url)


def _edition(text: str | None) -> Date | None:
    from briefbook.values.dates import parse_date

    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise WrongUse(f"--edition: {error}", hint="write it as 2026-11-23") from None


def _verify(options: argparse.Namespace) -> int:
    from briefbook.verify import manifest_beside, signer_of_manifest, verify
    from briefbook.verify.ledger import read_ledger

    problems = verify(tuple(options.files), options.manifest, options.key)
    tell(problems, options)
    if options.report:
        from briefbook.verify.report_page import write_report

        write_report(options.report, tuple(options.files), options.manifest, options.key, problems)
    if problems:
        return Problems.exit_code
    if format_of(options).is_data:
        return 0
    names = " and ".join(path.name for path in options.files)
    print(f"{names}: as built; every word and figure is in the ledger")
    sealed = options.manifest or manifest_beside(options.files[0])
    if read_ledger(sealed).data.get("checks") == "none":
        print("the statements were not held against their quotes when it was built (checks: none)")
    if options.key:
        print(f"signed by {signer_of_manifest(sealed, options.key)}")
    return 0


def _refresh(options: argparse.Namespace) -> int:
    from briefbook.refresh.fetch import FetchPolicy
    from briefbook.refresh.formatters import as_json, as_markdown, as_text
    from briefbook.refresh.http_request import Limits
    from briefbook.refresh.quotes import Rewriting
    from briefbook.refresh.run import Options, refresh
    from briefbook.refresh.snapshot import today_unless

    if not (options.timeout > 0 and options.max_bytes > 0):
        raise WrongUse("--timeout and --max-bytes must be more than nothing")
    limits = Limits(bytes=options.max_bytes, seconds=options.timeout)
    manners = FetchPolicy(limits, allow_private=options.allow_private, contact=options.contact)
    rewriting = Rewriting(moved=options.update_anchors, edited=options.accept_edited)
    today = today_unless(os.environ.get("SOURCE_DATE_EPOCH", ""))
    report = refresh(
        options.seed, Options(today, manners, rewriting, is_dry=options.is_dry, tell=progress)
    )
    clear_progress()
    told = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    print(told(report), end="")
    if options.format == "text":  # the other forms hold them
        tell(report.problems, options)
    return report.exit_code


def _diff(options: argparse.Namespace) -> int:
    from briefbook.provenance.diff import compare
    from briefbook.provenance.edition import read_edition
    from briefbook.provenance.formatters import as_json, as_markdown, as_text

    told = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    changes = compare(read_edition(options.old), read_edition(options.new))
    print(told(changes), end="")
    return 1 if options.exit_code and not changes.is_empty else 0


def _review(options: argparse.Namespace) -> int:
    from briefbook.cli.review import print_review

    return print_review(options.seed, as_json=format_of(options) is Format.JSON)


def _schema(options: argparse.Namespace) -> int:
    from briefbook.model.schema import schema_path, shipped_schema

    if options.path:
        print(schema_path(options.name))
    else:
        print(shipped_schema(options.name), end="")
    return 0


def _migrate(options: argparse.Namespace) -> int:
    from briefbook.model.migrate import FORMAT, migrate
    from briefbook.model.reader import MODEL, model_bytes
    from briefbook.output import held, write_held
    from briefbook.sources.read import utf8_text

    path = options.seed / MODEL
    model_bytes(options.seed)  # a missing seed is told, not made
    with held(options.seed):
        text = utf8_text(model_bytes(options.seed), path)
        new = migrate(text, str(path))
        if new == text:
            print(f"{path}: written in format {FORMAT} already")
            return 0
        write_held(options.seed, {MODEL: new.encode()})
    print(f"{path}: now in format {FORMAT}; comments and layout are as they were")
    return 0


def _new(options: argparse.Namespace) -> int:
    from briefbook.example import make_seed

    for path in make_seed(options.folder):
        print(path)
    print(f"next: briefbook build {options.folder}")
    return 0


def _regenerate(options: argparse.Namespace) -> int:
    from briefbook.cli.regenerate import regenerate_command

    return regenerate_command(options)


def _doctor(options: argparse.Namespace) -> int:
    from briefbook.cli.doctor import doctor_command

    return doctor_command(options)


def _edit(options: argparse.Namespace) -> int:
    from briefbook.cli.edit import edit_command

    return edit_command(options)


def _status(options: argparse.Namespace) -> int:
    from briefbook.cli.status import status_command

    return status_command(options)


def _watch(options: argparse.Namespace) -> int:
    from briefbook.cli.watch import watch_command

    return watch_command(options)


def _pin(options: argparse.Namespace) -> int:
    from briefbook.cli.pin import pin_command

    return pin_command(options)


def _claim(options: argparse.Namespace) -> int:
    from briefbook.cli.claim import claim_command

    return claim_command(options)


def _add_source(options: argparse.Namespace) -> int:
    from briefbook.cli.add_source import add_source_command

    return add_source_command(options, _fetched)


def _fmt(options: argparse.Namespace) -> int:
    from briefbook.cli.fmt import fmt_command

    return fmt_command(options)


def _explain(options: argparse.Namespace) -> int:
    from briefbook.cli.rules import explain_command

    return explain_command(options)


def _brand(options: argparse.Namespace) -> int:
    from briefbook.cli.brand import brand_command

    return brand_command(options)


def _cache(options: argparse.Namespace) -> int:
    from briefbook.cache import clear
    from briefbook.stamp import cache_folder

    folder = cache_folder() or "no home, and so no cache folder"
    told = folder if options.action == "path" else f"{folder}: removed {clear():,} bytes"
    print(told)
    return 0


def _index(options: argparse.Namespace) -> int:
    from briefbook.brand import lent_of, wearing_brand
    from briefbook.index import write_index

    with wearing_brand(None, lent_of(options.folder, options.fonts)):
        files, warnings = write_index(options.folder, options.title, options.out)
    tell(warnings, options)
    if not format_of(options).is_data:
        for path in files:
            print(f"{path}  {path.stat().st_size:,} bytes")
    return 0


def _template(options: argparse.Namespace) -> int:
    from briefbook.cli.template import template_command

    return template_command(options)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "build": build_command,
    "figures": _figures,
    "draft": _draft,
    "refresh": _refresh,
    "verify": _verify,
    "diff": _diff,
    "review": _review,
    "edit": _edit,
    "status": _status,
    "watch": _watch,
    "pin": _pin,
    "add-source": _add_source,
    "fmt": _fmt,
    "claim": _claim,
    "explain": _explain,
    "schema": _schema,
    "migrate": _migrate,
    "new": _new,
    "template": _template,
    "index": _index,
    "doctor": _doctor,
    "regenerate": _regenerate,
    "cache": _cache,
    "brand": _brand,
}
"""What each name stands for."""
