"""No repeated group reads a text in two ways, which takes a time that doubles with each word.

Questions and documents are other people's: "需要需要需要…" must not keep a process busy.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from types import ModuleType

import pytest

import assistant
import ingest

# A repeated group of plain words, none of them in brackets: "(?:还|要再?|需)*".
_REPEATED = re.compile(r"\((?:\?:)?([^()]*)\)(?:[*+](?!\+)|\{\d*,(?:\d{2,})?\})")
_CHARACTER = re.compile(r"(?:\[([\u4e00-\u9fff]+)\]|([\u4e00-\u9fff]))(\?)?")


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _patterns(item)
    elif isinstance(value, dict):
        yield from _patterns(list(value.values()))


def _words(group: str) -> Iterator[str]:
    """Each way to spell an alternative: of "要再?" both 要 and 要再, of "[那这]" both 那 and 这."""
    for alternative in group.split("|"):
        if re.fullmatch(rf"(?:{_CHARACTER.pattern})+", alternative):
            parts = [
                (*(several or one), *([""] if optional else []))
                for several, one, optional in _CHARACTER.findall(alternative)
            ]
            yield from filter(None, map("".join, product(*parts)))


def _read_twice(group: str) -> list[str]:
    """The words of a group that stand in it twice, or that others of it make up."""
    words = list(_words(group))
    return [
        word
        for word in sorted(set(words))
        if words.count(word) > 1 or _made_up(word, set(words) - {word})
    ]


def _made_up(word: str, others: set[str]) -> bool:
    return not word or any(
        _made_up(word.removeprefix(o), others) for o in others if word.startswith(o)
    )


@pytest.mark.parametrize("package", [assistant, ingest])
def test_no_repeated_group_reads_words_in_two_ways(package: ModuleType) -> None:
    patterns = {p for m in _modules(package) for v in vars(m).values() for p in _patterns(v)}
    groups = {group for pattern in patterns for group in _REPEATED.findall(pattern)}
    assert {group: twice for group in groups if (twice := _read_twice(group))} == {}


def test_what_reads_a_text_in_two_ways_is_found() -> None:
    assert _read_twice("还|要|需要?") == ["需要"]
    assert _read_twice("那么?|就|[这那上]") == ["那"]
    assert _read_twice("那么?|[这那]们?") == ["那"]
    assert _read_twice("还|要再?|需") == []
