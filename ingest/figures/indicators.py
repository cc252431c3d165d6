"""Every figure that a document states, as :class:`Indicator` records.

Prose and the task and progress columns of tables are read sentence by sentence
(``figures.figures``), the cells of plain data tables by their headers (``figures.data_cells``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from assistant.language.columns import SHORT_TARGET, cells_of, role_of, subject_cell
from assistant.language.period_mentions import find_in_header
from assistant.language.periods import until_quarter, year_of
from assistant.lexicon.indicators import IndicatorLexicon
from assistant.schema import Cell, Chunk, Indicator, Profile, Row
from ingest.figures.accounts import in_account
from ingest.figures.canonical_names import canonical_name
from ingest.figures.carry import Scope
from ingest.figures.data_cells import read_data_row
from ingest.figures.figures import Figure, read_figures
from ingest.figures.goal_names import named_by_goals
from ingest.figures.plans_and_results import beside_each_other, is_goal_again
from ingest.figures.spending import of_spending
from ingest.profile.sections import place_of

_UNIT = r"(?:万亿|亿|万|千|百万)?(?:元|美元|人|户|亩|吨)"
_UNIT_OVER_TABLE = re.compile(
    rf"单位\s*[:：]\s*((?:[个家项件]、)*{_UNIT}(?:、(?:{_UNIT}|[个家项件]))*)(?![\u4e00-\u9fff])"
)
# A note under a document and its mark in the text, which a figure's own note follows.
_NOTE_OF_YEAR = re.compile(
    r"^[ \u3000]*[\[［〔]\s?(\d{1,2})[\]］〕][^\n。；;]{0,40}?"
    r"[为系是](\d{4})年度?(?:年报|快报)?(?:数据|数)",
    re.MULTILINE,
)
_MARK = re.compile(r"[\[［〔]\s?(\d{1,2})[\]］〕]")
_ECONOMY = "地区生产总值"
_INDUSTRY = re.compile(
    r"第[一二三]产业|[\u4e00-\u9fff、]{1,20}(?<![就失创企职作毕行营开])业(?:[(（][^()（）]{1,8}[)）])?"
)
_TOTAL = re.compile(r"\s*[合总小]\s*计")
# "12. 口袋公园。计划新建8个": what an item is called, before what is told of it.
_TITLED = re.compile(
    r"\s*(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]\s*)?(?P<title>[\u4e00-\u9fff“”]{3,16})[。:：](?=\s*[^\s])"
)
_NUMBERED_ITEM = re.compile(r"\s*[(（]?\d{1,3}[)）.．、]\s*[\u4e00-\u9fff“”]")
_TABLE_LENGTH = 6000
_LONGEST_SUBJECT = 30
Placed = tuple[Figure, int]  # a figure, and where the text begins that it was read in


def extract_indicators(
    text: str,
    chunks: Sequence[Chunk],
    rows: Sequence[Row],
    profile: Profile,
    lexicon: IndicatorLexicon,
) -> tuple[Indicator, ...]:
    """Extract the figures of a document from its chunks and table rows, in the order of the text.

    A cell that several rows inherit is read once, in the row where it stands.
    """
    found: list[Indicator] = []
    whole_economy: tuple[str, ...] = ()
    years = _years_of_notes(text)
    units = _units_over_tables(text, rows)
    for chunk in chunks:
        if chunk.row is None or chunk.kind:
            # The items of a list are sentences, which tell results or plans as those of prose do.
            found.extend(_of_prose(chunk, profile, lexicon))
            continue
        row = rows[chunk.row]
        cells = list(read_data_row(row, chunk, profile, lexicon, _unit_over(units, row)))
        whole_economy = _heads_industries(cells, row, whole_economy)
        if whole_economy and whole_economy == tuple(row.cells):
            cells = [_of_industry(indicator, lexicon) for indicator in cells]
        whole = {indicator.figure for indicator in cells}
        # A progress cell that is a number and nothing else was read already.
        texts = list(_of_row(chunk, row, profile, lexicon))
        found.extend(_of_goal(cell, row, texts) for cell in cells)
        found.extend(indicator for indicator in texts if indicator.figure not in whole)
    found = [_as_noted(i, text, years) for i in of_spending(found, text, lexicon)]
    return tuple(beside_each_other(sorted(found, key=lambda i: (i.figure, i.indicator)), text))


def _heads_industries(
    cells: Sequence[Indicator], row: Row, before: tuple[str, ...]
) -> tuple[str, ...]:
    """The headers of the table whose row of the whole economy was read last, if it is this one."""
    if any(indicator.indicator == _ECONOMY for indicator in cells):
        return tuple(row.cells)
    return before if before == tuple(row.cells) else ()


def _of_industry(indicator: Indicator, lexicon: IndicatorLexicon) -> Indicator:
    """金融业 below 地区生产总值 is the value that the industry adds."""
    if not _INDUSTRY.fullmatch(indicator.name):
        return indicator
    name = f"{indicator.name}增加值"
    return replace(indicator, name=name, indicator=canonical_name(name, lexicon) or name)


def _of_goal(cell: Indicator, row: Row, texts: Sequence[Indicator]) -> Indicator:
    """Name a bare result by the one goal of its row: "经济指标 | 固定资产投资增长7% | -3.6%"."""
    progress = any(c.start <= cell.figure[0] < c.end for _, c in cells_of(row, "progress"))
    spans = [(c.start, c.end) for _, c in cells_of(row, "target")]
    goals = [t for t in texts if any(s <= t.figure[0] < e for s, e in spans)]
    if not progress or len(goals) != 1 or not cell.unit or goals[0].unit != cell.unit:
        return cell
    goal = goals[0]
    return replace(cell, name=goal.name, indicator=goal.indicator, measure=goal.measure)


def _years_of_notes(text: str) -> dict[str, str]:
    """The year that a note gives to what bears its mark: "[3]R&D经费支出为2022年数据"."""
    return {match[1]: match[2] for match in _NOTE_OF_YEAR.finditer(text)}


def _as_noted(indicator: Indicator, text: str, years: Mapping[str, str]) -> Indicator:
    marks = _MARK.findall(text[indicator.start : indicator.figure[0]]) if years else []
    year = next((years[mark] for mark in reversed(marks) if mark in years), "")
    return replace(indicator, period=year) if year else indicator


def _of_prose(chunk: Chunk, profile: Profile, lexicon: IndicatorLexicon) -> Iterator[Indicator]:
    other = place_of(chunk.section_path, profile)
    if other is not None:
        profile = replace(profile, district=other.name, district_full=other.full)
    period = chunk.period or _period_of(chunk.kind, profile)
    scope = Scope(
        period=period,
        kind=chunk.kind,
        year=year_of(period) or _profile_year(profile),
        own_level=profile.level,
        district=profile.district,
        district_full=profile.district_full,
        subject=_subject_of(chunk, lexicon),
    )
    for figure in _by_goals_of_items(read_figures(chunk.text, scope, lexicon), chunk.text, lexicon):
        named = in_account(figure, chunk, lexicon)
        yield _indicator(named, chunk, profile, chunk.start)


def _by_goals_of_items(
    figures: Sequence[Figure], text: str, lexicon: IndicatorLexicon
) -> list[Figure]:
    """Name what an item of a list got done by the goals that it gives before.

    "14.健身工程。计划新建多功能运动场10片,已建成运动场7片": as those of a row of a table.
    """
    named: list[Figure] = []
    for line, own in groupby(figures, lambda f: text.count("\n", 0, f.clause[0])):
        item = list(own)
        if _NUMBERED_ITEM.match(text.split("\n")[line]):
            goals = [f for f in item if f.kind == "target"]
            results = [f for f in item if f.kind == "actual"]
            both = named_by_goals(goals, results, lexicon)
            renamed = dict(zip((*map(id, goals), *map(id, results)), chain(*both), strict=True))
            item = [renamed.get(id(f), f) for f in item]
        named.extend(item)
    return named


_LOW_HEADING = re.compile(r"\s*[(（]?[一二三四五六七八九十]{1,3}[)）、]")
_PLAN_OF_TITLE = re.compile(
    r"[。:：]\s*(?:全[年县区市]|年度|年初|今年|本年)?(?:目标|计划|工作|建设|确定)?(?:任务|计划|目标)(?:任务|总?[数量])?(?:是|为|[:：])?\d"
)


def _subject_of(chunk: Chunk, lexicon: IndicatorLexicon) -> str:
    """What an item of a list is of, or a paragraph that opens with the name of an indicator.

    "3.固定资产投资。年初计划增长5%,全年下降4.3%" tells neither figure by a name of its own; no
    more does "(三)小区改造。年度任务18个,已开工12个".
    """
    if chunk.row is not None:
        return _title_of(chunk.text)
    line = chunk.text[chunk.text.rfind("\n") + 1 :]
    title = _title_of(line)
    planned = _PLAN_OF_TITLE.match(line, line.find(title) + len(title)) if title else None
    # What a whole paragraph below "(三)" counts need not be what its title names.
    known = lexicon.canonical(title) and not _LOW_HEADING.match(line)
    return title if planned or known else ""


def _of_row(
    chunk: Chunk, row: Row, profile: Profile, lexicon: IndicatorLexicon
) -> Iterator[Indicator]:
    """The figures told in words: tasks as targets, progress as results of the same thing."""
    year = year_of(chunk.period) or _profile_year(profile)
    tasks = Scope(
        period=year,
        kind="target",
        year=year,
        place="target",
        own_level=profile.level,
        district=profile.district,
        district_full=profile.district_full,
    )
    subject = unit = ""
    named = _named_apart(row)
    goals: list[Placed] = []
    told: list[Placed] = []
    for _, cell in cells_of(row, "target"):
        if _TOTAL.match(cell.text):
            continue
        tasks = replace(tasks, subject=named or _title_of(cell.text))
        figures = read_figures(cell.text, tasks, lexicon)
        if not subject:
            subject, unit = _subject(figures, cell, lexicon)
            subject = subject or named
        if row.owns(cell):
            goals += [(f, cell.start) for f in figures]
    for header, cell in cells_of(row, "progress"):
        if row.owns(cell):
            period = _progress_period(header, row, chunk, year, profile)
            results = replace(tasks, period=period, kind="actual", place="progress")
            results = replace(results, subject=subject, subject_unit=unit)
            aimed = [goal for goal, _ in goals]
            for figure in read_figures(cell.text, results, lexicon):
                if is_goal_again(figure, cell.text, aimed):
                    figure = replace(figure, kind="target", period=year)
                told.append((figure, cell.start))
    both = named_by_goals([f for f, _ in goals], [f for f, _ in told], lexicon)
    for figure, (_, start) in zip((*both[0], *both[1]), (*goals, *told), strict=True):
        yield _indicator(figure, chunk, profile, start)


def _named_apart(row: Row) -> str:
    """The cell that names a row whose target cell only tells how much: "绿道建设 | 新建60公里"."""
    cell = subject_cell(row)
    targets = [cell.text for header, cell in row.cells.items() if role_of(header) == "target"]
    if cell is None or not targets or len(targets[0]) > SHORT_TARGET:
        return ""
    words = " ".join(cell.text.split())
    return words if row.owns(cell) and len(words) <= _LONGEST_SUBJECT else ""


def _title_of(item: str) -> str:
    """What an item is called where a sentence of its own says so: "12. 口袋公园。计划新建8个"."""
    titled = _TITLED.match(item)
    return titled["title"] if titled else ""


def _subject(figures: Sequence[Figure], cell: Cell, lexicon: IndicatorLexicon) -> tuple[str, str]:
    """What a task cell is about, with its unit, for a progress cell that does not repeat it."""
    if figures:
        return figures[0].name, figures[0].quantity.unit
    terms = lexicon.find(cell.text, colloquial=False)
    return (terms[0].text, "") if terms and terms[0].start <= 4 else ("", "")


def _progress_period(header: str, row: Row, chunk: Chunk, year: str, profile: Profile) -> str:
    named = [m.period for m in find_in_header(header, year) if year_of(m.period)]
    progress = profile.periods.get("progress", "")
    if named and named[-1] == progress.split("/")[-1]:
        # "10月完成情况" in a report up to October, where no other month has a column.
        others = [h for h in row.cells if h != header and role_of(h) == "progress"]
        monthly = any(find_in_header(h, year) for h in others)
        return named[-1] if monthly else progress
    if named:
        return until_quarter(named[-1])
    # A progress table up to December tells the year.
    if progress and not progress.endswith("-12"):
        return progress
    return year_of(progress) or chunk.period


def _units_over_tables(text: str, rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Where "单位：亿元" stands in a text; in the heading of a chapter it is no whole table's."""
    chapters = {part for row in rows for part in row.section_path if _UNIT_OVER_TABLE.search(part)}
    return [
        (m.end(), m.group(1))
        for m in _UNIT_OVER_TABLE.finditer(text)
        if not any(
            text.find(part, m.end() - len(part), m.end() + len(part)) >= 0 for part in chapters
        )
    ]


def _unit_over(units: Sequence[tuple[int, str]], row: Row) -> str:
    """The unit in the heading of a row's chapter, else that not far above it, empty without."""
    own = [m for part in reversed(row.section_path) if (m := _UNIT_OVER_TABLE.search(part))]
    if own:
        return own[0].group(1)
    at = bisect_left(units, (row.start, "")) - 1
    return units[at][1] if at >= 0 and row.start - units[at][0] < _TABLE_LENGTH else ""


def _period_of(kind: str, profile: Profile) -> str:
    """The period of a passage that names none: results before a plan are of the year before it."""
    reported, planned = profile.periods.get("reported", ""), profile.periods.get("planned", "")
    if kind == "target" or not (reported or planned):
        return planned or reported
    return reported or (str(int(planned) - 1) if planned.isdigit() else planned)


def _profile_year(profile: Profile) -> str:
    for key in ("reported", "progress", "planned"):
        if profile.periods.get(key):
            return year_of(profile.periods[key])
    return ""


def _indicator(figure: Figure, chunk: Chunk, profile: Profile, offset: int) -> Indicator:
    quantity = figure.quantity
    return Indicator(
        source=chunk.source,
        district=figure.district or profile.district,
        period=figure.period,
        indicator=figure.indicator,
        name=figure.name,
        measure=figure.measure,
        value=quantity.value_text,
        unit=quantity.unit,
        kind=figure.kind,
        start=figure.clause[0] + offset,
        end=figure.clause[1] + offset,
        figure=(quantity.start + offset, quantity.end + offset),
        direction=quantity.sign,
        qualifier=quantity.qualifier,
        row=chunk.row,
    )
