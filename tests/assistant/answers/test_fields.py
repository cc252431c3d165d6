"""Fields named by one word: what is told of them, and not what only holds the word."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.tables.focus import turn_of

_SHANGYANG = """尚阳区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

二、2024年工作安排

1.传承历史文化。深化剪纸艺术教育传承,建成民俗馆2座。加强禁毒警示教育。

2.办好民生实事。新建幼儿园3所、小学2所,新增学位2100个。推动三中教育集团向新城延伸,选聘骨干教师40名。
"""
_HECUN = """禾村区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

二、2024年工作安排

1.深化区域合作。推进科技教育合作,签约项目6个。

2.优化公共服务。推行“小班化”教学,改造学校食堂9个。县医院新院区开诊,引进医师12名。
"""


@pytest.mark.parametrize(
    "question",
    [
        "尚阳区和禾村区2024年教育方面的打算有什么不同?",
        "教育方面,尚阳区和禾村区2024年的安排有何不一样?",
        "尚阳区和禾村区2024年在教育方面有哪些打算?",
    ],
)
def test_a_field_is_told_by_what_it_deals_with(tmp_path: Path, question: str) -> None:
    texts = {"尚阳区.txt": _SHANGYANG, "禾村区.txt": _HECUN}
    answer = open_over(tmp_path, texts).ask(question)
    assert "新增学位2100个" in answer.text
    assert "选聘骨干教师40名" in answer.text
    assert "“小班化”教学" in answer.text
    for passing in ("剪纸", "禁毒", "科技教育合作", "医师"):
        assert passing not in answer.text


@pytest.mark.parametrize(
    "asked", ["在生态环保方面要做什么", "环境保护有哪些安排", "生态环境方面有什么打算"]
)
def test_what_is_done_for_nature_is_told_by_any_of_its_names(tmp_path: Path, asked: str) -> None:
    text = (
        _HECUN
        + """
3.坚定不移护山水。PM2.5平均浓度降至29微克/立方米以下。修复矿山700亩,营造林0.6万亩。

4.优化营商环境。开办企业环节压减到2个,绿色产业链签约5个。
"""
    )
    answer = open_over(tmp_path, {"禾村区.txt": text}).ask(f"禾村区2024年{asked}?")
    assert "修复矿山700亩,营造林0.6万亩" in answer.text
    assert "29微克" in answer.text
    assert "营商" not in answer.text
    assert "产业链" not in answer.text


def test_a_field_is_told_of_its_own_kind_and_time_alone(tmp_path: Path) -> None:
    text = _SHANGYANG.replace("2024年工作安排", "2023年工作情况", 1)
    answer = open_over(tmp_path, {"尚阳区.txt": text}).ask("尚阳区2024年教育方面有哪些打算?")
    assert "2100" not in answer.text


def test_where_something_stands_among_others_is_its_rank(tmp_path: Path) -> None:
    text = """尚阳区2023年统计公报

全年活力指数81.5,位居全省前五。营商环境指数位列全省第七。
"""
    chat = open_over(tmp_path, {"公报.txt": text})
    told = chat.ask("尚阳区2023年活力指数是多少?")
    for question in ("在全省排什么位置?", "处于全省什么位次?", "在全省居于哪个位置?"):
        answer = chat.ask(question, [turn_of(told)])
        assert "前五" in answer.text
        assert "第七" not in answer.text
