"""Whose a sum is, and what sort of sum: of a group of projects, for each of many, net or in all.

What all projects came to tells nothing of those that were begun this year, 2460万元 of allowances
not what each one got, and 新增38家 not how many more there are than before (净增).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.kinds import without_excluded
from assistant.evidence.figure_candidates import asks_for_each, is_for_each, is_mean
from assistant.evidence.findings import Finding
from assistant.evidence.statements import Statement
from assistant.evidence.terms import Term, level
from assistant.language.tokenizer import segments
from assistant.language.units import unit_family
from assistant.lexicon.synonyms import load_synonyms
from assistant.question.places import without_slots
from assistant.question.statement_cues import is_of_other_sum
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# "续建项目完成投资", "民生类项目的总投资": a group of projects, and the money that is asked for.
_OF_GROUP = re.compile(
    r"(?P<sort>[一-鿿\d]{2,12}?)类?项目[^,，。;；?？项]{0,8}?"
    r"(?:投资|资金|产值|税收|造价|多少钱)"
)
# What is said of any group of projects: where they are, and what was done with them.
_OF_ANY_GROUP = re.compile(
    r"[全本各该我这那]?[区县市镇省]里?|实施|推进|安排|列入|纳入|引进|招引|建设|推动|全部|所有|这些"
    r"|计划|完成|共|有|个|类|性|的|其中|现有|目前|招商|[一-鿿]?引资|全年|年度|当年|上半年"
)
_GROUP = re.compile("项目|工程")
_SIZE = re.compile(r"(?:\d[\d.]*|[十百千])?[亿万]元?及?以上")
# Projects that are counted: what is told next in money is theirs.
_COUNTED_GROUP = re.compile(r"项目\s?\d[\d.]*\s?[个项]|\d[\d.]*\s?[个项][^,，。;；\d]{0,14}项目")
_OWN_COUNT = re.compile(r"[^,，。;；\d]{0,6}项目\s?\d[\d.]*\s?[个项]")
_ONLY_EACH = re.compile(r"[户亩企]均|人均(?=补|奖|资助|救助|发放|领)|平均每")
_MEANS_EACH = re.compile(r"均|每|标准|一[人户亩家个]")
# The four budgets of a government (Budget Law of the PRC, article 5): none is told for another.
_ACCOUNTS = tuple(
    map(re.compile, ("公共预算", "政府性?基金", "国有资本", "社会?保险?基金|社会保险"))
)
_WHOLE_COST = re.compile(r"总投资|总造价|概算")
_OF_A_TIME = re.compile(r"(?:完成|累计|年度|当年|本年|到位)[^,，。;；\d]{0,6}投资|投资完成")


def of_another_owner(query: Query, found: Finding) -> bool:
    """True for a sum of another group, for each of which it is asked, or of another sort."""
    figure = found.figure
    if figure is None:
        return False
    return (
        _is_of_another_group(query, found.statement, figure)
        or _is_for_all(query, found.statement, figure)
        or _is_for_each_alone(query, figure)
        or _is_gross_for_net(query, found.statement, figure)
        or _is_spent_for_cost(query, found.statement, figure)
        or _is_of_another_account(query, figure)
    )


def _is_of_another_group(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what other projects came to than the group that a question names.

    Where the figure is not called after projects itself, those counted last before it are meant.
    """
    if unit_family(figure.unit) not in ("元", "美元") or figure.indicator in query.indicators:
        return False
    groups = _OF_GROUP.finditer(without_slots(query, ("district", "period")))
    asked = [kinds for group in groups if (kinds := _kinds(query, group))]
    if not asked or "其中" in query.text:
        return False
    return not any(_is_told_of(kinds, statement, figure) for kinds in asked)


def _kinds(query: Query, asked: re.Match[str]) -> list[Term]:
    """The words that tell a group of projects from others: 续建, 城市更新."""
    sort = re.split(r"[的有和与及、\s]", asked["sort"])[-1]
    typed = (query.text[start:end] for start, end in query.slots.get("indicator", ()))
    named = " ".join((*query.terms, *typed))
    size = [Term(m.group(), 1.0) for m in _SIZE.finditer(sort)]
    # How many they are is no kind of them: 148个重大项目.
    words = segments(_OF_ANY_GROUP.sub(" ", re.sub(r"\d+", " ", _SIZE.sub(" ", sort))))
    expand = load_synonyms().expand
    return size + [Term(w, 1.0, expand(w)) for w in words if len(w) > 1 and w in named]


def _is_told_of(kinds: Sequence[Term], statement: Statement, figure: Indicator) -> bool:
    """True if a sum is of a group by its name, by what was counted last, or by its row.

    A part is of its whole as well: "签约项目50个;其中30亿元以上项目5个" are 30亿元以上签约项目.
    """
    name = fold_text(f"{figure.name} {figure.indicator}")
    others = [kind for kind in kinds if level(kind, name) == 0]
    before = fold_text(statement.document.text[statement.start : figure.figure[0]])
    if _GROUP.search(name):
        text = statement.document.text
        sentence = re.split("[。\n]", text[: figure.figure[0]])[-1]
        whole = fold_text(sentence.rpartition("其中")[0])
        return not others or (len(others) < len(kinds) and all(level(k, whole) > 0 for k in others))
    return all(_is_counted_last(kind, before, statement.labels) for kind in others)


def _is_counted_last(kind: Term, before: str, labels: str) -> bool:
    """True if what is counted next behind the kind, or below its label, is no other group."""
    words = [word for word in (kind.text, *kind.variants) if word in before]
    ends = (before.rfind(word) + len(word) for word in words)
    behind = before[max(ends, default=0) :]
    named = level(kind, before) > 0 or level(kind, labels) > 0
    own = _OWN_COUNT.match(behind) if behind != before else None
    return named and not _COUNTED_GROUP.search(behind, own.end() if own else 0)


def _is_for_all(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what all got together, where it is asked what each got: 户均, 平均每家."""
    if not asks_for_each(query.text) or figure.measure == "rank":
        return False
    headers = fold_text("".join(statement.row.cells)) if statement.row is not None else ""
    return not (is_for_each(statement.document.text, figure) or is_mean(headers))


def _is_for_each_alone(query: Query, figure: Indicator) -> bool:
    """True for money that each got, where nothing asks for each: 户均20万元 of the 贴息."""
    if unit_family(figure.unit) != "元":
        return False
    name = fold_text(f"{figure.name} {figure.indicator}")
    return _ONLY_EACH.search(name) is not None and not _MEANS_EACH.search(query.text)


def _is_gross_for_net(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for all that came anew, where it is asked by how many more there are; or the reverse."""
    if figure.unit in ("%", "百分点", "个百分点"):
        return False
    clause = statement.document.text[figure.start : figure.end]
    told = fold_text(f"{figure.name} {clause}")
    return figure.measure != "change" and is_of_other_sum(without_excluded(query), told)


def _is_spent_for_cost(query: Query, statement: Statement, figure: Indicator) -> bool:
    """True for what was spent in a time, where it is asked what it costs as a whole."""
    if not _WHOLE_COST.search(query.text) or unit_family(figure.unit) != "元":
        return False
    if _OF_A_TIME.search(query.text):
        return False  # both are asked for
    words = fold_text(statement.document.text[figure.start : figure.figure[0]])
    told = re.split(r"[,，、;；\d]", words)[-1] if words else ""
    return _OF_A_TIME.search(told) is not None and not _WHOLE_COST.search(told)


def _is_of_another_account(query: Query, figure: Indicator) -> bool:
    """True for a sum of another budget than the one asked for: 政府性基金 for 社保基金."""
    told = fold_text(f"{figure.name} {figure.indicator}")
    asked = [account for account in _ACCOUNTS if account.search(query.text)]
    named = [account for account in _ACCOUNTS if account.search(told)]
    return bool(asked and named) and not set(asked) & set(named)
