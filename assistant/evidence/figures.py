"""Which of a statement's figures a question asks for.

A sentence may state five ("分别达到620亿元、148亿元、96亿元"); the answer gives the one that was
asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.evidence.draft import unmarked
from assistant.evidence.terms import Term, level
from assistant.evidence.wants import RATE_UNITS, Want, fits_unit
from assistant.language.periods import find_periods, year_of
from assistant.language.quantities import comparable, unit_family
from assistant.language.tokenizer import is_verb, segments
from assistant.lexicon.indicators import load_indicators
from assistant.question import figure_cues, statement_cues
from assistant.question.names import is_named
from assistant.schema import Indicator, Query, Span
from assistant.text import fold_text

# Qualifiers of a value that says less than an exact one beside it.
_ROUND = frozenset(
    {
        "突破",
        *("迈上", "跨上", "站上", "跃上", "迈过", "跨过"),
        "超",
        "超过",
        "近",
        "逾",
        "余",
        "多",
        "约",
        "接近",
        "将近",
    }
)
# What people make up: 义警队伍 are no 义警, as 小巨人企业 are 小巨人.
_GROUP = re.compile("(?:服务|志愿)?(?:队伍?|[分大中小]队|组织|团队|协会|小组|联盟)")
_SEVERAL = 2
_HEAD = 2  # characters that say what sort of thing an owner is: 航空产业
MOST_FIGURES = 6
AS_TYPED = 0.01  # score of a character: tells names apart that hold the same words
# Score of what a name ends in: "建成建筑垃圾中转站3个、分类池10个" has 10个 of 建筑垃圾分类池.
HEAD = 0.5
GAIN_NEEDED = 0.12  # share of the question's weight that a further figure must add
STEP = 0.2  # score of what was done, where a sentence counts several steps: 制备168个,送检147个
NAME_NEEDED = 0.05  # share that the first figure's own name must hold
# The last of several names carries what all of them count: 国庆|三个假期接待游客.
# "由960元提高到1020元": where it got to is what it is.
_REACHED = re.compile(r"(?:提高|提升|增加|增长|上升|下降|降低|降|缩小|扩大|调整)(?:到|至|为)$")
_CHANGED = re.compile(
    r"(?:净增|增长|增加|增产|减少|减产|下降|降低|上升|提高|上涨|下跌|压减|加快|放缓|回落|收窄|高于|低于)$"
)
# What something costs as a whole, which no sum that was spent by some day tells.
COST_ASKED = re.compile(r"总投资|(?<!公共)预算(?![收支执内外])|概算|造价")
_WHOLE_COST = re.compile(r"(?:总投资|概算|总造价|投资总额)$")
_SPENT_ASKED = re.compile(r"完成|到位|支付|拨付|已投|投了")
_SPENT = re.compile(r"完成了?(?:多少|几)?的?投资|投资(?:已经?)?(?:完成|到位)")
_PART_ASKED = re.compile(r"(?:年|月|季度|[上下]半年)(?:度|份)?(?:计划|预计|安排|拟)?(?:完成)?投资")
_PART_OF = re.compile(r"\s*其中")
_ONE_DAY = re.compile(r"当[天日晚]|单日|首日|一天内")
_DAY_ASKED = re.compile(r"[天日晚](?!均|常|托|照|间|报)")
_FINISHED = re.compile(r"完成(?!投资|产值)|完工|竣工|建成|投用")
_BEGUN = re.compile(r"开工|启动|在建")
# A stage that something has reached or not: what is 推进 has reached none by that.
_STAGE = re.compile(r"[竣完开动]工(?!率)|建成|投用")
_SHARES = ("占比", "比重", "比例")
_PURSUED = re.compile(r"推进|谋划|储备")
_SUMMED = re.compile(r"累计|以来|[三四五]年(?:来|内|间|共)")
_SHARED_HEAD = re.compile(
    r"^(.{2,}?)((?:[二两三四五六七八九十]|\d{1,2})(?:个|大|条|项|类|种|家|所|方面).{2,})$"
)


def own_names(figures: Sequence[Indicator], text: str) -> dict[Span, str]:
    """Return what is each figure's own in its name, folded, by the figure's span.

    What several figures of one clause count together is taken off the last one's name. A part
    that names no thing is of the thing before it: "累计办理3960亿元,其中2023年办理612亿元".
    """
    names: dict[Span, str] = {}
    before = ""
    for figure in figures:
        name = fold_text(figure.name)
        together = [f for f in figures if (f.start, f.end) == (figure.start, figure.end)]
        shared = _SHARED_HEAD.match(name) if len(together) > 1 else None
        part = _PART_OF.match(text[figure.start : figure.end])
        if part and before and (name in before or all(map(is_verb, segments(name)))):
            name = before
        names[figure.figure] = shared.group(1) if shared else name
        if figure.measure == "rank":
            # "列全市第二、山区县第一": among whom is a part of what the rank is of.
            names[figure.figure] += fold_text(_before(text, figure))
        before = name
    return names


def asked_figures(
    query: Query,
    terms: Sequence[Term],
    wants: Sequence[Want],
    text: str,
    figures: Sequence[Indicator],
) -> list[Indicator]:
    """Return the figures that a question asks for, best first; empty if none is named by it.

    ``text`` is the document that the spans of ``figures`` refer to. Further figures are added
    while they bring in a term, a unit or a measure that is still open.
    """
    figures = _candidates(query, text, figures)
    figures = [f for f in figures if not made_up_of(query, terms, fold_text(f.name))] or figures
    if not figures:
        return []
    names = own_names(figures, text)
    headed = _headed(query, figures, names) if "growth" not in query.measures else frozenset()
    weights = [t.weight for t in terms] + [1.0] * len(wants)
    total = sum(weights) or 1.0

    def held(figure: Indicator) -> list[float]:
        name = names[figure.figure]
        value = text[figure.figure[0] : figure.figure[1]]
        value += "完成率" if is_completion(figure) else ""
        value = _moved(text, figure) + value
        return [_named(t, figure, name) for t in terms] + [float(want(value)) for want in wants]

    levels = {figure.figure: held(figure) for figure in figures}

    adjusted = adjusted_by(query.text)
    steps = _steps(query, terms)
    # "全年GDP增长5.2%,达到458.9亿元" dates both, though it says 全年 of the first alone.
    apart = len({f.period for f in figures}) > 1 or _SUMMED.search(_told(text, figures))

    def is_step(figure: Indicator) -> bool:
        return any(_named(t, figure, names[figure.figure]) > 0 for t in steps)

    def rank(figure: Indicator) -> tuple[float, Span]:
        reached = 0.1 * bool(_REACHED.search(text[: figure.figure[0]][-4:]))
        reached -= 0.1 * _is_rounder(figure, figures)
        gained = _fit(query, weights, levels[figure.figure]) + _bonus(query, figure)
        gained += AS_TYPED * _longest_shared(query.text, names[figure.figure])
        gained += _stock_fit(query, text, figure) - begun_instead(query, text, figure)
        gained += AS_TYPED * _is_led_by_name(query, text, figure, figures)
        if any(fits_unit(figure.unit, unit) for unit in query.units):
            gained += STEP * is_step(figure)
        gained += HEAD * (figure.figure in headed)
        if figure.measure == "growth":
            gained += _basis_fit(adjusted, basis_of(text, figure))
        dated = _of_period(query, text, figure) if apart else 0.0
        return -gained - reached - dated, figure.figure

    ranked = sorted(figures, key=rank)
    first = ranked[0]
    named = sum(w * lv for w, lv in zip(weights[: len(terms)], levels[first.figure], strict=False))
    if named < NAME_NEEDED * total:
        return []
    further = [f for f in ranked[1:] if is_step(f) or not is_step(first) or f.unit != first.unit]
    chosen, covered = [first], levels[first.figure]
    for figure in further:
        own = levels[figure.figure]
        gain = sum(w * max(0.0, a - b) for w, a, b in zip(weights, own, covered, strict=True))
        if gain >= GAIN_NEEDED * total and len(chosen) < MOST_FIGURES and _belongs(query, figure):
            chosen.append(figure)
            covered = [max(a, b) for a, b in zip(own, covered, strict=True)]
    return chosen + _floors(query, chosen, figures)


def _moved(text: str, figure: Indicator) -> str:
    """The word for the way that a figure went: 减少 of "比上年减少0.4万人"."""
    told = _CHANGED.search(_before(text, figure))
    return told.group() if told and figure.measure in ("growth", "change") else ""


def _headed(
    query: Query, figures: Sequence[Indicator], names: Mapping[Span, str]
) -> frozenset[Span]:
    """The counts whose names end in what a question asks for, where those of others do not."""
    counts = [f.figure for f in figures if f.measure == "count"]
    told = frozenset(f for f in counts if names[f][-_HEAD:] in query.text)
    return told if len(told) < len(counts) else frozenset()


def begun_instead(query: Query, text: str, figure: Indicator) -> bool:
    """True for the 18 of "开工18个,完工7个" where it is asked how many are done.

    Nor does "推进道路30条" tell how many are 开工 or 完工.
    """
    before = text[figure.start : figure.figure[0]]
    pursued = _PURSUED.search(before) and not _PURSUED.search(query.text)
    if pursued and _STAGE.search(query.text) and not _STAGE.search(text[figure.start : figure.end]):
        return True
    asked = _FINISHED.search(query.text) is not None and not _BEGUN.search(query.text)
    return asked and _BEGUN.search(before) is not None and not _FINISHED.search(before)


def is_no_share(query: Query, figure: Indicator) -> bool:
    """True for how much there is of a thing whose share is asked for by name: 绿色建筑占比."""
    named = query.name.endswith(_SHARES) and any(word in query.text for word in _SHARES)
    return named and figure.measure in ("count", "level") and figure.unit not in RATE_UNITS


def _candidates(query: Query, text: str, figures: Sequence[Indicator]) -> list[Indicator]:
    """Leave out what a question gives itself, means over years, and what has another whole name.

    In "85项任务落地了多少" the 85项 are not asked for; a plan that is given may be set against its
    result.
    """
    kept = [f for f in figures if _is_plan_given(query, f) or not _given(query, f)] or figures
    kept = [f for f in kept if not averages_years(query, f.indicator)]
    kept = [f for f in kept if not costs_instead(query, f)] or kept
    kept = [f for f in kept if not begun_instead(query, text, f)] or kept
    kept = [f for f in kept if not is_no_share(query, f)] or kept
    kept = [f for f in kept if not is_of_one_day(query, text, f)] or kept
    kept = [f for f in kept if _is_counted_so(query, f)] or kept
    if not (query.name and kept):
        return kept
    named = [f for f in kept if is_named(query, f.indicator)]
    named = [f for f in named if is_added(query, text, f)] or named
    if named and all(_PART_OF.match(text[f.start : f.end]) for f in named):
        # "新增公共停车泊位96个,其中智慧停车泊位40个": 停车泊位 are the whole.
        units = {f.unit for f in named}
        wholes = [f for f in kept if fold_text(f.name).endswith(query.name) and f.unit in units]
        named = [f for f in wholes if f not in named] or named
    return named or [f for f in kept if ends_asked_name(query, text, kept[0].start, f)] or kept


def _is_counted_so(query: Query, figure: Indicator) -> bool:
    """True for a figure in the unit that the one number asked for is counted in: 多少套."""
    one = len(query.units) == 1 and len(figure_cues.FIGURE_ASKED.findall(query.text)) == 1
    return not one or bool(query.measures) or fits_unit(figure.unit, query.units[0])


def is_added(query: Query, text: str, figure: Indicator) -> bool:
    """True for what its clause tells to be new, in the word of a question that asks for that."""
    asked = statement_cues.FLOW.search(query.text)
    return asked is not None and asked.group() in text[figure.start : figure.figure[0]]


def _steps(query: Query, terms: Sequence[Term]) -> list[Term]:
    """The step whose count alone is asked for: 复核 of "采集412份,制备96份,复核83份"."""
    one = len(figure_cues.FIGURE_ASKED.findall(query.text)) == 1 and not figure_cues.EACH.search(
        query.text
    )
    return [t for t in terms if one and is_verb(t.text) and not statement_cues.DOING.search(t.text)]


def several_things(query: Query, text: str, figures: Sequence[Indicator]) -> list[Indicator]:
    """The figures of several things that each go by their own name: 多少玉米、多少大豆."""
    things = list(dict.fromkeys(figure_cues.THINGS_COUNTED.findall(query.text)))
    if len(things) < _SEVERAL:
        return []
    names = own_names(figures, text)
    told = [[f for f in figures if names[f.figure].endswith(thing)] for thing in things]
    if not all(told):
        return []
    return [min(found, key=lambda f: (len(names[f.figure]), f.figure)) for found in told]


def ends_asked_name(query: Query, text: str, start: int, figure: Indicator) -> bool:
    """True if a figure's name ends the asked one, and its sentence says whose it is before it.

    "航空产业集聚企业68家,实现产值215亿元" tells 航空产业产值, where no other 产业 stands between.
    ``start`` is where the sentence begins in ``text``.
    """
    asked, name = fold_text(query.name), fold_text(figure.name)
    owner = asked.removesuffix(name)
    if owner == asked or len(owner) < _HEAD or load_indicators().canonical(name):
        return False
    before = fold_text(text[start : figure.figure[0]])
    at = before.rfind(owner)
    return at >= 0 and owner[-_HEAD:] not in before[at + len(owner) :]


def made_up_of(query: Query, terms: Sequence[Term], name: str) -> bool:
    """True for a name of what the asked things make up: 义警队伍 are no 义警."""
    text = query.text.rstrip("?？")
    asked = next((t.text for t in reversed(terms) if text.endswith(t.text)), "")
    if not asked or asked not in name:
        return False
    head = name.rpartition(asked)[2]
    return _GROUP.fullmatch(head) is not None and head not in text


def _told(text: str, figures: Sequence[Indicator]) -> str:
    return text[figures[0].start : max(f.end for f in figures)]


def _longest_shared(text: str, name: str) -> int:
    """How many characters in a row of a name are as they were typed: 在园幼儿, not 幼儿园.

    >>> _longest_shared("在园幼儿多少", "幼儿园在园幼儿"), _longest_shared("在园幼儿多少", "幼儿园")
    (4, 2)
    """
    longest = 0
    for start in range(len(name)):
        while start + longest < len(name) and name[start : start + longest + 1] in text:
            longest += 1
    return longest


def _floors(
    query: Query, chosen: Sequence[Indicator], figures: Sequence[Indicator]
) -> list[Indicator]:
    """The least that is promised belongs to a target: "力争6%(确保5.5%)"."""
    if "target" not in query.kinds:
        return []
    same = {(f.indicator, f.measure) for f in chosen}
    return [
        f
        for f in figures
        if f.kind == "floor" and (f.indicator, f.measure) in same and f not in chosen
    ]


def _given(query: Query, figure: Indicator) -> bool:
    if figure.value not in query.text:
        return False
    asked = query.text
    for start, end in query.slots.get("period", ()):
        asked = asked[:start] + " " * (end - start) + asked[end:]
    return re.search(rf"(?<![\d.]){re.escape(figure.value)}(?![\d.])", asked) is not None


def _is_plan_given(query: Query, figure: Indicator) -> bool:
    """True for a plan where plans are one side of a question: "计划新增6座,最后建了几座"."""
    both = query.kinds == ("target",) and dict(figure_cues.KINDS)["actual"].search(query.text)
    return bool(both) and figure.kind in ("target", "floor")


def costs_instead(query: Query, figure: Indicator) -> bool:
    """True for what all of it costs, where a year's part or what was spent is asked.

    "总投资860 | 2025年投资210 | 1-9月完成投资98"
    """
    of_plan = "target" in query.kinds and not _PART_ASKED.search(query.text)
    if of_plan or COST_ASKED.search(query.text):
        return False
    spent = query.kinds == ("actual",) and _SPENT_ASKED.search(query.text) is not None
    in_part = spent or _SPENT.search(query.text) or _PART_ASKED.search(query.text)
    planned = figure.name.endswith("计划投资") and "计划" not in query.text
    return bool(in_part) and (planned or _WHOLE_COST.search(figure.name) is not None)


def is_of_one_day(query: Query, text: str, figure: Indicator) -> bool:
    """True for what one day came to, where no day is asked for: "“七夕”当天登记38对"."""
    if _DAY_ASKED.search(query.text):
        return False
    return _ONE_DAY.search(text, figure.start, figure.figure[0]) is not None


def averages_years(query: Query, words: str) -> bool:
    """True for a mean rate of several years where the growth of one year is asked for.

    "五年来增加到61.5亿元,年均增长5.9%" does not tell how much it grew in the last of them.
    """
    one_year = bool(query.periods) and all(len(period) == 4 for period in query.periods)
    averaged = "年均" in words or "年平均" in words
    return (
        averaged
        and one_year
        and "growth" in query.measures
        and not figure_cues.BASIS.search(query.text)
    )


def _named(term: Term, figure: Indicator, name: str) -> float:
    plain = figure.indicator.split("(")[0]
    if term.canonical and plain == term.canonical:
        return 1.0
    return max(level(term, name), level(term, fold_text(plain)))


def _fit(query: Query, weights: Sequence[float], levels: Sequence[float]) -> float:
    return sum(w * lv for w, lv in zip(weights, levels, strict=True)) / (sum(weights) or 1.0)


def _bonus(query: Query, figure: Indicator) -> float:
    """A figure of the unit, measure, period and kind that was asked is preferred among equals."""
    unit = any(fits_unit(figure.unit, u) for u in query.units)
    measure = figure.measure in query.measures
    if figure.measure == "change":
        measure = measure or "growth" in query.measures
    if is_completion(figure):
        measure = "completion" in query.measures
    plain = not query.measures and figure.measure in ("level", "count", "intensity", "share")
    period = figure.period in query.periods
    planned = figure.kind in ("target", "floor")
    kind = len(query.kinds) == 1 and planned == (query.kinds[0] == "target")
    basis = figure_cues.BASIS.search(query.text)
    if basis and basis.group() in figure.indicator:
        return 1.0
    whole = bool(query.name) and fold_text(figure.name) == fold_text(query.name)
    return 0.2 * unit + 0.2 * measure + 0.05 * plain + 0.15 * period + 0.15 * kind + 0.1 * whole


def _stock_fit(query: Query, text: str, figure: Indicator) -> float:
    """What there is in all is preferred where that is asked for, what is new where that is."""
    clause = text[figure.start : figure.end]
    risen = figure.measure == "change" and figure.direction != "-" and figure.unit not in RATE_UNITS
    new = statement_cues.FLOW.search(figure.name) is not None or risen  # "企业321家,比上年增加24家"
    summed = not new and statement_cues.STOCK.search(clause) is not None
    if statement_cues.FLOW.search(query.text):
        return 0.2 * (new - summed)
    return 0.2 * (summed - new) if figure_cues.STOCK_ASKED.search(query.text) else 0.0


def adjusted_by(words: str) -> str:
    """How the rate that is asked for is adjusted, in one word for those that mean one thing."""
    found = figure_cues.ADJUSTED.search(words)
    if found is None:
        return ""
    word = found.group()
    if word.startswith("自然"):
        return "自然口径"
    return "同口径" if word == "可比口径" else word if word.endswith("口径") else "剔除"


def _basis_fit(asked: str, told: str) -> float:
    """A rate on another basis answers for itself alone."""
    if asked:
        return 1.0 if adjusted_by(f"{told}增长") == asked else 0.0
    return -0.3 * bool(told)


def _of_period(query: Query, text: str, figure: Indicator) -> float:
    """Of a running total and the part of one year, the part is of the year that is asked for."""
    if not query.periods:
        return 0.0
    clause = text[figure.start : figure.end]
    named = {m.period for m in find_periods(clause, year_of(query.periods[0]))}
    summed = _SUMMED.search(clause) and not _SUMMED.search(query.text)
    return 0.15 * bool(named & set(query.periods)) - 0.2 * bool(summed)


def is_completion(figure: Indicator) -> bool:
    """True for the share of a plan that is done."""
    return figure.indicator.endswith("完成率")


def _belongs(query: Query, figure: Indicator) -> bool:
    """A further figure has to be of the unit or measure asked for, where any is."""
    if not query.units and not query.measures:
        return True
    unit = any(fits_unit(figure.unit, u) for u in query.units)
    return unit or figure.measure in query.measures or figure.indicator in query.indicators


def _before(text: str, figure: Indicator) -> str:
    """The words right before a figure, up to the mark or the figure before it."""
    return re.split(r"[、,，;；\d]", text[figure.start : figure.figure[0]])[-1]


def _is_led_by_name(
    query: Query, text: str, figure: Indicator, figures: Sequence[Indicator]
) -> bool:
    """True for the 900家次 of "20个城市招商900家次": the words between name no number of towns."""
    if query.units and figure.unit not in query.units:
        return False
    before = [f for f in figures if f.indicator == figure.indicator and f.unit != figure.unit]
    between = (text[f.figure[1] : figure.figure[0]] for f in before if f.figure < figure.figure)
    return any(unmarked(words).startswith(figure.name) for words in between)


def _is_rounder(figure: Indicator, figures: Sequence[Indicator]) -> bool:
    """True for 突破200家 where "达到207家" says how many exactly."""
    return figure.qualifier in _ROUND and any(
        f.indicator == figure.indicator
        and f.measure == figure.measure
        and (f.unit.startswith(figure.unit) or f.unit == figure.unit.lstrip("万亿"))
        and f.period == figure.period
        and f.kind == figure.kind
        and not f.qualifier
        for f in figures
    )


def basis_of(text: str, figure: Indicator) -> str:
    """What a rate is adjusted by, as its clause says it: 同口径, 剔除留抵退税因素后."""
    said = figure_cues.ADJUSTED_BY.search(text, figure.start, figure.figure[0])
    return unmarked(said.group()) if said else ""


_INVESTED = re.compile(r"完成投资$")  # which is not what it costs
_ALREADY = re.compile(r"已经?(?=完成|建成|新增|开工|竣工)")


def phrase_figure(text: str, figure: Indicator) -> str:
    """Return one figure with its name: "女鞋和皮革时尚营业收入增长2.1%"."""
    value = unmarked(text[figure.figure[0] : figure.figure[1]])
    if figure.kind in ("target", "floor"):
        # "已完成3.15亿元,超额完成3亿元的任务": the name of the result is that of the plan.
        figure = replace(figure, name=_ALREADY.sub("", figure.name))
    if is_completion(figure):
        return f"{unmarked(figure.name)}计划完成率{value}"
    spent = _INVESTED.search(text, figure.start, figure.figure[0])
    if spent and figure.name.endswith("投资") and not load_indicators().canonical(figure.name):
        thing = figure.name.removesuffix("投资").removesuffix("完成")
        figure = replace(figure, name=f"{thing}完成投资")
    if figure.measure == "rank":
        where = unmarked(_before(text, figure)).strip()
        return (
            f"{where}{value}" if figure.name in where else f"{unmarked(figure.name)}{where}{value}"
        )
    basis = basis_of(text, figure)
    verb = ""
    if figure.measure in ("growth", "change"):
        verb = "下降" if figure.direction == "-" and not value.startswith("-") else "增长"
        told = _CHANGED.search(_before(text, figure))
        verb = told.group() if told else verb
    verb = (
        ""
        if figure.name.endswith(("增长", "下降", "增速")) or value.startswith(("增", "降", "下"))
        else verb
    )
    basis = "" if basis in figure.name else basis
    verb = f"年均{verb}" if figure.indicator.endswith("(年均)") and "年均" not in verb else verb
    return f"{unmarked(figure.name).removeprefix(verb)}{basis}{verb}{value}"


def crowded(
    figures: Sequence[Indicator], chosen: Sequence[Indicator], spans: Sequence[Span]
) -> bool:
    """True if a quote holds a figure that was not asked for, of a unit like one that was."""
    inside = [f for f in figures if any(s <= f.figure[0] and f.figure[1] <= e for s, e in spans)]
    others = [f for f in inside if f not in chosen]
    return any(_alike(o.unit, c.unit) for o in others for c in chosen)


def _alike(one: str, other: str) -> bool:
    """True for units of one kind; sums of money are alike in any currency."""
    return comparable(one, other) or {unit_family(one), unit_family(other)} == {"元", "美元"}
