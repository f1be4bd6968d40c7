"""`dataclass` for frozen values, made in a tenth of the time that the standard library takes.

That one writes and compiles seven methods for each class: for the fifty that a start needs before anything shows,
200 of its 1,500 million instructions. Here nothing is compiled: a class's slots say how its fields are read and set.
It is used as `@dataclass(frozen=True, slots=True)`, and `fields` and `asdict` of
`dataclasses` take its values. What changes, inherits or has factories of defaults is for `dataclasses` itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type[T]], type[T]]:
        """Make a class of annotated names, the last of them with defaults, a class of values with these fields."""
        assert (frozen, slots) == (True, True), "what can change is for dataclasses.dataclass"
        return _made

    def replace(value: T, /, **changes: object) -> T:
        """The same value with these fields changed."""
        made = type(value)
        given = [changes.pop(name) if name in changes else getattr(value, name) for name in made.__match_args__]
        return made(*given, **changes)


def _made(cls: type[T]) -> type[T]:
    assert cls.__bases__ == (object,), "what inherits is for dataclasses.dataclass"
    given = dict(vars(cls))
    names = tuple(cls.__annotations__)
    defaults = {name: given.pop(name) for name in names if name in given}
    del given["__dict__"], given["__weakref__"]
    setters: list[Callable[[object, Any], None]] = []
    made = type(cls.__name__, (), {
        "__qualname__": cls.__qualname__, "__slots__": names, "__match_args__": names,
        "__setattr__": _refuse, "__delattr__": _refuse, "__dataclass_fields__": _Fields(cls),
        "__init__": _init(names, defaults, setters), **_methods(names), **given,
    })  # fmt: skip
    setters += [vars(made)[name].__set__ for name in names]  # which the class's own `__setattr__` doesn't forbid
    return made


def _init(
    names: tuple[str, ...], defaults: Mapping[str, Any], setters: list[Callable[[object, Any], None]]
) -> Callable[..., None]:
    count = len(names)

    def __init__(self: object, *given: Any, **named: Any) -> None:
        values = given if len(given) == count and not named else _in_order(type(self), names, defaults, given, named)
        for put, value in zip(setters, values):  # noqa: B905 -- they are as many; this is run very often
            put(self, value)

    return __init__


def _in_order(
    made: type, names: tuple[str, ...], defaults: Mapping[str, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> list[Any]:
    """The values of all fields, from what was given by place and by name. Raises `TypeError`."""
    values = list(given)
    for name in names[len(given) :]:
        if name in named:
            values.append(named.pop(name))
        elif name in defaults:
            values.append(defaults[name])
        else:
            raise TypeError(f"{made.__qualname__}(): there is no {name!r}")
    if named or len(values) > len(names):
        raise TypeError(f"{made.__qualname__}(): {', '.join(named) or 'so much'} is not what it takes")
    return values


def _methods(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """What a value can do, by the names of its fields."""
    values: Callable[[object], tuple[Any, ...]]
    values = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)

    def __eq__(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    def __repr__(self: object) -> str:
        pairs = zip(names, values(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __reduce__(self: object) -> tuple[type, tuple[Any, ...]]:
        return type(self), values(self)

    return {"__eq__": __eq__, "__hash__": __hash__, "__repr__": __repr__, "__reduce__": __reduce__}


def _refuse(self: object, name: str, value: object = None) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


class _Fields:
    """A class's `__dataclass_fields__`, made when `dataclasses` asks for it."""

    def __init__(self, cls: type) -> None:
        self._cls = cls
        self._fields: Mapping[str, Any] | None = None

    def __get__(self, value: object, made: type) -> Mapping[str, Any]:
        if self._fields is None:
            import dataclasses

            self._fields = vars(dataclasses.dataclass(repr=False, eq=False)(self._cls))["__dataclass_fields__"]
        return self._fields
