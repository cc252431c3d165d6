"""Tables as grids: which columns and which row the words of a question name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.evidence.lines import Line
from assistant.language.columns import role_of, subject_cell
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Cell, Span
from assistant.text import fold_text

SAME_TABLE = 0.6  # share of headers that neighbouring rows of one table have in common
NAMED_BY_PAIRS = 0.8  # of the characters' pairs that ask for a row, those that it has
CLEARLY = 0.2  # by which the best row must lead
MOST_SHORTENED = 400  # rows of a table in which a shorter name is looked for in all others
SHORTEST_WORDS = 4  # characters that name a row by their pairs
EMPTY = re.compile(r"[\s/／—–\-.…]*")
_HAN = re.compile(r"[一-鿿]")
_NUMBERING = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|其中[:：]?)+(?=[^\d])"
)
_BRACKETS = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_OF_HEADER = re.compile(r"[(（][^()（）]*[)）]|[%‰]|\s")
_MONTHS = re.compile(
    r"^(?:截[至止])?(?:\d{4}年)?(?:\d{1,2}-)?(?:\d{1,2}月|上半年|本月|[一二三四]季度)(?:底|末|份)?"
)
_OWN_LEADER = re.compile(r"(?<=[一-鿿]{2})[区县市](?=领导)")  # 挂钩区领导
_OF_YEAR = re.compile(r"^(?:年度|全年|当年|本年)(?=.{4})")
_KIND_OF_ROW = re.compile(r"(?:建设|工程|项目|行动)+$")
_YEAR = re.compile(r"^\d{4}年度?")
# "年度计划是多少" is asked of 2024年计划投资, where no other column is planned.
_PLAN_ASKED = re.compile(
    r"(?:年度|全年|今年|当年|本年)的?(?:计划|目标|任务)(?:数|额)?(?=[是为有定]?(?:了)?(?:多少|几|呢|$|[?？]))"
)
_PLANNED = re.compile(r"计划|目标|任务数|任务额")
_YEARLY = re.compile(r"\d{4}年|年度|全年|当年|本年|今年")
_AND = re.compile(r"及其?(?=[一-鿿])|[和与、]")
_BOUND = re.compile(r"^(?:本月|项目|工程|主要)|(?:情况|名称|目标值|值|数)$")
_REMARK = re.compile(r"备注|说明|是否|评价|结论|属性|时限|时间")
_CAPTION = re.compile(r"(?:^|\n)[\s#*]*(?:附[件表]|表)\s?[\d一二三四五六七八九十]")
_PART = re.compile(r"^(?:其中[:：]?|[#＃])\s*")
_SUMMED = re.compile(r"(?:全[市县区旗州省])?(?:合计|总计|总共|一共|共计|全部|共)")
_SUM_WORD = re.compile(r"(?<=[全各][市县区旗州省])(?:合计|总计|共计|小计)$")
LINES_OVER = 4  # lines in front of a table that tell what it is
TOTAL = re.compile(r"合计|总计|小计|共计|全[市县区州省]合?计?|总数")
_OF_ANY_TABLE = frozenset(
    {"目标", "完成", "内容", "项目", "指标", "单位", "名称", "任务", "备注", "说明", "数量"}
)
# How a column of a sort is asked for beside its own words.
_ASKED_AS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
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
            r"(?:已经?|一共|累计|实际)?(?:投了(?=多少|几)|完成了?(?:多少|几)(?:个?[亿万]元?)?的?投资)"
        ),
    ),
    (
        re.compile(r"^(?:年度|全年|年初|本年)(?:工作)?目标(?:值|任务)?$"),
        re.compile(r"(?:年度|全年|年初|当年)(?:定的?)?(?:工作)?目标(?:值|任务)?"),
    ),
    (re.compile(r"业主"), re.compile(r"业主(?:单位)?")),
    (
        re.compile(r"进[展度]|推进|完成情况|形象"),
        re.compile(
            r"(?:形象)?进[展度](?!表)(?:情况)?|推进得|[盖建修干做搞挖铺]到(?:了)?(?:哪|什么(?:阶段|程度|地步))|到(?:了)?(?:什么|哪个?)阶段|(?:修|建|办|干|做|搞|进行)得(?:怎么样|如何)了?"
        ),
    ),
    (re.compile(r"责任人|负责人"), re.compile(r"责任人|负责人|谁(?:来|在)?(?:负责|管|扛)")),
    (
        re.compile(r"增长|增速|增幅|同比|比上年"),
        re.compile(r"(?:比上年|同比|比去年)?(?:增长|增速|增幅|下降|涨)(?:率|幅|了)?"),
    ),
    (
        re.compile(
            r"^(?!.*(?:是否|预计|计划|目标)).*(?:完成(?:额|数|值|情况)?(?:[(（].*)?$|实际完成)"
        ),
        re.compile(r"(?:实际)?完成(?:了)?(?=多少)|实际完成(?:了|得)?"),
    ),
    (
        re.compile(r"配合|协办|协助"),
        re.compile(r"(?:由)?(?:谁|哪些?(?:个|几个)?(?:单位|部门))(?:来)?(?:配合|协办|协助)"),
    ),
    (
        re.compile(r"^(?!.*领导).*(?:牵头|主办)"),
        re.compile(r"(?:由)?(?:谁|哪些?(?:个|几个)?(?:单位|部门))(?:来)?(?:牵头|主办)"),
    ),
    (re.compile(r"规模|内容"), re.compile(r"建设规模|建设内容|规模(?:有)?多大")),
    (re.compile(r"达序|序时"), re.compile(r"达序|序时")),
)


@dataclass(frozen=True)
class Grid:
    """Rows of one table, with all headers that any of them has."""

    lines: tuple[Line, ...]
    headers: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[tuple[Line, Cell, str], ...]:
        """The words that name one row and no other, with the row and the cell that has them."""
        keys = [
            (line, cell, key)
            for line in self.rows
            for cell in own_names(line)
            for key in name_keys(cell.text)
        ]
        known = {key for _, _, key in keys}
        shorter = {b: (line, c, b) for line, c, key in keys if (b := self._without_kind(key))}
        keys += [found for key, found in shorter.items() if key not in known]
        counted = Counter(key for _, _, key in keys)
        return tuple((line, cell, key) for line, cell, key in keys if counted[key] == 1)

    def _without_kind(self, key: str) -> str:
        """A name without the word for what it is, 长者食堂 for 长者食堂建设, if no other has it."""
        bare = _KIND_OF_ROW.sub("", key)
        if bare == key or len(_HAN.findall(bare)) < SHORTEST_WORDS:
            return ""
        if len(self.lines) > MOST_SHORTENED:
            return ""
        return bare if sum(bare in text for text in self.named_in) == 1 else ""

    @cached_property
    def totals(self) -> tuple[Line, ...]:
        """The rows that sum others up: all of them, or those of their chapter."""
        return tuple(line for line in self.lines if _is_total(line))

    @cached_property
    def rows(self) -> tuple[Line, ...]:
        """The rows that are rows of their own, and not sums of others."""
        return tuple(line for line in self.lines if not _is_total(line))

    @cached_property
    def named_in(self) -> tuple[str, ...]:
        """What each row is told by, folded: the cells that may name it."""
        return tuple(
            " ".join(fold_text("".join(c.text.split())) for c in names_of(line))
            for line in self.lines
        )

    def column(self, header: str) -> list[str]:
        """The texts of a column, empty where a row has none."""
        return [text_in(line, header) for line in self.lines]


_RATIO_HEADER = re.compile(
    r"([一-鿿]{2,8}?)数?[为占]([一-鿿]{2,8}?)的?(?:比重|比例|比)?[(（]?%[)）]?"
)


@dataclass(frozen=True)
class Column:
    """A column that a question names, with where it does."""

    header: str
    span: Span


def text_in(line: Line, header: str) -> str:
    """Return what a row has in a column, white space folded; marks for nothing are nothing."""
    cell = line.row.cells.get(header)
    text = " ".join(cell.text.split()) if cell else ""
    return "" if EMPTY.fullmatch(text) else text


def grids_of(lines: Sequence[Line]) -> list[Grid]:
    """Group neighbouring rows that share most of their headers."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [Grid(tuple(group), _headers(group)) for group in found]


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    above = group[-1]
    if above.document.id != line.document.id:
        return False
    between = above.document.text[above.row.end : line.row.start]
    if set(above.row.cells) != set(line.row.cells) and _CAPTION.search(between):
        return False
    known = {header for other in group for header in other.row.cells}
    new = set(line.row.cells)
    return len(known & new) >= SAME_TABLE * min(len(known), len(new))


def _headers(group: Sequence[Line]) -> tuple[str, ...]:
    longest = max(group, key=lambda line: len(line.row.cells))
    every = [*longest.row.cells, *(h for line in group for h in line.row.cells)]
    return tuple(dict.fromkeys(every))


@lru_cache(maxsize=4096)
def keys_of(header: str) -> tuple[str, ...]:
    """Return the words that may stand for a header, longest first.

    >>> keys_of("累计完成投资(万元)")[0], "完成投资" in keys_of("1-9月完成投资")
    ('累计完成投资', True)
    """
    plain = _OF_HEADER.sub("", fold_text(header))
    undated = _MONTHS.sub("", plain)
    parts = [plain, undated, *_AND.split(undated), *_of_levels(header)]
    parts += [_OWN_LEADER.sub("", undated), _OF_YEAR.sub("", undated)]
    keys = [*parts, *(_BOUND.sub("", part) for part in parts)]
    fit = [k for k in keys if len(k) > 1 and k not in _OF_ANY_TABLE]
    return tuple(sorted(dict.fromkeys(fit), key=len, reverse=True))


def undated(header: str) -> str:
    """Return a folded header without the months that it begins with.

    >>> undated("1-10月推进情况") == undated("1-11月推进情况")
    True
    """
    return _MONTHS.sub("", fold_text(header))


def _of_levels(header: str) -> list[str]:
    """The words for a header of two levels: "1-9月完成情况 投资额" is 完成投资.

    >>> "完成投资" in keys_of("1-9月完成情况 投资额"), "资金安排" in keys_of("资金安排 合计")
    (True, True)
    """
    upper, lower = levels_of(header)
    if not upper or not lower:
        return []
    over, under = _BOUND.sub("", _MONTHS.sub("", upper)), _BOUND.sub("", lower).removesuffix("额")
    if TOTAL.fullmatch(lower):
        return [upper, over]
    return [over + lower, over + under] if over else []


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
    found += [*_by_lower_level(text, grid), *_of_the_one_year(text, grid)]
    found += [*_of_the_one_plan(text, grid), *_ratios_named(text, grid)]
    found = _below_what_is_named(text, grid, found)
    found.sort(key=lambda c: (c.span[0] - c.span[1], grid.headers.index(c.header)))
    kept: list[Column] = []
    for column in found:
        free = all(column.span[1] <= k.span[0] or k.span[1] <= column.span[0] for k in kept)
        if free and all(column.header != k.header for k in kept):
            kept.append(column)
    return sorted((_latest(c, text, grid) for c in kept), key=lambda c: c.span)


def _ratios_named(text: str, grid: Grid) -> list[Column]:
    """Columns of what one is of another: "决算为调整预算的多少" names 决算数为调整预算的%."""
    found = []
    for header in grid.headers:
        ratio = _RATIO_HEADER.fullmatch(fold_text(header))
        part, whole = (re.escape(word) for word in ratio.groups()) if ratio else ("", "")
        named = re.search(rf"{part}数?[为占是]{whole}", text) if ratio else None
        found += [Column(header, named.span())] if named else []
    return found


def _latest(column: Column, text: str, grid: Grid) -> Column:
    """Of columns that differ in their months alone, the last, where the text names no months."""
    alike = [h for h in grid.headers if undated(h) == undated(column.header)]
    dated = all(undated(h) != fold_text(h) for h in alike)
    if len(alike) < 2 or not dated or any(fold_text(h) in text for h in alike):
        return column
    return Column(alike[-1], column.span)


def _shares_lower_name(header: str, grid: Grid) -> bool:
    """True if columns of other things have the same lower name: 社区食堂 完成, 小区改造 完成."""
    upper, lower = levels_of(header)
    others = (levels_of(h) for h in grid.headers)
    return lower != "" and any(
        low == lower and _MONTHS.sub("", up) != _MONTHS.sub("", upper) for up, low in others
    )


def column_beside(text: str, grid: Grid, header: str) -> list[Column]:
    """Return the column that is to an upper name in the text what ``header`` is to its own.

    Behind "社区食堂完成几处", "老旧小区改造呢" asks what was done of these.
    """
    lower = levels_of(header)[1]
    levels = ((h, *levels_of(h)) for h in grid.headers if h != header)
    named = [(h, up) for h, up, low in levels if low and low == lower and up and up in text]
    if len(named) != 1:
        return []
    at = text.index(named[0][1])
    return [Column(named[0][0], (at, at + len(named[0][1])))]


def _of_the_one_year(text: str, grid: Grid) -> list[Column]:
    """Columns that are named without their year, where no other year has the like: 计划投资."""
    bare = {h: _OF_HEADER.sub("", _YEAR.sub("", fold_text(h))) for h in grid.headers}
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


def _by_lower_level(text: str, grid: Grid) -> list[Column]:
    """Columns by the lower of their two names, where no other column has it."""
    lower = {h: _OF_HEADER.sub("", fold_text(h.rpartition(" ")[2])) for h in grid.headers}
    counted = Counter(lower.values())
    return [
        Column(h, (text.rindex(name), text.rindex(name) + len(name)))
        for h, name in lower.items()
        if " " in h
        and len(name) > 1
        and counted[name] == 1
        and name in text
        and name not in _OF_ANY_TABLE
        and not TOTAL.fullmatch(name)
    ]


# How the lower of two header names is asked for below an upper one: "社区食堂(处) 完成".
_LOWER_ASKED = (
    (re.compile(r"目标|计划|任务"), re.compile(r"目标|计划|任务|原定|定了|应[建改完]|要[建改]")),
    (
        re.compile(r"完成|实际|建成"),
        re.compile(r"完成|实际|建成|完工|到位|[建改干做]了|[建改做]好|[建改]出"),
    ),
)


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
        if len(below) == 2 and len(done) == len(planned) == 1 and done != planned:
            at = text.index(name)
            found.append(Column(done[0], (at, at + len(name))))
    return found


def levels_of(header: str) -> tuple[str, str]:
    """Return the upper and the lower name of a header, folded and without units; "" for no lower.

    >>> levels_of("社区食堂(处) 目标"), levels_of("总投资(万元)")
    (('社区食堂', '目标'), ('总投资', ''))
    """
    upper, _, lower = header.replace("_", " ").partition(" ")
    return _OF_HEADER.sub("", fold_text(upper)), _OF_HEADER.sub("", fold_text(lower))


def _asked_as(header: str, text: str) -> list[re.Match[str]]:
    plain = fold_text(header)
    for of_header, asked in _ASKED_AS:
        if of_header.search(plain):
            return [m for m in [asked.search(text)] if m]
    return []


def names_of(line: Line) -> list[Cell]:
    """Return the cells that may name a row: words that are neither a charge nor a state."""
    row = line.row
    roles = ("group", "target", "other")
    return [
        cell
        for header, cell in row.cells.items()
        if role_of(header) in roles and not _REMARK.search(header) and _HAN.search(cell.text)
    ]


@lru_cache(maxsize=20_000)
def name_keys(text: str) -> tuple[str, ...]:
    """Return the words that a name may be called by.

    >>> name_keys("一、税收收入"), name_keys("(二)体育中心(一期)")
    (('税收收入',), ('体育中心(一期)', '体育中心'))
    """
    plain = _NUMBERING.sub("", "".join(fold_text(text).split()))
    bare = _BRACKETS.sub("", plain).strip("“”\"'")
    head = re.split(r"[,，。;；:：]", bare)[0]
    keys = (plain, bare, head, head.removesuffix("等"))
    return tuple(k for k in dict.fromkeys(keys) if len(_HAN.findall(k)) > 1)


@dataclass(frozen=True)
class Named:
    """A row that a question names, by which cell, and where."""

    line: Line
    cell: Cell
    span: Span


def line_named(text: str, grid: Grid) -> Named | None:
    """Return the one row that a folded text names by a name that no other row has."""
    best: Named | None = None
    for line, cell, key in grid.names:
        if key not in text:
            continue
        at = text.index(key)
        if _in_longer_name(text, key, at):
            continue
        if best is None or len(key) > best.span[1] - best.span[0]:
            best = Named(line, cell, (at, at + len(key)))
    return best


def _in_longer_name(text: str, key: str, at: int) -> bool:
    """True where a key stands within the name of another indicator: 出口 in 进出口总额."""
    own = {m.canonical for m in load_indicators().find(key)}
    return any(
        m.start <= at and at + len(key) <= m.end and m.end - m.start > len(key)
        for m in load_indicators().find(text)
        if own and m.canonical not in own
    )


def own_names(line: Line) -> list[Cell]:
    """Return the cells that name a row alone: none that it has from the row above."""
    return [c for c in names_of(line) if line.row.start <= c.start < line.row.end]


def line_by_words(words: str, grid: Grid) -> Line | None:
    """Return the one row that has nearly all character pairs of ``words``, and clearly so."""
    pairs = _pairs(words)
    if len(_HAN.findall(words)) < SHORTEST_WORDS or not pairs:
        return None
    ranked = sorted(((_share(pairs, own), n) for n, own in enumerate(grid.named_in)), reverse=True)
    first = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if first[0] < NAMED_BY_PAIRS or first[0] - second < CLEARLY:
        return None
    return grid.lines[first[1]]


def _pairs(words: str) -> set[str]:
    return {
        part[i : i + 2]
        for part in re.findall(r"[一-鿿a-z\d]+", words)
        for i in range(len(part) - 1)
    }


def _share(pairs: set[str], text: str) -> float:
    return sum(map(text.__contains__, pairs)) / len(pairs)


def subject_of(line: Line) -> str:
    """Return what a row is called: its own name, not that of the group it stands in."""
    subject = subject_cell(line.row)
    own = [cell for cell in own_names(line) if not _holds_on(line, cell)] or own_names(line)
    if subject not in own:
        subject = own[0] if own else subject
    return _NUMBERING.sub("", " ".join(subject.text.split())) if subject else ""


def parent_of(line: Line) -> str:
    """Return what a row that says "其中" or "#" is a part of: the last row above that does not.

    Empty for a row of its own.
    """
    cell = subject_cell(line.row)
    if cell is None or not _PART.match(cell.text.strip()):
        return ""
    rows = line.document.rows
    at = next((n for n, row in enumerate(rows) if row is line.row), 0)
    for row in reversed(rows[:at]):
        whole = subject_cell(row) if row.section_path == line.row.section_path else None
        if whole is None:
            return ""
        if not _PART.match(whole.text.strip()):
            return _NUMBERING.sub("", " ".join(whole.text.split()))
    return ""


def full_name(line: Line, cell: Cell | None = None) -> str:
    """Return what a row is called, with the name of the whole where it is marked as a part."""
    name = " ".join(cell.text.split()) if cell is not None else subject_of(line)
    bare = _PART.sub("", name)
    parent = parent_of(line)
    return f"{parent}其中:{bare}" if parent and parent not in bare else bare


def over(grid: Grid) -> str:
    """Return what tells of a table as a whole: its document's title, the lines over it, columns."""
    first = grid.lines[0]
    lines = (
        first.document.text[: first.row.start].rstrip().rsplit("\n", LINES_OVER + len(grid.headers))
    )
    above = [x for x in lines[1:] if x.strip() not in grid.headers][-LINES_OVER:]
    titles = [first.document.profile.title, *first.chunk.context]
    return fold_text("\n".join([*titles, *above, *grid.headers]))


def total_meant(text: str, grid: Grid) -> tuple[Line, Span] | None:
    """Return the row of sums that a question means, with the words that say so.

    The sums of a chapter answer for the chapter; those of the table only where it is asked for all.
    """
    for line in grid.totals:
        for part in line.row.section_path[-1:]:
            keys = [key for name in name_keys(part) for key in (name, name.removesuffix("类"))]
            key = next((k for k in sorted(keys, key=len, reverse=True) if k in text), "")
            if key and part.strip() in {c.text.strip() for c in line.row.cells.values()}:
                at = text.index(key)
                return line, (at, at + len(key))
    whole = [line for line in grid.totals if not line.row.section_path]
    if len(whole) != 1:
        return None
    own = fold_text("".join(subject_of(whole[0]).split()))
    own = _SUM_WORD.sub("", own) or own  # 全市 sums up its districts, and so does 全市合计
    summed = _SUMMED.search(text) or (re.search(re.escape(own), text) if own else None)
    return (whole[0], summed.span()) if summed else None


def _holds_on(line: Line, cell: Cell) -> bool:
    """True for a cell that the row below has too, merged or said again: it names a group."""
    rows = line.document.rows
    at = next((n for n, row in enumerate(rows) if row is line.row), len(rows))
    header = next((h for h, c in line.row.cells.items() if c is cell), "")
    below = [row.cells.get(header) for row in rows[at + 1 : at + 2]]
    return any(other is not None and other.text == cell.text for other in below)


def is_group(line: Line, cell: Cell) -> bool:
    """True for a cell that names what a row belongs to: taken over from above, or holding on."""
    return not line.row.start <= cell.start < line.row.end or _holds_on(line, cell)


def _is_total(line: Line) -> bool:
    texts = ["".join(_BRACKETS.sub("", c.text).split()) for c in line.row.cells.values()]
    chapter = "".join(
        "".join(_BRACKETS.sub("", part).split()) for part in line.row.section_path[-1:]
    )
    return any(TOTAL.fullmatch(text) for text in texts) or (chapter != "" and chapter in texts)


def same_thing(header: str, indicator: str) -> bool:
    """True if a header names an indicator of the lexicon."""
    return any(m.canonical == indicator for m in load_indicators().find(fold_text(header)))
