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

from assistant.language.tokenizer import is_word, segments
from assistant.lexicon.districts import load_gazetteer
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.lexicon.trie import Trie
from assistant.schema import Span

# Characters that a hasty eye, or a handwriting keyboard, takes for one another.
_LOOK_ALIKES = (
    "墅野 滨宾槟 塘溏糖 己已巳 末未 土士 戊戌戍 拔拨 辩辨辫 衰哀衷 陕峡狭 崇祟 余佘 侯候 "
    "治冶 析折 杭抗航 萧箫肃 临监 富宫 淳谆 桐铜 建健 庐芦卢 城诚成 江扛 干千于 鹿麓 瓯欧 "
    "柯珂 越赵 诸储 暨既 椒淑 路露 岱袋 普晋 衢瞿 莲连 县具 区巨 税说 值植 贷货 赁凭 "
    "募幕暮 幕墓 拓括 帐账 即既 技枝 投没 资姿 增憎 额颔 营莹 商啇 住往 住驻 房户 泊怕 "
    "位拉 桩粧 厕侧 园圆 绿录 养差 床庆 托拖 疫役 签鉴 诈炸 访仿 违伟 拆折 拆诉 贫贪 耕耘 "
    "木术本 土士 大太 日目 件仵 "
    "粮娘 育肓 校较 徽微 待侍 傍旁"
)
# Sounds that regional speech and pinyin keyboards mix up; applied in turn.
_BLURRED = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ng", "n"),
    ("c", "z"),
    ("l", "n"),
    ("iou", "iu"),
)

_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
# What a question quotes stands so in a document.
_QUOTED = re.compile(r"“[^”\n]{1,40}”|\"[^\"\n]{1,40}\"|《[^》\n]{1,40}》")
# The 年 of a date begins no word: "2024年县医院" has no 年限.
_DATED = re.compile(r"(?<=\d)[年月日号]")
# A figure is never mended, nor is anything made one.
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半")
# Beside these two characters are seldom a word: "产业中以" holds no 中医.
_FUNCTION = frozenset("的了在是以为中和与会有不也都把被让向对从到于就还要能可个几多哪什么吗呢")
# What is hung on words without making another of them.
_SUFFIXES = frozenset("业率数量额站点费类型化")
_PAIR, _PLACE = 2, 3
_ONE_RADICAL = 500  # code points: about half of those of 氵, the largest radical
# Up to here a window's changed character must stand in no word: short words have real neighbours.
_SHORT = 4
# From here a left out, doubled or swapped character is looked for too.
_LONG = 6
# One character less makes another name of a shorter one: 制造创新中心, 制造业创新中心.
_LONG_ENOUGH_TO_LACK = 8
_LONGEST = 14


# What questions ask with, whatever they are about.
_ASKED_WITH = ("计划", "目标", "完成", "进展", "牵头", "负责", "增长", "下降", "比重", "排名")


@dataclass(frozen=True, slots=True)
class _Change:
    """``typed`` at ``start:end`` becomes ``mended``; the lower ``cost``, the surer."""

    start: int
    end: int
    typed: str
    mended: str
    cost: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Chinese characters: the edges of their words, and which stand in none or alone."""

    text: str
    edges: frozenset[int]
    unknown: frozenset[int]
    alone: frozenset[int]

    def cuts_out(self, start: int, end: int) -> bool:
        """True for whole words, but for a suffix of one character: 软件|业."""
        suffix = self.text[end : end + 1] in _SUFFIXES and end + 1 in self.edges
        return start in self.edges and (end in self.edges or suffix)

    @classmethod
    def of(cls, text: str) -> _Run:
        at, edges, unknown, alone = 0, {0}, set[int](), set[int]()
        for word in segments(text):
            if len(word) == 1:
                alone.add(at)
            elif not is_word(word):
                unknown.update(range(at, at + len(word)))
            at += len(word)
            edges.add(at)
        return cls(text, frozenset(edges), frozenset(unknown), frozenset(alone))


class Speller:
    """Mends words towards a vocabulary; made once for it."""

    def __init__(self, vocabulary: Collection[str]) -> None:
        self._own = frozenset(word for word in vocabulary if _HAN_RUN.fullmatch(word))
        general = (*load_indicators().terms(), *load_synonyms().words(), *_ASKED_WITH)
        self._words = self._own | {word for word in general if _HAN_RUN.fullmatch(word)}
        self._known = "\n".join(word for word in general if len(word) > _PAIR)
        gazetteer = load_gazetteer()
        self._places = frozenset(w for w in self._own if len(w) == _PLACE and gazetteer.lookup(w))

    def correct(self, text: str, known: str = "") -> tuple[str, list[tuple[str, str]]]:
        """Return the text mended, and what was changed to what."""
        chosen: list[_Change] = []
        for change in sorted(self._changes(text), key=_preference):
            if change.typed in known or change.typed in self._known:
                continue
            if all(change.end <= other.start or other.end <= change.start for other in chosen):
                chosen.append(change)
        chosen.sort(key=lambda change: change.start)
        for change in reversed(chosen):
            text = text[: change.start] + change.mended + text[change.end :]
        return text, [(change.typed, change.mended) for change in chosen]

    def _changes(self, text: str) -> Iterator[_Change]:
        mentions = load_gazetteer().find(text)
        # The 荣县 in 华荣县 may be a slip for 华容县, and is no place of its own.
        places = [(m.start, m.end) for m in mentions if not self._ends_place(text, m.start, m.end)]
        left_alone = [*places, *(match.span() for match in _QUOTED.finditer(text))]
        for run in _HAN_RUN.finditer(_DATED.sub(" ", text)):
            base = run.start()
            right = [(start - base, end - base) for start, end in left_alone]
            for start, end, word, cost in self._changes_of_run(_Run.of(run.group()), right):
                yield _Change(start + base, end + base, run.group()[start:end], word, cost)

    def _ends_place(self, text: str, start: int, end: int) -> bool:
        """True for the end of what may be a misspelt place of the documents, which opens a text."""
        typed = text[:end]
        if start == 0 or len(typed) != _PLACE or load_gazetteer().lookup(typed):
            return False
        return any(
            sum(a != b for a, b in zip(typed, place, strict=True)) == 1 for place in self._places
        )

    def _changes_of_run(self, run: _Run, right: list[Span]) -> Iterator[tuple[int, int, str, int]]:
        right = [*right, *((start, end) for _, start, end in self._names.find(run.text))]
        for start, end, wrong, word in self._near(run.text):
            cost = self._cost(run, start, end, wrong, word)
            if cost is not None and not any(a <= wrong < b for a, b in right):
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

    def _cost(self, run: _Run, start: int, end: int, wrong: int, word: str) -> int | None:
        """Weigh a change of one character; None where it is none to make."""
        typed, meant = run.text[wrong], word[wrong - start]
        length, unknown = end - start, wrong in run.unknown
        if typed in _NUMERALS or meant in _NUMERALS:
            return None
        if length == _PAIR and not (unknown and run.cuts_out(start, end)):
            return None
        if length == _PAIR and not _FUNCTION.isdisjoint(run.text[start:end]):
            return None
        heard = sounds_alike(typed, meant, blurred=False)
        unnamed = wrong in run.alone or not load_gazetteer().lookup(run.text[start:end])
        if heard and word in self._places and unnamed and start == 0:
            return 0  # "凡城区2023年": no other name that is known sounds like it
        if not unknown and (length <= _SHORT or not {start, end} <= run.edges):
            return None
        own = 0 if word in self._own else 1
        if heard:
            return own
        unknown = unknown or length > _SHORT and wrong in run.alone
        if length > _PAIR and sounds_alike(typed, meant) or looks_alike(typed, meant):
            return 2 + own if unknown else None
        # "拱野区": of the names that end alike only one is so near; 河溪区 is none of 云溪区.
        if unknown and word in self._places and end - wrong > 1 and length == _PLACE:
            return 4 if resembles(typed, meant) else None
        return None

    def _misplaced(self, run: _Run) -> Iterator[tuple[int, int, str]]:
        """Find long names with one character left out, doubled or swapped with its neighbour."""
        for word in self._sharing(run.text):
            starts = [at for at in run.edges if run.text[at : at + 1] == word[0]]
            for start, length in product(starts, (len(word) - 1, len(word), len(word) + 1)):
                end = start + length
                # "装备制造产业产值" is no slip for 装备制造业产值: all of it are words.
                all_words = length > len(word) and run.alone.isdisjoint(range(start, end))
                if end in run.edges and not all_words and _is_slip(word, run.text[start:end]):
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


def sounds_alike(one: str, other: str, *, blurred: bool = True) -> bool:
    """Tell whether two characters are read alike, tones aside; ``blurred`` also takes zh for z.

    >>> sounds_alike("糖", "塘"), sounds_alike("名", "民"), sounds_alike("名", "民", blurred=False)
    (True, True, False)
    """
    first, second = _sound(one), _sound(other)
    return first == second or blurred and _blur(first) == _blur(second)


def looks_alike(one: str, other: str) -> bool:
    """Tell whether two characters are easily taken for one another.

    >>> looks_alike("墅", "野")
    True
    """
    return other in _look_alikes().get(one, "")


def resembles(one: str, other: str) -> bool:
    """Tell whether two characters end in one sound or are written with one radical.

    Characters of one radical stand side by side in Unicode's main block, which follows the
    dictionary of Kangxi.

    >>> resembles("搭", "塔"), resembles("滓", "津"), resembles("河", "云")
    (True, True, False)
    """
    return _final(one) == _final(other) or abs(ord(one) - ord(other)) < _ONE_RADICAL


@lru_cache(maxsize=4)
def _speller(vocabulary: frozenset[str]) -> Speller:
    return Speller(vocabulary)


def _preference(change: _Change) -> tuple[int, int, int, str]:
    return (-(change.end - change.start), change.cost, change.start, change.mended)


def _is_slip(word: str, typed: str) -> bool:
    """Tell whether ``typed`` is a long word with a character swapped, left out or typed twice."""
    if not typed.endswith(word[-1]) or abs(len(word) - len(typed)) > 1:
        return False
    if len(typed) == len(word):  # one replaced is judged by its sound
        return sorted(typed) == sorted(word) and _distance(word, typed) == 1
    if len(typed) < len(word):
        return len(word) >= _LONG_ENOUGH_TO_LACK and _distance(word, typed) == 1
    return set(typed) == set(word) and _distance(word, typed) == 1


def _distance(word: str, typed: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, typed)


@lru_cache(maxsize=4096)
def _sound(character: str) -> str:
    """Return the commonest reading: rare ones make anything sound like anything."""
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.NORMAL)[0][0])


@lru_cache(maxsize=4096)
def _final(character: str) -> str:
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.FINALS, strict=False)[0][0])


def _blur(sound: str) -> str:
    for heard, kept in _BLURRED:
        sound = sound.replace(heard, kept)
    return sound


@lru_cache(maxsize=1)
def _look_alikes() -> dict[str, str]:
    alike: dict[str, str] = defaultdict(str)
    for group in _LOOK_ALIKES.split():
        for character in group:
            alike[character] += group
    return dict(alike)
