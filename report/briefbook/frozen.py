"""Frozen dataclasses whose methods are made when they are first needed.

The standard library writes and compiles six methods for each class while its module is imported: of
three hundred classes that was a tenth of a build. It still works the fields out here, so that
`replace`, `fields`, `astuple` and patterns work as ever; comparing, hashing and representing are
done by functions that all classes share, and `__init__` is compiled for the first object.

    from briefbook.frozen import dataclass
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # One thing to type checkers.
    from dataclasses import dataclass as dataclass  # noqa: PLC0414
    from dataclasses import replace as replace  # noqa: PLC0414
else:

    def dataclass(kind: type | None = None, /, **options: bool) -> Any:  # noqa: ANN401  or what makes one
        """Return a dataclass: a frozen one with methods of ours, another as the library makes it."""
        if kind is not None or options != {"frozen": True}:
            return dataclasses.dataclass(kind, **options)
        return _frozen

    def replace(made: Any, /, **changes: object) -> Any:  # noqa: ANN401  an object of the same class
        """Return a copy of a dataclass with other values; its values are not checked again."""
        kind = made.__class__
        if kind not in _NAMES:
            has_more = hasattr(kind, "__post_init__") or not hasattr(made, "__dict__")
            _NAMES[kind] = () if has_more else tuple(f.name for f in dataclasses.fields(kind))
        names = _NAMES[kind]
        if not names or not changes.keys() <= set(names):
            return dataclasses.replace(made, **changes)
        old, new = made.__dict__, kind.__new__(kind)
        new.__dict__.update({name: old[name] for name in names}, **changes)
        return new


_NAMES: dict[type, tuple[str, ...]] = {}
"""Of the fields of each class whose objects may be copied field by field."""
_set = object.__setattr__
_VALUES: dict[type, Callable[[object], object]] = {}


def _frozen(kind: type) -> type:
    own = set(vars(kind))
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False)(kind)
    methods: dict[str, Any] = {
        "__init__": _first_init(made),
        "__repr__": _repr,
        "__eq__": _eq,
        "__hash__": _hash,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _first_init(kind: type) -> Callable[..., None]:
    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807
        init = _compiled_init(kind)
        type.__setattr__(kind, "__init__", init)
        init(self, *given, **named)

    return __init__


def _compiled_init(kind: type) -> Callable[..., None]:
    """Return the `__init__` that the standard library would have written."""
    known: dict[str, Any] = {"_set": _set, "_MISSING": dataclasses.MISSING}
    plain: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for field in dataclasses.fields(kind):
        name = field.name
        default = ""
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            default = "=_MISSING"
            body.append(f"if {name} is _MISSING: {name} = _make_{name}()")
        (named if field.kw_only else plain).append(f"{name}{default}")
        body.append(f"_set(self, {name!r}, {name})")
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join(("self", *plain, *(("*", *named) if named else ())))
    lines = "\n    ".join(body or ("pass",))
    exec(f"def __init__({head}):\n    {lines}\n", known)  # noqa: S102  as the library does
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    return init


def _compared(kind: type) -> Callable[[object], object]:
    """Return the function that returns what objects of a class are compared by."""
    names = [field.name for field in dataclasses.fields(kind) if field.compare]
    _VALUES[kind] = attrgetter(*names) if names else lambda _: ()
    return _VALUES[kind]


def _eq(self: object, other: object) -> bool:
    kind = self.__class__
    if other.__class__ is not kind:
        return NotImplemented  # type: ignore[no-any-return]  # as Python asks
    values = _VALUES.get(kind) or _compared(kind)
    return values(self) == values(other)


def _hash(self: object) -> int:
    kind = self.__class__
    return hash((_VALUES.get(kind) or _compared(kind))(self))


def _repr(self: object) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)  # type: ignore[arg-type]
    return f"{self.__class__.__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in shown)})"


def _refuse_to_set(_: object, name: str, value: object) -> None:
    del value
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
