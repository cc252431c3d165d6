"""Whether a figure is a plan or what came of it, by the words around it.

"计划改造32公里，实际改造28公里", "完成年度任务33亿元的94.5%": all of it stands in the text.
"""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.language.limits import MONEY_GOT
from assistant.language.quantities import Quantity
from assistant.question.statement_cues import DONE, REACHED_OR_NOT
from ingest.figures.carry import Place
from ingest.figures.clauses import Group
from ingest.figures.vocabulary import BESIDE_PLAN, SET_UP

# "计划改造管网8公里": what opens a clause so is no name of a plan (五年行动计划, 计划生育).
_TO_DO = (
    r"(?:(?<![一-鿿”’\"])|(?<=[年度原定初共]))计划"
    r"(?:再|共|总共|全年)?(?=[改整治修铺安实开举发培筛引购更种造打提组招完扩购增培设]"
    r"[造治复建缮设装施展办放训查进置新植育升织聘成容加])"
)
TARGET = re.compile(
    rf"力争|争取(?![省市国中上到了]|{MONEY_GOT})|确保|目标(?:是|为|值|增速|[:：])|计划(?:新|投|完成|建|创|做到|达到|实现)|{_TO_DO}|预期(?!寿命|进度)|(?<!最[终后])拟"
    r"|明年|来年|下一步|(?<=前)要(?=达|完成|实现)"
)
ESTIMATE = re.compile(r"预计|预估|估计|(?<!初步)测算")
SETTLED = re.compile(
    r"截[至止](?:目前|\d)|目前为止|今年以来|年初以来|累计(?:已|走访|完成)"
    r"|已(?:完成|建|引|签|落|新|获|投|有|达|超)|目前[仅只才]?[为达]"
)
# "主要预期目标：产值增长9%，投资增长18%": what follows in the sentence is wanted.
_GOALS = re.compile(
    r"(?:预期|主要|发展|奋斗|工作|年度|全年|总体)目标(?:任务)?(?:初步)?(?:确定|安排)?[是为]?$"
)
# "未达到年初预期目标", "全面完成年度目标": of a goal that is judged, what follows is no goal.
_JUDGED = re.compile(rf"{REACHED_OR_NOT}|[高低好优]于|超过|超出|不及")
_STILL_AIMED = re.compile("确保|力争|努力|争取|[以如]下|下列|要")
_PLANNED_AMOUNT = re.compile(
    r"(?:(?:年度|全年|年内|原定)任务(?:数|量)?(?:为|是)?"
    r"|(?:年度|全年|年内|原定)(?:目标)?(?:任务|目标|计划)(?:数|量)?[为是][一-鿿“”]{2,12}"
    r"|(?:年度|全年|原定)?(?:计划|目标)(?:总?投资|任务|值|增速|增长|为|是)*"
    r"|(?:^|[，,；;。\s])(?:年初|年度|全年|调整)预算(?:数|安排)?[为是]?)$"
)
# "完成年度计划增速(7%)有压力": the rate that the plan is, and not how much of it was done.
_PLANNED_RATE = re.compile(r"(?:计划|目标|预期)的?(?:增速|增幅)\s*[(（]\s*$")
_COMPLETED_PLAN = re.compile(r"(?:完成|达到|占)[^，,、]{0,6}(?:计划|目标|任务)[^，,]{0,6}的?$")
# "高于计划0.05个百分点" tells how far a result is from what was wanted.
_PLAN_AFTER = re.compile(r"的(?:年度|全年)?(?:预期|投资|增速|增长)*(?:目标|任务|计划)")
# "提前完成2025年150家的目标": what was to be reached, and no result.
_REACHED = re.compile(
    r"(?:提前|超额|如期|按期)[^，,。；;、]{0,4}(?:完成|实现|达到)[^，,。；;、]{0,12}$"
)
_ANY_PLAN_AFTER = re.compile(r"的[一-鿿“”]{0,8}?(?:目标|任务|计划)")
# "紧盯全年生产总值增长7%、规上工业增加值增长10%的目标": what is aimed at, also in a list.
_AIM = re.compile(rf"紧盯|盯紧|围绕|锚定|瞄准|对标|紧扣|朝着|{SET_UP}")
_AIMED = re.compile(
    r"(?:左右|以上)?(?:[、和及][^，,。；;、]{2,24}){1,5}的(?:年度|全年)?(?:预期)?(?:目标|任务)"
)
# "农村改厕任务38283座,完成38649座": what was set, beside what came of it.
_TASK_SET = re.compile(r"(?<!完成)(?:任务|考核指标|目标任务)(?:数|量)?[为是]?$")
_DONE_BEHIND = re.compile(r"\s*[，,；;]\s*(?:现|已|实际|累计)*完成(?:了)?[约近超逾]?\d")
_DONE_OF_IT = re.compile(
    r"(?!中)[^\d，,。；;、:：]{2,24}(?<!中)(?:目前)?已(?:完成|送|办结|办理|发放|建成)(?:了)?[\d.]+(?P<unit>万?[一-龥]{1,2}?)(?=[(（，,。；;、]|$)"
)
# "26幢民宿修缮|完成12幢": as many as there were to be are told before those that are done.
_PART_DONE = re.compile(
    r"(?!中)[^\d，,。；;、:：]{2,24}?(?<!中)(?:完成|完工|竣工|建成|投用|通车)了?(?P<done>\d[\d.]*)"
    r"(?P<unit>万?[一-龥]{1,2}?)(?=[(（，,。；;、\s]|$)"
)
# "4.新增规上企业60家|,已新增17家": an item sets its task, and the next clause tells how far it is.
_DONE_BESIDE = re.compile(
    r"\s*[，,]\s*(?:截[至止][^，,。；;]{1,8}[，,]?)?(?:目前|现)?已经?(?:累计)?(?P<verb>[一-鿿]{2})[约近超逾]?"
    r"\d[\d.]*(?P<unit>万?[一-龥]{1,3}?)(?=[(（，,。；;、\s]|$)"
)
_NO_TASK = re.compile(
    r"已|了|完成|累计|实现|有|共|达|获|受理|接到|收到|排查|发现|签约|开工|启动|落地|(?:项目|工程|任务|事项|工作)$"
)
_RATE_NOW = re.compile(r"\s*[，,]\s*(?:目前|现)[仅只才]?(?:为|是|达到?)?\d[\d.]*[%％]")
_RATE_SET = re.compile(r"^[^年月季已去]*率(?:达到?|为|[≥>])?$")
_NUMBERED = re.compile(r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|[①-⑳])")
# "年初承诺的12件实事已办结11件": whose they are is no part of their name.
_PROMISED = re.compile(r"^.*(?:承诺|确定|安排|部署|下达|列入|实施|交办|推进)(?:实施|办理)?的")
_DONE = re.compile(r"[:：]\s*(?:现|均|全部)?(?:已|完成)[^。；;]{0,16}?\d")
_ALREADY = re.compile(
    r"(?:上半年|[一二三]季度|\d月[底末]?|目前)已(?!列入|纳入|安排|确定)(?:经|累计|全部)?[\u4e00-\u9fff]{1,6}$"
    r"|\d{1,2}\s?[-—–至~～]\s?\d{1,2}月份?(?:已|累计|实际|共)+完成[^，,。；;、\d]{0,10}$"
)
# What came of a plan; 实际利用外资 is the name of a statistic, and 结合实际 tells nothing.
_ACTUALLY = r"(?<![合从切符的照])实际(?!利用|使用|到位|控制|困难|问题|情况|需[求要]|出发|行动)"
_TOLD = re.compile(rf"\s*{_ACTUALLY}(?:(?!计划|目标|力争|确保)[^。])*")
_TOLD_BESIDE = re.compile(
    rf"[，,][^，,。；;：:\d]{{0,16}}?{_ACTUALLY}(?:(?!计划|目标|力争|确保|预计)[^。；;])*$"
)
_NEAR = 40
_NO_MORE = re.compile(
    r"(?:(?:仅|只|才)(?:能|有)?|\d[^，,。；;]{1,16}(?:实际|已))[完建竣开创改][成工建造]了?$"
)
# "举办招聘会计划80场，实际112场": the plan, beside what came of it.
_SET_OUT = re.compile(r"计划(?!完成率|总|生育|单列)[^，,。；;]*$")
_CAME_OF_IT = re.compile(
    rf"[^。；;]{{0,80}}?[，,][^，,。；;：:\d]{{0,16}}?{_ACTUALLY}[^，,。；;\d]{{0,16}}\d"
    r"|[^，,。；;]{0,12}[，,](?:目前|现)?(?:仅|只|才|已|累计|共)*(?:完成|建成|改造|新建|新增|实施)(?:了)?[约近超]?\d"
)
# "3.新建5G基站180个。上半年,建成207个": an item sets its task, the next sentence tells how far.
_ITEM = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）.、．]|[①-⑳])\s*(?![^。]*(?:已|实际|同比|[较比]上年|累计完成|完成[^。，,；;]{0,12}(?:计划|任务|预算)数?的))[^。；;]*"
)
SO_FAR = re.compile(
    r"\s*(?:(?:截[至止][^，,。；;]{1,10}|目前)[,，]"
    r"|(?:上半年|1\s?[-—–~～至]\s?\d{1,2}月份?|前?[一二三]季度|前三季度)[,，]?)\s*"
)
# "修缮祠堂9座。|图纸正在会审,资金尚未落实": of these none is done.
_NOT_BEGUN = re.compile(
    r"[^。\d\n]*(?:[尚还暂]未|未(?:开工|动工|启动|实施))(?![^。\n]*\d[\d.]*[户个家座处条])"
)
# "为老年人体检3.2万人，实际体检3.35万人": the same is counted again right behind it.
_DONE_AGAIN = re.compile(
    rf"\s*[，,]\s*(?:因[^，,。；;\d]{{2,14}}?)?{_ACTUALLY}(?P<again>[\u4e00-\u9fff]{{2,8}})[\d.]+(?P<unit>[\u4e00-\u9fff]{{1,3}})"
)
_ALL_DONE = re.compile(r"[:：；;]\s*已?(?:全部|均)")


def opens_goals(words: str) -> bool:
    """Whether what follows words without a figure is wanted.

    >>> opens_goals("主要预期目标是"), opens_goals("未达到年初预期目标")
    (True, False)
    """
    words = words.rstrip(" “”")
    if _JUDGED.search(words) and not _STILL_AIMED.search(words):
        return False
    return _GOALS.search(words) is not None


def restates_task(text: str, near: str, group: Group) -> bool:
    """Whether a progress cell repeats the task first: "新增绿地60万平方米：已完成80万平方米"."""
    if _ALL_DONE.match(text, group.clause.end):
        return False
    done = group.clause.colon and _DONE.match(text, group.clause.end) is not None
    return done or near.endswith("任务")


def is_told(before: str) -> bool:
    """True behind 实际: "计划检查9000人。实际检查9418人", "计划30场，实际41场".

    ``before`` is the sentence up to the figure; "计划建设的8座公厕仅建成5座" tells no more.
    """
    near = before[-_NEAR:]  # a whole text may be one sentence
    return bool(_NO_MORE.search(near) or _TOLD.fullmatch(before) or _TOLD_BESIDE.search(before))


def is_set_out(text: str, quantity: Quantity, group: Group) -> bool:
    """True for the 80 of "计划举办80场，实际举办112场"."""
    if _SET_OUT.search(text, group.clause.start, quantity.start):
        return _CAME_OF_IT.match(text, quantity.end) is not None
    again = _DONE_AGAIN.match(text, quantity.end)
    if again is None or again["unit"] != quantity.unit:
        return False
    return again["again"] in text[group.clause.start : quantity.start]


def is_set_before_done(text: str, quantity: Quantity, group: Group) -> bool:
    """True for the 80 of "80条农村黑臭水体治理已完成72条": what was to be done.

    Also for the 60 of "新增规上企业60家,已新增17家".
    """
    near = text[group.lead[0] : quantity.start]
    done = _DONE_OF_IT.match(text, quantity.end) or _part_done(quantity, text)
    set_out = _PROMISED.sub("", near).strip("、，,和及 ")
    if done is not None and done["unit"] == quantity.unit and not set_out:
        return True
    return _is_task_beside_done(near, text, quantity)


def _part_done(quantity: Quantity, text: str) -> re.Match[str] | None:
    done = _PART_DONE.match(text, quantity.end)
    within = done is not None and Decimal(done["done"].rstrip(".")) <= quantity.value
    return done if within else None


def _is_task_beside_done(near: str, text: str, quantity: Quantity) -> bool:
    """True for the first of "新建管网35公里,已完成8.2公里", and of a rate "达95%,目前为71%"."""
    opening = text.rfind("\n", 0, quantity.start) + 1
    if quantity.unit == "%" and _NUMBERED.match(text, opening):
        return bool(_RATE_SET.search(near) and _RATE_NOW.match(text, quantity.end))
    done = _DONE_BESIDE.match(text, quantity.end)
    if done is None or done["unit"] != quantity.unit or _NO_TASK.search(near):
        return False
    return done["verb"] == "完成" or done["verb"] in near


def is_task_of_item(text: str, start: int, end: int) -> bool:
    """True for the first sentence of an item behind which one tells how far it has come.

    >>> item = "3.新建5G基站180个。上半年,建成207个。"
    >>> is_task_of_item(item, 2, item.index("。")), is_task_of_item("3.新建5G基站180个。", 2, 12)
    (True, False)
    >>> is_task_of_item("3.改造农房300户。施工单位尚未确定。", 2, 10)
    True
    """
    opening = text.rfind("\n", 0, start) + 1
    end = text.find("。", end - 1)
    told = end >= 0 and (SO_FAR.match(text, end + 1) or _NOT_BEGUN.match(text, end + 1))
    return bool(told and _ITEM.fullmatch(text, opening, end))


def is_done(near: str, place: Place) -> bool:
    """True for "已建成12个" in any column, and for "上半年已化解2.4亿元" in a plan."""
    done = DONE if place == "target" else _ALREADY if place == "prose" else None
    return done is not None and done.search(near) is not None


def is_task_done(near: str, text: str, quantity: Quantity) -> bool:
    """True for the first of "农村改厕任务38283座,完成38649座"."""
    return bool(_TASK_SET.search(near) and _DONE_BEHIND.match(text, quantity.end))


def is_aimed_at(near: str, text: str, quantity: Quantity) -> bool:
    """True for both of "紧盯全年生产总值增长7%、规上工业增加值增长10%的目标"."""
    return bool(_AIM.search(near) and _AIMED.match(text, quantity.end))


def is_rate_of_plan(before: str, quantity: Quantity) -> bool:
    """True for the rate in brackets behind the plan that it is.

    >>> from assistant.language.quantities import find_quantities
    >>> rate, = find_quantities("7%")
    >>> is_rate_of_plan("完成年度计划增速(", rate), is_rate_of_plan("完成年度计划(", rate)
    (True, False)
    """
    return quantity.unit == "%" and _PLANNED_RATE.search(before) is not None


def is_planned(near: str, after: str) -> bool:
    """True for "年度计划投资51.74亿元" and "3亿元的任务", not for "完成年度计划的122%"."""
    if BESIDE_PLAN.search(near):
        return False
    if _REACHED.search(near) and _ANY_PLAN_AFTER.match(after):
        return True
    if _COMPLETED_PLAN.search(near) and not after.startswith("的"):
        return False
    return _PLANNED_AMOUNT.search(near) is not None or _PLAN_AFTER.match(after) is not None
