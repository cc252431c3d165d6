"""Which year a passage speaks of, and whether it tells results or plans."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.limits import MONEY_GOT
from assistant.schema import Kind, Profile
from ingest.outline.script import simplify

_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?年(?![代底前末]?[以之]?前(?![一二三四\d]{1,2}(?:季度|个?月)))"
    r"|([一二][九〇○零][〇○零一二三四五六七八九]{2})年"
)
_OPENING_YEAR = re.compile(r"\s*((?:19|20)\d{2})年(?!\s*\d{1,2}\s*月)")
# "会议通报了2020年实事项目完成情况": what came of a year, in the plan of a later one.
_RESULTS_OF = re.compile(
    r"((?:19|20)\d{2})年(?!前|底前)[^。，,；;\n\d]{0,24}(?:完成|执行|落实|实施)情况"
)
_THINGS_TO_DO = re.compile(r"(?:实事|工程|项目|清单)(?:[(（][^()（）]*[)）])?$")
# "下一步,要提前谋划2025年实事项目": what is still to be done.
_NEXT = re.compile(r"\s*(?:下一?步|下一?阶段|接下来)(?!计划|目标)")
_THIS_YEAR = re.compile(r"\s*今年(?!以来)")
# "2023年上半年预算执行情况" tells of that half alone, as "一、上半年工作情况" does.
_PART_OF_YEAR = re.compile(
    r"(?:年|^(?:[^一-鿿]*[一二三四五六七八九十]{1,3}[、.)）]\s*)?)(上半年|一季度|前三季度)"
)
_PARTS = {"上半年": "01/06", "一季度": "Q1", "前三季度": "01/09"}
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PLAN = re.compile(r"十([二三四五六七])五(?![”\"’」]?以来)|第十([二三四五六七])个五年")

_TARGET_HEADING = re.compile(
    r"目标|任务|安排|部署|措施|举措|打算|计划|(?<!决算)草案|思路|要求|指导思想|建议|展望|工作重点|重点工作|要点|规划"
    r"|下一步|下阶段|下一阶段|(?<!以)来年|明年|新的一年"
)
_ACTUAL_HEADING = re.compile(
    r"执行情况|发展基础|决算(?:情况|草案)|完成情况|进展情况|(?:任务|项目|工作|目标|指标)进展|回顾|总结|成效|成绩|成就|运行情况|落实情况|督[办查]情况|主要工作(?!安排|任务|目标|部署|打算|思路|计划|措施|要求)|过去|一年来|五年来"
    r"|(?:上半年|前三季度|[一三]季度|\d{1,2}月)(?:全[区县市])?(?:经济)?(?:社会)?(?:工作|运行|发展)(?:开展)?情况"
    r"|(?:工作|推进|开展|落实|办理|办结)情况(?:的通报)?$|滞后|基本情况|概况|现状|问题|困难|不足|短板|履职情况"
    r"|(?:提前|超前|超额|已|均)完成"
)
# What a document tells of by its title, and the fields in which it tells it: "三、重点工作方面".
_TOLD_OF_WORK = re.compile(
    r"(?:重点工作|工作任务|重点任务|实事|重点项目)[^，,。；;]{0,16}(?:完成|进展|推进|落实|督[办查])情况"
)
_FIELD = re.compile(r"方面(?:[(（][^()（）]*[)）])?$")
# "人口调控目标如期实现": what was planned has come about, unless it is wished for.
_REACHED = re.compile(
    r"(?<![^,，])(?![^,，]*(?:确保|力争|争取|奋力|努力|推动|坚决))[^,，]*?"
    r"(?:如期|圆满|顺利|胜利|提前|超额)(?:实现|完成|达成|达到|收官)"
)
_MERE_WORK = re.compile("主要工作")
# What was done where it is of a year that is over: "二、2024年重点工作" beside a budget for 2025.
_WORK = re.compile("重点工作|工作重点|[主重]要任务|重点任务|[主重]要举措|[主重]要措施")
_TARGET_WORDS = re.compile(
    rf"力争|确保|争取(?!中央|上级|省级|[到了]|{MONEY_GOT})|(?<!占年度)(?<!占全年)(?<!完成年度)(?<!完成全年)目标|(?<!列入年度)(?<!占全年)(?<!占年度)(?<!完成年度)计划(?!生育|单列)|(?<!现)将(?=[在要进全持继深大]|有)|拟|着力|加快|推进(?!情况|[。，,；;、]|$)|深入实施|努力|大力|坚持"
    r"|聚焦|进一步|不断|到20\d\d年(?:底|末)?[,，]|以上(?!的?(?:[一-鿿]{0,2}项目|企业|工业|人群|老人))|要(?=[坚加推深着])"
)
_ACTUAL_WORDS = re.compile(
    r"完成|实现|达到?(?=[\d一二三四五六七八九十])|增长\d|同比|比上年|较上年|获评|荣获|获批|已|累计|成功|突破|蝉联"
    r"|建成|新增|投用|创成|[位跃稳]居|领跑|连续\S年|圆满|顺利"
    r"|(?:引进|形成|开展|举办|启动|建立|出台|打造|培育|推出|争取|获得|解决)了"
)
_LOOKS_BACK = re.compile(
    r"同比|比上年|较上年|荣获|获评|蝉联|位居|累计|圆满|年均增长|已(?!然)|去年|过去|成效|取得"
)

# "某区2024年政府工作报告(2023年工作回顾部分)": which part of a report the text is.
_PART_OF_REPORT = re.compile(
    r"报告\s?[(（]((?:19|20)\d\d年[^()（）]{0,6}(?:回顾|总结|安排|目标|任务)[^()（）]{0,6})[)）]$"
)
# "2024年1月16日,区人大五次会议": when it was read out.
_DAY = re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_TERM = re.compile(
    r"(?:过去|近|这)的?(?P<back>[三四五])年(?!级)|(?:今后|未来)的?(?P<ahead>[三四五])年(?!级)"
)
_ONE_YEAR = re.compile(r"[和及与暨]|一年")

# What numbers a measure or a point of a paragraph: "(一)", "1.", "一是".
_LOW = re.compile(r"[(（①-⑳]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}(?:是|要)")

_PLAN_YEARS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031, "七": 2036}


def plan_period(text: str) -> str:
    """The years of a five-year plan that the text names, empty where it names none.

    >>> plan_period("滨江区“十四五”规划纲要")
    '2021/2025'
    """
    match = _PLAN.search(text)
    first = _PLAN_YEARS.get(match[1] or match[2]) if match else None
    return f"{first}/{first + 4}" if first else ""


def years_in(text: str) -> list[str]:
    """The years that a text names, in order, each once.

    >>> years_in("2020年计划执行情况与二〇二一年计划草案")
    ['2020', '2021']
    >>> years_in("2024年前三季度经济运行情况"), years_in("2024年前建成")
    (['2024'], [])
    """
    found = (match[1] or match[2].translate(_NUMERALS) for match in _YEAR.finditer(text))
    return list(dict.fromkeys(found))


def heading_kind(heading: str) -> Kind | None:
    """What a heading announces; 计划执行情况 tells results although it names a plan.

    >>> heading_kind("一、2020年国民经济和社会发展计划执行情况"), heading_kind("三、主要措施")
    ('actual', 'target')
    >>> heading_kind("一、整治推进,人口目标如期实现"), heading_kind("一、确保目标如期实现")
    ('actual', 'target')
    """
    actual, target = _ACTUAL_HEADING.search(heading), _TARGET_HEADING.search(heading)
    if _REACHED.search(heading):
        return "actual"
    if actual and target:
        return (
            "actual"
            if re.search(
                r"(?:执行|完成|进展|落实|运行|推进|办理|办结|督[办查])情况|进展$|回顾|成效", heading
            )
            else None
        )
    return "actual" if actual else "target" if target else None


def is_mere_work(heading: str) -> bool:
    """True for a heading that tells results by the word 主要工作 alone, which plans are too.

    >>> is_mere_work("二、2024年主要工作"), is_mere_work("2024年主要工作完成情况")
    (True, False)
    """
    told = heading_kind(heading) == "actual"
    return told and _ACTUAL_HEADING.search(_MERE_WORK.sub("", heading)) is None


def chunk_period_and_kind(
    section_path: tuple[str, ...], text: str, profile: Profile
) -> tuple[str, Kind | Literal[""]]:
    """The period a passage speaks of and whether it tells results ("actual") or plans ("target").

    Headings decide, the lowest first; without them the wording; the kind then picks the period from
    the profile. Both are empty where nothing tells.
    """
    section_path, text = tuple(map(simplify, section_path)), simplify(text)
    if part := _PART_OF_REPORT.search(simplify(profile.title)):
        section_path = (part[1], *section_path)
    headed = _kind_of_headings(section_path, profile)
    kind = headed or ("target" if _NEXT.match(text) else None)
    kind = kind or _kind_by_year(section_path, text, profile)
    kind = kind or _kind_by_profile(section_path, text, profile) or _kind_by_wording(text)
    year = profile.periods.get("reported", "")[:4]
    headings = reversed(section_path)
    period = next((p for h in headings if (p := _period_of_heading(h, kind, profile))), "")
    if not period and _NEXT.match(text):
        period = next((y for y in years_in(text) if y > (year or "9")), "")
    if not period:
        period = _period_from_profile(kind, text, profile)
    if not period and headed == "actual":
        period = _plan_before(profile)
    told = profile.periods.get("progress") or profile.periods.get("reported", "")
    if kind == "actual" and period and told[:4] == period and not told.endswith("-12"):
        # "2023年计划执行情况" in a report on half a year is of that half.
        period = told
    return period, kind or ""


def _kind_of_headings(section_path: tuple[str, ...], profile: Profile) -> Kind | None:
    """What the lowest heading that tells announces.

    主要工作 is done, unless it is of the year that a document plans or below a heading of plans;
    重点工作 of the year before that is done as well.
    """
    told = [(h, k) for h in reversed(section_path) if (k := _kind_of_level(h))]
    if not told:
        return None
    heading, kind = told[0]
    years = years_in(heading)
    reported, planned = profile.periods.get("reported", ""), profile.periods.get("planned", "")
    if not is_mere_work(heading):
        past = planned > reported and years == [reported]
        field = _FIELD.search(heading) and _TOLD_OF_WORK.search(simplify(profile.title))
        past = past or field is not None
        return "actual" if past and not heading_kind(_WORK.sub("", heading)) else kind
    if years:
        return "target" if planned > reported and years == [planned[:4]] else kind
    return told[1][1] if len(told) > 1 else kind


def _kind_of_level(heading: str) -> Kind | None:
    """What one heading announces; low ones without a year name measures ("(一)坚持目标导向")."""
    top = re.match(r"第.{1,3}(?:编|部分|篇|章)|[一二三四五六七八九十]+[、.]", heading)
    if top or _YEAR.search(heading) or not _LOW.match(heading):
        return heading_kind(heading) if len(heading) > 2 else None
    return None


def _years_of_term(heading: str, profile: Profile) -> str:
    """The years that a heading counts back or ahead: "一、过去五年工作回顾", "二、今后五年目标"."""
    told = _TERM.search(heading)
    ahead = told is not None and told["ahead"] is not None
    year = profile.periods.get("planned" if ahead else "reported", "")
    if told is None or _ONE_YEAR.search(heading) or not re.fullmatch(r"\d{4}", year):
        return ""
    years = "三四五".index(told["ahead"] or told["back"]) + 2
    return f"{year}/{int(year) + years}" if ahead else f"{int(year) - years}/{year}"


def _period_of_heading(heading: str, kind: Kind | None, profile: Profile) -> str:
    """The period that a heading names; a part of a year without one is of the reported year."""
    years, year = years_in(_DAY.sub("", heading)), profile.periods.get("reported", "")[:4]
    of_part = kind == "actual" and len(years) < 2
    part = _PART_OF_YEAR.search(heading) if of_part else None
    if part is not None and (years or year):
        first = years[0] if years else year
        return f"{first}-{_PARTS[part.group(1)]}".replace("/", f"/{first}-")
    if not years:
        return plan_period(heading) or _years_of_term(heading, profile)
    return years[-1] if kind == "target" else years[0]


def _kind_by_year(section_path: tuple[str, ...], text: str, profile: Profile) -> Kind | None:
    """What a passage tells by the year that it opens with or that its heading names.

    "2024年民生实事包括:新增学位…": a report on 2023 has no results of 2024 yet.
    """
    reported, planned = profile.periods.get("reported", ""), profile.periods.get("planned", "")
    if reported == planned:
        return None
    opening = _OPENING_YEAR.match(text)
    headed = next((years_in(h) for h in reversed(section_path) if _THINGS_TO_DO.search(h)), [])
    if opening is not None and opening[1] == reported:
        return "actual"
    if not reported and _year_before(text, planned):
        return "actual"
    this_year = _THIS_YEAR.match(text) and years_in(profile.title) == [planned]
    ahead = this_year or (opening[1] if opening else "") == planned or headed == [planned]
    return "target" if reported and planned > reported and ahead else None


def _year_before(text: str, planned: str) -> str:
    """The year before that of a plan of which a passage tells, empty for none."""
    told = _OPENING_YEAR.match(text) or _RESULTS_OF.search(text)
    return told[1] if told and told[1] < planned[:4] else ""


def _kind_by_profile(section_path: tuple[str, ...], text: str, profile: Profile) -> Kind | None:
    """What a document tells that only reports or only plans; a plan may say what was before."""
    title = heading_kind(simplify(profile.title)) if not profile.title_derived else None
    if title == "actual" or profile.kind == "统计公报":
        planned, reported = profile.periods.get("planned", ""), profile.periods.get("reported", "")
        if planned and planned == reported:
            # What came of the tasks of a year: whole sentences tell results, headings nothing.
            return "actual" if "。" in text else None
        return None if planned else "actual"
    if title == "target" or profile.kind in ("民生实事", "规划"):
        if {"reported", "progress"} & set(profile.periods):
            return None
        looks_back, ahead = len(_LOOKS_BACK.findall(text)), len(_TARGET_WORDS.findall(text))
        # A plan for years, and what a plan of one numbers, looks ahead wherever no heading tells
        # that it looks back.
        plan = profile.kind == "规划" and "评估" not in profile.title
        plan = plan or (title == "target" and bool(section_path and _LOW.match(section_path[-1])))
        return "target" if looks_back <= (ahead if plan else ahead // 2) else "actual"
    return None


def _kind_by_wording(text: str) -> Kind | None:
    if not re.search(r"[\d%％]|[一二三四五六七八九十]成", text):
        # Without a figure there is no claim to take for another ("蓝图已经绘就").
        return None
    targets, actuals = len(_TARGET_WORDS.findall(text)), len(_ACTUAL_WORDS.findall(text))
    if actuals > targets:
        return "actual"
    return "target" if targets > actuals else None


def _plan_before(profile: Profile) -> str:
    """The five years that a plan looks back on; a plan's evaluation speaks of its own."""
    span = re.fullmatch(r"(\d{4})/(\d{4})", profile.periods.get("planned", ""))
    if span is None or "评估" in profile.title:
        return ""
    first, years = int(span[1]), int(span[2]) - int(span[1]) + 1
    return f"{first - years}/{first - 1}"


def _period_from_profile(kind: Kind | None, text: str, profile: Profile) -> str:
    reported, planned = profile.periods.get("reported", ""), profile.periods.get("planned", "")
    if kind == "actual":
        told = reported or profile.periods.get("progress", "")
        return told or _year_before(text, planned)
    if kind == "target":
        return planned
    years = years_in(text)
    known = {reported, planned} - {""}
    if len(years) == 1 and years[0] in known:
        return years[0]
    return known.pop() if len(known) == 1 else ""
