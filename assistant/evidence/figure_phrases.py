"""How a document tells one figure, and how an answer does: its name, basis, way and value."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.evidence.draft import unmarked
from assistant.evidence.wants import RATE_UNITS
from assistant.language.limits import is_missed
from assistant.language.quantities import find_quantities
from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues
from assistant.schema import PLAN_KINDS, Indicator, Query
from assistant.text import fold_text

_CHANGED = re.compile(
    r"(?:(?:同比|环比|[较比](?:上年|去年|年初)(?:同期|[末底])?)[多少][收支了]?|(?<=[年底末])[多少]|净增|增长|增加|增产|减少|减产|下降|降低|上升|提高|上涨|下跌|压减|加快|放缓|回落|收窄|高于|低于|(?<!新)[增降升涨跌减]"
    r"|超(?:额|出|过)?(?:年初|年度|全年)?(?:计划|目标|预算))$"
)
_RATE = re.compile("[增降涨跌][幅速]")
_INVESTED = re.compile(r"完成投资$")  # which is not what it costs
# "分别为5元|、8元和9元"
_ONE_BY_ONE = re.compile(
    r"(?:[、和及与][^、，,。；;:：\n\d]{0,8}\d[\d.]*[^、和及与，,。；;:：\n\d]{0,6})+"
)
# "甲增速、乙增速|均|居全市第二"
_RANKED_TOGETHER = re.compile(r"[一-鿿]{2,}(?:均|都|双双|分别)(?=[居位排列])([居位排列].*)$")
_MEAN = re.compile(r"\(((?:[两二三四五]年平均)|年均)\)$")  # a rate over several years
_SUMMED_UP = re.compile(r"^[〔［\[]?(?:[三五]年)?(?:累计)?\s*|\s*[〕］\]]$")
_LONGEST_VALUE = 16  # characters of a number with its unit
# "完成1-4月投资计划的128%,完成年度投资计划的23%": the plan that a share is of.
_PLAN = r"[^,，。;；?？\d]{0,6}?(?:计划|任务|目标|预算)"
_OF_YEAR = re.compile(rf"(?:年度|全年|年初)(?:{_PLAN}|[^,，。;；?？\d]{{0,6}}?完成率)")
_OF_PART = re.compile(
    rf"(?:\d{{1,2}}-\d{{1,2}}月份?|季度|上半年|序时|时序|当期)的?(?:投资)?{_PLAN}"
)
_ALREADY = re.compile(r"已经?(?=完成|建成|新增|开工|竣工)")


def moved(text: str, figure: Indicator) -> str:
    """The word for the way that a figure went: 减少 of "比上年减少0.4万人"."""
    told = _CHANGED.search(words_before(text, figure))
    if told and told.group() in ("高于", "低于") and is_missed(text[figure.figure[1] :][:12]):
        return ""
    return told.group() if told and figure.measure in ("growth", "change") else ""


def adjusted_by(words: str) -> str:
    """How the rate that is asked for is adjusted, in one word for those that mean one thing."""
    found = figure_cues.ADJUSTED.search(words)
    if found is None:
        return ""
    word = found.group()
    if word.startswith("自然"):
        return "自然口径"
    return "同口径" if word == "可比口径" else word if word.endswith("口径") else "剔除"


def is_completion(figure: Indicator) -> bool:
    """True for the share of a plan that is done."""
    return figure.indicator.endswith("完成率")


def is_value_alone(figure: Indicator, quoted: str) -> bool:
    """True for a cell that is a figure, with a word for its bound at most: 6, 6左右, 不低于6.

    A sum of years says that it is one: 〔16〕, 累计16.
    """
    value, bound = figure.value, figure.qualifier
    return without_sum(quoted) in (value, f"{value}{bound}", f"{bound}{value}")


def without_sum(cell: str) -> str:
    """Return a cell without the marks and words that tell a sum of years.

    >>> without_sum("〔16〕"), without_sum("累计16"), without_sum("6左右")
    ('16', '16', '6左右')
    """
    return _SUMMED_UP.sub("", cell.strip())


def words_before(text: str, figure: Indicator) -> str:
    """The words right before a figure, up to the mark or the figure before it."""
    return re.split(r"[、,，;；\d]", text[figure.start : figure.figure[0]])[-1]


def basis_of(text: str, figure: Indicator) -> str:
    """What a rate is adjusted by, as its clause says it: 同口径, 剔除留抵退税因素后.

    It is told right before the rate: "剔除退税后增长3.1%、自然口径下降2.6%" tells two.
    """
    said = list(figure_cues.ADJUSTED_BY.finditer(text, figure.start, figure.figure[0]))
    if not said or re.search(r"\d", text[said[-1].end() : figure.figure[0]]):
        return ""
    return unmarked(said[-1].group())


def _end_of_value(text: str, figure: Indicator) -> int:
    """Where a value ends: "发放消费券4批次3200万元" tells one thing in two numbers.

    What is told of several, one after the other, is told whole: "两类标准分别为5元、8元".
    """
    end = figure.figure[1]
    if figure.name.rfind("分别") > 0 and (further := _ONE_BY_ONE.match(text, end)):
        return further.end()
    beside = next(iter(find_quantities(text[end : end + _LONGEST_VALUE])), None)
    counted = figure.unit not in RATE_UNITS and figure.measure != "rank"
    return end + beside.end if counted and beside and beside.unit and not beside.start else end


def phrase_figure(text: str, figure: Indicator) -> str:
    """Return one figure with its name: "女鞋和皮革时尚营业收入增长2.1%"."""
    value = unmarked(text[figure.figure[0] : _end_of_value(text, figure)])
    if figure.kind in PLAN_KINDS:
        # "已完成3.15亿元,超额完成3亿元的任务": the name of the result is that of the plan.
        figure = replace(figure, name=_ALREADY.sub("", figure.name))
    if is_completion(figure):
        return f"{unmarked(figure.name)}计划完成率{value}"
    spent = _INVESTED.search(text, figure.start, figure.figure[0])
    if spent and figure.name.endswith("投资") and not load_indicators().canonical(figure.name):
        thing = figure.name.removesuffix("投资").removesuffix("完成")
        figure = replace(figure, name=f"{thing}完成投资")
    if figure.measure == "rank":
        where = unmarked(words_before(text, figure)).strip()
        rate = _RATE.match(where)  # "增幅全省排" behind a name that ends with it
        name = unmarked(figure.name).removesuffix(rate.group() if rate else "")
        if figure.name in where:
            return f"{where}{value}"
        shared = _RANKED_TOGETHER.search(where)  # with the name that stands right before
        return f"{name}{shared[1] if shared else where}{value}"
    basis = basis_of(text, figure)
    verb = ""
    if figure.measure in ("growth", "change"):
        verb = "下降" if figure.direction == "-" and not value.startswith("-") else "增长"
        verb = moved(text, figure) or verb
    verb = (
        ""
        if figure.name.endswith(("增长", "下降", "增速", "拉动"))
        or value.startswith(("增", "降", "下"))
        else verb
    )
    basis = "" if basis in figure.name else basis
    mean = _MEAN.search(figure.indicator)
    verb = f"{mean[1]}{verb}" if mean and mean[1] not in f"{figure.name}{verb}" else verb
    return f"{unmarked(figure.name).removeprefix(verb)}{basis}{verb}{value}"


def of_another_plan(query: Query, text: str, figure: Indicator) -> bool:
    """True for the share of what was planned for some months, where that of the year is asked."""
    if figure.measure != "share":
        return False
    told = fold_text(text[figure.start : figure.figure[0]])
    year, part = (p.search(query.text) is not None for p in (_OF_YEAR, _OF_PART))
    if year == part:
        return False
    other, own = (_OF_PART, _OF_YEAR) if year else (_OF_YEAR, _OF_PART)
    return bool(other.search(told)) and not own.search(told)
