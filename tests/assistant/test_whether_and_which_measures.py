"""Whether something is so, what was done about it, what is only planned, who asks from where."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """番禺区2024年上半年经济社会发展情况

2024年上半年,全区商品房销售面积42.5万平方米,商品房销售额61.2亿元。地方级财政收入33.7亿元,增长2.4%。

一、强化要素保障
全年保障项目用地3200亩。安排前期经费2600万元。审批时限压缩至30个工作日以内。

二、公共服务
课后服务已实现全覆盖,参与率91.3%。课后服务收费标准今年没有调整,对家庭困难学生免费。

三、下半年打算
启动智算中心二期建设,总算力提升到1500P。

四、全民健身
计划新建多功能球场12片、健身步道3条,已建成球场8片,步道尚未开工。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("whether"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("番禺区课后服务收费标准调整了吗?", ["没有调整"], ["91.3"]),
        ("番禺区强化要素保障采取了哪些措施?", ["3200亩", "2600万元"], ["1500"]),
        ("番禺区下半年总算力要提升到多少?", ["1500P"], []),
        (
            "我在番禺区开家具店,想知道2024年上半年当地商品房一共卖了多少平方米?",
            ["42.5万平方米"],
            [],
        ),
        ("番禺区2024年上半年一般公共预算收入完成多少?", ["33.7亿元"], []),
        ("番禺区2024年球场建成了几片?", ["8片"], ["12片"]),
    ],
)
def test_what_is_asked_is_told(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["番禺区健身步道建成了吗?", "番禺区健身步道已经建成3条了,是在哪儿建的?"]
)
def test_the_result_of_another_thing_is_none_of_what_is_planned(
    told: Assistant, question: str
) -> None:
    assert "8片" not in told.ask(question).text
