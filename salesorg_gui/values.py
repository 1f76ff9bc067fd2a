"""``dataclass`` as the standard library has it, for less: a method is written when it is first looked at.

The standard decorator writes, compiles and runs six methods for each class while its module is imported. A program of
several hundred classes spends more on that than on all its other importing, and calls few of the methods: most values
are made, some are compared, hardly one is printed. So a ``Later`` stands where each method will be. Fields, slots,
``replace`` and ``match`` are the standard library's own. It shapes what stands below another class or has fields of an
unusual sort; any other class is given that shape for less. ``tests/test_values.py`` holds all of this to it.

What makes a value fills its slots directly, which takes half the time that ``object.__setattr__`` does.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, MISSING, Field, InitVar
from reprlib import recursive_repr
from types import FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass

type Class = type[Any]
type Write = Callable[[Class], FunctionType]

SHAPE = (*(False, False, False, False, False, False), *(True, False))
"""What is asked of the standard library: no method, no refusal, and names for ``match``."""
STANDARD: Mapping[str, Any] = vars(dataclasses)
FIELD, OF_THE_CLASS, PARAMETERS = (STANDARD[name] for name in ("_FIELD", "_FIELD_CLASSVAR", "_DataclassParams"))
REPLACE = {f"_{name}__": STANDARD[name] for name in ("_replace",) if name in STANDARD}
"""What ``copy.replace`` calls, where there is such a thing."""
SORT = "_field_type"
SPECIAL = ("Var", "KW_ONLY")
"""What is written in words the standard library takes apart."""

NOTHING = object()
"""Stands for an argument that was not given where a factory makes one."""


class Later:
    """A method nobody has looked at yet; it is written then, and takes its own place on the class."""

    __slots__ = ("_cls", "_name", "_write")

    def __init__(self, cls: Class, name: str, write: Write) -> None:
        self._cls, self._name, self._write = cls, name, write

    def __get__(self, instance: object, owner: Class | None = None) -> object:
        method = self._write(self._cls)
        method.__qualname__, method.__module__ = f"{self._cls.__qualname__}.{self._name}", self._cls.__module__
        setattr(self._cls, self._name, method)
        return method.__get__(instance, owner)


def lean(cls: Class | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> object:
    """Make a data class of a class; the words mean what they mean to ``dataclasses.dataclass``."""
    if cls is None:
        return lambda cls: _made(cls, frozen=frozen, slots=slots, eq=eq)
    return _made(cls, frozen=frozen, slots=slots, eq=eq)


if not TYPE_CHECKING:
    dataclass = lean


def _made(cls: Class, *, frozen: bool, slots: bool, eq: bool) -> Class:
    own = dict(cls.__dict__)
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__  # else the standard library works out a signature to stand there
    is_below_frozen = any(_is_frozen(above) for above in cls.__mro__[1:])  # it refuses to mix them
    if _is_plain(cls, own):
        cls = _shaped(cls, own, slots=slots)
    else:
        words = {"init": False, "repr": False, "eq": False, "frozen": frozen and is_below_frozen, "slots": slots}
        cls = dataclasses.dataclass(**words)(cls)
    methods: dict[str, object] = {"__init__": Later(cls, "__init__", _making), "__repr__": _printed}
    if eq:
        methods["__eq__"] = Later(cls, "__eq__", _comparing)
    if eq and own.get("__hash__") is None:
        own.pop("__hash__", None)  # Python takes the hash from whoever compares in his own way
        methods["__hash__"] = Later(cls, "__hash__", _hashing) if frozen else None
    if frozen and not is_below_frozen:
        cls.__dataclass_params__.frozen = True
        methods |= _frozen(cls)
    for name in methods.keys() - own.keys():
        setattr(cls, name, methods[name])
    return cls


def _is_plain(cls: Class, own: Mapping[str, Any]) -> bool:
    """Whether a class stands below no other, and nothing about its fields is to be looked into."""
    kinds = own.get("__annotations__")
    if kinds is None or type(cls) is not type or cls.__mro__ != (cls, object) or "__slots__" in own:
        return False
    if any(type(value) is Field and name not in kinds for name, value in own.items()):
        return False
    return all(_is_plain_field(kind, own.get(name)) for name, kind in kinds.items())


def _is_plain_field(kind: object, default: object) -> bool:
    if isinstance(kind, str) and any(word in kind for word in SPECIAL):
        return False
    if kind is KW_ONLY or kind is InitVar or type(kind) is InitVar:
        return False
    if isinstance(default, Field):
        is_usual = default.kw_only is MISSING and not _is_of_the_class(kind)
        return is_usual and type(default.default).__hash__ is not None
    return type(default).__hash__ is not None or _is_of_the_class(kind)


def _is_of_the_class(kind: object) -> bool:
    return kind is ClassVar or getattr(kind, "__origin__", None) is ClassVar


def _shaped(cls: Class, own: dict[str, Any], *, slots: bool) -> Class:
    """A plain class with its fields, as the standard library shapes it."""
    fields = {name: _field(name, kind, own.get(name, MISSING)) for name, kind in own["__annotations__"].items()}
    real = [field for field in fields.values() if getattr(field, SORT) is FIELD]
    shape = {
        "__dataclass_fields__": fields,
        "__dataclass_params__": PARAMETERS(*SHAPE, slots, False),
        "__match_args__": tuple(field.name for field in real if field.init),
    }
    shape |= REPLACE | {name: own[name] for name in ("__match_args__", "__replace__") if name in own}
    if slots:
        return _with_slots(cls, own | shape, [field.name for field in real])
    for name, value in shape.items():
        setattr(cls, name, value)
    for field in real:
        if field.default is not MISSING:
            setattr(cls, field.name, field.default)
        elif field.name in own:
            delattr(cls, field.name)
    return cls


def _with_slots(cls: Class, own: dict[str, Any], names: Sequence[str]) -> Class:
    for name in ("__dict__", "__weakref__", *names):
        own.pop(name, None)
    made = type(cls.__name__, (object,), own | {"__slots__": tuple(names), "__doc__": cls.__doc__})
    made.__qualname__ = cls.__qualname__
    return made


def _field(name: str, kind: object, default: Any) -> Any:  # noqa: ANN401 -- whatever stands there, and a field of it
    made: Any = default if isinstance(default, Field) else dataclasses.field(default=default)
    made.name, made.type = name, kind
    setattr(made, SORT, OF_THE_CLASS if _is_of_the_class(kind) else FIELD)
    if not _is_of_the_class(kind):
        made.kw_only = False
    return made


def _is_frozen(cls: Class) -> bool:
    parameters = cls.__dict__.get("__dataclass_params__")
    return parameters is not None and parameters.frozen


def _frozen(cls: Class) -> Mapping[str, object]:
    """What lets nothing be assigned, and lets a value be copied and sent to another process all the same."""
    names = frozenset(field.name for field in dataclasses.fields(cls))

    def refuse_to_assign(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def refuse_to_delete(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    kept = {"__setattr__": refuse_to_assign, "__delattr__": refuse_to_delete}
    return kept | {"__getstate__": _state, "__setstate__": _take_state} if "__slots__" in cls.__dict__ else kept


def _state(self: Any) -> list[object]:  # noqa: ANN401 -- any data class
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _take_state(self: Any, state: Iterable[object]) -> None:  # noqa: ANN401
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


@recursive_repr()
def _printed(self: Any) -> str:  # noqa: ANN401
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _comparing(cls: Class) -> FunctionType:
    compared = [f"self.{field.name} == other.{field.name}" for field in dataclasses.fields(cls) if field.compare]
    return _written(
        "__eq__(self, other)",
        "if self is other: return True",
        "if other.__class__ is not self.__class__: return NotImplemented",
        f"return {' and '.join(compared) or True}",
    )


def _hashing(cls: Class) -> FunctionType:
    fields = dataclasses.fields(cls)
    hashed = [f"self.{field.name}," for field in fields if (field.compare if field.hash is None else field.hash)]
    return _written("__hash__(self)", f"return hash(({' '.join(hashed)}))")


def _making(cls: Class) -> FunctionType:
    known: dict[str, object] = {"__name__": cls.__module__, "__NOTHING__": NOTHING, "__set__": object.__setattr__}
    fields = dataclasses.fields(cls)
    lines = [line for field in fields for line in _filling(cls, field, known)]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    given = [field for field in fields if field.init]
    named = [_parameter(field) for field in given if field.kw_only]
    words = ["self", *(_parameter(field) for field in given if not field.kw_only), *(["*", *named] if named else [])]
    method = _written(f"__init__({', '.join(words)})", *lines, "return None", known=known)
    method.__annotations__ = {field.name: field.type for field in given} | {"return": None}
    return method


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=__NOTHING__"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=__default_{field.name}__"


def _filling(cls: Class, field: dataclasses.Field[Any], known: dict[str, object]) -> Iterator[str]:
    """The line that fills a field; what it mentions is made known."""
    name, value = field.name, field.name
    if field.default_factory is not dataclasses.MISSING:
        known[f"__make_{name}__"] = field.default_factory
        value = f"__make_{name}__() if {name} is __NOTHING__ else {name}" if field.init else f"__make_{name}__()"
    elif field.default is not dataclasses.MISSING:
        known[f"__default_{name}__"] = field.default
        value = name if field.init else f"__default_{name}__"
    slot = getattr(cls, name, None)
    is_filled_later = field.default is dataclasses.MISSING or not isinstance(slot, MemberDescriptorType)
    if not field.init and field.default_factory is dataclasses.MISSING and is_filled_later:
        return  # by ``__post_init__``, or never: the class has the default itself where it has no slot for it
    if isinstance(slot, MemberDescriptorType):
        known[f"__fill_{name}__"] = slot.__set__
        yield f"__fill_{name}__(self, {value})"
    elif _is_frozen(cls):
        yield f"__set__(self, {name!r}, {value})"
    else:
        yield f"self.{name} = {value}"


def _written(head: str, *lines: str, known: dict[str, object] | None = None) -> FunctionType:
    """A function of the words given, all of which come from names in the program itself."""
    names = {} if known is None else known
    exec("\n ".join([f"def {head}:", *lines]), names)  # noqa: S102 -- as ``dataclasses`` does
    method = names[head.partition("(")[0]]
    assert isinstance(method, FunctionType)
    return method
