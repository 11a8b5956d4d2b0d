"""The grammar of formulas: a text into a tree, by recursive descent.

    expression = term (("+" | "-" | "−") term)*
    term       = factor (("*" | "/" | "×" | "÷") factor)*
    factor     = ["-"] (number [scale] | call | "(" expression ")")
    call       = name "(" [argument ("," argument)*] ")"
    argument   = date | text in quotation marks | id | expression

Ids have hyphens, so a minus between names needs spaces or brackets. Dates are EDTF: 2007, 2015-03,
2002/2004. There are no powers, ranges or loops: a formula takes no longer than it is to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefbook.errors import Hinted
from briefbook.frozen import dataclass
from briefbook.values.unit_faults import SCALES

MAX_LENGTH = 1_000
MAX_DEPTH = 30


class BadFormula(Hinted):
    """A formula that cannot be worked out; the message says why, `hint` what to write."""


@dataclass(frozen=True)
class Number:
    """A constant: 3, or 61.5 million."""

    value: Decimal
    text: str


@dataclass(frozen=True)
class Name:
    """The id of an input, such as obligations."""

    text: str


@dataclass(frozen=True)
class Literal:
    """A date, or words in quotation marks."""

    text: str
    is_date: bool = False


@dataclass(frozen=True)
class Negation:
    """A minus before a factor."""

    of: Tree


@dataclass(frozen=True)
class Operation:
    """Two sides joined by + - * or /."""

    sign: str
    left: Tree
    right: Tree


@dataclass(frozen=True)
class Call:
    """A function of arguments."""

    name: str
    arguments: tuple[Tree, ...]


Tree = Number | Name | Literal | Negation | Operation | Call

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<quoted>"[^"]*"|“[^”]*”|'[^']*')
  | (?P<date>-?\d{4}-\d\d(?:-\d\d)?(?:/-?\d{4}(?:-\d\d){0,2})?(?![\w.])|-?\d{4}/-?\d{4}(?![\w.]))   # 2015-03, 2002/2004
  | (?P<number>\d[\d_]*(?:,\d{3})*(?:\.\d+)?)(?![\w.])
  | (?P<name>[a-z_][a-z0-9_]*(?:-[a-z0-9_]+)*)
  | (?P<sign>[-−+*/×÷(),])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = {"−": "-", "×": "*", "÷": "/"}


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str


class _Parser:
    """Reads tokens from left to right; `at` is the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [*_tokens(text)]
        self.at = 0

    def fail(self) -> BadFormula:
        return BadFormula(
            f"“{self.text}” is not a formula", "write it as value(series, 2007) or amount(id)"
        )

    def next(self, *signs: str) -> str:
        """Return the next sign if it is one of these, and go on; empty otherwise."""
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token and token.kind == "sign" and token.text in signs:
            self.at += 1
            return token.text
        return ""

    def expression(self, depth: int = 0) -> Tree:
        if depth > MAX_DEPTH:
            raise BadFormula("a formula nested more than 30 levels deep")
        left = self.term(depth)
        while sign := self.next("+", "-"):
            left = Operation(sign, left, self.term(depth))
        return left

    def term(self, depth: int) -> Tree:
        left = self.factor(depth)
        while sign := self.next("*", "/"):
            left = Operation(sign, left, self.factor(depth))
        return left

    def factor(self, depth: int) -> Tree:
        if self.next("-"):
            return Negation(self.factor(depth))
        if self.next("("):
            inner = self.expression(depth + 1)
            if not self.next(")"):
                raise self.fail()
            return inner
        if self.at >= len(self.tokens) or self.tokens[self.at].kind == "sign":
            raise self.fail()
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "name":
            return self.named(token.text, depth)
        if token.kind == "number":
            return self.number(token.text)
        is_date = token.kind == "date"
        return Literal(token.text if is_date else token.text[1:-1].strip(), is_date)

    def named(self, name: str, depth: int) -> Tree:
        if self.next("("):
            return Call(name, tuple(self.arguments(depth + 1)))
        return Number(Decimal(SCALES[name]), name) if name in SCALES else Name(name)

    def number(self, digits: str) -> Number:
        value, text = Decimal(re.sub(r"[_,]", "", digits)), digits
        if self.at < len(self.tokens) and self.tokens[self.at].text in SCALES:
            word = self.tokens[self.at].text
            self.at += 1
            return Number(value * SCALES[word], f"{text} {word}")
        return Number(value, text)

    def arguments(self, depth: int) -> Iterator[Tree]:
        if self.next(")"):
            return
        while True:
            yield self.expression(depth)
            if self.next(")"):
                return
            if not self.next(","):
                raise self.fail()


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if not match or not match.lastgroup:
            raise BadFormula(
                f"“{text}” is not a formula: “{text[at:].strip()[:20]}” means nothing in it"
            )
        word = match[match.lastgroup]
        yield _Token(match.lastgroup, _SIGNS.get(word, word))
        at = match.end()


@lru_cache(maxsize=1024)
def parse_formula(text: str) -> Tree:
    """Return the tree of a formula; raises BadFormula."""
    if len(text) > MAX_LENGTH:
        raise BadFormula(f"a formula of {len(text):,} characters; at most {MAX_LENGTH:,} are read")
    parser = _Parser(text)
    tree = parser.expression()
    if parser.at < len(parser.tokens):
        raise parser.fail()
    return tree


def calls_in(tree: Tree) -> Iterator[Call]:
    """Yield every call of a formula, the outer ones first."""
    match tree:
        case Call(arguments=arguments):
            yield tree
            for argument in arguments:
                yield from calls_in(argument)
        case Operation(left=left, right=right):
            yield from calls_in(left)
            yield from calls_in(right)
        case Negation(of=of):
            yield from calls_in(of)
        case _:
            pass


def numbers_in_formula(tree: Tree) -> Iterator[Number]:
    """Yield the constants of a formula that are no dates of a call."""
    match tree:
        case Number():
            yield tree
        case Operation(left=left, right=right):
            yield from numbers_in_formula(left)
            yield from numbers_in_formula(right)
        case Negation(of=of):
            yield from numbers_in_formula(of)
        case Call(name="change", arguments=arguments) | Call(name="convert", arguments=arguments):
            for argument in arguments:
                yield from numbers_in_formula(argument)
        case _:
            pass


_TIMES = frozenset((100, 1000, 10**6, 10**9))


def unscaled(tree: Tree) -> Tree:
    """Return a formula without what turns it into percent, cents or thousands."""
    while (
        isinstance(tree, Operation)
        and tree.sign in "*/"
        and isinstance(tree.right, Number)
        and tree.right.value in _TIMES
    ):
        tree = tree.left
    return tree
