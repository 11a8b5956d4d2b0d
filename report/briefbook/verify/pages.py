"""The evidence page held against the ledger: its words, its cards, its links, and nothing beside them.

Which elements and attributes may stand there is listed (`page_grammar.json`, made by
docs/tools/page_grammar.py); scripts, frames and addresses that load something are not among them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from briefbook.errors import Problem
from briefbook.language.words import squashed
from briefbook.localization import translate
from briefbook.scripts import could_be, is_right_to_left, runs_from_right
from briefbook.theme.wcag import contrast
from briefbook.verify.compare import Difference, Seen, compare
from briefbook.verify.html import FoundPage, Node, inks_of, packed
from briefbook.verify.images import FoundImage
from briefbook.verify.ledger import Ledger
from briefbook.verify.report import Reporter

_READABLE = 4.5
_PAPER = "#FFFFFF"
_WRITTEN = ("navy", "rust", "green", "text", "muted")
"""Inks that text is set in."""
_KINDS = {
    "reported": "Reported by the source",
    "attributed": "The source’s view",
    "computed": "Calculated from data",
    "judgement": "Our judgement",
}


@cache
def page_grammar() -> dict[str, Any]:
    """Return what a page may hold: elements with their attributes, and its style sheet's hash."""
    text = files("briefbook.verify").joinpath("page_grammar.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def check_page(found: FoundPage, ledger: Ledger, file: str) -> Iterator[Problem]:
    """Yield each difference between an evidence page and the ledger."""
    reporter = Reporter(file, ledger)
    nodes = list(found.root.all())[1:]
    yield from (reporter.problem("", f"{fault}", "added") for fault in found.faults)
    yield from _elements(nodes, reporter)
    yield from _looks(nodes, reporter)
    yield from _tongues(nodes, reporter)
    yield from _texts(nodes, ledger, reporter)
    yield from _outside(found.root, ledger, reporter)
    yield from _cards(nodes, ledger, reporter)
    yield from _links(nodes, ledger, reporter)
    yield from _pictures(nodes, ledger, reporter)
    yield from _properties(nodes, ledger, reporter)


def _at(node: Node) -> str:
    return f"line {node.line}"


# ── What may stand there ─────────────────────────────────────────────────────────────────────────


def _elements(nodes: list[Node], reporter: Reporter) -> Iterator[Problem]:
    allowed = page_grammar()["elements"]
    for node in nodes:
        if node.tag not in allowed:
            message = f"holds what Briefbook never writes: the element “{node.tag}”"
            yield reporter.problem(_at(node), message, "added")
            continue
        for name in node.attributes:
            if name not in allowed[node.tag]:
                message = f"holds what Briefbook never writes: “{name}” of “{node.tag}”"
                yield reporter.problem(_at(node), message, "added")
        for name in node.classes:
            if name not in page_grammar()["classes"]:
                message = f"holds what Briefbook never writes: the class “{name}”"
                yield reporter.problem(_at(node), message, "added")
    policies = [n.attributes.get("content") for n in nodes if n.attributes.get("http-equiv")]
    if policies != [page_grammar()["policy"]]:
        message = "does not say that it loads nothing, or says it otherwise"
        yield reporter.problem("head", message, "added")


def _looks(nodes: list[Node], reporter: Reporter) -> Iterator[Problem]:
    styles = [node.text for node in nodes if node.tag == "style"]
    inks = inks_of(styles[0]) if styles else None
    sheets = [hashlib.sha256(style.encode()).hexdigest() for style in styles[1:]]
    if inks is None or sheets != [page_grammar()["style"]]:
        yield reporter.problem("head", "has another style sheet than Briefbook's", "added")
        return
    for name in _WRITTEN:
        if (
            min(contrast(inks.get(name, _PAPER), ground) for ground in (_PAPER, inks["tint"]))
            < _READABLE
        ):
            message = f"sets text in {inks.get(name, 'no ink')}, which cannot be read on its ground"
            yield reporter.problem("head", message, "added")


def _tongues(nodes: list[Node], reporter: Reporter) -> Iterator[Problem]:
    """Letters of the world say their language and their direction, and nothing says them falsely."""
    for node in nodes:
        lang = "" if node.tag == "html" else node.attributes.get("lang", "")
        words = _without_tags(node)
        if lang and lang not in could_be(words):
            message = f"is read aloud as if in “{lang}”, and shows “{words.strip()}”"
            yield reporter.problem(_at(node), message, "text-differs")
        is_paragraph = "data-text" in node.attributes or node.tag == "blockquote"
        should = runs_from_right(words) if is_paragraph else any(map(is_right_to_left, words))
        said = node.attributes.get("dir", node.attributes.get("direction"))
        if said != ("rtl" if should else None) and (said or lang or is_paragraph):
            way = "from the left" if said is None else f"as “{said}” says"
            message = f"runs {way}, and shows “{words.strip()}”"
            yield reporter.problem(_at(node), message, "text-differs")


def _without_tags(node: Node) -> str:
    return "".join(
        each if isinstance(each, str) else _without_tags(each)
        for each in node.children
        if isinstance(each, str) or "tag" not in each.classes
    )


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _texts(nodes: list[Node], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Every text of the paper stands there once, and no other; their order is the file's hash's."""
    found = [node for node in nodes if "data-text" in node.attributes]
    wanted = Counter(squashed(passage.text) for passage in ledger.paper.texts)
    strangers = []
    for node in found:
        key = squashed(node.text)
        if wanted[key] > 0:
            wanted[key] -= 1
        elif key:
            strangers.append(node)
    lost = [p for p in ledger.paper.texts if (key := squashed(p.text)) and wanted[key] > 0]
    seen = [Seen(node.text, (_at(node),)) for node in strangers]
    for difference in compare(lost, seen, "the page"):
        if isinstance(difference, Difference):
            yield reporter.difference(difference)


def _outside(root: Node, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    """Words that stand in no text of the paper, in no card, and are not what a page repeats."""
    headings = {squashed(passage.text) for passage in ledger.paper.texts}
    own = (translate("Data (CSV)"), "↩")
    known = {*map(squashed, (*ledger.paper.headers_footers, *own)), ""}
    for node, words in _loose(root):
        key = squashed(words)
        if key not in known and not (node.tag == "a" and key in headings):
            message = f"says “{' '.join(words.split())}”, which is not in the ledger"
            yield reporter.problem(_at(node), message, "text-unknown")


def _loose(node: Node) -> Iterator[tuple[Node, str]]:
    if "data-text" in node.attributes or "card" in node.classes or node.tag in ("style", "title"):
        return
    for child in node.children:
        if isinstance(child, Node) and child.tag == "a":  # a heading, in one or more languages
            yield child, child.text
        elif isinstance(child, Node):
            yield from _loose(child)
        elif child.strip():
            yield node, child


# ── Cards ────────────────────────────────────────────────────────────────────────────────────────


def _cards(nodes: list[Node], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    cards = {node.attributes.get("id", ""): node for node in nodes if "card" in node.classes}
    wanted = _wanted_cards(ledger)
    for id_, node in cards.items():
        statement = id_.removeprefix("card-")
        said, expected = squashed(node.text), wanted.get(statement)
        if expected is None:
            message = "a card speaks of what the ledger does not have"
            yield reporter.problem(_at(node), message, "text-unknown", statement)
        elif said != squashed(expected):
            message = f"the card says “{' '.join(node.text.split())}”; the ledger has “{expected}”"
            yield reporter.problem(_at(node), message, "text-differs", statement)
    for statement in wanted.keys() - {id_.removeprefix("card-") for id_ in cards}:
        yield reporter.problem("", "the card is missing", "text-missing", statement)
    owners: dict[str, set[str]] = {}
    for text in ledger.paper.texts:  # two statements may say the same words
        owners.setdefault(squashed(text.text), set()).update(s for _, s in text.parts if s)
    for node in nodes:
        if "data-text" not in node.attributes:
            continue
        for button in node.all():
            opened = button.attributes.get("popovertarget", "").removeprefix("card-")
            if opened and opened not in owners.get(squashed(node.text), {opened}):
                message = "a button opens the card of another statement"
                yield reporter.problem(_at(button), message, "link", opened)


def _wanted_cards(ledger: Ledger) -> dict[str, str]:
    """Return the words of each statement's card, worked out from the facts."""
    passages = {int(p["number"]): p for p in ledger.passages}
    cards: dict[str, dict[str, list[str]]] = {}
    for fact in ledger.facts:
        statement = str(fact["statement"])
        if not statement:
            continue
        card = cards.setdefault(statement, {"formulas": [], "bridges": []})
        card["quotes"] = [
            _quoted(passages[int(q["number"])], ledger)
            for q in sorted(fact.get("quotes", ()), key=lambda quote: int(quote["number"]))
        ]
        computed = (f"{figure} = {formula}" for figure, formula in fact.get("computed", {}).items())
        card["formulas"] = sorted({*card["formulas"], *computed})
        is_worked = card["formulas"] and not card["quotes"] and fact["kind"] == "reported"
        card["kind"] = [translate(_KINDS["computed" if is_worked else str(fact["kind"])])]
        card["bridges"] = list(
            dict.fromkeys((*card["bridges"], *map(str, fact.get("bridges", ()))))
        )
    return {
        statement: " ".join(
            (
                *card["kind"],
                *card["quotes"],
                *card["formulas"],
                *card["bridges"],
                translate("Close"),
            )
        )
        for statement, card in cards.items()
        if card["quotes"] or card["formulas"]
    }


def _quoted(passage: dict[str, Any], ledger: Ledger) -> str:
    source = ledger.data["sources"][passage["source"]]
    origin = f"{source.get('publisher', '')}, “{source['title']}” · ¶ {passage['paragraph']}"
    return f"“{passage['quote']}” {passage['number']} · {origin}"


# ── What leads elsewhere, pictures, properties ───────────────────────────────────────────────────


def _links(nodes: list[Node], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    ids = Counter(node.attributes["id"] for node in nodes if "id" in node.attributes)
    addresses = {str(source["url"]) for source in ledger.data["sources"].values()} - {""}
    for node in nodes:
        if (target := node.attributes.get("popovertarget")) and ids[target] != 1:
            yield reporter.problem(_at(node), f"a button opens nothing: {target}", "link")
        href = node.attributes.get("href")
        if node.tag != "a" or href is None:
            continue
        if href.startswith("data:"):
            yield from _attached(node, href, ledger, reporter)
        elif href.startswith("#"):
            if ids[href[1:]] != 1:
                yield reporter.problem(_at(node), f"a link leads nowhere: {href}", "link")
        elif href not in addresses:
            message = f"“{node.text}” leads to {href}, which is not in the ledger"
            yield reporter.problem(_at(node), message, "link")


def _attached(node: Node, href: str, ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    name = node.attributes.get("download", "")
    try:
        data = base64.b64decode(href.partition("base64,")[2], validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        data = ""
    if ledger.paper.attachments.get(name) != data:
        message = f"the file {name} is not what the ledger has"
        yield reporter.problem(_at(node), message, "attachment")


def _pictures(nodes: list[Node], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    drawn = Counter(node.attributes.get("aria-label", "") for node in nodes if node.tag == "svg")
    photos = [_photo(node) for node in nodes if node.tag == "img"]
    described = drawn + Counter(photo.alt for photo in photos)
    wanted = Counter(ledger.paper.alts)
    for alt in (described - wanted).elements():
        message = f"a drawing is described as “{alt}”, which is not in the ledger"
        yield reporter.problem("", message, "alt-text")
    for alt in (wanted - described).elements():
        yield reporter.problem("", f"the description “{alt}” is missing", "alt-text")
    known = {(image.sha256, image.alt) for image in ledger.paper.images}
    for photo in photos:
        if (photo.sha256, photo.alt) not in known:
            yield reporter.problem(photo.place, "shows another picture than the ledger's", "image")


def _photo(node: Node) -> FoundImage:
    try:
        data = base64.b64decode(
            node.attributes.get("src", "").partition("base64,")[2], validate=True
        )
    except binascii.Error:
        data = b""
    return FoundImage(
        _at(node), node.attributes.get("alt", ""), hashlib.sha256(packed(data)).hexdigest()
    )


def _properties(nodes: list[Node], ledger: Ledger, reporter: Reporter) -> Iterator[Problem]:
    said = {
        n.attributes["name"]: n.attributes.get("content", "")
        for n in nodes
        if n.tag == "meta" and "name" in n.attributes
    }
    said["title"] = next((node.text for node in nodes if node.tag == "title"), "")
    said["lang"] = next((n.attributes.get("lang", "") for n in nodes if n.tag == "html"), "")
    meta = ledger.paper.meta
    wanted = {
        "title": meta["title"], "lang": meta["language"], "description": meta["subject"],
        "author": meta["author"], "keywords": meta["keywords"], "generator": meta["creator"],
        "date": ledger.created,
    }  # fmt: skip
    for name, value in wanted.items():
        if said.get(name, "") != value:
            message = f"its {name} is “{said.get(name, '')}”; the ledger has “{value}”"
            yield reporter.problem("properties", message, "properties")
