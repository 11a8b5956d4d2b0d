"""The structure tree: what a screen reader walks, element by element.

An element takes its place in the tree when its first content is drawn. Reading order therefore is
drawing order, and an element that never gets content is never written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObject, PDFString

from briefbook.frozen import dataclass
from briefbook.pdf.file import File

_name = cache(pdfdoc.PDFName)
"""A name as PDF writes it: a tree has some ten, thousands of times."""
ROLES = {"Aside": "Sect", "Exhibit": "Div"}
"""Our own names of elements, each with the standard one that stands for it."""


class Words(str):
    """An attribute's value that is text, not a name."""

    __slots__ = ()


Attributes = tuple[tuple[str, Mapping[str, object]], ...]
"""Owner and entries: `(("Table", {"Scope": "Column"}),)`. Texts become names, tuples arrays."""


def scope(of: str) -> Attributes:
    """Return what a head of a table says of itself: whether it is of a `Column`, `Row` or both."""
    return (("Table", {"Scope": of}),)


@dataclass(frozen=True)
class Mark:
    """A marked sequence of a page's content."""

    page: int
    number: int
    block: int = 0
    """Number of the plan's block that was being drawn, from 1."""
    words: list[str] = field(default_factory=list, compare=False)
    """What was drawn in it."""


@dataclass(frozen=True)
class Pointer:
    """The active area of a link: an annotation, by its number in the file."""

    page: int
    number: int


@dataclass(eq=False)
class Element:
    """A structure element; split paragraphs share theirs."""

    tag: str
    parent: Element | None = None
    alt: str = ""
    """Read aloud instead of a drawing."""
    actual: str = ""
    """Read aloud and copied instead of the letters drawn (small words set in capitals)."""
    lang: str = ""
    """Of its words, where that is not the document's."""
    id: str = ""
    attributes: Attributes = ()
    files: tuple[str, ...] = ()
    """Names of attached files that belong to the element."""
    kids: list[Element | Mark | Pointer] = field(default_factory=list)
    is_placed: bool = False

    def add(self, kid: Mark | Pointer) -> None:
        """Take content; with the first, take the place in the tree."""
        self.take_place()
        self.kids.append(kid)

    def take_place(self) -> None:
        """Stand in the tree, last of the parent's kids so far; once."""
        if self.parent is None or self.is_placed:
            return
        self.is_placed = True
        self.parent.take_place()
        self.parent.kids.append(self)


def marks(element: Element) -> Iterator[Mark]:
    """Yield the marked sequences of an element and all below it, in reading order."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from marks(kid)
        elif isinstance(kid, Mark):
            yield kid


def write_tree(
    file: File,
    root: Element,
    pages: list[PDFObject],
    annotations: list[PDFDictionary],
    files: Mapping[str, PDFObject],
) -> PDFObject:
    """Write the tree, and with it who owns each mark and each annotation."""
    return _Tree(file, pages, annotations, files).write(root)


class _Tree:
    """Writes elements depth first and keeps the books that the parent tree is made of."""

    def __init__(
        self,
        file: File,
        pages: list[PDFObject],
        annotations: list[PDFDictionary],
        files: Mapping[str, PDFObject],
    ) -> None:
        self._file = file
        self._pages = pages
        self._annotations = annotations
        self._files = files
        self._owners: list[dict[int, PDFObject]] = [{} for _ in pages]
        self._link_owners: dict[int, PDFObject] = {}
        self._ids: dict[str, PDFObject] = {}

    def write(self, root: Element) -> PDFObject:
        tree = PDFDictionary({"Type": _name("StructTreeRoot")})
        reference = self._file.add(tree)
        tree["K"] = self._element(root, reference)
        tree["RoleMap"] = PDFDictionary({own: _name(role) for own, role in ROLES.items()})
        tree["ParentTree"] = self._file.add(PDFDictionary({"Nums": PDFArray(self._parents())}))
        tree["ParentTreeNextKey"] = len(self._pages) + len(self._annotations)
        if self._ids:
            names = [part for key in sorted(self._ids) for part in (PDFString(key), self._ids[key])]
            tree["IDTree"] = self._file.add(PDFDictionary({"Names": PDFArray(names)}))
        return reference

    def _parents(self) -> list[object]:
        """Return the parent tree: pages first, then the annotations."""
        numbers: list[object] = []
        for page, owners in enumerate(self._owners):
            marks = PDFArray([owners[number] for number in range(len(owners))])
            numbers += (page, self._file.add(marks))
        for number in range(len(self._annotations)):
            numbers += (len(self._pages) + number, self._link_owners[number])
        return numbers

    def _element(self, element: Element, parent: PDFObject) -> PDFObject:
        entry = PDFDictionary({"Type": _name("StructElem"), "S": _name(element.tag), "P": parent})
        reference = self._file.add(entry)
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if page is not None:
            entry["Pg"] = self._pages[page]
        kids = [self._kid(kid, page, reference) for kid in element.kids]
        if kids:
            entry["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        self._describe(element, entry, reference)
        return reference

    def _kid(self, kid: Element | Mark | Pointer, page: int | None, owner: PDFObject) -> object:
        match kid:
            case Element():
                return self._element(kid, owner)
            case Mark():
                self._owners[kid.page][kid.number] = owner
                if kid.page == page:
                    return kid.number
                return PDFDictionary(
                    {"Type": _name("MCR"), "Pg": self._pages[kid.page], "MCID": kid.number}
                )
            case Pointer():
                self._link_owners[kid.number] = owner
                return PDFDictionary(
                    {
                        "Type": _name("OBJR"),
                        "Pg": self._pages[kid.page],
                        "Obj": self._file.add(self._annotations[kid.number]),
                    }
                )

    def _describe(self, element: Element, entry: PDFDictionary, reference: PDFObject) -> None:
        for key, value in (
            ("Alt", element.alt),
            ("ActualText", element.actual),
            ("Lang", element.lang),
            ("ID", element.id),
        ):
            if value:
                entry[key] = PDFString(value)
        if element.id:
            self._ids[element.id] = reference
        if element.attributes:
            written = [_attributes(owner, entries) for owner, entries in element.attributes]
            entry["A"] = written[0] if len(written) == 1 else PDFArray(written)
        if element.files:
            entry["AF"] = PDFArray([self._files[name] for name in element.files])


def _attributes(owner: str, entries: Mapping[str, object]) -> PDFDictionary:
    written: dict[str, object] = {"O": _name(owner)}
    for key, value in entries.items():
        match value:
            case Words():
                written[key] = PDFString(value)
            case str():
                written[key] = _name(value)
            case tuple():
                written[key] = PDFArray(value)
            case _:
                written[key] = value
    return PDFDictionary(written)
