"""Records as JSON and back, by their type hints; what the catalog stores and ``--json`` prints."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Decoder = Callable[[Any], Any]


def to_json(record: object) -> str:
    """Return a frozen dataclass, or anything made of them, as compact JSON.

    >>> from assistant.schema import Cell
    >>> to_json({"甲": Cell("1,2", 3, 6)})
    '{"甲":{"text":"1,2","start":3,"end":6}}'
    """
    return json.dumps(record, default=_plain, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[Record], text: str) -> Record:
    """Build the record of type ``kind`` that ``to_json`` wrote.

    >>> from assistant.schema import Cell
    >>> from_json(Cell, '{"text":"1,2","start":3,"end":6}')
    Cell(text='1,2', start=3, end=6)
    """
    return cast(Record, _decoder(cast(Any, kind))(json.loads(text)))


def _plain(record: object) -> object:
    if is_dataclass(record):
        return {field.name: getattr(record, field.name) for field in fields(record)}
    if isinstance(record, Mapping):
        return dict(record)
    raise TypeError(f"no JSON for {type(record).__name__}")


@cache
def _decoder(kind: Any) -> Decoder:
    """Return the function that turns parsed JSON into ``kind``; plain values pass through."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _record_decoder(kind)
    if origin is tuple:
        inner = _decoder(arguments[0])
        return lambda values: tuple(map(inner, values))
    if origin in (Mapping, dict):
        inner = _decoder(arguments[1])
        return lambda values: {key: inner(value) for key, value in values.items()}
    if origin in (Union, UnionType):
        records = [argument for argument in arguments if is_dataclass(argument)]
        if records and NoneType in arguments:
            inner = _decoder(cast(Any, records[0]))
            return lambda value: None if value is None else inner(value)
    return lambda value: value


def _record_decoder(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    return lambda values: kind(**{name: decoders[name](value) for name, value in values.items()})
