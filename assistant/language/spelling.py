"""Typing errors of a question: words that sound or look like a word of the vocabulary are mended.

Conservative: what the dictionary or the vocabulary knows is left alone, figures are never touched,
and no district becomes another. What was changed is told, so that the page can show it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from assistant.language.question_words import question_words
from assistant.language.slips import is_slip, slipped_places, typed_twice
from assistant.language.sounds import (
    blurred_sounds,
    looks_alike,
    resembles,
    same_tone,
    sounds_alike,
)
from assistant.language.tokenizer import is_word
from assistant.language.typed_runs import FUNCTION, HAN_RUN, QUOTED, Run, differing, stands_beside
from assistant.lexicon.districts import load_gazetteer
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.lexicon.trie import Trie
from assistant.schema import Span
from assistant.text import fold_text

# "施峰管哪些事": who is in charge has a name that no vocabulary need hold.
_IN_CHARGE = re.compile(
    r"[一-鿿]{2,3}(?=(?:一共|总共)?(?:[分主]管|管|负责|牵头|主抓|领衔|挂帅)[着了的]*(?:是|有)?(?:哪|什么|啥|几|多少))"
)
# The 年 of a date begins no word: "2024年县医院" has no 年限.
_DATED = re.compile(r"(?<=\d)[年月日号]")
# A figure is never mended, nor is anything made one.
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半")
# What stands before the name of a place, and what makes another place of it.
_JOINTS = frozenset("年月度和与跟及比、在市省对是说像")
_OTHER_RANKS = frozenset("镇乡街村路旗州")
_PAIR, _PLACE = 2, 3
# Up to here a window's changed character must stand in no word: short words have real neighbours.
_SHORT = 4
# From here a left out, doubled or swapped character is looked for too.
_LONG = 6
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class _Change:
    """``typed`` at ``start:end`` becomes ``mended``; the lower ``cost``, the surer."""

    start: int
    end: int
    typed: str
    mended: str
    cost: int


class Speller:
    """Mends words towards a vocabulary; made once for it."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        self._own = frozenset(word for word in vocabulary if HAN_RUN.fullmatch(word))
        general = (*load_indicators().terms(), *load_synonyms().words(), *question_words())
        self._words = self._own | {word for word in general if HAN_RUN.fullmatch(word)}
        self._known = "\n".join(word for word in general if len(word) > _PAIR)
        gazetteer = load_gazetteer()
        self._districts = frozenset(w for w in self._own if gazetteer.lookup(w))
        self._places = frozenset(w for w in self._own if len(w) == _PLACE and gazetteer.lookup(w))

    def correct(self, text: str, known: str = "") -> tuple[str, list[tuple[str, str]]]:
        """Return the text mended, and what was changed to what."""
        chosen: list[_Change] = []
        for change in sorted(self._changes(text, known), key=_preference):
            if change.typed in known or change.typed in self._known:
                continue
            if all(change.end <= other.start or other.end <= change.start for other in chosen):
                chosen.append(change)
        chosen.sort(key=lambda change: change.start)
        for change in reversed(chosen):
            text = text[: change.start] + change.mended + text[change.end :]
        return text, [(change.typed, change.mended) for change in chosen]

    def _changes(self, text: str, known: str) -> Iterator[_Change]:
        for start, end, place in slipped_places(text, self._places):
            if not load_gazetteer().lookup(text[start:end]):
                yield _Change(start, end, text[start:end], place, 0)
        mentions = load_gazetteer().find(text)
        # The 荣县 in 华荣县 may be a slip for 华容县, and is no place of its own.
        places = [(m.start, m.end) for m in mentions if not self._ends_place(text, m.start, m.end)]
        named = (match.span() for p in (QUOTED, _IN_CHARGE) for match in p.finditer(text))
        left_alone = [*places, *named]
        for start, end in typed_twice(text):
            around = text[max(0, start - 1) : end], text[start : end + 1]
            inside = any(s < end and start < e for s, e in left_alone)
            if not inside and not any(len(typed) > _PAIR and typed in known for typed in around):
                yield _Change(start, end, text[start:end], text[start], 0)
        for run in HAN_RUN.finditer(_DATED.sub(" ", text)):
            base, typed = run.start(), fold_text(run.group())
            right = [(start - base, end - base) for start, end in left_alone]
            for start, end, word, cost in self._changes_of_run(Run.of(typed), right, known):
                yield _Change(start + base, end + base, typed[start:end], word, cost)

    def _ends_place(self, text: str, start: int, end: int) -> bool:
        """True for what is but a part of what may be a misspelt place of the documents.

        It ends one that opens a text, or is the short name of a county where the text has a
        district: no list has a 蓝山区, and it is heard as 兰山区.
        """
        typed = text[start : end + 1]
        if typed[-1:] in "区县市" and len(typed) == _PLACE and not load_gazetteer().lookup(typed):
            sound = blurred_sounds(typed)
            return any(blurred_sounds(place) == sound for place in self._places)
        typed = text[:end]
        if start == 0 or len(typed) != _PLACE or load_gazetteer().lookup(typed):
            return False
        return any(
            sum(a != b for a, b in zip(typed, place, strict=True)) == 1 for place in self._places
        )

    def _changes_of_run(
        self, run: Run, right: list[Span], known: str
    ) -> Iterator[tuple[int, int, str, int]]:
        right = [*right, *((start, end) for _, start, end in self._names.find(run.text))]
        for start, end, wrong, word in self._near(run.text):
            cost = self._cost(run, start, end, wrong, word)
            if cost is not None and not any(a <= wrong < b for a, b in right):
                yield start, end, word, cost
        for start, end, word in self._heard(run.text):
            wrong_ones = differing(run.text[start:end], word, start)
            cost = self._cost_of_sound(run, start, end, word, known)
            if cost is not None and not any(a <= i < b for a, b in right for i in wrong_ones):
                yield start, end, word, cost
        for start, end, word in self._misplaced(run):
            if not any(a <= start and end <= b for a, b in right):
                yield start, end, word, 3

    def _near(self, run: str) -> Iterator[tuple[int, int, int, str]]:
        """Yield windows one character away from a word: start, end, the wrong place, the word."""
        for start in range(len(run)):
            last = min(len(run), start + _LONGEST)
            for at in range(start, last):
                behind = self._gaps.get(run[start:at])
                if behind is None:
                    break  # no word begins like this, nor any that goes on
                for end in range(max(at + 1, start + _PAIR), last + 1):
                    for word in behind.get(run[at + 1 : end], ()):
                        if run[start:end] not in self._words:
                            yield start, end, at, word

    def _cost(self, run: Run, start: int, end: int, wrong: int, word: str) -> int | None:
        """Weigh a change of one character; None where it is none to make."""
        typed, meant = run.text[wrong], word[wrong - start]
        length, unknown = end - start, wrong in run.unknown
        heard = sounds_alike(typed, meant, blurred=False)
        unnamed = wrong in run.alone or not load_gazetteer().lookup(run.text[start:end])
        leads = start == 0 or run.text[start - 1] in _JOINTS
        opens = heard and word in self._places and unnamed and leads
        # The 五 that opens 五威市 counts nothing.
        if meant in _NUMERALS or (typed in _NUMERALS and not opens):
            return None
        if length == _PAIR and not (unknown and run.cuts_out(start, end)):
            return 3 if self._is_alone(run, start, end, wrong, word) else None
        if length == _PAIR and word in question_words() and looks_alike(typed, meant):
            return 3
        if length == _PAIR and (run.says(wrong) or not FUNCTION.isdisjoint(run.text[start:end])):
            return None
        if opens:
            return 0  # "凡城区2023年": no other name that is known sounds like it
        stray = unknown or self._is_alone(run, start, end, wrong, word)
        # As long a name is no chance, wherever its neighbours are cut: 人均可支配收|人有.
        stray = stray or length >= _LONG
        if not stray and (length <= _SHORT or not {start, end} <= run.edges):
            return None
        own = 0 if word in self._own else 1
        if heard:
            return own
        if (length > _PAIR and sounds_alike(typed, meant)) or looks_alike(typed, meant):
            return 2 + own if stray else None
        # "拱野区": of the names that end alike only one is so near; 河溪区 is none of 云溪区.
        if unknown and word in self._places and end - wrong > 1 and length == _PLACE:
            return 4 if resembles(typed, meant) else None
        return None

    def _is_alone(self, run: Run, start: int, end: int, wrong: int, word: str) -> bool:
        """True for a character that is no part of a word, in a name, a place or what asks."""
        if end - start > _SHORT:
            return wrong in run.alone
        asks = word in question_words() and run.may_cut(start) and run.may_cut(end)
        if wrong not in run.alone and not (asks and wrong in run.unknown):
            return False
        sure = word in self._places or asks
        seen = looks_alike(run.text[wrong], word[wrong - start])
        return sure and seen and run.text[wrong] not in FUNCTION

    def _heard(self, run: str) -> Iterator[tuple[int, int, str]]:
        """Yield windows that sound like a word and are none themselves: start, end, the word."""
        sounds = blurred_sounds(run)
        for start in range(len(run) - 1):
            for end in range(start + _PAIR, min(len(run), start + _LONGEST) + 1):
                for word in self._by_sound.get(tuple(sounds[start:end]), ()):
                    if run[start:end] not in self._words:
                        yield start, end, word

    def _cost_of_sound(self, run: Run, start: int, end: int, word: str, known: str) -> int | None:
        """Weigh a change of all characters that are heard as others; None where it is none."""
        typed = run.text[start:end]
        wrong = differing(typed, word)
        pairs = [(typed[i], word[i]) for i in wrong]
        if not _NUMERALS.isdisjoint(c for pair in pairs for c in pair):
            return None
        exact = all(sounds_alike(a, b, blurred=False) for a, b in pairs)
        if not (run.may_cut(start) and run.may_cut(end)):
            # "财正总收|如是": as long a name is heard by chance in no other words.
            return 1 if exact and len(typed) > _SHORT else None
        if word in self._districts:
            return self._cost_of_place(run, start, end, exact=exact)
        if len(typed) <= _PLACE and any(run.says(start + i) for i in wrong):
            return None
        asks = word in question_words()
        if len(typed) == _PAIR and self._begins_place(run.text, start, end):
            return None
        stray = all(i + start in run.unknown | run.alone for i in wrong)
        if not exact:
            return 3 if stray and (len(typed) > _PLACE or (asks and len(wrong) == 1)) else None
        surely = all(same_tone(a, b) for a, b in pairs)
        if len(typed) > _PLACE or (stray and asks and len(wrong) == 1):
            return 1
        others = {c for i, c in enumerate(typed) if i not in wrong}
        whole = {start, end} <= run.edges and (asks or FUNCTION.isdisjoint(others))
        if stray:
            return 1 if surely and whole else None
        return 1 if surely and whole and stands_beside(run, start, word, known) else None

    def _begins_place(self, run: str, start: int, end: int) -> bool:
        """True for what may name a place that is unheard of: 蒋巷|镇, 韦曲|街道, 城厢."""
        gazetteer = load_gazetteer()
        listed = any(gazetteer.lookup(f"{run[start:end]}{rank}") for rank in "区县市")
        return listed or run.startswith(("街", "镇", "乡", "路", "大道"), end)

    def _cost_of_place(self, run: Run, start: int, end: int, *, exact: bool) -> int | None:
        """Weigh a name that no list knows, and that stands where a place does."""
        typed = run.text[start:end]
        before, after = run.text[start - 1 : start], run.text[end : end + 1]
        if (before and before not in _JOINTS) or after in _OTHER_RANKS:
            return None
        if load_gazetteer().find(typed) or is_word(typed):
            return None
        if len(typed) > _PAIR:
            return 0 if exact else 1
        stray = set(range(start, end)) <= run.unknown | run.alone
        alone = not after or after in _JOINTS or after in "区县市"
        if not stray or not FUNCTION.isdisjoint(typed) or not (exact or alone):
            return None
        return 1 if exact else 2

    def _misplaced(self, run: Run) -> Iterator[tuple[int, int, str]]:
        """Find long names with one character left out, doubled or swapped with its neighbour."""
        for word in self._sharing(run.text):
            starts = [at for at in run.edges if run.text[at : at + 1] == word[0]]
            for start, length in product(starts, (len(word) - 1, len(word), len(word) + 1)):
                end = start + length
                # "装备制造产业产值" is no slip for 装备制造业产值: all of it are words.
                all_words = length > len(word) and run.alone.isdisjoint(range(start, end))
                if end in run.edges and not all_words and is_slip(word, run.text[start:end]):
                    yield start, end, word

    def _sharing(self, run: str) -> list[str]:
        """Return the vocabulary's long words of whose character pairs a third stands in ``run``."""
        counts: dict[str, int] = defaultdict(int)
        for pair in {run[at : at + 2] for at in range(len(run) - 1)}:
            for word in self._pairs.get(pair, ()):
                counts[word] += 1
        return [word for word, count in counts.items() if 3 * count >= len(word) - 1]

    @cached_property
    def _names(self) -> Trie:
        return Trie({word: word for word in self._words if len(word) > 1})

    @cached_property
    def _gaps(self) -> dict[str, dict[str, list[str]]]:
        """Words by what stands before, then by what stands behind each of their characters."""
        gaps: dict[str, dict[str, list[str]]] = {}
        for word in self._words:
            if _PAIR <= len(word) <= _LONGEST:
                for at in range(len(word)):
                    gaps.setdefault(word[:at], {}).setdefault(word[at + 1 :], []).append(word)
        return gaps

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], list[str]]:
        heard: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for word in self._words:
            if _PAIR <= len(word) <= _LONGEST:
                heard[tuple(blurred_sounds(word))].append(word)
        return dict(heard)

    @cached_property
    def _pairs(self) -> dict[str, list[str]]:
        pairs: dict[str, list[str]] = defaultdict(list)
        for word in self._own:
            if len(word) >= _LONG:
                for pair in {word[at : at + 2] for at in range(len(word) - 1)}:
                    pairs[pair].append(word)
        return dict(pairs)


def correct(
    text: str, vocabulary: Collection[str], known: str = ""
) -> tuple[str, list[tuple[str, str]]]:
    """Return ``text`` with its typing errors mended, and each change as (typed, mended).

    What stands in ``known``, a text of the documents, is no typing error.

    Words are mended towards ``vocabulary`` (the index's districts, names of indicators) and towards
    the words of the lexicon. What the dictionary knows is left alone.

    >>> correct("拱野区2023年研发投入强渡", ["拱墅区", "研发投入强度"])[0]
    '拱墅区2023年研发投入强度'
    """
    return _speller(frozenset(vocabulary)).correct(text, known)


@lru_cache(maxsize=4)
def _speller(vocabulary: frozenset[str]) -> Speller:
    return Speller(vocabulary)


def _preference(change: _Change) -> tuple[int, int, int, str]:
    return (-(change.end - change.start), change.cost, change.start, change.mended)
