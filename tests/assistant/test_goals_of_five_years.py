"""Tables of a plan for five years: what is to be reached, what the years add up to, of which sort.

All districts and figures are made up.
"""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

DOCUMENTS = {
    "plan.txt": """上饶市信州区国民经济和社会发展第十四个五年规划纲要

专栏1 “十四五”时期经济社会发展主要指标
| 指标类别 | 指标名称 | 2020年 | 2025年 | 年均/累计 | 属性 |
| 经济发展 | 地区生产总值（亿元） | 286.3 | 420 | 8% | 预期性 |
| | 社会消费品零售总额（亿元） | 98.6 | 150 | 8.8% | 预期性 |
| 民生福祉 | 城镇新增就业（人） | - | - | 〔26000〕 | 预期性 |
| | 护理型床位占比（%） | 38 | 60 | - | 约束性 |
| 绿色生态 | 单位GDP能源消耗降低（%） | - | - | 〔14〕 | 约束性 |
""",
    "excerpt.txt": """西安市雁塔区国民经济和社会发展第十四个五年规划纲要（简本）

专栏2 主要指标
类别/指标/2020年基期值/2025年目标值/年均增速或累计/属性
经济发展
地区生产总值（亿元）/337.4/490/7.5%/预期性
居民人均可支配收入（元）/41260/60500/8%/预期性
城镇新增就业（人）/—/—/累计28000/预期性
绿色生态
单位GDP能源消耗降低（%）/—/—/累计14.5/约束性
森林覆盖率（%）/21.3/21.8/—/约束性
""",
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two plans, the table of one of them parted by slashes."""
    return open_over(tmp_path_factory.mktemp("plans"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("信州区2025年GDP要达到多少?", ["420亿元"]),
        ("信州区2020年社零多少?", ["98.6亿元"]),
        ("信州区城镇新增就业的目标是多少?", ["“十四五”", "26000人"]),
        ("信州区单位GDP能耗五年要降多少?", ["14%"]),
        ("雁塔区2025年地区生产总值目标多少?", ["490亿元"]),
        ("雁塔区单位GDP能耗五年累计降低多少?", ["14.5%"]),
        ("雁塔区2025年森林覆盖率目标是多少?", ["21.8%"]),
    ],
)
def test_a_plan_tells_what_is_to_be_reached(
    plans: Assistant, question: str, said: list[str]
) -> None:
    assert_says(plans.ask(question), said, ["文档未提供"])


@pytest.mark.parametrize("district", ["信州区", "雁塔区"])
def test_a_sum_of_five_years_is_told_behind_the_goal_of_the_last(
    plans: Assistant, district: str
) -> None:
    questions = (f"{district}2025年GDP目标多少?", "城镇新增就业五年累计多少?")
    assert_says(talk(plans, *questions), ["000人"], ["亿元"])


def test_a_sum_of_five_years_is_no_goal_of_one(plans: Assistant) -> None:
    assert plans.ask("信州区2023年城镇新增就业目标是多少?").refused


def test_which_sort_and_how_much_are_both_told(plans: Assistant) -> None:
    answer = plans.ask("信州区护理型床位占比是约束性指标还是预期性?目标多少?")
    assert_says(answer, ["约束性", "60%"], ["38"])


def test_what_is_to_be_reached_may_be_asked_behind_the_sort(plans: Assistant) -> None:
    questions = ("信州区护理型床位占比是预期性还是约束性的?", "2025年要达到多少?")
    assert_says(talk(plans, *questions), ["60%"], ["属性", "38"])
