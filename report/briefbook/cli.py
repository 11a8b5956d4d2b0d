"""The command line: arguments in, words and an exit code out. The only module that prints.

0  done, with or without warnings
1  problems in the briefing
2  wrong use
3  could not read or write
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.errors import BriefbookError, Problem, Problems, Severity, WrongUse
from briefbook.version import __version__

if TYPE_CHECKING:  # the model is imported by the commands that need it
    from briefbook.briefing.model import Briefing
    from briefbook.source.dates import Date

INTERRUPTED = 130
"""The shell's convention for a command ended by Ctrl-C: 128 + SIGINT."""

_EXAMPLES = """\
examples:
  briefbook new my-briefing                a seed folder that builds at once
  briefbook draft page.html -o my-briefing a first briefing from any document
  briefbook check my-briefing              hold every statement against its source
  briefbook build my-briefing              paper, deck and manifest into dist/
  briefbook build my-briefing --pdf        only the paper
  briefbook verify dist/my-briefing.pdf dist/my-briefing.pptx    read both back
  briefbook refresh my-briefing            fetch sources and figures again, look for every quote
  briefbook diff old.json dist/my-briefing.json    what changed since an edition
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 2
    try:
        code: int = options.run(options)
    except Problems as error:
        _print_problems(error.problems)
        return error.exit_code
    except BriefbookError as error:
        _print_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        _clear_progress()
        print("interrupted; what was built before is unchanged", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`briefbook … | head`); nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefbook",
        description="Turn a source document into a briefing paper (PDF) and a slide deck (PPTX) in "
        "which every statement can be traced to the sentence it came from.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefbook {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")

    check = _command(
        commands, "check", "hold every statement of a seed against its sources", _check
    )
    _seed_argument(check)
    check.add_argument(
        "--sentences",
        action="store_true",
        help="list every sentence of the sources and what became of it",
    )

    build = _command(
        commands, "build", "make the paper, the deck and the manifest of a seed", _build
    )
    _seed_argument(build)
    build.add_argument("--pdf", action="store_true", help="write only the paper")
    build.add_argument("--pptx", action="store_true", help="write only the deck")
    build.add_argument(
        "--out",
        type=Path,
        default=Path("dist"),
        metavar="DIR",
        help="folder for the outputs (default: dist)",
    )

    _add_draft(commands)
    _add_refresh(commands)
    verify = _command(
        commands,
        "verify",
        "read a finished paper and deck back and hold them against the ledger",
        _verify,
    )
    verify.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="the PDF, the PPTX, or both"
    )
    verify.add_argument(
        "--manifest", type=Path, metavar="JSON", help="the ledger (default: the JSON beside them)"
    )

    diff = _command(commands, "diff", "say what changed between two editions", _diff)
    diff.add_argument("old", type=Path, metavar="OLD.json", help="the earlier manifest")
    diff.add_argument("new", type=Path, metavar="NEW.json", help="the later manifest")
    diff.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text",
        help="plain text, the body of a pull request, or data (default: text)",
    )  # fmt: skip

    new = _command(commands, "new", "make a seed folder that builds at once, to start from", _new)
    new.add_argument(
        "folder", type=Path, metavar="NAME", help="the folder to make, such as seeds/my-briefing"
    )
    return parser


def _add_draft(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    draft = _command(commands, "draft", "make a first briefing from any document, by rule", _draft)
    draft.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="the source; several make one briefing"
    )
    draft.add_argument(
        "-o", dest="folder", type=Path, metavar="NAME", help="the seed folder to make"
    )
    draft.add_argument("--encoding", metavar="NAME", help="of the files, where it is not UTF-8")
    draft.add_argument(
        "--edition",
        metavar="DATE",
        help="the briefing's date (default: the sources' own last date)",
    )
    draft.add_argument("--facts", type=Path, metavar="OUT", help="write the facts found, as JSON")


def _add_refresh(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    refresh = _command(
        commands, "refresh", "fetch a seed's sources and figures again and look for every quote", _refresh
    )  # fmt: skip
    _seed_argument(refresh)
    refresh.add_argument(
        "--dry-run", "--check", dest="is_dry", action="store_true", help="write nothing"
    )
    refresh.add_argument(
        "--update-anchors", action="store_true",
        help="rewrite quotes whose letters are the same but stand elsewhere or have other breaks",
    )  # fmt: skip
    refresh.add_argument(
        "--accept-edited", action="store_true",
        help="take over the new words of quotes whose facts are the same (read them first)",
    )  # fmt: skip
    refresh.add_argument(
        "--allow-private", action="store_true",
        help="fetch from private networks and this machine too",
    )  # fmt: skip
    refresh.add_argument(
        "--contact", default="", metavar="ADDRESS", help="told to the servers, beside our name"
    )
    refresh.add_argument(
        "--timeout", type=float, default=30.0, metavar="SECONDS",
        help="for one answer from first to last byte (default: 30)",
    )  # fmt: skip
    refresh.add_argument(
        "--max-bytes", type=int, default=50 * 1024 * 1024, metavar="N",
        help="of an answer, as sent and as unpacked (default: 50 MiB)",
    )  # fmt: skip
    refresh.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text",
        help="plain text, the body of a pull request, or data (default: text)",
    )  # fmt: skip


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}.",
        epilog="\n".join(
            [
                "examples:",
                *(line for line in _EXAMPLES.splitlines() if f"briefbook {name} " in line),
            ]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def _seed_argument(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "seed", type=Path, metavar="SEED", help="the seed folder, which holds briefing.yaml"
    )


def _check(options: argparse.Namespace) -> int:
    from briefbook.briefing.checks import check
    from briefbook.briefing.reader import read_briefing

    briefing = read_briefing(options.seed)
    problems = check(briefing)
    _print_problems(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Problems.exit_code
    if options.sentences:
        _print_sentences(briefing)
    quotes = sum(len(getattr(entry, "evidence", ())) for entry in briefing.statements.values())
    print(
        f"{options.seed}: values match evidence in {len(briefing.statements)} statements "
        f"with {quotes} quotes from {len(briefing.sources)} "
        f"source{'s' if len(briefing.sources) != 1 else ''}"
    )
    return 0


def _print_sentences(briefing: Briefing) -> None:
    """Print what became of each sentence, as a Markdown table."""
    from briefbook.briefing.citations import Citations
    from briefbook.briefing.coverage import cover

    fates = cover(briefing, Citations(briefing))
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


def _build(options: argparse.Namespace) -> int:
    from briefbook.build import build

    both = options.pdf == options.pptx
    built = build(
        options.seed,
        options.out,
        pdf=options.pdf or both,
        pptx=options.pptx or both,
        report=_progress,
    )
    _clear_progress()
    _print_problems(built.warnings)
    for path in built.files:
        print(f"{path}  {path.stat().st_size:,} bytes")
    return 0


def _draft(options: argparse.Namespace) -> int:
    from briefbook.draft import draft_seed, read_texts, write_facts

    if not (options.folder or options.facts):
        raise WrongUse("nothing to make", hint="name a seed folder with -o, or a file with --facts")
    edition = _edition(options.edition)
    texts = read_texts(options.files, options.encoding)
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


def _edition(text: str | None) -> Date | None:
    from briefbook.source.dates import parse_date

    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise WrongUse(f"--edition: {error}", hint="write it as 2026-11-23") from None


def _verify(options: argparse.Namespace) -> int:
    from briefbook.verify import verify

    problems = verify(tuple(options.files), options.manifest)
    _print_problems(problems)
    if problems:
        return Problems.exit_code
    names = " and ".join(path.name for path in options.files)
    print(f"{names}: as built; every word and figure is in the ledger")
    return 0


def _refresh(options: argparse.Namespace) -> int:
    from briefbook.refresh.exchange import Limits
    from briefbook.refresh.fetch import Manners
    from briefbook.refresh.quotes import Rewriting
    from briefbook.refresh.run import Options, refresh
    from briefbook.refresh.snapshot import today_unless
    from briefbook.refresh.telling import as_json, as_markdown, as_text

    if not (options.timeout > 0 and options.max_bytes > 0):
        raise WrongUse("--timeout and --max-bytes must be more than nothing")
    limits = Limits(bytes=options.max_bytes, seconds=options.timeout)
    manners = Manners(limits, allow_private=options.allow_private, contact=options.contact)
    rewriting = Rewriting(moved=options.update_anchors, edited=options.accept_edited)
    today = today_unless(os.environ.get("SOURCE_DATE_EPOCH", ""))
    report = refresh(
        options.seed, Options(today, manners, rewriting, is_dry=options.is_dry, tell=_progress)
    )
    _clear_progress()
    tell = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    print(tell(report), end="")
    _print_problems(report.problems)
    return report.exit_code


def _diff(options: argparse.Namespace) -> int:
    from briefbook.editions.changes import compare
    from briefbook.editions.edition import read_edition
    from briefbook.editions.telling import as_json, as_markdown, as_text

    tell = {"text": as_text, "markdown": as_markdown, "json": as_json}[options.format]
    print(tell(compare(read_edition(options.old), read_edition(options.new))), end="")
    return 0


def _new(options: argparse.Namespace) -> int:
    from briefbook.example import make_seed

    for path in make_seed(options.folder):
        print(path)
    print(f"next: briefbook build {options.folder}")
    return 0


def _progress(step: str) -> None:
    """Say what is being done: one changing line on a terminal, plain lines elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{step} …", end="", file=sys.stderr, flush=True)
    else:
        print(step, file=sys.stderr)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _print_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    _clear_progress()
    for problem in problems:
        print(f"{problem.place}: {problem.severity}: {problem.message}", file=sys.stderr)
        if problem.hint:
            print(f"    {problem.hint}", file=sys.stderr)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        print(f"{errors} error{'s' if errors != 1 else ''}", file=sys.stderr)


def _print_error(error: BriefbookError) -> None:
    _clear_progress()
    where = f"{error.place}: " if error.place else ""
    print(f"{where}error: {error.message}", file=sys.stderr)
    if error.hint:
        print(f"    {error.hint}", file=sys.stderr)


def run() -> None:
    """Run as a program."""
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
