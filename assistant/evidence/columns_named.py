"""Which columns of a table the words of a question name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.grids import Grid, over
from assistant.evidence.headers import MONTHS, OF_HEADER, keys_of, levels_of, undated
from assistant.evidence.rank_columns import rank_column
from assistant.language.columns import GROWTH_HEADER, PLANNED_HEADER, role_of
from assistant.schema import Span
from assistant.text import fold_text

_YEAR = re.compile(r"^\d{4}年度?")
# "年度计划是多少" is asked of 2024年计划投资, where no other column is planned.
_PLAN_ASKED = re.compile(
    r"(?:(?:年度|全年|今年|当年|本年)的?(?:计划|目标|任务)|任务)(?:数|额)?(?=[是为有定]?(?:了)?(?:多少|几|呢|$|[?？]))"
)
_PLANNED = re.compile(r"计划|目标|任务数|任务额|(?:年度|全年)任务$")
_BEGUN = re.compile(r"^(?:新增|新建|新改建|改造|建设)(?=.{2})")
_YEARLY = re.compile(r"\d{4}年|年度|全年|当年|本年|今年")
# "整改时限", "整改到什么时候": by when a trouble is to be mended is no 完成时限 of a task.
_STEP_DATED = re.compile(
    r"(?P<step>整改|复工|重启)的?(?:完成)?(?:时[限间]|期限|日期)"
    r"|(?P<dated>整改|复工|重启)[^,，。;；?？]{0,4}(?:什么时候|何时|几月)"
)
# How a column of a sort is asked for beside its own words.
_ASKED_AS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"(?:建设|起止|实施)年[限度]"),
        re.compile(
            r"[建修]到(?:了)?(?:哪一?年|什么时候|何时)|(?:哪一?年|什么时候|何时)(?:能|才)?(?:建[成完好]|完工|建设)"
        ),
    ),
    (
        re.compile(r"时限|期限|时间|节点"),
        re.compile(
            r"什么时候(?:能|要|前)?(?:完成|完工|建成)?|何时(?:完成)?|(?:在|是)?几月(?:份)?(?:底)?(?:前)?(?:完成)?|哪个月(?:完成)?|完成时[间限]|时限|期限"
        ),
    ),
    (
        re.compile(r"(?:计划|安排|年度)[^,，]{0,4}投资"),
        re.compile(r"(?:计划|安排|打算|准备|要)投(?=多少|几)"),
    ),
    (
        re.compile(r"(?:累计|上半年|季度|月[底末份]?)完成$"),
        re.compile(r"投了(?=多少|几)|完成(?:了)?(?=多少)"),
    ),
    (
        re.compile(r"完成[^,，]{0,4}投资"),
        re.compile(
            r"(?:已经?|一共|累计|实际)?(?:投了(?=多少|几)|完成了?(?:多少|几)(?:个?[亿万]元?)?的?投资"
            r"|(?<=累计)完成了?(?=(?:多少)?[?？]|多少$))"
        ),
    ),
    (
        re.compile(r"^(?:年度|全年|年初|本年)(?:工作)?目标(?:值|任务)?$"),
        re.compile(r"(?:年度|全年|年初|当年)(?:定的?)?(?:工作)?目标(?:值|任务)?"),
    ),
    (re.compile(r"业主"), re.compile(r"业主(?:单位)?")),
    (
        re.compile(r"占比|比重|构成(?!情况)"),
        re.compile(
            r"占(?:了|到)?(?:多少|几成|百分之(?:几|多少)|多大)的?(?:比重|比例|份额)?|占比|(?:所占)?的?(?:比重|份额)"
        ),
    ),
    (
        re.compile(r"进[展度]|推进|完成情况|形象"),
        re.compile(
            r"(?:形象)?进[展度](?!表)(?:情况)?|推进得|[盖建修干做搞挖铺完成办]到?(?:了)?(?:哪(?:一?步|[里儿])?|什么(?:阶段|程度|地步)|百分之(?:几|多少)|几成)|到(?:了)?(?:什么|哪个?)阶段|(?:修|建|办|干|做|搞|进行)得(?:怎么样|如何)了?"
        ),
    ),
    (re.compile(r"责任人|负责人"), re.compile(r"责任人|负责人|谁(?:来|在)?(?:负责|管|扛)")),
    (
        GROWTH_HEADER,
        re.compile(r"(?:比上年|同比|比去年)?(?:增长|增速|增幅|下降|涨)(?:率|幅|了)?"),
    ),
    (
        re.compile(
            r"^(?!.*(?:是否|预计|计划|目标)).*(?:完成(?:额|数|值|情况)?(?:[(（].*)?$|实际完成)"
        ),
        re.compile(r"(?:实际)?完成(?:了)?(?=多少)|实际完成(?:了|得)?"),
    ),
    (
        re.compile(r"配合|协办|协助|协同"),
        re.compile(r"(?:由)?(?:谁|哪些?(?:个|几个)?(?:单位|部门))(?:来)?(?:配合|协办|协助|协同)"),
    ),
    (
        re.compile(r"^(?!.*领导).*(?:牵头|主办)"),
        re.compile(r"(?:由)?(?:谁|哪些?(?:个|几个)?(?:单位|部门|局|委|家))(?:来)?(?:牵头|主办)"),
    ),
    (re.compile(r"规模|内容"), re.compile(r"建设规模|建设内容|规模(?:有)?多大")),
    (re.compile(r"达序|序时"), re.compile(r"达序|序时")),
    # What holds a row up, and what is to be done about it, as supervision ledgers have them.
    (
        re.compile(r"(?:存在|主要|遇到|突出)的?(?:问题|困难|难点)|^(?:问题|困难|难点|堵点)|困难"),
        re.compile(
            r"(?:还|目前|主要)?(?:存在|遇到|碰到|面临|有)?(?:着|了|的)?(?:哪些|什么|啥)(?:样的?|主要|具体)?(?:问题|困难|难处|难点|难题|堵点|卡点|障碍|阻力)(?:没解决)?"
            r"|卡在(?:了)?(?:哪|什么|啥)[里儿地方]*|难在(?:哪|什么|啥)[里儿]*|(?:问题|困难|难点|难处)是(?:什么|啥|哪些)|(?:问题|困难|难点)(?:在)?哪[里儿]?"
        ),
    ),
    (
        re.compile(r"下一?步|下一?阶段|(?:整改|推进|解决|改进|应对)(?:措施|举措|办法)|工作打算"),
        re.compile(
            r"(?:下一?步|接下来|下一?阶段|后续|往后)(?:有)?(?:的)?(?:计划|准备|打算|要|该)?(?:怎么|如何|采取|做|干)?(?:哪些|什么|啥|办|做|干|推进|解决|安排)?(?:工作)?(?:措施|举措|办法|打算|安排)?"
            r"|(?:打算|准备|计划|要)?(?:怎么|如何)(?:解决|整改|应对|处理|办)|(?:采取|有)(?:了)?(?:哪些|什么|啥)(?:整改|应对|解决|推进)?(?:措施|举措|办法)|打算怎么[做干办推进]+"
        ),
    ),
)
_RATIO_HEADER = re.compile(
    r"([一-鿿]{2,8}?)数?[为占]([一-鿿]{2,8}?)的?(?:比重|比例|比)?[(（]?%[)）]?"
)
# A rate of completion is asked for without the plan that its header names: 年计划投资完成率.
_RATE_DONE = re.compile(
    r"(?:完成率|完成比例)(?![一-鿿]*[(（][^%]*[)）])"
    r"|完成(?:全年|年度|年初|调整)*(?:计划|目标|任务|预算)数?的?(?:比例|比)?[(（]?%"
)
_PROGRESS_ASKED = re.compile("进[度展]|推进")
_PROGRESS_COLUMN = re.compile(
    r"(?:当前|目前|工程|项目|形象|完成|工作|实施|推进)*进度(?:情况)?(?:\(%\))?"
)
_RATE_ASKED = re.compile(r"([一-鿿]{2})?(?P<rate>的?完成(?:率|比例))")
_OF_ANY_RATE = re.compile(
    r"项目|工程|任务|工作|计划|目标|指标|[县市区镇乡]|月份?|年度?|[了的是谁哪各里中和及]"
)
_RANK_ASKED = re.compile(
    r"(?:综合|总)?(?:排名?|位次|名次|排序|[位处居]|站)?(?:在|是|为|到|列|居)?了?第几(?:名|位)?(?![个项条类批期季])"
    r"|(?:综合|总)?(?:排名|位次|名次|排序)(?:是|为|在)?(?:多少|几)|排(?:在|到)?了?(?:多少|几)[名位]"
)
# "是什么性质的项目": of what sort a row is, by the end of the column's name.
_SORT_ASKED = re.compile(
    r"(?:属于?|是|算)?(?:个|一个)?(?:什么|哪一?[种个类])(?:样的?)?(?P<sort>性质|属性|类型|类别|级别|等次|等级)"
    r"的?(?:项目|工程|任务|指标|工作|事项)?"
)
_SCORE_ASKED = re.compile(r"总?得分|总分|评分|分数|成绩|得了?多少分|多少分")
_WHOLE_SCORE = re.compile(r"(?:综合|总|合计|考核|最[终后])?(?:得分|评分|分数?|成绩)")
# How the lower of two header names is asked for below an upper one: "社区食堂(处) 完成".
_LOWER_ASKED = (
    (re.compile(r"目标|计划|任务"), re.compile(r"目标|计划|任务|原定|定了|应[建改完]|要[建改]")),
    (
        re.compile(r"完成(?!比例|率)|实际|建成|进[度展]"),
        re.compile(r"完成(?!比例|率)|实际|建成|完工|到位|[建改干做]了|[建改做]好|[建改]出"),
    ),
    (re.compile(r"比例|率$"), re.compile(r"完成(?:比例|率)|百分之[几多]|几成")),
)


@dataclass(frozen=True)
class Column:
    """A column that a question names, with where it does."""

    header: str
    span: Span


def columns_named(text: str, grid: Grid) -> list[Column]:
    """Return the columns that a folded text names, each by its longest words, none twice."""
    found: list[Column] = []
    for header in grid.headers:
        if role_of(header) == "number":
            continue
        spans = [(text.rindex(key), key) for key in keys_of(header) if key in text]
        found += [Column(header, (at, at + len(key))) for at, key in spans[:1]]
        if not _shares_lower_name(header, grid):
            found += [Column(header, m.span()) for m in _asked_as(header, text)]
    found += [*_of_the_one_year(text, grid), *_of_the_one_plan(text, grid)]
    found += [*_ratios_named(text, grid), *_ranks_asked(text, grid), *_of_the_one_sort(text, grid)]
    found = found or _score_asked(text, grid)
    rated = rate_named(text, grid.headers, over(grid))
    # "税收完成率" asks for no 税收完成数.
    found = [c for c in found if not any(overlap(c.span, r.span) for r in rated)] + rated
    found = _below_what_is_named(text, grid, found)
    planned = bool(PLANNED_HEADER.search(text))
    found.sort(
        key=lambda c: (
            c.span[0] - c.span[1],
            bool(PLANNED_HEADER.search(c.header)) != planned,  # 增速 is what it was, not its goal
            grid.headers.index(c.header),
        )
    )
    kept: list[Column] = []
    for column in found:
        free = all(column.span[1] <= k.span[0] or k.span[1] <= column.span[0] for k in kept)
        if free and all(column.header != k.header for k in kept):
            kept.append(column)
    return sorted((_latest(c, text, grid) for c in kept), key=lambda c: c.span)


def overlap(a: Span, b: Span) -> bool:
    """True for two spans that share a character."""
    return a[0] < b[1] and b[0] < a[1]


def _ratios_named(text: str, grid: Grid) -> list[Column]:
    """Columns of what one is of another: "决算为调整预算的多少" names 决算数为调整预算的%."""
    found = []
    for header in grid.headers:
        ratio = _RATIO_HEADER.fullmatch(fold_text(header))
        part, whole = (re.escape(word) for word in ratio.groups()) if ratio else ("", "")
        named = re.search(rf"{part}数?[为占是]{whole}", text) if ratio else None
        found += [Column(header, named.span())] if named else []
    return found


def _score_asked(text: str, grid: Grid) -> list[Column]:
    """The column of whole scores, where 得分 is asked for and no column of its parts is."""
    asked = _SCORE_ASKED.search(text)
    whole = [h for h in grid.headers if _WHOLE_SCORE.fullmatch(OF_HEADER.sub("", fold_text(h)))]
    return [Column(whole[0], asked.span())] if asked and len(whole) == 1 else []


def _ranks_asked(text: str, grid: Grid) -> list[Column]:
    """The column of ranks that 排第几 asks for."""
    asked = _RANK_ASKED.search(text)
    header = rank_column(text, grid.headers) if asked else ""
    return [Column(header, asked.span())] if asked and header else []


def rate_named(text: str, headers: Sequence[str], title: str) -> list[Column]:
    """The one column of rates of completion, where a text asks for that of nothing else.

    ``title`` is what stands over the table, which may tell what is completed.
    """
    rates = [h for h in headers if _RATE_DONE.search(fold_text(h))]
    asked = _RATE_ASKED.search(text)
    if len(rates) != 1 or asked is None:
        return []
    of = asked[1]
    known = of is None or of in fold_text(rates[0]) or of in title or _OF_ANY_RATE.search(of)
    return [Column(rates[0], asked.span("rate"))] if known else []


def progress_named(text: str, headers: Sequence[str]) -> list[Column]:
    """The one column of how far the rows are, where a text asks for no more of its name.

    >>> [column.header for column in progress_named("进度最慢的是哪项", ["项目", "当前进度"])]
    ['当前进度']
    """
    asked = _PROGRESS_ASKED.search(text)
    columns = [h for h in headers if _PROGRESS_COLUMN.fullmatch(fold_text(h))]
    return [Column(columns[0], asked.span())] if asked and len(columns) == 1 else []


def alike_but_for_time(column: Column, grid: Grid) -> list[str]:
    """The headers that differ from a column's, and from each other, in their months alone."""
    alike = [h for h in grid.headers if undated(h) == undated(column.header)]
    dated = all(undated(h) != fold_text(h) for h in alike)
    return alike if len(alike) > 1 and dated else []


def _latest(column: Column, text: str, grid: Grid) -> Column:
    """Of columns that differ in their months alone, the last, where the text names no months."""
    alike = alike_but_for_time(column, grid)
    if not alike or any(fold_text(h) in text for h in alike):
        return column
    return Column(alike[-1], column.span)


def _shares_lower_name(header: str, grid: Grid) -> bool:
    """True if columns of other things have the same lower name: 社区食堂 完成, 小区改造 完成."""
    upper, lower = levels_of(header)
    others = (levels_of(h) for h in grid.headers)
    return lower != "" and any(
        low == lower and MONTHS.sub("", up) != MONTHS.sub("", upper) for up, low in others
    )


def column_beside(text: str, grid: Grid, header: str) -> list[Column]:
    """Return the column that is to an upper name in the text what ``header`` is to its own.

    Behind "社区食堂完成几处", "老旧小区改造呢" asks what was done of these.
    """
    lower = levels_of(header)[1]
    levels = ((h, *levels_of(h)) for h in grid.headers if h != header)
    # 新增停车泊位 goes by 停车泊位, where no other column does.
    uppers = (
        (h, name) for h, up, low in levels if low == lower for name in (up, _BEGUN.sub("", up))
    )
    named = list({h: (h, name) for h, name in uppers if lower and name and name in text}.values())
    if len(named) != 1:
        return []
    at = text.index(named[0][1])
    return [Column(named[0][0], (at, at + len(named[0][1])))]


def _of_the_one_year(text: str, grid: Grid) -> list[Column]:
    """Columns that are named without their year, where no other year has the like: 计划投资."""
    bare = {h: OF_HEADER.sub("", _YEAR.sub("", fold_text(h))) for h in grid.headers}
    counted = Counter(bare.values())
    return [
        Column(h, (text.rindex(name), text.rindex(name) + len(name)))
        for h, name in bare.items()
        if _YEAR.match(fold_text(h)) and len(name) > 2 and counted[name] == 1 and name in text
    ]


def _of_the_one_plan(text: str, grid: Grid) -> list[Column]:
    """The column of figures planned for the year, where it is asked for as the plan: 年度计划."""
    asked = _PLAN_ASKED.search(text)
    planned = [h for h in grid.headers if _PLANNED.search(h)]
    if asked is None or len(planned) != 1 or not _YEARLY.search(planned[0]):
        return []
    return [Column(planned[0], asked.span())]


def _of_the_one_sort(text: str, grid: Grid) -> list[Column]:
    """The column that sorts the rows, asked for by the end of its name: 什么性质, of 建设性质."""
    asked = _SORT_ASKED.search(text)
    if asked is None:
        return []
    ends = ("类型", "类别") if asked["sort"] in ("类型", "类别") else (asked["sort"],)
    sorts = [h for h in grid.headers if OF_HEADER.sub("", fold_text(h)).endswith(ends)]
    return [Column(sorts[0], asked.span())] if len(sorts) == 1 else []


def _below_what_is_named(text: str, grid: Grid, found: Sequence[Column]) -> list[Column]:
    """Of columns below upper names, those whose upper name the text has, by their lower one."""
    levels = [(h, *levels_of(h)) for h in grid.headers]
    named = {upper for _, upper, lower in levels if lower and len(upper) > 1 and upper in text}
    named = {name for name in named if not any(name in other != name for other in named)}
    if not named:
        return list(found)
    below = {h: upper for h, upper, lower in levels if lower}
    kept = [c for c in found if below.get(c.header) in (None, *named)]
    for header, upper, lower in levels:
        at = text.index(upper) + len(upper) if upper in named else 0
        for of_lower, asked in _LOWER_ASKED:
            match = asked.search(text, at) or asked.search(text) if at else None
            if match and lower and of_lower.search(lower):
                kept.append(Column(header, match.span()))
    return kept


def results_named(text: str, grid: Grid) -> list[Column]:
    """Columns of what was done of what a text names alone, where plan and result stand below it."""
    levels = [(h, *levels_of(h)) for h in grid.headers]
    named = {upper for _, upper, lower in levels if lower and len(upper) > 1 and upper in text}
    found = []
    for name in named:
        below = [(header, lower) for header, upper, lower in levels if upper == name]
        done = [h for h, lower in below if _LOWER_ASKED[1][0].search(lower)]
        planned = [h for h, lower in below if _LOWER_ASKED[0][0].search(lower)]
        rates = [h for h, lower in below if _LOWER_ASKED[2][0].search(lower)]
        amounts = len(below) - len(rates)
        if amounts == 2 and len(done) == len(planned) == 1 and done != planned:
            at = text.index(name)
            found.append(Column(done[0], (at, at + len(name))))
    return found


def _asked_as(header: str, text: str) -> list[re.Match[str]]:
    plain, step = fold_text(header), _STEP_DATED.search(text)
    if step and (step["step"] or step["dated"]) not in plain:
        return []
    for of_header, asked in _ASKED_AS:
        if of_header.search(plain):
            return [m for m in [asked.search(text)] if m]
    return []
