"""What kind of document it is, and which years it reports and plans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.language.period_mentions import as_of_line
from ingest.outline.periods import heading_kind, is_mere_work, plan_period, years_in
from ingest.profile.dates import opening_as_of

TASK_TABLE = "任务分解/进展表"

# In this order: 政府工作报告重点工作任务…进展情况表 is a table of tasks, not a report (004).
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("统计公报", re.compile(r"统计公报")),
    (
        "民生实事",
        re.compile(r"民生实事|实事项目|(?:为民|惠民|办|十大|十件|\d+件|相关的)实事|实事工程"),
    ),
    (
        TASK_TABLE,
        re.compile(
            r"任务分解|分解表|责任分解|任务清单|责任清单|项目清单|进度表|推进情况|落实情况|任务书|责任分工"
            r"|(?:进展|完成)情况(?:表|一览|的?通报|[(（][^()（）]*[)）]$|$)|督[办查]情况"
            # "2023年《政府工作报告》重点任务完成情况（第四季度）" tells what became of its tasks.
            r"|政府工作报告[》”\"]?[^，,。：:—(（]{0,14}(?:任务|重点工作|指标|事项|分工)"
        ),
    ),
    (
        "计划报告",
        re.compile(r"计划(?:草案)?.{0,12}(?:执行|草案)|社会发展计划|执行情况.{0,30}计划|计划草案"),
    ),
    ("规划", re.compile(r"规划|纲要|远景目标|三年行动|五年行动|行动计划")),
    ("政府工作报告", re.compile(r"政府工作报告|工作报告")),
)
_HEADERS = re.compile(
    r"(?:牵头|责任|配合|承办|主办|协办|落实)(?:单位|部门|领导|人)|(?:完成|进展|推进)情况|任务"
)
_WORDS_OF_YEAR, _FEWEST_OPENINGS = 400, 2
# A heading too low to tell what a part of the document is about.
_LOW = re.compile(r"[(（①-⑳]|\d{1,2}[.、．]|附")
_WORK = re.compile(r"工作(?:总结|要点|思路|安排|任务|计划|回顾)|重点工作|总体要求")
_BODY = (
    ("政府工作报告", re.compile(r"各位代表|代表.{0,4}政府.{0,12}报告工作|政府工作报告")),
    ("统计公报", re.compile(r"统计公报|本公报")),
    ("计划报告", re.compile(r"计划执行情况")),
    ("民生实事", re.compile(r"民生实事项目")),
)


def is_task_list(kind: str) -> bool:
    """Whether documents of a kind list tasks, with what came of them."""
    return kind in (TASK_TABLE, "民生实事")


def find_kind(
    title: str, headings: Sequence[str], headers: Sequence[str], text: str
) -> tuple[str, bool]:
    """The kind of a document and whether it is a guess.

    >>> find_kind("某区2023年国民经济和社会发展统计公报", [], [], "")
    ('统计公报', False)
    """
    for kind, pattern in _TITLES:
        if pattern.search(title):
            return kind, False
    if len({header for header in headers if _HEADERS.search(header)}) >= 2:
        return TASK_TABLE, False
    top = "\n".join(headings[:80])
    if "执行情况" in top and "计划" in top:
        return "计划报告", True
    if _WORK.search(title):
        return "政府工作报告", True
    opening = text[:3000]
    counts = [(len(pattern.findall(opening)), kind) for kind, pattern in _BODY]
    # One mention of a list of projects makes no list of projects.
    counts = [(n, kind) for n, kind in counts if n > 1 or kind != "民生实事"] or [(0, "")]
    best, kind = max(counts, key=lambda count: count[0])
    return (kind, True) if best else ("其他", not title)


def find_periods(
    title: str, kind: str, openings: Mapping[str, str], headers: Sequence[str], text: str
) -> tuple[dict[str, str], bool]:
    """The years reported and planned and how far the progress reaches, and whether that is a guess.

    ``openings`` has the words that follow each heading.

    >>> find_periods("某区2020年计划执行情况与2021年计划草案", "计划报告", {}, [], "")
    ({'reported': '2020', 'planned': '2021'}, False)
    """
    periods = _from_plan(title) if kind == "规划" else {}
    part = _part_of_year(title) or _months_told(title, text)
    if not periods and part and not is_task_list(kind):
        periods = {"reported": part}
        if any(
            heading_kind(heading) == "target" and not _LOW.match(heading) for heading in openings
        ):
            # A report on half a year that goes on with the other half's plans.
            periods["planned"] = part[:4]
    if not periods:
        named = [heading for heading in openings if heading != title]
        periods = _behind_plans(title, kind, _from_headings(title, named))
    doubtful = False
    if kind != "规划" and len({"reported", "planned"} & set(periods)) == 1:
        doubtful = _complete(periods, openings, part[:4])
    years = years_in(title)
    if not periods and years:
        periods, doubtful = _from_title_year(years[0], kind, title)
        periods = opening_as_of(periods, text) or periods
    if not periods:
        periods, doubtful = _from_body(kind, text), True
    periods = _evaluated(title, text) | periods
    year = periods.get("planned") or periods.get("reported", "")
    told = _reaching(year, headers, [title, as_of_line(text)])
    progress = told if is_task_list(kind) else ""
    if progress and not headers and doubtful and _DONE_TITLE.search(title):
        # A report in prose: all that it tells is of the months up to there.
        return {"reported": progress}, doubtful
    if progress:
        periods["progress"] = progress
    elif kind == TASK_TABLE and _DONE_TITLE.search(title) and years and "planned" in periods:
        # A notice on how far a year's work is tells that year, and none before it.
        periods.setdefault("reported", periods["planned"])
    return periods, doubtful or not periods


# "除特别注明外,数据截至2022年底": what an evaluation of a plan tells of without a time.
_DATA_UNTIL = re.compile(r"数据[^，,。；;\n\d]{0,8}截[至止](?:到)?((?:19|20)\d{2})年(?:底|末|12月)")
# "关于2024年为民办实事项目完成情况的通报" tells what came of the year's plan, beside the plan.
_DONE_TITLE = re.compile(
    r"(?:完成|进展|落实|办理|实施|推进)情况|通报|总结|办结|(?:有序|顺利|稳步|扎实)推进"
)
# Titles that tell how a part of a year went, and not what is to be done in it.
_TELLS_PART = re.compile(rf"{_DONE_TITLE.pattern}|(?:运行|发展)(?:情况|分析|态势|形势)|台账|进展表")


def year_issued(title: str, issued: str) -> str:
    """The year that a title without one means by a part of it, told from when it was issued.

    Empty where it tells of no such part. Four quarters are not over before their year is.

    >>> year_issued("关于三季度重点工作推进情况的通报", "2025-10-16")
    '2025'
    >>> year_issued("四季度工作进展情况", "2026-01-09"), year_issued("四季度工作安排", "2025-10-09")
    ('2025', '')
    >>> year_issued("1-4月民生实事有序推进", "2024-05-09")
    '2024'
    """
    until = _progress(issued[:4], [title]).rpartition("/")[2]
    # "1-4月民生实事有序推进" of May tells what was, by whatever words.
    if not until or not (_TELLS_PART.search(title) or until < issued[:7]):
        return ""
    return str(int(issued[:4]) - 1) if len(issued) > 4 and until > issued[:7] else issued[:4]


def _evaluated(title: str, text: str) -> dict[str, str]:
    """The year that an evaluation tells where it names none.

    >>> _evaluated("某区规划纲要实施情况中期评估报告", "除特别注明外,数据截至2022年底。")
    {'reported': '2022'}
    """
    reached = _DATA_UNTIL.search(text) if "评估" in title else None
    return {"reported": reached[1]} if reached else {}


def _from_plan(title: str) -> dict[str, str]:
    span = re.search(r"((?:19|20)\d{2})\s?年?\s?[-—–~至]+\s?((?:19|20)\d{2})", title)
    if span:
        return {"planned": f"{span[1]}/{span[2]}"}
    plan = plan_period(title)
    return {"planned": plan} if plan else {}


def _from_headings(title: str, headings: Sequence[str]) -> dict[str, str]:
    """A year beside words of result or of plan, in parts of the title and in top headings."""
    parts = re.split(r"(?:与|和|及|暨|、)(?=[^与和及暨、]{0,6}\d{4})", title)
    parts = parts if len(parts) > 1 else []
    periods: dict[str, str] = {}
    for words in [*parts, *headings]:
        years = years_in(words)
        kind = heading_kind(words) if years else None
        if years and is_mere_work(words) and periods.get("reported", years[0]) < years[0]:
            kind = "target"  # 2024年主要工作, behind the results of 2023
        key = {"actual": "reported", "target": "planned"}.get(kind or "")
        if key and not _LOW.match(words):
            periods.setdefault(key, years[0] if key == "reported" else years[-1])
    return periods


def _behind_plans(title: str, kind: str, periods: dict[str, str]) -> dict[str, str]:
    """The periods of headings, with the year of results that its title tells before their plans.

    >>> _behind_plans("某县2023年各乡镇完成情况表", TASK_TABLE, {"planned": "2024"})
    {'planned': '2024', 'reported': '2023'}
    >>> _behind_plans("某县2023年项目建设总结", "其他", {"planned": "2024"})
    {'planned': '2024', 'reported': '2023'}
    """
    years = years_in(title) if is_task_list(kind) or heading_kind(title) == "actual" else []
    behind = bool(years) and max(years) < min(periods.values(), default="")
    return periods | {"reported": years[-1]} if behind else periods


def _complete(periods: dict[str, str], openings: Mapping[str, str], begun: str) -> bool:
    """Add the year that a heading without one means ("一、过去一年工作回顾"); true if guessed.

    What is planned beside the progress of a year that has but ``begun`` is of that year.
    """
    missing = "planned" if "reported" in periods else "reported"
    kind = "target" if missing == "planned" else "actual"
    for heading, opening in openings.items():
        if heading_kind(heading) != kind or years_in(heading) or _LOW.match(heading):
            continue
        years = years_in(opening)
        if years and years[0] not in periods.values():
            periods[missing] = years[0]
            return False
        (other,) = periods.values()
        if missing == "planned" and other == begun:
            periods[missing] = begun
            return False
        if re.fullmatch(r"\d{4}", other):
            periods[missing] = str(int(other) + (1 if missing == "planned" else -1))
            return True
    return False


def _from_title_year(year: str, kind: str, title: str) -> tuple[dict[str, str], bool]:
    """What a single year in a title means for each kind of document."""
    if kind == "政府工作报告" and heading_kind(title) != "target" and "总结" not in title:
        # 2024年政府工作报告 is read out in January: it tells 2023 and plans 2024.
        return {"reported": str(int(year) - 1), "planned": year}, True
    if kind == "民生实事" and _DONE_TITLE.search(title):
        return {"reported": year, "planned": year}, False
    if kind in (TASK_TABLE, "民生实事", "规划"):
        return {"planned": year}, False
    if kind == "统计公报" or heading_kind(title) == "actual":
        return {"reported": year}, False
    if heading_kind(title) == "target" or kind == "政府工作报告":
        return {"planned": year}, False
    return {"reported": year}, True


def _part_of_year(title: str) -> str:
    """The months that a title with one year speaks of, empty for a whole year.

    >>> _part_of_year("某区2023年1-9月经济运行情况"), _part_of_year("某区2023年统计公报")
    ('2023-01/2023-09', '')
    """
    progress = _progress("", [title]) if len(years_in(title)) == 1 else ""
    first, _, last = progress.partition("/")
    if last.endswith("-03"):
        return f"{first[:4]}-Q1"
    return "" if last.endswith("-12") else progress


# "某区2023年9月经济运行情况": statistics of a month count from January on.
_STATISTICS_OF_MONTH = re.compile(
    r"年\s?(1[01]|[1-9])\s?月份?(?:全[区县市])?(?:主要)?(?:国民)?(?:经济|统计|指标)"
)
_NAMES_OF_MONTHS = {3: "一季度", 6: "上半年", 9: "前三季度"}


def _months_told(title: str, text: str) -> str:
    """The months up to that of a title on statistics, where the text has a word for them.

    >>> _months_told("某区2023年9月经济运行情况", "前三季度,全区增长7%。")
    '2023-01/2023-09'
    >>> _months_told("某区2023年9月经济运行情况", "9月份,全区增长7%。")
    ''
    """
    match = _STATISTICS_OF_MONTH.search(title)
    if match is None or len(years_in(title)) != 1:
        return ""
    month = int(match[1])
    words = rf"{_NAMES_OF_MONTHS.get(month, '')}|(?<!\d)1\s?[-—–~至]\s?{month}\s?月"
    told = re.search(words.removeprefix("|"), text)
    return _part_of_year(f"{years_in(title)[0]}年1-{month}月") if told else ""


_YEAR_NAMED = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?年(?!\s?\d{1,2}\s?月\s?\d{1,2}\s?日)")
# "是2019年的1.3倍", "比2019年": what a result is measured against.
_MEASURED_FROM = re.compile(r"(?:(?<=[比较])|(?=[^的]{5,6}的[\d.一二三四五]+倍))")
# "完成产值14.9亿元,增长4%" is a result, whatever tasks were taken up before it.
_RESULT = re.compile(
    r"(?<!\d)(?:完成|实现|达到?)[^,，。；;\d]{2,16}\d[\d.]*[亿万]?[元人吨][,，]\s?(?:同比)?(?:增长|下降)\d"
)
_WEAK_AIM = re.compile(r"任务|安排|将")
_TELLS = re.compile(r"回顾|过去|完成|实现|达到?\d|增长\d|下降\d|成效|取得|荣获|建成|比上年|同比")
_WANTS = re.compile(r"目标|力争|确保|任务|要(?:重点|着力|坚持)|总体要求|安排|计划|预期|打算|将")


def _from_body(kind: str, text: str) -> dict[str, str]:
    """The year whose results the text tells most, and a later one for which it has aims.

    >>> _from_body("其他", "2023年完成投资5亿元,同比增长3%。2024年的目标是增长5%。")
    {'reported': '2023', 'planned': '2024'}
    """
    named = [m for m in _YEAR_NAMED.finditer(text) if not _MEASURED_FROM.match(text, m.start())]
    if not named:
        return {}
    told: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    ends = [*(match.start() for match in named[1:]), len(text)]
    for match, end in zip(named, ends, strict=True):
        words = text[match.end() : min(end, match.end() + _WORDS_OF_YEAR)]
        sentence = text[match.end() : end].partition("。")[0]
        aim, told_there = _WANTS.search(words), _TELLS.search(words)
        ahead = aim and (not told_there or aim.start() < told_there.start())
        ahead = (
            ahead and aim and not (_WEAK_AIM.fullmatch(aim.group()) and _RESULT.search(sentence))
        )
        (wanted if ahead else told)[match[1]] += 1
    counts = told + wanted
    year = max(counts, key=lambda y: (counts[y], y))
    if kind in (TASK_TABLE, "规划"):
        return {"planned": year}
    if kind not in ("统计公报", "其他") and not told[year]:
        before = str(int(year) - 1)
        return {"planned": year} | ({"reported": before} if told[before] else {})
    reported = max(told or wanted, key=lambda y: (told[y], y))
    following = str(int(reported) + 1)
    return {"reported": reported} | ({"planned": following} if wanted[following] else {})


# "本报讯…前三季度,全区实现…": the part of the year that sentences open with.
_OPENS_WITH = re.compile(
    r"(?:^|[。;；\n]|[讯息示算析]\s?[,，:：])[\s\u3000]*(?:今年|20\d\d年)?"
    r"(前三季度|上半年|一季度|1[-—–~至]\d{1,2}月份?|全年|年末)(?=[,，全我实累])"
)


def part_told(periods: Mapping[str, str], kind: str, text: str) -> dict[str, str]:
    """The part of the guessed year that most sentences speak of which open with a time.

    >>> part_told({"reported": "2023"}, "其他", "前三季度,全区增长7%。前三季度,投资增长2%。")
    {'reported': '2023-01/2023-09'}
    """
    year = periods.get("reported", "")
    if len(year) != 4 or kind in (TASK_TABLE, "民生实事", "规划", "统计公报"):
        return {}
    opened = Counter(match[1] for match in _OPENS_WITH.finditer(text)).most_common(2)
    if not opened or opened[0][1] < _FEWEST_OPENINGS:
        return {}
    if len(opened) > 1 and 2 * opened[1][1] > opened[0][1]:
        return {}
    part = _part_of_year(f"{year}年{opened[0][0]}")
    return {"reported": part} if part else {}


_YEAR_BEFORE_MONTH = re.compile(r"(?:19|20)\d{2}\s?年(?=\s?\d{1,2}\s?月)")
# "全年目标", "年底前完成": how far the plan reaches, not the progress.
_AHEAD = re.compile(r"目标|计划|任务|预期|时限|期限|年[底末]前")
_RANK = re.compile("[名位]次|排名")  # 二季度名次, beside that of the third quarter, was before
_WHOLE_YEAR = re.compile(
    rf"全年(?:完成|进展|落实)情况|^(?!.*(?:{_AHEAD.pattern})).*(?:年底|年末|全年)"
)
# "6月份民生工程进展情况"
_MONTH_OF_PROGRESS = re.compile(
    r"(1[0-2]|[1-9])\s?月(?:份|底|末)?(?:[一-龥]{0,12}(?=(?:进展|完成|推进|落实)情况))?"
    r"(?:进展|完成|推进|落实)"
)
_MONTHS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def _reaching(year: str, headers: Sequence[str], others: Sequence[str]) -> str:
    """How far the progress of a table reaches, by its headers or else by its title and date.

    One that goes on from "1-3月完成" to "1-9月完成" reaches to September.
    """
    headers = [header for header in headers if not _RANK.search(header)]
    so_far = [header for header in headers if not _AHEAD.search(header)]
    return max((_progress(year, [h]) for h in so_far), default="") or _progress(
        year, [*headers, *others]
    )


def _progress(year: str, words: Sequence[str]) -> str:
    """How far a table's progress reaches, from its headers ("截至6月底") or title ("四季度").

    >>> _progress("2025", ["截至6月底完成情况"]), _progress("2023", ["四季度进展情况表"])
    ('2025-01/2025-06', '2023-01/2023-12')
    >>> _progress("", ["截至2023年9月底"])
    '2023-01/2023-09'
    """
    for text in words:
        own = years_in(text)
        base = own[-1] if own else year
        if not re.fullmatch(r"\d{4}", base):
            continue
        text = _YEAR_BEFORE_MONTH.sub("", text)
        month = 0
        if match := re.search(r"(?:截至|截止|至|到|[-—–~])\s?(1[0-2]|[1-9])\s?月", text):
            month = int(match[1])
            if month > 1 and re.match(r"0?1\s?[日号]", text[match.end() :]):
                month -= 1  # 截至9月1日 nothing of September is told
        elif match := re.search(r"第?([一二三四1234])季度", text):
            month = _MONTHS[match[1]]
        elif "上半年" in text or "半年" in text:
            month = 6
        elif _WHOLE_YEAR.search(text):
            month = 12
        elif match := _MONTH_OF_PROGRESS.search(text):
            month = int(match[1])
        if month:
            return f"{base}-01/{base}-{month:02d}"
    return ""
