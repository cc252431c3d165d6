"""What a budget sets at first, changes within the year and carries out, said in plain words.

"收入年初预算为33亿元，经人大批准调整为31亿元，执行数为32亿元": two plans, and the result.
"""

from __future__ import annotations

import re

_MONEY = r"(?=\s?\d[\d.,]*\s?[万亿]?元)"
_SET = re.compile(
    rf"(?<=[一-鿿]{{2}})(?<!完成)(?<![占为比较])年初(?:预算|计划)(?:数|安排)?[为是]?{_MONEY}"
    rf"|(?:(?<=收入)|(?<=支出))预算数?(?:安排)?[为是]{_MONEY}(?=[^。；;\n]*(?:完成|执行|调整))"
)
_CHANGED = re.compile(
    rf"(?<=[，,])(?:经[^，,。；;\d]{{2,20}}?(?:批准|同意|审议通过)后?|(?:执行|年度?)中(?:期)?|年[中底末]|后)?"
    rf"调整(?:后|预算|数)*(?:为|至|到){_MONEY}"
)
_CARRIED_OUT = re.compile(rf"(?<=[，,])(?:预算)?(?:执行|决算)数(?:为|是)?{_MONEY}")
_SENTENCE = re.compile(r"[^。；;\n]+")
# A plan, in words of as many characters as those that set it.
_PLANS = {
    len(plan): plan
    for plan in ("目标为", "年初目标", "年初目标为", "的年初目标为", "的年初目标是为")
}
_AGAIN, _DONE = "计划为", "完成"


def with_plain_budgets(text: str) -> str:
    """Say plainly what a sentence sets as a budget, one character for one.

    >>> with_plain_budgets("收入年初预算为5亿元，年中调整为4亿元，执行数4亿元。").replace(" ", "")
    '收入年初目标为5亿元，计划为4亿元，完成4亿元。'
    >>> with_plain_budgets("完成年初预算101%，教育支出9亿元。")
    '完成年初预算101%，教育支出9亿元。'
    """
    return _SENTENCE.sub(_plainly, text) if "预算" in text else text


def _plainly(sentence: re.Match[str]) -> str:
    words = sentence.group()
    plain = _SET.sub(lambda m: _PLANS.get(len(m.group()), m.group()), words)
    if plain == words:
        return words
    plain = _CHANGED.sub(lambda m: _padded(_AGAIN, m.group()), plain)
    return _CARRIED_OUT.sub(lambda m: _padded(_DONE, m.group()), plain)


def _padded(plain: str, words: str) -> str:
    """Plain words, as long as those that they stand for."""
    return plain[-len(words) :].rjust(len(words))
