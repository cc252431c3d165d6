"""How people speak of money: what it is spent on, and how a balance has moved since January."""

from __future__ import annotations

import re

from assistant.lexicon.indicators import load_indicators
from assistant.question.names import Names

_SPENT_ON = re.compile(
    r"([一-鿿]{2,10}?)(?:上|方面|领域)?的(?:一般)?(?:财政|公共预算|预算)(?:支出|投入|开支)"
)
_LONGEST_FIELD = 6
_MONEY_FOR = re.compile(
    r"(?:在([一-鿿]{2,6}?)上?花的钱|花[在到]([一-鿿]{2,6}?)(?:上面?|方面|领域)?的钱|([一-鿿]{2,6}?)(?:上|方面)?花的钱)"
)
# "民生上甲区2024年一共花了多少亿": a field, and what was spent on it.
_SPENT_IN = re.compile(
    r"(?:(?:[区县市]?财政)?在|(?<![一-鿿]))(?P<field>(?:(?!在)[一-鿿]){2,6}?)(?:上面?|方面|领域)(?P<whose>[^,，。;；?？]{0,12}?)(?:一共|总共|累计|共|实际)*"
    r"[花用](?:了|掉了?|出去?了?)*(?:钱)?(?=(?:多少|几)[十百千万]?(?:亿|万|钱|元|块))"
)
# "比年初多了多少": a balance is told with what it rose or fell by since.
_SINCE_JANUARY = re.compile(
    r"(?<=[比较])((?:(?:上年|去年)年?[底末]|年初)(?:的时候|那会儿?|时)?)(?:(?:多|高|涨|升)|([少低降跌减]))[了出](?=多少|几(?!倍|成))"
)
# "财政花了多少钱": what the treasury spends is its 支出, unless a field stands before it.
_TREASURY_SPENT = re.compile(
    r"(?<![上面域])财政(?:一年|全年|一共|总共|累计)*[花用](?:了|掉了?|出去?了?)*(?=(?:一共|总共)?(?:多少|几))"
)


def since_january(text: str) -> str:
    """Say what a balance rose or fell by as documents do.

    >>> since_january("甲区8月底存款余额比年初多了多少?")
    '甲区8月底存款余额比年初增加了多少?'
    """
    return _SINCE_JANUARY.sub(lambda m: f"{m[1]}{'减少' if m[2] else '增加'}了", text)


def paid(text: str) -> str:
    """Name money spent by its own name: 研发花的钱 is 研发经费支出.

    >>> paid("教育上甲区2024年一共花了多少亿?"), paid("甲区花在教育上的钱有多少亿?")
    ('甲区2024年教育支出多少亿?', '甲区教育支出有多少亿?')
    >>> paid("甲区2024年在教育上花了多少钱?")
    '甲区2024年教育支出多少钱?'
    """
    text = _SPENT_IN.sub(_spent_in, _TREASURY_SPENT.sub("财政支出", text))
    match = _MONEY_FOR.search(text)
    name = _spending_on(match[1] or match[2] or match[3]) if match else ""
    return text.replace(match.group(), name, 1) if match and name else text


def _spending_on(field: str) -> str:
    named = (field + end for end in ("经费支出", "支出", "投入"))
    return next((n for n in named if load_indicators().canonical(n)), "")


def _spent_in(asked: re.Match[str]) -> str:
    name = _spending_on(asked["field"])
    return f"{asked['whose']}{name}" if name else asked.group()


def spent_on(text: str, names: Names) -> str:
    """Name the spending on a field by its own name, where the lexicon or a document has one."""
    for match in reversed(list(_SPENT_ON.finditer(text))):
        before = match.group(1)
        fields = (before[-n:] for n in range(min(_LONGEST_FIELD, len(before)), 1, -1))
        known = (f for f in fields if names.knows(f"{f}支出"))
        field = next(known, "")
        if field:
            start = match.end(1) - len(field)
            text = f"{text[:start]}{field}支出{text[match.end() :]}"
    return text
