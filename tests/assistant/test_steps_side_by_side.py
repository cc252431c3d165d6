"""Steps of one thing asked for side by side, which thing stands at one, and talk that goes on."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TABLE = """涪城区2024年重点任务分解表

序号 | 重点任务 | 具体目标任务 | 牵头单位 | 截至6月底进展情况 |
1 | 安居 | 续建人才公寓6.3万方、完工5.1万方,筹集租赁房不少于700套。 | 区住建局 | 序时推进 |
2 | 交通 | 新建道路9条、续建11条。 | 区交通局 | 序时推进 |
4 | 基金 | 产业基金认缴出资90亿元。 | 区财政局 | 产业基金认缴出资已超90亿元。 |
3 | 投资 | 固定资产投资210亿元以上。 | 区发改局 | 预计房地产投资完成61.2亿元(含土地款40.5亿元),占比约48.7%;产业投资完成22.4亿元。 |
"""  # noqa: E501
PLAN = """游仙区2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划草案的报告

一、2020年国民经济和社会发展计划执行情况

高标准推进道路建设81条,开工幼儿园6所,竣工幼儿园8所。陶艺路等13条道路完工,云台路等17条道路开工。实现“残疾人之家”星级提升12家。

二、2021年主要任务

全力实施“迎花展、我为游仙出份力”四大行动,高质量建成滨水名区。竣工云海花展公园,完工花展场馆。提升星级“残疾人之家”7家。

(一)生态
开工幼儿园4所、竣工幼儿园9所。全域实施“污水零直排区”建设,创建“美丽河湖”6条。
"""
OTHER = """三台县2020年总体要求和重点工作

一、重点工作

完成4个街道和53个生活小区“污水零直排区”创建任务。
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"table.txt": TABLE, "plan.txt": PLAN, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("steps"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("人才公寓方面,涪城2024年续建多少、完工多少?", ["6.3万方", "5.1万方"], ["700", "没有给出"]),
        ("涪城2024年人才公寓续建和完工各多少?", ["6.3万方", "5.1万方"], ["700", "没有给出"]),
        ("游仙2020年开工和完工道路各多少条?", ["17条", "13条"], ["81"]),
        ("游仙2021年要竣工哪个花展项目?", ["云海花展公园"], ["出份力", "名区"]),
    ],
)
def test_each_step_is_told(
    documents: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(documents.ask(question), said, unsaid)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (
            ("游仙2020年推进了多少条道路建设?", "涪城2024年新建和续建各多少条?"),
            ["9条", "11条"],
            ["81", "游仙", "未提供"],
        ),
        (
            (
                "涪城2024年上半年房地产投资预计完成多少?",
                "里面土地款有多少?",
                "占全部投资的比重呢?我是说房地产",
            ),
            ["48.7%"],
            ["22.4"],
        ),
        (
            ("游仙2020年开工幼儿园几所?", "竣工呢?", "2021年这两项各计划多少?"),
            ["4所", "9所"],
            ["6所", "8所"],
        ),
        (
            ("三台县2020年要完成几个街道的“污水零直排区”创建?", "生活小区呢?"),
            ["53"],
            [],
        ),
        (
            (
                "三台县2020年要完成几个街道的“污水零直排区”创建?",
                "生活小区呢?",
                "游仙2021年在这件事上是怎么提的?",
            ),
            ["全域实施"],
            ["53"],
        ),
        (
            (
                "游仙2020年推进了多少条道路建设?",
                "换一个,2020年“残疾人之家”星级提升了几家?",
                "2021年的计划是几家?",
            ),
            ["7家"],
            ["12家"],
        ),
    ],
)
def test_talk_goes_on(
    documents: Assistant, questions: tuple[str, ...], said: list[str], unsaid: list[str]
) -> None:
    assert_says(talk(documents, *questions), said, unsaid)


def test_those_who_help_are_told_of_whatever_sort_they_are(made_up: Assistant) -> None:
    answer = made_up.ask("临平区2023年新增规上工业企业多少家?哪几家公司配合?")
    assert_says(answer, ["33家", "区市场监管局"], ["区经信局"])


def test_more_than_the_very_goal_is_beyond_it(documents: Assistant) -> None:
    answer = documents.ask("涪城2024年产业基金认缴出资目标多少,超没超?")
    assert_says(answer, ["已超90亿元", "已达到,超过目标"], ["与目标相同"])


def test_a_row_that_is_pointed_at_by_its_thing_is_not_the_last_one(made_up: Assistant) -> None:
    asked = (
        "临平区2023年规上工业增加值由哪个部门牵头?",
        "配合单位呢?",
        "那养老床位那条又是谁牵头?",
    )
    assert_says(talk(made_up, *asked), ["区民政局"], ["区经信局"])
