"""The year before, however it is set beside; words that other words part; sums of one year."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

SURVEY = """勐海县2023年国民经济和社会发展统计公报

一、农业

全年农林牧渔业总产值61.4亿元，比上年增长4.7%。粮食播种面积58.2万亩，比上年增长0.6%；粮食产量21.3万吨，增长2.1%。水果产量9.84万吨，增长6.3%，其中柑橘产量3.17万吨，增长8.8%，火龙果产量2.05万吨，下降3.4%。

二、生态

空气质量优良天数351天，较上年减少6天，PM2.5平均浓度19微克/立方米。
"""
REPORT = """勐海县2024年政府工作报告

一、2023年工作回顾

改造老旧小区16个，新增公共停车泊位940个，既有住宅加装电梯37部。

二、2024年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长6%，规模以上工业增加值增长8.5%，固定资产投资增长4%。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("county"), {"gb.txt": SURVEY, "bg.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("勐海县2023年粮食产量比上年增长多少?", ["2.1%"], ["4.7%", "0.6%"]),
        ("勐海县2023年柑橘产量和上一年相比增长百分之几?", ["8.8%"], ["0.6%", "6.3%"]),
        ("勐海县2023年收了多少万吨柑橘,跟前一年比增产百分之几?", ["3.17万吨", "8.8%"], ["9.84"]),
        ("勐海县2023年火龙果减产了多少?", ["下降3.4%"], ["8.8%"]),
        ("勐海县2023年空气质量优良的一共有几天?", ["351天"], []),
        ("2023年勐海县既有住宅加装电梯一共多少部?", ["37部"], ["940"]),
        ("2024年勐海县给规模以上工业增加值定的增长目标是多少?", ["8.5%"], ["6%"]),
    ],
)
def test_the_same_is_read_in_other_words(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


def test_what_is_there_in_all_is_no_sum_of_one_year(county: Assistant) -> None:
    assert county.ask("勐海县2023年公共停车泊位一共多少个?").refused


def test_a_follow_up_is_set_against_the_year_before(county: Assistant) -> None:
    asked = ["2023年勐海县空气质量优良的有几天?", "跟前一年相比多了还是少了?"]
    assert_says(talk(county, *asked), ["减少6天"], [])


CLINICS = """云霄县2023年卫生健康工作总结

年末全县医疗机构318间，比2022年末多14间；全年卫生健康事业投入5.27亿元，较上年增加0.36亿元。
民营经济增加值94.6亿元，增长2.9%；占GDP的比重为58.3%，较上年下降1.2个百分点。
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云霄县2023年往卫生健康投了多少钱,比上年多多少?", ["5.27亿元", "0.36亿元"], ["14间"]),
        ("云霄县2023年卫生健康事业投入多少亿元?比上年增加多少?", ["5.27亿元", "0.36亿元"], []),
        ("云霄县2023年末医疗机构比上年末增加多少间?", ["多14间"], ["增长14间"]),
        (
            "云霄县2023年民营经济占GDP比重多少,比上年降了多少?",
            ["58.3%", "占GDP的比重较上年下降1.2个百分点"],
            ["2.9%", "增加值较上年"],
        ),
    ],
)
def test_what_a_sum_rose_by_is_told_beside_it(
    tmp_path: Path, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(open_over(tmp_path, {"w.txt": CLINICS}).ask(question), said, unsaid)
