"""The characters of a question as they were typed: their words, and what stands in none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.tokenizer import is_word, segments

HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
# What a question quotes stands so in a document.
QUOTED = re.compile(r"“[^”\n]{1,40}”|\"[^\"\n]{1,40}\"|《[^》\n]{1,40}》")
# Beside these two characters are seldom a word: "产业中以" holds no 中医.
FUNCTION = frozenset(
    "的了在是等及其之那这以为中和与会有不也都把被让向对从到于就还要能可个几多哪什么吗呢"
)
# Nor are these, which stand alone often, heard as a part of one.
_LONE = frozenset("年月日区县市镇乡村人户")
_LEADS_ON = frozenset("在以为与向对从到于让被把")
# What is hung on words without making another of them.
_SUFFIXES = frozenset("业率数量额站点费类型化")
_BESIDE = 2  # characters that tell what a word stands beside


@dataclass(frozen=True, slots=True)
class Run:
    """Chinese characters: the edges of their words, and which stand in none or alone."""

    text: str
    edges: frozenset[int]
    unknown: frozenset[int]
    alone: frozenset[int]

    def cuts_out(self, start: int, end: int) -> bool:
        """True for whole words, but for a suffix of one character: 软件|业."""
        suffix = self.text[end : end + 1] in _SUFFIXES and end + 1 in self.edges
        return start in self.edges and (end in self.edges or suffix)

    def may_cut(self, at: int) -> bool:
        """True where a word may begin or end: what the dictionary knows is not cut apart."""
        return at in self.edges or {at - 1, at} <= self.unknown

    def says(self, at: int) -> bool:
        """True for a character that means what it is; none that leads on ends a clause: 绿到?"""
        typed = self.text[at]
        if typed in _LEADS_ON and at + 1 == len(self.text):
            return False
        return typed in FUNCTION or typed in _LONE

    @classmethod
    def of(cls, text: str) -> Run:
        """Cut a text into words."""
        at, edges, unknown, alone = 0, {0}, set[int](), set[int]()
        for word in segments(text):
            if len(word) == 1:
                alone.add(at)
            elif not is_word(word):
                unknown.update(range(at, at + len(word)))
            at += len(word)
            edges.add(at)
        return cls(text, frozenset(edges), frozenset(unknown), frozenset(alone))


def differing(typed: str, word: str, base: int = 0) -> list[int]:
    """Return where two texts of one length differ, counted from ``base``."""
    return [base + i for i, (a, b) in enumerate(zip(typed, word, strict=True)) if a != b]


def stands_beside(run: Run, start: int, word: str, known: str) -> bool:
    """True if the documents have a word beside what it stands beside here: 健康|企业."""
    end = start + len(word)
    before, after = run.text[max(0, start - _BESIDE) : start], run.text[end : end + _BESIDE]
    return any(
        len(beside) > _BESIDE + len(word) - 1 and beside in known
        for beside in (f"{before}{word}", f"{word}{after}")
    )
