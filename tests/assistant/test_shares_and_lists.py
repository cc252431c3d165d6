"""Shares that move by points, one name among several, columns left open, results asked for."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """江宁区2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

地区生产总值增长5.5%,服务业增加值增长6.1%。

(一)生态环境不断改善

成功创建省级生态文明示范区。223个监测点水质稳中有升。

二、2025年主要预期目标

地区生产总值增长5%,服务业增加值增长7%,服务业增加值占GDP比重提高1.2个百分点。完善“1833联合指挥体系”运行机制。
"""

TABLE = """江宁区2024年重点工作任务进展情况表

序号 | 重点任务 | 牵头单位 | 配合单位 | 进展情况 |
1 | 做强半导体产业,推进迪凯光电、士微电等项目 | 区工信局 | / | 落地项目8个,合计总投资30亿元。 |
2 | 推进标准化试点 | 区市场监管局 | 区司法局 | 序时推进 |
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("shares")
    return open_over(folder, {"report.txt": REPORT, "table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2025年想让服务业增加值占GDP的比重再提高几个点?", ["1.2个百分点"], ["7%"]),
        ("江宁区2024年地区生产总值涨了几个点?", ["5.5%"], []),
        ("江宁区2024年生态环境改善上有哪些成果?", ["示范区", "223个"], ["5.5%"]),
        ("江宁2024年任务表第1项是什么,有没有配合单位?", ["半导体", "配合单位:未列出"], []),
        ("江宁2024年任务表第2项谁牵头,谁配合?", ["区司法局"], ["未列出"]),
        ("“1833联合指挥体系”是南京哪个区提的?", ["江宁区", "1833"], ["未提供"]),
    ],
)
def test_what_was_asked_is_told(
    documents: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(documents.ask(question), said, unsaid)


def test_a_sum_over_several_is_of_none_of_them(documents: Assistant) -> None:
    answer = documents.ask("士微电在江宁的项目总投资多少亿元?")
    assert answer.refused
    assert "30亿元" not in answer.text


INDUSTRIES = """江宁区2024年政府工作报告

二、2025年重点工作

加快核心产业培育。重点发展大数据、新材料、物流等产业。大数据产业以云计算、区块链为细分领域,构建完整产业链。新材料产业以碳纤维、石墨烯为细分领域,形成集聚优势。物流产业以冷链仓储、即时配送为细分领域,推动转型发展。
"""


@pytest.mark.parametrize(
    ("thing", "said", "unsaid"),
    [("大数据", "云计算", "碳纤维"), ("新材料", "石墨烯", "区块链"), ("物流", "冷链", "石墨烯")],
)
def test_the_fields_of_one_industry_are_told_alone(
    tmp_path_factory: pytest.TempPathFactory, thing: str, said: str, unsaid: str
) -> None:
    industries = open_over(tmp_path_factory.mktemp("fields"), {"report.txt": INDUSTRIES})
    asked = f"江宁区2025年发展{thing}产业,细分领域有哪几个?"
    assert_says(industries.ask(asked), [said], [unsaid])


PROPORTIONS = """句容市2024年国民经济和社会发展统计公报

年末养老机构床位3120张,护理型床位占比66.4%。装配式建筑项目7个、面积31万平方米。民办幼儿园设置特教班比例21%。
"""


def test_a_proportion_goes_by_any_word_for_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = open_over(tmp_path_factory.mktemp("proportions"), {"report.txt": PROPORTIONS})
    for question in (
        "句容市2024年护理型床位的比例是多少?",
        "句容市2024年养老机构护理型床位的比重有多高?",
        "句容市2024年护理型床位比例达到多少?",
    ):
        assert "66.4%" in report.ask(question).text, question
    assert "21%" in report.ask("句容市2024年民办幼儿园设置特教班的占比是多少?").text


def test_how_much_there_is_tells_no_share(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = open_over(tmp_path_factory.mktemp("no_share"), {"report.txt": PROPORTIONS})
    assert report.ask("句容市2024年装配式建筑占比是多少?").refused
