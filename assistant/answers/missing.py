"""What is said where nothing answers: whose, of when, of what, and what of it is not told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.answers.reply import Reply, say_plainly
from assistant.answers.writing import write_related
from assistant.evidence.findings import Finding
from assistant.language.periods import label as period_label
from assistant.language.quantities import unit_family
from assistant.lexicon.indicators import load_indicators
from assistant.schema import Query

_MEASURE_WORDS = {"growth": "增速", "share": "占比", "completion": "完成率", "rank": "排名"}
_ASK_WORDS = {"when": "时间", "leader": "负责人", "lead": "牵头单位", "support": "配合单位"}


def refuse(query: Query, near: Sequence[Finding]) -> Reply:
    """Say what is missing, with what is near it."""
    reply = say_plainly("refusal", unmet(query))
    reply.draft.named = [*query.indicators, *map(period_label, query.periods)]
    reply.related = write_related(near)
    reply.constraints = constraints_met(near)
    return reply


def constraints_met(findings: Sequence[Finding]) -> dict[str, Any]:
    """Which constraints the best finding meets, for the trace."""
    best = next(iter(findings), None)
    if best is None:
        return {"met": [], "unmet": ["没有相关的段落"]}
    checks = {
        "地区": True,
        "期间": best.period_fit > 0,
        "性质": best.kind_fit > 0,
        "内容": not best.match.missing,
        "数值": best.answered,
    }
    return {
        "met": [k for k, ok in checks.items() if ok],
        "unmet": [k for k, ok in checks.items() if not ok],
        "missing_terms": list(best.match.missing),
        "coverage": round(best.match.coverage, 3),
    }


def unmet(query: Query) -> str:
    """Say what is missing: "文档没有给出钱塘区2024年新增停车泊位的目标"."""
    whose = "、".join(query.districts)
    when = "、".join(period_label(p) for p in query.periods)
    what = "、".join(query.indicators) or "".join(query.terms[:6])
    subject = f"{whose}{when}{what}".strip()
    link = "的" if what else ""
    return (
        f"文档没有给出{subject}{link}{wanted(query)}。" if subject else "文档里没有这个问题的答案。"
    )


def wanted(query: Query) -> str:
    """Name what a question wants of its subject: 增速目标, 金额, 牵头单位.

    A money total is called by its name alone: no one asks for the 金额 of 一般公共预算收入.
    """
    named = "、".join(query.indicators) + "".join(query.terms)
    words = [w for m, w in _MEASURE_WORDS.items() if m in query.measures and not _says(named, w)]
    money = {unit_family(unit) for unit in query.units} & {"元", "美元"}
    known = {unit_family(u) for name in query.indicators for u in load_indicators().units(name)}
    if money and not money & known and not words:
        words = ["金额"]
    asked = "、".join(words)
    if "target" in query.kinds:
        return f"{asked}目标"
    if not words and set(query.asks) <= set(_ASK_WORDS):
        return "、".join(_ASK_WORDS[ask] for ask in query.asks)
    return f"实际{asked or '完成数'}" if "actual" in query.kinds else asked or "数据"


def _says(named: str, word: str) -> bool:
    """True if a name tells its measure itself: 占GDP比重 is a 占比."""
    return word in named or (word == "占比" and named.endswith(("比重", "比例")))
