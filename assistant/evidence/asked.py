"""What a question asks a statement for: a figure or none, one or each, and which of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.figure_names import longest_shared, several_things
from assistant.evidence.figure_phrases import is_completion
from assistant.evidence.figures import asked_figures, is_plan
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, speaks_of
from assistant.evidence.wants import fits_unit, wants_of
from assistant.language.columns import CHARGES
from assistant.language.quantities import find_quantities
from assistant.language.tokenizer import is_verb
from assistant.lexicon.indicators import load_indicators
from assistant.question import ask_cues, comparison_cues, figure_cues, statement_cues
from assistant.question.names import is_named, is_statistic, plain_indicator
from assistant.question.places import blank
from assistant.schema import Indicator, Query
from assistant.text import fold_text

_POINTS = frozenset({"百分点", "个百分点"})
LEAST_SHARED = 2  # characters by which what is ruled out has to name one of several
_APART = re.compile("(?:变化|相差)了?$")
# "2024年投资目标": a goal asked for with no other word is a figure.
_GOAL_ASKED = re.compile(r"(?<!主要)(?<!工作)(?<!发展)目标[?？]?$")
# What has become of one thing: "开工了吗", "正式运营了没有".
_BEGUN_OR_DONE = re.compile(
    r"(?:[开动竣完]工|运营|营业|投用|启用|投产|开[园放馆业通诊学]|通车|建成|建好|落地|交付|封顶|揭牌|挂牌|开建|入驻|启动)"
    r"(?:使用|运行|投用)?(?:了?[吗没]|了?没有?|了没)[?？]?$"
)

# Whether something is so, of what is merely counted.
_WHETHER = re.compile(r"(?:[吗么]|了没有?|没有)[?？]?$")


def wants_figure(query: Query) -> bool:
    """True if only a figure answers the question."""
    asks = set(query.asks)
    if query.units or "difference" in asks:
        return True
    if asks & {"when", "reason", "origin", "list", "section"}:
        return False
    if query.measures or figure_cues.FIGURE_ASKED.search(query.text):
        return True
    if "rank" in asks and comparison_cues.MORE_ASKED.search(query.text):
        return True
    if "target" in query.kinds and _GOAL_ASKED.search(query.text):
        return True
    if "verdict" in asks and query.kinds == ("target",):
        # The goal itself, by which a result is judged: "投资下降6.8%,未达年初8%的目标".
        return len(query.indicators) == 1
    if asks & {*CHARGES, "verdict"} or _asks_for_name(query):
        return False
    if figure_cues.UNDONE_ASKED.search(query.text) or _asks_whether(query):
        return False  # "哪件实事没办成" asks which it was
    return bool(query.indicators)


def _asks_whether(query: Query) -> bool:
    """True for whether something is so: "桃湖社区一期运营了吗" asks for no number of 社区.

    Nor does "课后服务收费标准调整了吗" for those who are served.
    """
    # "新增52家,对吗" asks for the figure that is to be confirmed.
    counted = not any(map(is_statistic, query.indicators)) and not find_quantities(query.text)
    begun = _BEGUN_OR_DONE.search(query.text) is not None
    return begun or (counted and _WHETHER.search(query.text) is not None)


def _asks_for_name(query: Query) -> bool:
    """True for which one of things that are counted: 哪个夜市, 哪个村, not 哪个产业增加值."""
    if ask_cues.PLACE_ASKED.search(query.text) and "rank" not in query.asks:
        return True
    if ask_cues.WHICH_THING.search(query.text) and "rank" not in query.asks and not query.measures:
        return True
    starts = [start for start, _ in query.slots.get("indicator", ())]
    if not any(ask_cues.WHICH_BEFORE.search(query.text[:start]) for start in starts):
        return False
    return bool({"个", "座", "所", "处"} & set(load_indicators().units(query.indicators[0])))


def is_asked(query: Query, indicator: str) -> bool:
    """True if an indicator goes by a name that is asked for."""
    if query.name:
        return is_named(query, indicator)
    return plain_indicator(query, indicator) in query.indicators


def only_asked(query: Query, statement: Statement, asked: Sequence[Indicator]) -> Indicator | None:
    """Return the figure that alone is asked for, the first of those found; None for several."""
    # 各多少 asks for each of several districts, and not for the parts of one figure.
    each = asks_each(query) and _has_part_beside(asked, statement)
    each = each or _is_beside_other_kind(query, statement, asked)
    each = each or _is_of_one_name(query, statement, asked)
    return asked[0] if asked and (each or _asks_one(query, statement, asked)) else None


def _is_beside_other_kind(query: Query, statement: Statement, asked: Sequence[Indicator]) -> bool:
    """True where plan and result stand side by side, and one is asked for: "增长5.8%(计划8%)"."""
    if len(query.kinds) != 1 or not asked:
        return False
    one = asked[0]
    return any(
        (f.indicator, f.measure, f.period) == (one.indicator, one.measure, one.period)
        and is_plan(f) != is_plan(one)
        for f in statement.figures
    )


def _is_of_one_name(query: Query, statement: Statement, asked: Sequence[Indicator]) -> bool:
    """True where one of several names that are asked for, each its figure, is all that is told.

    "城镇居民30000元,增长5%" tells one of 城镇和农村居民收入各多少.
    """
    each = asks_each(query) or len(figure_cues.FIGURE_ASKED.findall(query.text)) > 1
    if len(asked) != 1 or len(query.indicators) < 2 or not each:
        return False
    told = {f.indicator for f in statement.figures} & set(query.indicators)
    return told == {asked[0].indicator}


def one_of_each(query: Query, asked: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The figures, in the order asked, if there is one for each of several names; else none."""
    told = {figure.indicator: figure for figure in asked}
    if len(told) < 2 or len(told) < len(asked) or set(told) != set(query.indicators):
        return ()
    times = len(figure_cues.FIGURE_ASKED.findall(query.text))
    if times < len(told) and not figure_cues.EACH.search(query.text):
        return ()  # "新增学位,其中幼儿园的有多少" names two and asks for one
    return tuple(told[name] for name in query.indicators)


def asked_of(query: Query, terms: Sequence[Term], statement: Statement) -> list[Indicator]:
    """The figures of a statement that are asked for, leaving out what the question rules out."""
    text = statement.document.text
    figures = statement.figures
    if query.excluded:
        ruled_out = [(s, e) for s, e in statement.clauses if speaks_of(query.excluded, text[s:e])]
        within = [f for f in figures if any(s <= f.figure[0] < e for s, e in ruled_out)]
        # Of two in one clause, "财政总收入300亿元、一般公共预算收入168亿元", one goes by the words.
        named = [f for f in within if _is_called(query.excluded, f)]
        named = named or _most_alike(query.excluded, within)
        figures = tuple(f for f in figures if f not in (named or within))
    _, own = part_asked(query)
    parts = {f.figure: f.unit for f in figures if own and is_of_part(own, text, f)}
    both = own and figure_cues.FIGURE_ASKED.search(query.text.partition(own)[0])
    wholes = set() if both else set(parts.values())
    figures = tuple(f for f in figures if f.figure in parts or f.unit not in wholes)
    things = several_things(query, text, figures)
    found = things or asked_figures(query, terms, wants_of(query), text, figures)
    found = _with_sorts(query, figures, found)
    return [f for f in found if not _is_rate_of_another(query, f)]


def _with_sorts(
    query: Query, figures: Sequence[Indicator], found: list[Indicator]
) -> list[Indicator]:
    """Take the other sorts of a thing beside the one that was found: 公办幼儿园, 民办幼儿园.

    Neither tells how many there are of all, and a question that names no sort asks for no one.
    """
    if len(found) != 1 or found[0].measure != "count":
        return found
    (one,) = found
    thing = max((n for n in names_asked(query) if one.name.endswith(n)), key=len, default="")
    alike = [
        f
        for f in figures
        if (f.unit, f.measure, f.kind, f.period) == (one.unit, one.measure, one.kind, one.period)
        and f.name.endswith(thing)
    ]
    sorts = [_THERE_ARE.sub("", f.name.removesuffix(thing)) for f in alike]
    apart = all(_SORT.fullmatch(s) for s in sorts) and len(set(sorts)) == len(sorts) > 1
    if not thing or not apart or any(sort in query.text for sort in sorts):
        return found
    return alike if one in alike else found


def names_asked(query: Query) -> set[str]:
    """The names that a question asks by, as they are typed and as the lexicon has them."""
    typed = (query.text[start:end] for start, end in query.slots.get("indicator", ()))
    return {query.name, *query.indicators, *query.terms, *typed} - {""}


# By whom a thing is run, where it is, of which list: sorts that make up the whole of it.
_THERE_ARE = re.compile("^[拥现共实]?有")
_SORT = re.compile(
    "[公民]办|[公私]立|国有|民营|城[镇市]|农村|乡村|新建|[续改扩]建|(?:国家|[省市区县])级|[大中小]型"
)


def _is_rate_of_another(query: Query, figure: Indicator) -> bool:
    """True for how far another thing is: "8项实事中,3项较快:步道完成率61%" tells it of no 实事."""
    if not query.indicators or figure.indicator in query.indicators or not is_completion(figure):
        return False
    name = _OF_RATE.sub("", fold_text(figure.name))
    asked = (*query.indicators, *query.terms, query.name)
    return len(name) >= LEAST_SHARED and all(
        longest_shared(name, words) < LEAST_SHARED for words in asked
    )


_OF_RATE = re.compile(r"(?:计划|目标|任务|年度|全年|投资|工程量?)*(?:完成|执行)?(?:率|比例)?$")
_DONE = re.compile(
    rf"了$|{statement_cues.DOING.pattern}|{statement_cues.PUT_TO_USE.pattern}"
    rf"|{statement_cues.IN_PROGRESS.pattern}"
)


def part_asked(query: Query) -> tuple[str, str]:
    """A part that is asked for, and what tells it from its whole: 三甲医院 of 医院 by 三甲."""
    asked = figure_cues.PART_ASKED.search(query.text)
    part = asked["part"] if asked else ""
    if asked is None or _DONE.search(part) or is_verb(part):
        return "", ""  # "其中完工了几条" asks what became of some
    shared = next((part[i:] for i in range(len(part)) if part[i:] in asked["whole"]), "")
    return part, part.removesuffix(shared)


def is_of_part(part: str, text: str, figure: Indicator) -> bool:
    """Whether a figure or its clause names the part: "其中三甲医院4个"."""
    return part in fold_text(text[figure.start : figure.figure[1]]) or part in fold_text(
        figure.name
    )


def _is_called(excluded: Sequence[str], figure: Indicator) -> bool:
    return any(figure.indicator in phrase or figure.name in phrase for phrase in excluded)


def _most_alike(excluded: Sequence[str], figures: Sequence[Indicator]) -> list[Indicator]:
    """Those of several figures whose names share most with what is ruled out."""
    shared = {
        f: max(longest_shared(phrase, fold_text(f.name)) for phrase in excluded) for f in figures
    }
    most = max(shared.values(), default=0)
    alike = [f for f, length in shared.items() if length == most]
    return alike if most >= LEAST_SHARED and len(alike) < len(figures) else []


def _has_part_beside(asked: Sequence[Indicator], statement: Statement) -> bool:
    """True if one figure was found and another of its unit is of a part of it: "其中公共泊位"."""
    text = statement.document.text
    return len(asked) == 1 and any(
        f.unit == asked[0].unit and text[f.start : f.end].lstrip().startswith("其中")
        for f in statement.figures
        if f.figure != asked[0].figure
    )


def asks_each(query: Query) -> bool:
    """True for 各多少, 分别, 都 of one side; the 都 of 郫都 is a name's.

    "甲区和乙区各是多少" asks one figure of each place, 计划和实际各是多少 one of each kind.
    """
    asked = figure_cues.EACH.search(blank(query.text, query.slots.get("district", ())))
    sides = max(len(query.slots.get(name, ())) for name in ("district", "period"))
    named = len(query.indicators)
    one = named == 1 if sides > 1 else named < 2 and _is_plan_or_result(query)
    if one and asked and asked.group() != "都":
        return False
    return asked is not None


def _asks_one(query: Query, statement: Statement, asked: Sequence[Indicator]) -> bool:
    """True if a question asks for no more figures than were found."""
    if not _holds_units(query, statement, asked):
        return False
    if asks_each(query) or len(query.kinds) > 1:
        return False
    if len({f.indicator for f in asked} & set(query.indicators)) > 1:
        return False  # "事故起数、死亡人数下降多少" asks of both
    if figure_cues.TWO_ASKED.search(query.text) and len(asked) < 2:
        return False
    asking = (figure_cues.FIGURE_ASKED, figure_cues.RATE_ASKED, figure_cues.RANK_ASKED)
    spans = sorted(m.span() for pattern in asking for m in pattern.finditer(query.text))
    # "完成率是多少" asks once, though two patterns see it.
    times = sum(i == 0 or start >= spans[i - 1][1] for i, (start, _) in enumerate(spans))
    # "变化多少?各多少": how far the sides are apart is no figure of either of them.
    times -= times > 1 and any(_APART.search(query.text[:start]) for start, _ in spans)
    # Nor is what is left of a plan: "要建几家,建了几家,还差几家".
    times -= times > 1 and figure_cues.GAP.search(query.text) is not None
    return times <= len(asked) * (2 if _is_plan_or_result(query) else 1)


def _holds_units(query: Query, statement: Statement, asked: Sequence[Indicator]) -> bool:
    """True if there is a figure in each unit; % does for 差几个百分点 where there are no points."""
    units = [unit for unit in query.units if not any(fits_unit(f.unit, unit) for f in asked)]
    if "%" in query.units and not any(f.unit in _POINTS for f in statement.figures):
        units = [unit for unit in units if unit not in _POINTS]
    return not units


def _is_plan_or_result(query: Query) -> bool:
    """True for the plan or the result where a question asks for each: 计划多少,实际多少."""
    told = [kind for kind, pattern in figure_cues.KINDS if pattern.search(query.text)]
    both = len(query.kinds) == 1 and {"target", "actual"} <= set(told)
    return both and figure_cues.FIGURE_ASKED.search(query.text) is not None
