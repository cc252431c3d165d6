"""Which way a figure went since the year before, asked in everyday words."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

BULLETIN = """茂南区2022年国民经济和社会发展统计公报

一、工业
规模以上工业企业实现营业收入512.3亿元,增长6.4%;利润总额18.9亿元,下降2.7%。

二、环境
全年降水量1650毫米,PM2.5平均浓度27微克/立方米,同比上升3微克/立方米。
"""
TARGETS = """茂南区2022年上半年主要指标完成情况表

序号|指标名称|年度目标|责任单位|上半年完成情况
1|固定资产投资|增长5%|区发改局|下降7.2%
2|社会消费品零售总额|增长6%|区商务局|增长4.1%
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("ways")
    return open_over(folder, {"bulletin.txt": BULLETIN, "targets.txt": TARGETS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "茂南区规上工业企业2022年赚了多少利润,比上年是多了还是少了?",
            ["18.9亿", "下降2.7%"],
            ["512.3"],
        ),
        ("茂南区规上工业2022年利润总额比去年同期少了还是多了?", ["下降2.7%"], ["6.4%"]),
        (
            "茂南区2022年PM2.5浓度是多少?比上年好了还是差了?",
            ["27微克", "上升3微克"],
            ["1650"],
        ),
        (
            "茂南区固定资产投资2022年上半年是增是降?年初目标是多少?",
            ["下降7.2%", "增长5%"],
            ["4.1%"],
        ),
    ],
)
def test_which_way_a_figure_went_is_told_with_it(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_a_change_that_was_told_is_told_once(told: Assistant) -> None:
    answer = told.ask("茂南区2022年PM2.5浓度是多少?比上年好了还是差了?").text
    assert answer.count("上升3微克") == 1


PEOPLE = """平罗县2023年国民经济和社会发展统计公报

一、综合

年末常住人口26.8万人，比上年末减少0.5万人，下降1.8%，城镇化率56.2%。全年地区生产总值241.6亿元，按可比价格计算，比上年增长5.9%。新建的农贸市场6个由县商务局管理。
"""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("people"), {"bulletin.txt": PEOPLE})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("平罗县2023年末常住人口比上年是增是减?", "减少0.5万人"),
        ("平罗县2023年末常住人口比上年增加还是减少?", "减少0.5万人"),
        ("平罗县2023年末常住人口有多少?跟上年比是多了还是少了?", "减少0.5万人"),
        ("平罗县2023年末常住人口有多少?和去年相比是升了还是降了?", "26.8万人"),
        ("平罗县2023年GDP与上年相比是增是减?", "5.9%"),
    ],
)
def test_which_way_is_told_by_the_change_beside_the_amount(
    people: Assistant, question: str, expected: str
) -> None:
    text = people.ask(question).text
    assert expected in text
    assert "2022" not in text


def test_an_everyday_word_beside_a_place_names_no_other_place(people: Assistant) -> None:
    text = people.ask("平罗县2023年新建的农贸市场有几个?").text
    assert "6个" in text
    assert "新建区" not in text
