"""How an answer came about, for readers who want to check it: question, passages, verification."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assistant.schema import Answer
from ui.markup import plain, visible

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
}


def show(answer: Answer) -> None:
    """Show the trace of an answer, section by section; what has no form of its own is shown raw."""
    trace = dict(answer.trace)
    query = trace.pop("query", None)
    hits = trace.pop("hits", None)
    verification = trace.pop("verification", None)
    trace.pop("standalone_question", None)
    st.text(f"独立成句的问题:{visible(answer.standalone_question)}")
    if isinstance(query, Mapping):
        st.text("对问题的理解:" + "; ".join(read_query(query)))
    if isinstance(hits, Mapping):
        _show_hits(hits)
    if verification is not None:
        _show_verification(verification)
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


def _join(values: Sequence[Any]) -> str:
    return "、".join(
        "→".join(map(str, value))
        if isinstance(value, Sequence) and not isinstance(value, str)
        else str(value)
        for value in values
    )


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
        st.dataframe(rows, hide_index=True)


def _show_verification(verification: Any) -> None:
    if isinstance(verification, str):
        st.text(f"核对:{visible(verification)}")
        return
    st.text("核对时去掉的句子:")
    for fault in verification:
        st.markdown("- " + plain("; ".join(str(value) for value in dict(fault).values() if value)))
