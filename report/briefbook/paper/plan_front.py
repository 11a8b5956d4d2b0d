"""What page one of a paper shows above its text: title, answer, figures and key points, as data."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.text import Printed, Role, Run, Text, printed


@dataclass(frozen=True)
class Opening:
    """The title block of page one."""

    kicker: str
    """What sort of paper it is, or its series and number."""
    topic: str
    date: str
    title: str
    subtitle: str
    byline: str = ""
    """Who sends it, and to whom."""

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        return printed(
            Role.LABEL, self.kicker, self.topic, self.date, self.title, self.subtitle, self.byline
        )


@dataclass(frozen=True)
class BottomLine:
    """The answer first, on tint."""

    label: str
    text: Text
    is_open: bool = False
    """Set in grey: nobody has given the answer yet."""
    grades: tuple[Text, ...] = ()
    """How sure the authors are, and of what: a line for each grade."""
    next_step: Text = ()
    """What the reader is asked to do or to decide."""

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from printed(Role.LABEL, self.label)
        yield from printed(Role.STATEMENT, self.text, *self.lines)

    @property
    def lines(self) -> tuple[Text, ...]:
        """What stands below the answer: the grades, and last what the reader is asked to do."""
        return (*self.grades, *((self.next_step,) if self.next_step else ()))


@dataclass(frozen=True)
class KeyPoint:
    """One numbered point: a lead sentence and what follows."""

    lead: Text
    text: Text


@dataclass(frozen=True)
class KeyPoints:
    """Three to five points under a heading."""

    heading: str
    points: tuple[KeyPoint, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from printed(Role.HEADING, self.heading)
        for number, point in enumerate(self.points, 1):
            yield from printed(Role.LABEL, str(number))
            yield from printed(Role.STATEMENT, (*point.lead, Run(" "), *point.text))


@dataclass(frozen=True)
class Figure:
    """A figure to remember, and what it is."""

    value: Text
    caption: Text


@dataclass(frozen=True)
class Figures:
    """Up to three figures beside the answer."""

    items: tuple[Figure, ...]

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        for item in self.items:
            yield from printed(Role.STATEMENT, item.value, item.caption)


@dataclass(frozen=True)
class Spread:
    """The answer, and the figures beside it."""

    main: BottomLine
    side: Figures

    def texts(self) -> Printed:
        """Yield what is printed, in reading order."""
        yield from self.main.texts()
        yield from self.side.texts()
