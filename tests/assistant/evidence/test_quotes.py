"""Which clauses of a statement are quoted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.evidence.quotes import best_quote
from assistant.evidence.statements import Statements
from assistant.evidence.terms import make_terms
from assistant.schema import Chunk, Document, Profile, Query

Parse = Callable[[str], Query]


def quote(understood: Parse, question: str, text: str, *, figure: bool = True) -> str:
    query = understood(question)
    document = Document(
        "d", "a.txt", text, Profile(), chunks=(Chunk("c", "a.txt", 0, len(text), text),)
    )
    (statement,) = Statements(document).all()
    spans = best_quote(make_terms(query, lambda word: 1.0), statement, query, needs_figure=figure)
    return "…".join(text[s:e] for s, e in spans)


LONG = "全年引进项目86个,其中制造业项目20个,实际利用外资9.2亿美元,新增停车泊位1350个,改造小区31个。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("上城区2022年实际利用外资多少亿美元?", "实际利用外资9.2亿美元"),
        ("上城区2022年新增停车泊位多少个?", "新增停车泊位1350个"),
        ("上城区2022年改造小区多少个?", "改造小区31个"),
    ],
)
def test_a_quote_is_trimmed_to_the_clause_that_answers(
    understood: Parse, question: str, expected: str
) -> None:
    assert quote(understood, question, LONG).strip(",。") == expected


def test_two_things_asked_are_quoted_from_two_places(understood: Parse) -> None:
    between = "".join(f"组织第{n}批客商赴外地考察并签订合作备忘录," for n in "一二三四五六七八九")
    text = quote(
        understood,
        "上城区2022年制造业项目和停车泊位各多少个?",
        f"引进制造业项目20个,{between}新增停车泊位1350个,改造小区31个。",
    )
    assert text.split("…") == ["引进制造业项目20个,", "新增停车泊位1350个,"]


def test_a_clause_that_the_question_rules_out_is_not_quoted(understood: Parse) -> None:
    text = "培育企业30家,其中开工续建项目12个,竣工项目9个。"
    assert "续建" not in quote(understood, "上城区2022年竣工项目多少个(不含开工续建)?", text)
