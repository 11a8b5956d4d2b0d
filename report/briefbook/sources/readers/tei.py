"""TEI, and XML that names its parts as TEI, DocBook or JATS do, into blocks.

Entities are not resolved and nothing is fetched, so a document can neither grow nor look around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefbook.errors import SourceLocation, Unreadable
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading, iso_date, one_line
from briefbook.sources.source_text import About, Boilerplate

_DIVISIONS = re.compile(r"div\d?|sec(?:t(?:ion|\d))?|chapter|article|part|group|floatingText")
_HEADS = frozenset(("head", "title", "docTitle"))
_PARAGRAPHS = frozenset(
    "p para ab l u sp opener closer salute signed dateline byline quote q cit lg label".split()
)
_HEADERS = frozenset(
    "teiHeader info articleinfo bookinfo front-stub journal-meta article-meta".split()
)
_LEFT = frozenset(("sic", "orig", "abbr"))
"""In a <choice>, the other reading is taken: what was corrected, regularised, spelt out."""
_ASIDE = {
    "fw": "running head", "listBibl": "reference list", "biblStruct": "reference list",
    "ref-list": "reference list", "bibliography": "reference list", "figDesc": "description of a picture",
    "del": "struck out in the original", "gap": "gap", "table-of-contents": "navigation",
}  # fmt: skip
_NOTES = frozenset(("note", "footnote", "fn"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tei(text: str, name: str) -> Reading:
    """Return the blocks of an XML document; raises Unreadable when it is broken or holds no text."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        # The parser is told the encoding; the text has been decoded already.
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(
            f"broken XML: {error.msg or 'no element found'}",
            place=SourceLocation(name, error.lineno or 0),
            hint="mend the file, or give the document as text",
        ) from None
    walk = _Walk()
    walk.run(root)
    if not walk.blocks:
        raise Unreadable(
            f"XML without paragraphs: <{_local(root)}> is no TEI",
            place=SourceLocation(name),
            hint="give TEI, with <head> and <p>, or the document as text",
        )
    return Reading(tuple(walk.blocks), tuple(walk.aside), _about(root))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


@dataclass
class _Walk:
    """Collects blocks while the tree is walked once."""

    blocks: list[Block] = field(default_factory=list)
    aside: list[Boilerplate] = field(default_factory=list)
    depth: int = 0
    open: list[tuple[BlockKind, int, list[str]]] = field(default_factory=list)
    """Blocks that are being collected; a note or a list may stand in a paragraph."""

    def run(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            tag = _local(element)
            if event == "start":
                if self._is_left(element, tag):
                    skipped = element
                    walker.skip_subtree()
                    continue
                self._start(tag)
                self._say(element.text)
            else:
                if element is not skipped:
                    self._end(tag)
                self._say(element.tail)

    def _is_left(self, element: etree._Element, tag: str) -> bool:
        if tag in _ASIDE:
            if words := one_line(" ".join(map(str, element.itertext()))):
                self.aside.append(Boilerplate(words, _ASIDE[tag]))
            return True
        parent = element.getparent()
        is_other = tag in _LEFT and parent is not None and _local(parent) == "choice"
        return tag in _HEADERS or is_other or not tag

    def _start(self, tag: str) -> None:
        if _DIVISIONS.fullmatch(tag):
            self.depth += 1
        if tag in _HEADS:
            self._push(BlockKind.HEADING, self.depth + 1)
        elif tag in _NOTES:
            self._push(BlockKind.NOTE)
        elif tag in ("item", "listitem", "list-item"):
            self._push(BlockKind.ITEM)
        elif tag in ("row", "tr"):
            self._push(BlockKind.ROW)
        elif tag in ("cell", "td", "th", "entry"):
            if (
                self.open
                and self.open[-1][0] is BlockKind.ROW
                and "".join(self.open[-1][2]).strip()
            ):
                self.open[-1][2].append(CELLS)
        elif tag in _PARAGRAPHS and not (self.open and self.open[-1][0] is not BlockKind.PARAGRAPH):
            self._push(BlockKind.PARAGRAPH)
        elif tag in ("lb", "pb", "cb", "br"):
            self._say(" ")

    def _end(self, tag: str) -> None:
        if _DIVISIONS.fullmatch(tag):
            self.depth -= 1
        is_block = (
            tag in _HEADS or tag in _NOTES or tag in ("item", "listitem", "list-item", "row", "tr")
        )
        if is_block or (
            tag in _PARAGRAPHS and self.open and self.open[-1][0] is BlockKind.PARAGRAPH
        ):
            self._pop()

    def _push(self, kind: BlockKind, level: int = 0) -> None:
        self.open.append((kind, level, []))

    def _pop(self) -> None:
        kind, level, words = self.open.pop()
        text = one_line("".join(words)).removesuffix(CELLS.strip()).strip()
        if text:
            self.blocks.append(Block(kind, text, level))

    def _say(self, text: str | None) -> None:
        if text and self.open:
            self.open[-1][2].append(text)


def _about(root: etree._Element) -> About:
    header = next(_find(root, "teiHeader"), None)
    if header is None:
        return _about_article(root)

    def words(path: tuple[str, ...]) -> str:
        found = next(_find(header, *path), None)
        return one_line(" ".join(map(str, found.itertext()))) if found is not None else ""

    language = next(_find(header, "language"), None)
    addresses = [
        *(
            one_line("".join(map(str, part.itertext())))
            for part in _find(header, "publicationStmt", "idno")
        ),
        *(part.get("target") or "" for part in _find(header, "publicationStmt", "ref")),
    ]
    changes = [iso_date(part.get("when") or "") for part in _find(header, "revisionDesc", "change")]
    return About(
        title=words(("titleStmt", "title")),
        publisher=words(("publicationStmt", "publisher"))
        or words(("publicationStmt", "authority")),
        published=_when(header),
        modified=max(changes, default=""),
        address=next((text for text in addresses if re.match(r"https?://\S+$", text)), ""),
        language=root.get(_LANGUAGE)
        or (language.get("ident") or "" if language is not None else ""),
    )


def _about_article(root: etree._Element) -> About:
    """Return what an article says of itself as JATS does: its title, its journal, the day of publication."""

    def words(*path: str) -> str:
        found = next(_find(root, *path), None)
        return one_line("".join(map(str, found.itertext()))) if found is not None else ""

    days = {
        date.get("pub-type") or date.get("date-type") or "": "-".join(
            one_line(part.text or "").zfill(2)
            for name in ("year", "month", "day")
            for part in date.iterfind(f"{{*}}{name}")
        )
        for date in _find(root, "article-meta", "pub-date")
    }
    return About(
        title=words("article-meta", "title-group", "article-title"),
        publisher=words("journal-meta", "journal-title") or words("journal-meta", "publisher-name"),
        published=iso_date(days.get("epub") or days.get("pub") or next(iter(days.values()), "")),
        language=(root.get(_LANGUAGE) or "").lower(),
    )


def _when(header: etree._Element) -> str:
    date = next(_find(header, "publicationStmt", "date"), None)
    if date is None:
        return ""
    words = one_line("".join(map(str, date.itertext())))
    year = words if re.fullmatch(r"1\d{3}|20\d\d", words) else ""
    return iso_date(date.get("when") or "") or date.get("when") or iso_date(words) or year


def _find(root: etree._Element, *path: str) -> Iterator[etree._Element]:
    """Yield the elements with these local names, each within the one before."""
    if not path:
        yield root
        return
    for element in root.iter("{*}" + path[0]):
        yield from _find(element, *path[1:])
