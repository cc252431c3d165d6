"""Stretches of a question that no dictionary knows and that sound like a word it asks with.

They are too far from that word to be mended, and near enough to change what is asked: a 木表 for a
目标 makes a plan of what would else be told as a result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.question_words import question_words
from assistant.language.sounds import blurred_sounds
from assistant.language.tokenizer import is_word
from assistant.language.typed_runs import HAN_RUN, QUOTED, Run, differing
from assistant.text import fold_text

# What a number counts belongs to it: 2023年|地均, 3个|月.
_COUNTER = re.compile(r"(?<=\d)[年月日号个项件条家所名]")
_SHORTEST = 2
_NAMING = frozenset("城第")  # 荔城|大道, 2025年第37项
# 什么 and 多少 change nothing of what is meant, nor does who is asked for.
_TELLING = (
    "计划 目标 预计 打算 预期 力争 确保 实际 完成 达到 超过 累计 合计 进展 结果 任务 "
    "增长 下降 增加 减少 增速 增幅 涨幅 降幅 同比 环比 比重 占比 比例 排名 总量 总额 总数 金额 "
    "新增 新建 改造 改建 扩建 建成 开工 竣工 完工 投用 投入 引进 培育 落实 加装 打通 投资 认定 "
    "去年 上年 明年 全年 年初 年底 年末 上半年 下半年 以上 以下"
)


def doubtful(text: str, known: str) -> tuple[tuple[str, str], ...]:
    """Return the stretches that may be another word, each with that word.

    ``known`` is a text of the documents: what stands there is no typing error.

    >>> doubtful("利用外资的木表是多少?", ""), doubtful("利用外资的目标是多少?", "")
    ((('木表', '目标'),), ())
    """
    runs = (Run.of(fold_text(run)) for run in HAN_RUN.findall(_spoken(text)))
    return tuple(pair for run in runs for pair in _heard(run) if pair[0] not in known)


def _spoken(text: str) -> str:
    return _COUNTER.sub(" ", QUOTED.sub(" ", text))


def _heard(run: Run) -> Iterator[tuple[str, str]]:
    """Yield what is no word and sounds like one, with that."""
    stray, sounds = run.unknown | run.alone, blurred_sounds(run.text)
    for start in range(len(run.text) - 1):
        for end in range(start + _SHORTEST, min(len(run.text), start + _longest()) + 1):
            typed = run.text[start:end]
            meant = _by_sound().get(tuple(sounds[start:end]), "")
            if not meant or typed in question_words() or is_word(typed):
                continue
            wrong = differing(typed, meant, start)
            said = any(run.says(i) or run.text[i] in _NAMING for i in wrong)
            if stray.issuperset(range(start, end)) and not said:
                yield typed, meant


@lru_cache(maxsize=1)
def _by_sound() -> dict[tuple[str, ...], str]:
    return {tuple(blurred_sounds(word)): word for word in _TELLING.split()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _TELLING.split()))
