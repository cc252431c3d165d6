"""How well the period and the kind of what is stated fit those that are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.statements import Statement
from assistant.language.changes import MOVED
from assistant.language.period_mentions import find_in_header, find_periods
from assistant.language.periods import covers, is_whole_year, until_quarter, whole_year, year_of
from assistant.question import constraint_cues, statement_cues
from assistant.schema import PLAN_KINDS, Indicator, Kind, Query, Span
from assistant.text import fold_text

PLAN_FIT = 0.4  # a plan of several years that covers the one that was asked for
PART_FIT = 0.8  # a part of the year that was asked for, said as such in the answer
_SINCE = re.compile(r"[自从](?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:1日|份)?(?:起|开始)")
_UNTIL = re.compile("截[至止]|到|至")
_SET_TO = re.compile(r"(?:提高|调整|上调|下调|降低|降|提升)(?:到|至|为)了?$")
_RISEN_TO = re.compile(rf"(?:{MOVED})(?:到|至)$|[升增降]至$")
_MONTH_ALONE = re.compile("[单当]月")
_ALREADY = re.compile(r"已经?(?!于)|累计|完成率|开工率|完工率")
_NOT_YET = re.compile("[尚仍还]未|未[开竣完动]工|未(?:完成|办结|整改)")
# "从128家增加到467家" and "“十四五”规划的32项指标完成29项" tell of more than one year.
_OF_YEARS = re.compile(r"[加升高长展少降](?:到|至)|[增升降]至|十[一二三四五六]五|[三五]年")


def told_period(
    query: Query,
    statement: Statement,
    figure: Indicator | None,
    spans: Sequence[Span],
    needs_figure: bool,
) -> tuple[str, float]:
    """Return the period that a quote tells of, and how well it fits the one that is asked for."""
    start, end = spans[0][0], spans[-1][1]
    periods = _periods_of(statement, figure) if figure else statement.periods(start, end)
    periods = (*periods, *(_since_then(query, statement, figure) if figure else ()))
    if "when" in query.asks and statement.period:
        periods = () if len(spans) > 1 else periods  # those of the doings left out
        periods = (*periods, statement.period)  # the date that is asked for lies outside the period
    asked = _as_headed(query, statement, figure)
    period, fit = fit_period(tuple(_since_base(p, figure) for p in asked), periods)
    if fit == 0.0 and _is_dated_as_asked(query, statement, end):
        return statement.period, 1.0
    if fit < 1.0 and figure is not None and (told := _told_of(query, statement, figure)):
        return told, 1.0
    if fit == PLAN_FIT and _sums_up_to(query, period):
        return period, 1.0
    if fit == PLAN_FIT and needs_figure and not _got_to(query, statement, period, figure):
        fit = 0.0  # what five years came to is the figure of none of them
    if constraint_cues.WHOLE_YEAR.search(query.text) and (
        fit == PART_FIT or (not query.periods and _is_part_of_year(period))
    ):
        fit = 0.0
    if fit == PART_FIT and _is_growth_of_one_year(query, statement, figure, period):
        fit = 0.0
    return period, fit


def _is_dated_as_asked(query: Query, statement: Statement, end: int) -> bool:
    """True for what is dated by the very words of a question that names no time of a figure.

    "11月底前" is a day by which something is to be there, 2015年以来 the year that a sum begins
    with, and the 8月12日 of a storm is its name: “8·12”暴雨.
    """
    told = fold_text(statement.document.text[statement.start : end])
    years = {year_of(period) for period in query.periods} - {""}
    same = years <= {year_of(statement.period)}
    for pattern, name in constraint_cues.DATED_BY:
        asked = pattern.search(query.text)
        if asked is None or (pattern is not constraint_cues.SINCE and not same):
            continue
        if re.search(asked.expand(name), told):
            return True
    return False


def _told_of(query: Query, statement: Statement, figure: Indicator) -> str:
    """The asked time that a sentence gives a count before it: days of an event, or some years.

    "11月22-23日,举办论坛,集聚55家企业" is of November, "自2022年至2023年12月底已摇号38轮" of two
    years; to its report either is what was done in the year.
    """
    if figure.kind != "actual" or not is_whole_year(figure.period):
        return ""
    text, at = statement.document.text, figure.figure[0]
    whole = text[max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1 : at]
    sentence = re.split("[；;]", text[statement.start : at].rpartition("。")[2])[-1]
    opening = next(iter(find_periods(whole, figure.period)), None)
    summed = "累计" in text[figure.start : at]
    if summed and opening and opening.period in query.periods and _spans_years(opening.period):
        return opening.period  # "“十三五”时期,…;累计建成公园21个"
    last = next(reversed(find_periods(sentence, figure.period)), None)
    if last is None or last.period not in query.periods:
        return ""
    dated = _spans_years(last.period) or last.text.endswith(("日", "号"))
    return last.period if dated and not _UNTIL.match(last.text) else ""


def _as_headed(query: Query, statement: Statement, figure: Indicator | None) -> tuple[str, ...]:
    """The periods asked for; a quarter or month that heads the figure is meant as that tells it.

    "三季度进展" and the title of a report on how things stand, "10月份进展情况", tell what was done
    up to the end of it, unless that time by itself is asked for.
    """
    if constraint_cues.BY_ITSELF.search(query.text):
        return query.periods
    if figure is None:  # what is not yet done has no figure of its own
        undone = statement.row is None and _NOT_YET.search(statement.folded)
        reached = statement.document.profile.periods.get("progress", "")
        meant = tuple(reached if until_quarter(p) == reached else p for p in query.periods)
        return (until_reported(query, statement) or meant) if undone else query.periods
    if _is_done_by_then(query, statement, figure) and (until := until_reported(query, statement)):
        return until
    if statement.row is None:
        return query.periods
    headers = (h for h, c in statement.row.cells.items() if c.start <= figure.figure[0] < c.end)
    headed = {m.period for h in headers for m in find_in_header(h, year_of(figure.period))}
    return tuple(until_quarter(p) if p in headed else p for p in query.periods)


def until_reported(query: Query, statement: Statement) -> tuple[str, ...]:
    """The periods asked for, the month that a report on how things stand reaches up to its end.

    So is the quarter that it ends with. Empty where neither is asked for, or by itself.
    """
    reached = statement.document.profile.periods.get("progress", "")
    last = reached.split("/")[-1]
    alone = constraint_cues.BY_ITSELF.search(query.text) or _MONTH_ALONE.search(query.text)
    if alone or not (last in query.periods or _ends_quarter(query, reached)):
        return ()
    whole = whole_year(reached)
    return tuple(
        reached if p == last else whole if until_quarter(p) in (reached, whole) else p
        for p in query.periods
    )


def _ends_quarter(query: Query, reached: str) -> bool:
    """True where a quarter is asked for that ends with what is reported: of all up to its end."""
    quarters = (p for p in query.periods if until_quarter(p) != p)
    return any(until_quarter(p) in (reached, whole_year(reached)) for p in quarters)


def _is_done_by_then(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what has been done of a task so far, told in words or in a row of progress."""
    reached = statement.document.profile.periods.get("progress", "")
    by_then = figure.period == reached or (
        figure.period == whole_year(reached) and _ends_quarter(query, reached)
    )
    done = figure.kind == "actual" and by_then and figure.measure in ("count", "share")
    before = statement.document.text[statement.start : figure.figure[0]]
    return done and (statement.row is not None or _ALREADY.search(before) is not None)


def _since_base(asked: str, figure: Indicator | None) -> str:
    """The years of a mean growth that is asked for by the year before them: 2016年到2021年.

    What grew from 2016 on did so in the five years up to 2021.
    """
    years = re.fullmatch(r"(\d{4})/(\d{4})", figure.period) if figure is not None else None
    if figure is None or years is None or figure.measure != "growth":
        return asked
    return figure.period if asked == f"{int(years[1]) - 1}/{years[2]}" else asked


def told_kind(statement: Statement, figure: Indicator | None) -> Kind | str:
    """Return whether a quote tells a result or a plan: its figure's kind, where it has one."""
    if figure is None:
        return statement.kind
    before = statement.document.text[statement.start : figure.figure[0]][-10:]
    return "actual" if statement_cues.DONE.search(before) else figure.kind


def _is_growth_of_one_year(
    query: Query, statement: Statement, figure: Indicator | None, period: str
) -> bool:
    """True for what one year grew by, or added, where the years of a plan are asked for."""
    spanning = any(_spans_years(asked) for asked in query.periods)
    if not spanning or figure is None or "年均" in figure.indicator:
        return False  # "由2016年的578亿元增加到2021年的860亿元,年均增长6.5%" is of all of them
    counted = (figure.kind, figure.measure) == ("actual", "count")
    added = counted and not _OF_YEARS.search(fold_text(statement.text))
    return (figure.measure == "growth" or added) and len(period) == 4


def _is_part_of_year(period: str) -> bool:
    """True for 上半年 and 一季度: neither tells what the whole year came to."""
    year = year_of(period) if period else ""
    return bool(year) and not is_whole_year(period) and covers(year, period)


def _sums_up_to(query: Query, period: str) -> bool:
    """True for the years up to the one that is named, where their sum is asked for: 五年累计."""
    last = period.rsplit("/", maxsplit=1)[-1]
    return last in query.periods and constraint_cues.OVER_YEARS.search(query.text) is not None


def _got_to(query: Query, statement: Statement, period: str, figure: Indicator | None) -> bool:
    """True for where the last year of several got to: "由61.2%提高到63.9%"."""
    if (
        figure is None
        or figure.kind != "actual"
        or period.rsplit("/", maxsplit=1)[-1] not in query.periods
    ):
        return False
    before = statement.document.text[statement.start : figure.figure[0]]
    return _RISEN_TO.search(before) is not None


def _periods_of(statement: Statement, figure: Indicator) -> tuple[str, ...]:
    """When a figure holds: a plan, too, for the part of its year that a heading plans for."""
    period, part = whole_year(figure.period), statement.period
    if not period and statement.row is None:
        return (_part_of_any_year(statement, figure),)
    planned = figure.kind in PLAN_KINDS and "/" in part and year_of(part) == period
    if not planned or statement.row is not None:
        return (period,)
    before = statement.document.text[statement.start : figure.figure[0]]
    named = {m.period for m in find_periods(before, period)} - {"", period}
    return (period,) if named or constraint_cues.WHOLE_YEAR.search(before) else (period, part)


def _part_of_any_year(statement: Statement, figure: Indicator) -> str:
    """The months that a report names which tells no year: "1至8月", "8月底"."""
    before = statement.document.text[statement.start : figure.figure[0]]
    named = [m for m in find_periods(before, "") if m.period.startswith("-")]
    if not named:
        return ""
    until = named[-1].text.endswith(("月底", "月末"))
    return f"-01/{named[-1].period}" if until else named[-1].period


def _since_then(query: Query, statement: Statement, figure: Indicator) -> tuple[str, ...]:
    """The asked parts of a year since whose beginning a figure holds: "自7月1日起提高到1030元"."""
    text = statement.document.text
    told = _SINCE.search(text, statement.start, figure.figure[0])
    if not (figure.name.endswith("标准") or _SET_TO.search(text[: figure.figure[0]][-6:])):
        return ()  # what was added up since then is of no month
    year = (told[1] if told else "") or year_of(figure.period)
    if told is None or not year:
        return ()
    since = f"{year}-{int(told[2]):02d}/{year}-12"
    return tuple(p for p in query.periods if not is_whole_year(p) and covers(since, p))


def fit_period(asked: Sequence[str], stated: Sequence[str]) -> tuple[str, float]:
    """Return the stated period that fits best, and how well (see ``Finding``)."""
    best = stated[0] if stated else ""
    if not asked:
        return best, 1.0
    if not stated:
        return "", 0.5
    pairs = [(period, _fit(wanted, period)) for wanted in asked for period in stated]
    return max(pairs, key=lambda pair: pair[1])


def _fit(asked: str, stated: str) -> float:
    if asked == stated or (asked.startswith("-") and re.sub(r"(?<!\d)\d{4}", "", stated) == asked):
        return 1.0  # "1-9月" without a year is that part of any year
    if covers(asked, stated):
        if covers(stated, asked):
            return 1.0  # "1-3月" is 一季度
        # A plan of several years is told by where its last year got to.
        last = _spans_years(asked) and stated == asked.rsplit("/", maxsplit=1)[-1]
        return PART_FIT if is_whole_year(asked) or last else 0.0
    if (
        covers(stated, asked)
        and _spans_years(stated)
        and not (is_whole_year(stated) and year_of(stated) == year_of(asked))
    ):
        return PLAN_FIT
    return 0.0


def _spans_years(period: str) -> bool:
    """A plan of several years covers each of them; January to October says nothing of a quarter."""
    return period[:4] != period.rsplit("/", maxsplit=1)[-1][:4]


def fit_kind(asked: Sequence[str], stated: str) -> float:
    """Return 1 for the kind that was asked, less for one near it, 0 for its opposite."""
    if not asked or {"target", "actual"} <= set(asked):
        return {"actual": 1.0, "estimate": 0.75, "target": 0.4, "floor": 0.35}.get(stated, 0.6)
    planned = stated in PLAN_KINDS
    if "target" in asked:
        return 1.0 if planned else 0.6 if not stated else 0.0
    if "estimate" in asked:
        return 1.0 if stated == "estimate" else 0.5 if not planned else 0.0
    return {"actual": 1.0, "estimate": 0.7, "": 0.7}.get(stated, 0.0)
