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
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
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
    """Return the `__init__` that the standard library would have written.

    To compile one for each of two hundred classes is a fiftieth of a build: those of one shape share
    their code, each with its own names.
    """
    fields = dataclasses.fields(kind)
    is_slotted = "__slots__" in vars(kind)
    shape = tuple((f.kw_only, f.default_factory is not dataclasses.MISSING) for f in fields)
    is_checked = hasattr(kind, "__post_init__")
    code = _init_code(shape, is_slotted=is_slotted, is_checked=is_checked)
    names = {f"_{n}": field.name for n, field in enumerate(fields)}
    known: dict[str, Any] = {"_set": _set, "_MISSING": dataclasses.MISSING}
    for n, field in enumerate(fields):
        known[f"_make_{n}"] = field.default_factory
        known[f"_set_{n}"] = getattr(vars(kind).get(field.name), "__set__", None)
    own = code.replace(
        co_varnames=tuple(names.get(name, name) for name in code.co_varnames),
        co_consts=tuple(names.get(const, const) for const in code.co_consts),
        co_qualname=f"{kind.__qualname__}.__init__",
    )
    init = FunctionType(own, known, "__init__")
    # One that is made for each object is asked for by the mark of what is missing, its own default.
    given = [f for f, (_, is_made) in zip(fields, shape, strict=True) if is_made or not _lacks(f)]
    init.__defaults__ = tuple(f.default for f in given if not f.kw_only)
    init.__kwdefaults__ = {f.name: f.default for f in given if f.kw_only}
    return init


def _lacks(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING


@cache
def _init_code(
    shape: tuple[tuple[bool, bool], ...], *, is_slotted: bool, is_checked: bool
) -> CodeType:
    """Return the code of an `__init__` whose fields are called `_0`, `_1` and so on.

    `shape`: of each field, whether it is given by name alone, and whether its default is made anew.
    """
    plain = [f"_{n}" for n, (is_named, _) in enumerate(shape) if not is_named]
    named = [f"_{n}" for n, (is_named, _) in enumerate(shape) if is_named]
    body = []
    for n, (_, is_made) in enumerate(shape):
        if is_made:
            body.append(f"if _{n} is _MISSING: _{n} = _make_{n}()")
        body.append(f"_set_{n}(self, _{n})" if is_slotted else f"_set(self, '_{n}', _{n})")
    if is_checked:
        body.append("self.__post_init__()")
    head = ", ".join(("self", *plain, *(("*", *named) if named else ())))
    lines = "\n    ".join(body or ("pass",))
    whole = compile(f"def __init__({head}):\n    {lines}\n", "<frozen>", "exec")
    return next(const for const in whole.co_consts if isinstance(const, CodeType))


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
