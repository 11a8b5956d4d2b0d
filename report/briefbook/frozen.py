"""Dataclasses, most of them frozen, whose methods are made when they are first needed.

The standard library writes and compiles six methods for each class while its module is imported: of
three hundred classes that was a tenth of a build. It still works the fields out here, so that
`replace`, `fields`, `astuple` and patterns work as ever; comparing, hashing and representing are
done by functions that all classes share, and `__init__` is compiled for the first object.

    from briefbook.frozen import dataclass

What is made by the ten thousand, such as the words of a text, is `unguarded` besides.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    # One thing to type checkers.
    from dataclasses import dataclass as dataclass  # noqa: PLC0414
    from dataclasses import replace as replace  # noqa: PLC0414
else:

    def dataclass(kind: type | None = None, /, **options: bool) -> Any:  # noqa: ANN401  or what makes one
        """Return a dataclass with methods of ours; one with other options as the library makes it."""
        if not options.keys() <= {"frozen", "eq", "order"}:
            return dataclasses.dataclass(kind, **options)
        if options == {"frozen": True}:
            return _frozen if kind is None else _frozen(kind)
        guards = _GUARDS if options.pop("frozen", False) else {}
        made = partial(_made, guards=guards, **options)
        return made if kind is None else made(kind)

    def replace(made: Any, /, **changes: object) -> Any:  # noqa: ANN401  an object of the same class
        """Return a copy of a dataclass with other values; its values are not checked again."""
        kind = made.__class__
        if kind not in _NAMES:
            has_more = hasattr(kind, "__post_init__") or not hasattr(made, "__dict__")
            names = () if has_more else (f.name for f in dataclasses.fields(kind))
            _NAMES[kind] = frozenset(names)
        names = _NAMES[kind]
        if not names or not changes.keys() <= names:
            return dataclasses.replace(made, **changes)
        values, new = made.__dict__, kind.__new__(kind)
        if len(values) != len(names):  # it also holds what was worked out of them
            values = {name: values[name] for name in names}
        new.__dict__.update(values, **changes)
        return new


Kind = TypeVar("Kind", bound=type)


def unguarded(kind: Kind) -> Kind:
    """Return a frozen dataclass whose objects are guarded by type checkers alone.

    To make an object past its own guard is a call for each value: three times the time.
    """
    type.__delattr__(kind, "__setattr__")
    type.__delattr__(kind, "__delattr__")
    _UNGUARDED.add(kind)
    return kind


_UNGUARDED: set[type] = set()
_NAMES: dict[type, frozenset[str]] = {}
"""Of the fields of each class whose objects may be copied field by field."""
_set = object.__setattr__
_VALUES: dict[type, Callable[[object], object]] = {}


def _frozen(kind: type) -> type:
    return _made(kind, guards=_GUARDS)


def _made(kind: type, *, guards: Mapping[str, Any], eq: bool = True, order: bool = False) -> type:
    own = set(vars(kind))
    made = _with_fields(kind)
    methods: dict[str, Any] = {"__init__": _first_init(made), "__repr__": _repr}
    if guards:
        methods |= guards
    else:
        _UNGUARDED.add(made)
    if eq:
        methods |= {"__eq__": _eq, "__hash__": _hash if guards else None}
    if order:
        methods |= _ORDER
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _with_fields(kind: type) -> type:
    """Return a class with its fields worked out, as the library does it, by the library's own objects.

    It examines each annotation for names of `typing`, and what a class without a docstring is made
    of. Annotations of ours are plain; others, and those that Python keeps elsewhere, are left to it.
    """
    notes = vars(kind).get("__annotations__")
    is_field: object = getattr(dataclasses, "_FIELD", None)
    if notes is None or is_field is None or any(map(_is_unusual, notes.values())):
        kind.__doc__ = kind.__doc__ or kind.__name__
        return dataclasses.dataclass(init=False, repr=False, eq=False)(kind)
    fields: dict[str, dataclasses.Field[Any]] = {}
    for base in kind.__mro__[-1:0:-1]:
        fields |= getattr(base, "__dataclass_fields__", {})
    slots = vars(kind).get("__slots__", ())
    for name, note in notes.items():
        given: Any = (
            dataclasses.MISSING if name in slots else getattr(kind, name, dataclasses.MISSING)
        )
        if isinstance(given, dataclasses.Field):
            made = given
            if made.default is dataclasses.MISSING:
                delattr(kind, name)
            else:
                setattr(kind, name, made.default)
        else:
            made = dataclasses.field(default=given)
        made.name, made.type, made._field_type = name, note, is_field  # type: ignore[attr-defined]  # noqa: SLF001
        made.kw_only = made.kw_only is True
        fields[name] = made
    by_place = tuple(f.name for f in fields.values() if f.init and not f.kw_only)
    known = {
        "__dataclass_fields__": fields,
        "__dataclass_params__": _SAMPLE,
        "__match_args__": by_place,
    }
    for name, value in known.items():
        setattr(kind, name, value)
    return kind


_DOCUMENTED = {"__doc__": "With one the library need not examine it, for which it loads `inspect`."}
_SAMPLE = vars(
    dataclasses.make_dataclass(
        "_Sample", (), namespace=_DOCUMENTED, init=False, repr=False, eq=False
    )
)["__dataclass_params__"]
"""What the library notes of how a class was asked for."""


def _is_unusual(note: object) -> bool:
    """Tell whether an annotation may be of what is no field, or of fields that are given by name."""
    return not isinstance(note, str) or "Var" in note or "KW_ONLY" in note


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
    is_guarded = kind not in _UNGUARDED
    code = _init_code(shape, is_slotted, is_checked, is_guarded)
    names = {f"_{n}": field.name for n, field in enumerate(fields)}
    stored = {f"_at_{n}": field.name for n, field in enumerate(fields)}
    known: dict[str, Any] = {"_set": _set, "_MISSING": dataclasses.MISSING}
    for n, field in enumerate(fields):
        known[f"_make_{n}"] = field.default_factory
        known[f"_set_{n}"] = getattr(vars(kind).get(field.name), "__set__", None)
    own = code.replace(
        co_varnames=tuple(names.get(name, name) for name in code.co_varnames),
        co_names=tuple(stored.get(name, name) for name in code.co_names),
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
    shape: tuple[tuple[bool, bool], ...],
    is_slotted: bool,  # noqa: FBT001  what is found again by name is found more slowly
    is_checked: bool,  # noqa: FBT001
    is_guarded: bool,  # noqa: FBT001
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
        if not is_guarded:
            body.append(f"self._at_{n} = _{n}")
        else:
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
    _VALUES[kind] = operator.attrgetter(*names) if names else lambda _: ()
    return _VALUES[kind]


def _eq(self: object, other: object) -> bool:
    kind = self.__class__
    if other.__class__ is not kind:
        return NotImplemented  # type: ignore[no-any-return]  # as Python asks
    values = _VALUES.get(kind) or _compared(kind)
    return values(self) == values(other)


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
    def method(self: object, other: object) -> bool:
        kind = self.__class__
        if other.__class__ is not kind:
            return NotImplemented  # type: ignore[no-any-return]
        values = _VALUES.get(kind) or _compared(kind)
        return compare(values(self), values(other))

    return method


_ORDER = {
    f"__{compare.__name__}__": _ordered(compare)
    for compare in (operator.lt, operator.le, operator.gt, operator.ge)
}


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


_GUARDS = {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
