"""The number of a plan that a question states, left out: the plan is the documents' to tell."""

from __future__ import annotations

import re

from assistant.question import ask_cues, figure_cues

# "营收目标75亿元,到10月到了没", "3万人的目标超了没有": the plan is the document's to tell.
# No amount is in 2024年的目标, 第3项的任务 and 3个区的目标.
_STATED = r"(?<![\d.第前])\d[\d.]*(?![年月日])(?:万亿|亿|万)?(?:(?![区县市旗镇乡])[一-鿿%‰]){0,2}?"
_PLAN = r"(?:年度|全年|年初|原定)?(?:目标|任务|计划)(?:数|值)?"
_STATED_PLAN = re.compile(
    rf"({_PLAN})(?:也|都|同样)?(?:是|为|定(?:的是|为|在|了)?|要(?:求)?)?{_STATED}(?=[,，。;；?？])|{_STATED}的({_PLAN})(?!总)"
)
# "超出年初所定10%多少个百分点": by how much a plan is exceeded, whose number is given.
_OVER_STATED = re.compile(
    rf"((?:超出?|高出|高于|低于|超过|比)了?)(?:年初|年度|全年|原先|当初)?(?:所定|定下?的|定的){_STATED}的?(?:{_PLAN})?"
    r"(?=[多少高低]?出?了?(?:多少|几))"
)
# "跟年初定的10%比,高出几个点": the same, set against it.
_AGAINST_STATED = re.compile(
    rf"(?:跟|和|与|同|对照|比|较)(?:年初|年度|全年|原先|当初)?(?:所定|定下?的|提出?的|[说讲]的){_STATED}的?(?:{_PLAN})?"
    r"(?:相?比(?:较|起来)?|来看|来说)?[,，]?(?=(?:到底|究竟)?[高低多少超差]出?了?(?:多少|几))"
)
# "离年初说的350家还差几家": the same, of what is lacking.
_FROM_STATED = re.compile(
    rf"(?:距离?|离)(?:[^,，。?？\d]{{0,12}}?(?:[定说提讲写要]|要求|确定|提出)[的了出]{{0,2}})?{_STATED}的?(?:{_PLAN})?"
    r"(?=(?:还|仍|尚)?[差缺少]了?(?:多少|几))"
)
_ASKS_AGAINST = ("verdict", "difference")
# "要招来40家持证企业,到位了几家", "要引进3.75万名大学生,最后来了几个": how many were to be comes
# before the thing, and its verb is not said again of what came.
_TO_BE = (
    r"(?:说好了?|讲好了?|答应|承诺|原定|原本|本来|当初|计划|打算|准备|定了|定的是|提出|目标是|任务是)*"
    r"(?:要|计划|打算|准备|承诺|答应|目标是|任务是)再?"
)
_COUNTED = r"[家个名人户件项台辆座所处场条套张对]"
_TO_BRING = re.compile(
    rf"(?P<plan>{_TO_BE}(?P<verb>[一-鿿]{{2,4}}?)了?)(?P<number>\d[\d.]*(?:万|亿)?(?:余|多)?{_COUNTED})"
    r"(?:以上|左右)?(?P<thing>[^,，。;；?？]{2,20})(?=[,，。;；])"
)
_CAME = re.compile(
    rf"(?P<when>[^,，。;；?？]*?)(?P<came>(?:到位|到手|进来|请来|招来|拉来|弄来|兑现|做到|办到|搞定)了?"
    rf"|(?<![带原用出起回将从以往未本上下])来了)(?=(?:多少|几)(?:个?{_COUNTED}|[,，。?？]|$))"
)


# "还差多少没完成", "还差几个才完成任务": how far it is from its plan.
_LEFT_TO_DO = re.compile(
    r"(?:离|距离?)?(?:还|仍|尚)(?:差|缺)(?P<many>(?:多少|几)[一-鿿]{0,3}?)"
    r"(?:(?:才能?|就能?|能)(?:完成|达标|达到|做完|建[完成])了?(?:年度|全年|年初)*(?:目标|任务|计划)?"
    r"|(?:没有?|未)(?:完成|达标|做完|建[完成]|到位|落实))"
)
# "投资超计划多少亿元": the same, said of a plan that is passed.
_PASSED = re.compile(rf"超(?:过|出)?了?({_PLAN})了?(?=多少|几)")
# "床位还差多少张": of a plan, where no document tells of what is lacking by that word.
_LEFT = re.compile(r"(?:还|仍|尚)(?:差|缺)(?=(?:多少|几)(?!个?百分|个点))")

# "管网改造差多少公里", "绿道还剩几公里": the same, where the sum alone would be no answer.
_LACKING = re.compile(
    r"(?:(?:还|仍|尚)(?:差|缺|剩下?)|(?<![相误偏温落价])差)了?(?=(?:多少|几)(?!个?百分|个点|倍))"
)
_SET_APART = re.compile("[比和跟与较同离]|之间|两者|差距|排名|名次")
# "教育支出比2022年增加多少": of what is told for each of the two years.
_ROSE_SINCE = re.compile(
    r"(?<=比)(?P<year>(?:19|20)\d\d年[^,，。?？]{0,6}?)(?:增加|提高|增长)了?(?=(?:多少|几)(?!个?百分|个点|倍))"
)

# "超额了多少亩": by how much the plan was exceeded.
_EXCEEDED = re.compile(r"超额(?:完成)?了?(?=多少|几(?!乎))")


def left_of_plan(text: str) -> str:
    """A question for what is lacking as one for how far a plan is, or "".

    >>> left_of_plan("甲区床位还差多少张?"), left_of_plan("甲区床位离目标还差多少?")
    ('甲区床位离目标还差多少张?', '')
    """
    plan = dict(figure_cues.KINDS)["target"]
    left = _LEFT.search(text)
    return "" if left is None or plan.search(text) else _LEFT.sub(r"离目标\g<0>", text, count=1)


def set_apart(text: str) -> str:
    """A question for how far figures are apart, said with the two that are, or "".

    >>> set_apart("甲区绿道还剩几公里?"), set_apart("甲区和乙区床位差多少?")
    ('甲区绿道离目标还差几公里?', '')
    >>> set_apart("甲区2023年教育支出比2022年增加多少?")
    '甲区2023年教育支出比2022年多多少?'
    """
    if _ROSE_SINCE.search(text):
        return _ROSE_SINCE.sub(r"\g<year>多", text)
    left = _LACKING.search(text)
    if left is None or _SET_APART.search(text[: left.start()]):
        return ""
    plan = dict(figure_cues.KINDS)["target"]
    return "" if plan.search(text) else _LACKING.sub("离目标还差", text, count=1)


def stated_plan(text: str) -> str:
    """Return the number of a plan that a question states, or "".

    >>> stated_plan("甲区管网任务是12公里,实际建了多少?"), stated_plan("甲区2024年的目标是多少?")
    ('任务是12公里', '')
    """
    stated = _STATED_PLAN.search(text)
    return stated[0] if stated else ""


def without_stated_plan(text: str) -> str:
    """Leave out the number of a plan that a question states, and asks whether it was reached.

    >>> without_stated_plan("甲区营收目标75亿元,到10月完成了没有?")
    '甲区营收目标,到10月完成了没有?'
    >>> without_stated_plan("甲区说好要招来40家持证企业。2023年到位了几家?")
    '甲区说好要招来持证企业。2023年招来了几家?'
    >>> without_stated_plan("甲区高企离报告里说的350家还差几家?")
    '甲区高企离目标还差几家?'
    >>> without_stated_plan("甲区出让土地超额了多少亩?")
    '甲区出让土地超目标多少亩?'
    >>> without_stated_plan("甲区完成投资超年度计划多少亿元?")
    '甲区完成投资比年度计划高多少亿元?'
    >>> without_stated_plan("甲区要引进30家企业,带来了多少产值?")
    '甲区要引进企业,带来了多少产值?'
    """
    text = _LEFT_TO_DO.sub(
        r"离目标还差\g<many>", _EXCEEDED.sub("超目标", _PASSED.sub(r"比\1高", text))
    )
    text = _FROM_STATED.sub("离目标", text)
    text = _AGAINST_STATED.sub("比年初目标", _OVER_STATED.sub(r"\1年初目标", _brought(text)))
    patterns = [pattern for ask, pattern in ask_cues.ASKS if ask in _ASKS_AGAINST]
    if not any(p.search(text) for p in [*patterns, figure_cues.OVER_TARGET]):
        return text
    return _STATED_PLAN.sub(lambda m: m[1] or m[2], text)


def _brought(text: str) -> str:
    """Ask of what was planned by the verb that it was planned with, its number left out."""
    plan = _TO_BRING.search(text)
    if plan is None or not figure_cues.FIGURE_ASKED.search(text[plan.end() :]):
        return text
    behind = _CAME.sub(rf"\g<when>{plan['verb']}了", text[plan.end() :], count=1)
    return f"{text[: plan.start()]}{plan['plan']}{plan['thing']}{behind}"
