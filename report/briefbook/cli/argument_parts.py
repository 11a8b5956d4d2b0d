"""What the arguments of several commands share, and what is asked for by them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefbook.errors import SourceLocation, WrongUse
from briefbook.language.phrases import did_you_mean
from briefbook.messages import Format

if TYPE_CHECKING:
    from briefbook.model.params import Instance
    from briefbook.sources.source_text import SourceText

EXAMPLES = """\
examples:
  briefbook new my-briefing                a seed folder that builds at once
  briefbook draft page.html -o my-briefing a first briefing from any document
  briefbook check my-briefing              hold every statement against its source
  briefbook review my-briefing             what a person should look at first
  briefbook edit my-briefing               see and edit it in the browser
  briefbook status my-briefing             how far it is, and what to do next
  briefbook watch my-briefing              build again whenever a file changes
  briefbook pin my-briefing bridge "was opened on June 21, 2011"    give a statement a quote
  briefbook claim drop my-briefing trains  drop a statement, and every mention of it
  briefbook claim rename my-briefing trains traffic    give it another id, wherever it is named
  briefbook explain unsupported-value      what a rule holds, and what to do
  briefbook build my-briefing              paper, deck and manifest into dist/
  briefbook build my-briefing --pdf        only the paper
  briefbook build my-briefing --pptx --slides-pdf    the deck, and its slides as PDF
  briefbook index dist --title "Country pages"    a page that lists what was built
  briefbook build country-page --params countries.csv --jobs 4    one model, a page for each country
  briefbook build my-briefing --template firm.potx    the deck on your own template
  briefbook template firm.potx             which of its layouts has which role
  briefbook template -o briefbook.pptx     ours, for designers
  briefbook build my-briefing --variant short --slides 4:3    six slides for an old projector
  briefbook build --all seeds --jobs 4     every seed of a folder, four at a time
  briefbook build my-briefing --brand ministry/brand.yml    in the sender's colours and typefaces
  briefbook brand ministry/brand.yml -o specimens    what a brand comes to, and how it looks
  briefbook figures my-briefing --format svg    each exhibit as a file of its own
  briefbook verify dist/my-briefing.pdf dist/my-briefing.pptx    read both back
  briefbook schema manifest                what dist/my-briefing.json holds
  briefbook refresh my-briefing            fetch sources and figures again, look for every quote
  briefbook regenerate my-briefing --update-anchors    the whole run, as a schedule does it
  briefbook migrate my-briefing            rewrite an older briefing.yaml in the newest format
  briefbook cache clear                    remove what builds keep to be quick
  briefbook diff old.json dist/my-briefing.json    what changed since an edition
"""


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  it has no public name
"""What commands are added to."""


def command_parser(commands: Commands, name: str, summary: str) -> argparse.ArgumentParser:
    """Return the parser of a command, with those examples that are its own."""
    own = [line for line in EXAMPLES.splitlines() if f"briefbook {name} " in line]
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}.",
        epilog="\n".join(["examples:", *own]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def format_argument(command: argparse.ArgumentParser) -> None:
    """Add the form in which problems are told."""
    command.add_argument(
        "--format", choices=tuple(map(str, Format)), default="text",
        help="how problems are told: words, data, annotations of a GitHub run, a SARIF log, or JUnit XML "
        "(default: text)",
    )  # fmt: skip


def report_format_argument(command: argparse.ArgumentParser) -> None:
    """Add the form in which a report is told."""
    command.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text",
        help="plain text, the body of a pull request, or data (default: text)",
    )  # fmt: skip


def switches(command: argparse.ArgumentParser, told: dict[str, str]) -> None:
    """Add options without a value, each with its help."""
    for name, words in told.items():
        command.add_argument(name, action="store_true", help=words)


def out_argument(command: argparse.ArgumentParser, what: str) -> None:
    """Add the folder that is written to."""
    command.add_argument(
        "--out", type=Path, default=Path("dist"), metavar="DIR", help=f"{what} (default: dist)"
    )


def seed_argument(command: argparse.ArgumentParser) -> None:
    """Add the seed folder."""
    command.add_argument(
        "seed", type=Path, metavar="SEED", help="the seed folder, which holds briefing.yaml"
    )


def entail_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--entail`."""
    parser.add_argument(
        "--entail", type=Path, metavar="DIR",
        help="ask a model of entailment (model.onnx, tokenizer.json, config.json) for a second opinion: warnings only",
    )  # fmt: skip


# ── What is asked for ──────────────────────────────────────────────────────────────────────────

_MOST_NAMED = 12
"""Rows of a table that a hint names."""


def brand_choice(options: argparse.Namespace) -> Path | bool:
    """Return the brand that is asked for: a file, the seed's own, or none."""
    file: Path | None = options.brand
    return file or not options.no_brand


def refuse_row_without_table(options: argparse.Namespace) -> None:
    """Raise WrongUse where a row is asked for, and no table is given."""
    if options.only and not options.params:
        raise WrongUse("--only is of a table", hint="give the table: --params TABLE")


def rows_of(options: argparse.Namespace) -> tuple[Instance, ...]:
    """Return the rows of the table that are asked for: all, or the one of `--only`; raises WrongUse."""
    from briefbook.model.reader import read_instances

    found = {row.key: row for row in read_instances(options.seed, options.params)}
    if not options.only:
        return tuple(found.values())
    if options.only not in found:
        hint = did_you_mean(options.only, found, f"it has: {', '.join(list(found)[:_MOST_NAMED])}")
        place = SourceLocation(str(options.params))
        raise WrongUse(f"the table has no row “{options.only}”", hint=hint, place=place)
    return (found[options.only],)


def fetched(url: str) -> SourceText:
    """Return what an address holds; what talks to a network is loaded for an address alone."""
    from briefbook.refresh.source import fetch_source

    return fetch_source(url)
