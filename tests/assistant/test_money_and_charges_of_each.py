"""Money that is gone of what was set aside, who is in charge of each of two tasks, lines opened."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

TABLE = """清河区2024年十件民生实事进展情况(截至2024年9月底)

序号\t实事名称\t年度目标\t牵头单位\t责任人\t截至9月底进展
1\t新建口袋公园\t12个\t区城管局\t柳青山\t建成7个
2\t改造农贸市场\t5家\t区商务局\t柳青山\t完成3家
3\t新增公交线路\t6条\t区交通局\t白云飞\t开通4条

备注:“新增公交线路”因道路施工,余下2条拟于12月开通,分别为东门至栗树湾、北站至石桥镇。

有关情况说明

一、资金保障。2024年十件民生实事共安排财政资金8.45亿元,其中市级补助1.30亿元、区级财政7.15亿元。截至9月底,累计支出5.27亿元,支出进度62.4%。其中教育类项目安排资金最多,为2.91亿元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("money"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "清河区2024年十件民生实事安排了多少财政资金,到9月底花出去多少?",
            ["8.45亿元", "5.27亿元"],
            ["7.15", "2.91"],
        ),
        ("清河区2024年十件民生实事到9月底花了多少钱?", ["5.27亿元"], ["2.91", "8.45"]),
        (
            "清河区“新建口袋公园”和“改造农贸市场”这两项,责任人是同一个人吗?",
            ["口袋公园", "农贸市场", "责任人相同,都是柳青山"],
            ["白云飞"],
        ),
        (
            "清河区新建口袋公园和新增公交线路的责任人一样吗?",
            ["责任人不同:分别是柳青山、白云飞"],
            [],
        ),
        (
            "清河区新建口袋公园、改造农贸市场分别由哪个部门牵头?",
            ["区城管局", "区商务局"],
            ["区交通局"],
        ),
        ("清河区农贸市场改造是哪个领导分管的?", ["柳青山"], ["白云飞"]),
        ("清河区还没开的2条公交线路是从哪到哪?", ["东门至栗树湾、北站至石桥镇"], []),
    ],
)
def test_each_is_told(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_what_was_set_aside_is_not_what_was_spent(assistant: Assistant) -> None:
    for question in (
        "清河区2024年十件民生实事用掉多少财政资金?",
        "清河区民生实事教育类花了多少钱?",
    ):
        told = assistant.ask(question).text
        assert [x for x in ("8.45", "7.15", "2.91") if x in told] == []


def test_what_is_gone_of_the_money_that_was_spoken_of(assistant: Assistant) -> None:
    asked = ("清河区2024年十件民生实事总共安排了多少财政资金?", "到9月底花出去多少?")
    assert_says(talk(assistant, *asked), ["5.27亿元"], ["8.45", "2.91"])
