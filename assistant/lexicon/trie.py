"""A table of words that finds the longest ones in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# Key of the value at a node; no character is two characters long.
_VALUE = "->"


class Trie:
    """Words with a value each. Finding takes time linear in the text, for words are short."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._root: dict[str, Any] = {}
        for word, value in words.items():
            node = self._root
            for character in word:
                node = node.setdefault(character, {})
            node[_VALUE] = value

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield value, start and end of the longest words, from left to right and apart."""
        at, root = 0, self._root
        while at < len(text):
            if text[at] in root and (match := self._longest(text, at)):
                yield match[0], at, match[1]
                at = match[1]
            else:
                at += 1

    def _longest(self, text: str, start: int) -> tuple[str, int] | None:
        node, longest = self._root, None
        for at in range(start, len(text)):
            if (following := node.get(text[at])) is None:
                break
            node = following
            if _VALUE in node and _stands_alone(text, start, at + 1):
                longest = node[_VALUE], at + 1
        return longest


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin word or figure is cut: 5g is not in 15g, gdp is in 2023gdp."""
    return not (_cuts(text, start) or _cuts(text, end))


def _cuts(text: str, edge: int) -> bool:
    around = text[max(0, edge - 1) : edge + 1]
    return len(around) == 2 and around.isascii() and (around.isdigit() or around.isalpha())
