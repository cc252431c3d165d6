"""How an answer came about, for readers who want to check it: question, passages, verification."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.schema import Answer, Scope
from ui.evidence import KIND_LABELS, MEASURE_LABELS
from ui.markup import plain, visible

if TYPE_CHECKING:
    from assistant.chain import Assistant

_FIELDS = {
    "districts": "区划",
    "all_districts": "全部区划",
    "periods": "时期",
    "indicators": "指标",
    "kinds": "性质",
    "measures": "口径",
    "asks": "问的是",
    "terms": "关键词",
    "units": "单位",
    "row": "第几项",
    "number": "数目",
    "document_kinds": "文档类型",
    "excluded": "排除",
    "topic": "话题",
    "corrections": "改正的错字",
    "doubts": "看不懂的字",
}


_WORDS = {
    **KIND_LABELS,
    **MEASURE_LABELS,
    "value": "数值",
    "lead": "牵头单位",
    "leader": "牵头领导",
    "support": "配合单位",
    "list": "有哪些",
    "section": "一节的内容",
    "row": "一行的内容",
    "group": "属于哪一组",
    "filter": "符合条件的",
    "verdict": "是否完成",
    "difference": "相差多少",
    "reason": "原因",
    "when": "时间",
    "origin": "出自哪里",
}


_COSTS = {
    "calls": "请求 {} 次",
    "tokens_in": "读入 {} 个 token",
    "tokens_out": "写出 {} 个 token",
    "first_sentence_seconds": "第一句等了 {} 秒",
    "seconds": "共 {} 秒",
    "released": "采用 {} 句",
    "repaired": "改正 {} 句",
    "dropped": "去掉 {} 句",
}


def show(answer: Answer, assistant: Assistant) -> None:
    """Show the trace of an answer, section by section; what has no form of its own is shown raw.

    Passages that the trace does not have are searched for now.
    """
    trace = dict(answer.trace)
    query = trace.pop("query", None)
    generation = trace.pop("generation", None)
    scope = Scope(**{name: tuple(values) for name, values in trace.pop("scope", {}).items()})
    hits = trace.pop("hits", None)
    if hits is None:
        hits = assistant.hits(answer.standalone_question, scope)
    constraints = trace.pop("constraints", None)
    verification = trace.pop("verification", None)
    model = trace.pop("model", None)
    trace.pop("standalone_question", None)
    st.text(f"独立成句的问题:{visible(answer.standalone_question)}")
    if isinstance(query, Mapping):
        st.text("对问题的理解:" + "; ".join(read_query(query)))
    if isinstance(hits, Mapping):
        _show_hits(hits)
    if generation not in (None, assistant.catalog.generation()):
        st.caption("文档在回答之后有变动:上面是按现在的文档检索到的段落。")
    if isinstance(constraints, Mapping) and constraints:
        st.text("对证据的要求:" + "; ".join(read_constraints(constraints)))
    if verification is not None:
        _show_verification(verification)
    if isinstance(model, Mapping) and model:
        st.text("模型:" + "; ".join(read_model(model)))
        _show_faults("核对后没有采用的句子:", model.get("faults"))
    if answer.computed:
        st.text("算出来的数:" + "、".join(map(visible, answer.computed)))
    rest = {name: value for name, value in trace.items() if value}
    if rest:
        st.json(rest, expanded=2)
    mode = "对话模型作答,逐句核对" if answer.mode == "model" else "不用模型,摘自原文"
    st.caption(f"{mode} · 用时 {answer.seconds:.2f} 秒")


def read_query(query: Mapping[str, Any]) -> list[str]:
    """A question as understood, in words.

    >>> read_query({"districts": ["钱塘区"], "row": 3, "text": "…"})
    ['区划 钱塘区', '第几项 3']
    """
    parts = []
    for name, value in query.items():
        if name not in _FIELDS or not value:
            continue
        shown = value if not isinstance(value, Sequence) or isinstance(value, str) else _join(value)
        parts.append(f"{_FIELDS[name]} {'是' if shown is True else visible(str(shown))}")
    return parts


def read_constraints(constraints: Mapping[str, Any]) -> list[str]:
    """What was asked of the evidence and whether it was met, in words.

    >>> read_constraints({"met": ["地区"], "unmet": ["期间"], "missing_terms": [], "coverage": 0.5})
    ['符合 地区', '不符合 期间', '关键词有 50% 在原文里']
    """
    names = {"met": "符合", "unmet": "不符合", "missing_terms": "原文里没有"}
    parts = [f"{word} {_join(constraints[n])}" for n, word in names.items() if constraints.get(n)]
    coverage = constraints.get("coverage")
    if isinstance(coverage, int | float):
        parts.append(f"关键词有 {coverage:.0%} 在原文里")
    return parts


def read_model(model: Mapping[str, Any]) -> list[str]:
    """What a model cost and how much of its text was kept, in words.

    >>> read_model({"name": "m", "calls": 1, "tokens_in": 800, "tokens_out": 60, "seconds": 2.5})
    ['m', '请求 1 次', '读入 800 个 token', '写出 60 个 token', '共 2.5 秒']
    """
    parts = [visible(str(model.get("name") or "没有名字"))]
    if model.get("cached"):
        parts.append("同样的问题答过,没有再请求")
    for name, words in _COSTS.items():
        value = model.get(name)
        if isinstance(value, int | float) and value:
            parts.append(words.format(value if isinstance(value, int) else f"{value:.1f}"))
    if model.get("fell_back"):
        parts.append("它写的没有采用")
    if model.get("error"):
        parts.append(visible(str(model["error"])))
    return parts


def _join(values: Sequence[Any]) -> str:
    return visible("、".join(map(_word, values)))


def _word(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "→".join(map(str, value))
    return _WORDS.get(str(value), str(value))


def _show_hits(hits: Mapping[str, Any]) -> None:
    rows = [
        {
            "区划": visible(str(district)),
            "文档": visible(str(hit.get("source", ""))),
            "章节": visible(" › ".join(hit.get("section_path", []))),
            "词面名次": hit.get("rank_lexical"),
            "向量名次": hit.get("rank_dense"),
            "得分": hit.get("score"),
        }
        for district, found in hits.items()
        for hit in found
    ]
    if rows:
        st.text("检索到的段落(各区划的前几名):")
        st.dataframe(rows, hide_index=True, placeholder="—")


def _show_verification(verification: Any) -> None:
    if isinstance(verification, str):
        st.text(f"核对:{visible(verification)}")
        return
    _show_faults("核对时去掉的句子:", verification)


def _show_faults(title: str, faults: Any) -> None:
    if not isinstance(faults, Sequence) or isinstance(faults, str) or not faults:
        return
    st.text(title)
    for fault in faults:
        st.markdown("- " + plain("; ".join(str(value) for value in dict(fault).values() if value)))
