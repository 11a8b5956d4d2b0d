"""Frozen dataclasses of ours are those of the standard library, but for when their methods are made."""

import dataclasses
from dataclasses import FrozenInstanceError, field
from typing import Any, ClassVar

import pytest

from briefbook.frozen import dataclass as ours
from briefbook.frozen import replace, unguarded


def _made(decorate):
    @decorate(frozen=True)
    class Point:
        x: int
        y: int = 2
        names: tuple[str, ...] = field(default=(), compare=False)
        notes: list[str] = field(default_factory=list, repr=False, kw_only=True)

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError("left of the page")

    @decorate(frozen=True)
    class Dot(Point):
        size: float = 1.0

    Point.__qualname__, Dot.__qualname__ = "Point", "Dot"
    return Point, Dot


BOTH = pytest.mark.parametrize("kinds", [_made(dataclasses.dataclass), _made(ours)])

EITHER = pytest.mark.parametrize(
    "decorate", [dataclasses.dataclass, ours], ids=["of the library", "ours"]
)


@BOTH
def test_values_defaults_and_names_are_taken(kinds) -> None:
    point, dot = kinds
    assert repr(point(1)) == "Point(x=1, y=2, names=())"
    assert repr(dot(1, size=3.0)) == "Dot(x=1, y=2, names=(), size=3.0)"
    assert point(1, notes=["a"]).notes == ["a"]
    assert point(1).notes is not point(1).notes
    assert dataclasses.replace(point(1), y=5).y == 5
    assert [f.name for f in dataclasses.fields(dot)] == ["x", "y", "names", "notes", "size"]


@BOTH
def test_what_counts_is_compared_and_hashed(kinds) -> None:
    point, dot = kinds
    first = point(1, notes=[])
    assert first == point(1, names=("a",))
    assert first != point(2)
    assert first != dot(1)
    assert first != 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


@BOTH
def test_nothing_is_changed_or_forgotten(kinds) -> None:
    point, _ = kinds
    made = point(1)
    with pytest.raises(FrozenInstanceError):
        made.x = 2
    with pytest.raises(FrozenInstanceError):
        del made.x
    with pytest.raises(TypeError):
        point()
    with pytest.raises(TypeError):
        point(1, 2, (), [])
    with pytest.raises(ValueError, match="left of the page"):
        point(-1)


@BOTH
def test_patterns_match_by_place(kinds) -> None:
    point, _ = kinds
    match point(3, 4):
        case point(3, y):
            assert y == 4
        case _:
            pytest.fail("no match")


@EITHER
def test_what_is_not_frozen_can_be_changed_and_not_hashed(decorate):
    @decorate
    class Open:
        x: int
        names: list[str] = field(default_factory=list)

    kind: Any = Open
    made = kind(1)
    made.x = 2
    made.names.append("a")
    assert made == kind(2, ["a"])
    assert kind(1).names == []
    with pytest.raises(TypeError, match="unhashable"):
        hash(made)


@EITHER
def test_what_is_not_compared_is_told_apart_by_identity(decorate):
    @decorate(frozen=True, eq=False)
    class Shape:
        x: int

    kind: Any = Shape
    made = kind(1)
    assert made != kind(1)
    assert {made: 1}[made] == 1
    with pytest.raises(FrozenInstanceError):
        made.x = 2


@EITHER
def test_what_is_ordered_is_sorted_by_what_counts(decorate):
    @decorate(frozen=True, order=True)
    class Place:
        line: int
        column: int = 0
        note: str = field(default="", compare=False)

    kind: Any = Place
    assert sorted([kind(2), kind(1, 3), kind(1, 2)]) == [kind(1, 2), kind(1, 3), kind(2)]
    assert kind(1, 2, "a") <= kind(1, 2, "b")
    assert kind(1, 2) >= kind(1, 1)
    with pytest.raises(TypeError):
        assert kind(1) < 2


def test_what_is_unguarded_is_the_same_but_for_its_guard():
    @unguarded
    @ours(frozen=True)
    class Word:
        __slots__ = ("start", "text")

        text: str
        start: int

        def __post_init__(self) -> None:
            if self.start < 0:
                raise ValueError("before the text")

    kind: Any = Word
    made = kind("a", start=1)
    assert repr(made).endswith("Word(text='a', start=1)")
    assert {made: 1}[kind("a", 1)] == 1
    assert replace(made, start=2) == kind("a", 2)
    with pytest.raises(TypeError):
        kind("a")
    with pytest.raises(ValueError, match="before the text"):
        kind("a", -1)


def test_a_class_with_slots_keeps_its_values_in_them() -> None:
    @ours(frozen=True)
    class Place:
        __slots__ = ("x", "y")

        x: int
        y: int

    place = Place(1, y=2)
    assert (place.x, place.y) == (1, 2)
    assert place == Place(1, 2) != Place(1, 3)
    assert not hasattr(place, "__dict__")
    with pytest.raises(FrozenInstanceError):
        place.x = 3  # type: ignore[misc]


def test_classes_of_one_shape_have_arguments_and_errors_of_their_own() -> None:
    @ours(frozen=True)
    class One:
        first: int
        second: int = 1

    @ours(frozen=True)
    class Other:
        name: str
        size: int = 7

    assert (One(3).second, Other("a").size) == (1, 7)
    assert Other(name="a", size=2).size == 2
    with pytest.raises(TypeError, match="name"):
        Other()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="first"):
        Other(first=1)  # type: ignore[call-arg]


def test_fields_of_parents_and_of_a_class_without_words_are_found() -> None:
    class Base:
        pass

    @ours(frozen=True)
    class Parent(Base):
        name: str
        note: str = ""

    @ours(frozen=True)
    class Child(Parent):
        note: str = "none"
        size: int = field(default=2, repr=False)

    kind: Any = Child
    assert [(f.name, f.default) for f in dataclasses.fields(kind)][1:] == [
        ("note", "none"),
        ("size", 2),
    ]
    assert kind.__match_args__ == ("name", "note", "size")
    assert repr(kind("a")).endswith("Child(name='a', note='none')")
    assert dataclasses.asdict(kind("a")) == {"name": "a", "note": "none", "size": 2}


def test_what_belongs_to_the_class_is_no_field() -> None:
    @ours(frozen=True)
    class Counted:
        least: ClassVar[int] = 3
        x: int = 1

    kind: Any = Counted
    assert [f.name for f in dataclasses.fields(kind)] == ["x"]
    assert kind.least == 3
