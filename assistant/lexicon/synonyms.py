"""Everyday words and the words of official documents for the same thing.

``synonyms.csv`` holds one group a line: under 公文 what documents write, under 白话 what only
people say. Words are widened towards documents alone: 拆 finds 拆除, nothing is looked for as 拆.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from assistant.lexicon.files import read_rows
from assistant.lexicon.trie import Trie
from assistant.text import fold_text

_COLUMNS = ("公文", "白话")
# Shorter words are looked up as words, never searched for inside a text: 拆 is not 拆 in 拆借.
_SHORTEST_FOUND = 2

_Group = tuple[str, ...]


class Synonyms:
    """Groups of words that a question and a document use for one another."""

    def __init__(self, groups: Iterable[tuple[_Group, _Group]]) -> None:
        self._official: dict[str, list[_Group]] = {}
        for official, spoken in groups:
            for word in (*official, *spoken):
                found = self._official.setdefault(fold_text(word), [])
                if official not in found:
                    found.append(official)

    def expand(self, word: str) -> tuple[str, ...]:
        """Return what documents may write for ``word``, without the word itself.

        >>> load_synonyms().expand("营收")[0]
        '营业收入'
        """
        key = fold_text(word)
        words = (other for group in self._official.get(key, ()) for other in group)
        return tuple(other for other in dict.fromkeys(words) if fold_text(other) != key)

    def one_sense(self, word: str) -> str:
        """Return what documents mostly write for ``word``, nothing where it may mean several.

        >>> load_synonyms().one_sense("拆"), load_synonyms().one_sense("改")
        ('拆除', '')
        """
        return self.expand(word)[0] if len(self._official.get(fold_text(word), ())) == 1 else ""

    def find(self, text: str) -> list[_Group]:
        """Return the official words of each group that ``text`` names, each group once."""
        found: dict[_Group, None] = {}
        for key, _, _ in self._trie.find(fold_text(text)):
            found.update(dict.fromkeys(self._official[key]))
        return list(found)

    def spans(self, text: str) -> list[tuple[str, int, int]]:
        """Return the words of any group in a folded text, with where they stand."""
        return [(text[start:end], start, end) for _, start, end in self._trie.find(text)]

    def words(self) -> tuple[str, ...]:
        """Return the official words."""
        groups = (group for groups in self._official.values() for group in groups)
        return tuple(dict.fromkeys(word for group in groups for word in group))

    @cached_property
    def _trie(self) -> Trie:
        return Trie({word: word for word in self._official if len(word) >= _SHORTEST_FOUND})


@lru_cache(maxsize=4)
def load_synonyms(extra: Path | None = None) -> Synonyms:
    """Load the groups; those of the file ``extra`` come first.

    Raises:
        ConfigurationError: a file cannot be read.
    """
    shipped = Path(__file__).with_name("synonyms.csv")
    paths = [extra, shipped] if extra else [shipped]
    return Synonyms(group for path in paths for group in _read(path))


def _read(path: Path) -> Iterator[tuple[_Group, _Group]]:
    for row in read_rows(path):
        official, spoken = (
            tuple(filter(None, (row.get(name) or "").strip().split("|"))) for name in _COLUMNS
        )
        if official and not official[0].startswith("#"):
            yield official, spoken
