"""Arguments of the commands that change a seed: the desk, and the same from the terminal."""

from __future__ import annotations

from briefbook.cli.argument_parts import Commands, command_parser, out_argument, seed_argument


def add_desk(commands: Commands) -> None:
    """Add the desk, and the commands that do at the terminal what it does."""
    edit = command_parser(
        commands, "edit", "see and edit a seed in the browser, on this machine alone"
    )
    seed_argument(edit)
    edit.add_argument(
        "--no-open", action="store_true", help="print the address, and open no browser"
    )
    edit.add_argument(
        "--as", dest="who", default="", metavar="NAME",
        help="who sets states of statements: written beside each, with the day",
    )  # fmt: skip
    status = command_parser(commands, "status", "tell how far a briefing is, and what to do next")
    seed_argument(status)
    status.add_argument("--format", choices=("text", "json"), default="text", help="words, or data")
    watch = command_parser(
        commands, "watch", "build a seed again whenever one of its files changes"
    )
    seed_argument(watch)
    out_argument(watch, "folder for the outputs")
    pin = command_parser(
        commands, "pin", "give a statement a quote by its words, which must stand once"
    )
    seed_argument(pin)
    pin.add_argument("id", metavar="ID", help="the statement")
    pin.add_argument("words", metavar="WORDS", help="the quote; […] for words left out")
    pin.add_argument("--source", default="", metavar="ID", help="the source, if there are several")
    pin.add_argument("--prefix", default="", metavar="WORDS", help="words just before the quote")
    pin.add_argument("--suffix", default="", metavar="WORDS", help="words just after it")
    pin.add_argument(
        "--replace", type=int, default=0, metavar="N", help="in place of the statement's Nth quote"
    )
    _add_claim(commands)
    _add_source(commands)
    explain = command_parser(
        commands, "explain", "tell what a rule holds, and what to do when it speaks"
    )
    explain.add_argument("rule", metavar="RULE", help="its name, as messages have it")


def _add_claim(commands: Commands) -> None:
    claim = command_parser(
        commands, "claim", "add, move, drop or rename a statement, and whatever names it"
    )
    actions = claim.add_subparsers(dest="action", metavar="ACTION", required=True)
    made = {}
    for name, summary in (
        ("add", "add a statement with its quote, in its paragraph"),
        ("move", "print a statement elsewhere"),
        ("drop", "drop a statement, and every mention of it"),
        ("rename", "give a statement another id, wherever it is named"),
    ):
        made[name] = action = actions.add_parser(
            name, help=summary, description=f"{summary.capitalize()}."
        )
        seed_argument(action)
        if name != "add":
            action.add_argument("id", metavar="ID", help="the statement")
    made["rename"].add_argument("new", metavar="NEW", help="its new id")
    place = made["move"].add_mutually_exclusive_group(required=True)
    place.add_argument("--after", default="", metavar="ID", help="behind this statement")
    place.add_argument("--section", default="", metavar="ID", help="at the end of this section")
    add = made["add"]
    add.add_argument("text", metavar="TEXT", help="what it says")
    add.add_argument("--quote", required=True, metavar="WORDS", help="the words that bear it")
    add.add_argument("--source", default="", metavar="ID", help="the source, if there are several")
    add.add_argument(
        "--id", default="", metavar="ID", help="its id (default: its first long words)"
    )
    add.add_argument(
        "--kind", choices=("reported", "attributed"), default="reported",
        help="whether the source reports it or holds it (default: reported)",
    )  # fmt: skip
    add.add_argument("--voice", default="", metavar="WHO", help="whose view it is")
    add.add_argument("--after", default="", metavar="ID", help="behind this statement")


def _add_source(commands: Commands) -> None:
    source = command_parser(
        commands, "add-source", "add a source: its text, hash, title, publisher, date"
    )
    seed_argument(source)
    source.add_argument("file", metavar="FILE", help="a file or an address (https://…)")
    source.add_argument("--id", default="", metavar="ID", help="its id (default: from its title)")
    source.add_argument("--encoding", metavar="NAME", help="of the file, where it is not UTF-8")
    source.add_argument(
        "--outside", action="store_true", help="a record used only to check the other sources"
    )
    fmt = command_parser(
        commands, "fmt", "lay briefing.yaml out evenly, data and comments untouched"
    )
    seed_argument(fmt)
    fmt.add_argument("--check", action="store_true", help="write nothing; end with 1 if it would")
