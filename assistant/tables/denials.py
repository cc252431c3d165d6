"""Words of a question that deny what they stand with: "不属于滞后的", "除滞后的以外"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.places import blank
from assistant.schema import Span

# 有没有 asks, and denies nothing; neither do 未来科技城 and 非税收入.
_NO_DENIAL = re.compile(
    r"有没有|有无|是不是|[要能会]不[要能会]|没有?[吗呢啊]?[?？]?\s*$"
    r"|未来|未成年|非税|非遗|非物质|非公|非机动|非洲|不动产|不锈钢|不良|不少|不仅|不同|没收"
)
_LEFT_OUT = "剔除|排除|去掉|抛开|撇开|刨除|刨开|刨去|抛去|扣掉|除开|[不别][看管计]"
_DENIES = re.compile(rf"[不没未非]|除(?!险|尘|雪)|{_LEFT_OUT}|以外|之外")
_RIGHT_BEFORE = re.compile(
    rf"(?:不(?:是|属于?|算|在|处于|含|包括|包含|为)?|并?非|除(?:了|去|开)?|没有?|未|{_LEFT_OUT})"
    r"(?:被)?(?:评定?为|列为|列入|列在|标[为着]|定为|处于|属于|出现|[是为在由归]|状态)*\s*[“\"]?$"
)
_RIGHT_AFTER = re.compile(
    r"^[”\"]?的?(?:状态|项目|任务|工程|指标|工作)?(?:[类项]|[这那][些几一]?(?:[个项条类块]|部分)?|部分)?的?(?:[都先]|全部?)*"
    r"(?:以外|之外|外(?![一-鿿]{0,2}资)|(?:不算|不计|别算|不看|不管|不含|不提)(?:在内|进去|进来)?(?=$|[)）,，。;；?？])"
    r"|[刨扣撇抛剔去排拿放](?:掉|除|开|去|走|到?一边|在?一边)(?:不[算看谈])?(?=$|[)）,，。;；?？])|除外)"
)
_UNABLE = re.compile(r"^不(?:了|成|到)")


@dataclass(frozen=True)
class Denial:
    """The words that deny something; ``sure`` where they stand right beside it, and alone."""

    spans: tuple[Span, ...]
    sure: bool


def denial_of(text: str, span: Span) -> Denial | None:
    """Return what denies a part of a folded question, or None.

    >>> denial_of("哪些项目不属于滞后", (7, 9)), denial_of("有没有滞后的", (3, 5))
    (Denial(spans=((4, 7),), sure=True), None)
    >>> denial_of("哪些项目没有    ", (6, 10))
    Denial(spans=((4, 6),), sure=True)
    """
    start, end = span
    text = f"{text[:start]}{'某' * (end - start)}{text[end:]}"  # 没有 before it ends no question
    plain = blank(text, [m.span() for m in _NO_DENIAL.finditer(text)])
    clause = max((plain.rfind(mark, 0, start) + 1 for mark in ",，;；。?？"), default=0)
    before, after = _RIGHT_BEFORE.search(plain[clause:start]), _RIGHT_AFTER.match(plain[end:])
    spans = []
    if before is not None:
        spans.append((clause + before.start(), start))
    if after is not None:
        spans.append((end, end + after.end()))
    begun = clause + before.start() if before else start
    unclear = _DENIES.search(plain[clause:begun]) or _UNABLE.match(plain[end:])
    if not spans and not unclear:
        return None
    return Denial(tuple(spans), not unclear)
