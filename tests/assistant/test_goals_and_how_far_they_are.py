"""Goals that a question states, how far they have come, and what a table of a quarter tells.

Everything here is invented but the name of the county.
"""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TASKS = """缙云县2023年政府工作报告重点工作任务四季度进展情况表

序号 | 具体目标任务 | 牵头县领导 | 牵头单位 | 进展情况 |
1 | 支持乡村振兴,建设便民加油站5家 | 陈临溪 | 县农业农村局 | 4个便民加油站已完成土地出让。 |
2 | 新增家庭养老床位300张 | 林向晚 | 县民政局 | 已完成家庭养老床位324张。 |
3 | 新增学位3000个,建成县级农机服务中心2个 | 林向晚 | 县教育局 | 推进学校建设，新增学位3100个。 |
4 | 夯实平安基础 | 周远山 | 县公安局 | 目前全县共建护村队伍180支，人员7421人。 |
5 | 新增光伏装机4万千瓦 | 陈临溪 | 县发改局 | 1-10月，特种电缆及特种线束制造产业产值38.7亿元。 |
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("goals_so_far"), {"tasks.txt": TASKS})


def test_land_that_is_sold_is_no_station_built(county: Assistant) -> None:
    for question in ("缙云县2023年便民加油站目标5家,完成了几家?", "便民加油站计划5家,建成了吗?"):
        answer = county.ask(question)
        assert_says(answer, ["5家", "4个", "土地出让", "不判断"], ["未达到", "1家。", "农机"])


@pytest.mark.parametrize("when", ["2023年四季度", "2023年"])
def test_how_far_it_has_come_is_asked_of_what_was_done(county: Assistant, when: str) -> None:
    answer = county.ask(f"缙云县便民加油站原计划建5家,{when}推进到什么程度?")
    assert_says(answer, ["4个便民加油站已完成土地出让"], [])


def test_nothing_else_that_is_done_stands_beside_a_goal(county: Assistant) -> None:
    answer = county.ask("缙云县2023年计划新增家庭养老床位300张,到年底落实得怎么样?")
    assert_says(answer, ["300张", "324张", "高于目标24张"], ["学位"])


def test_a_table_of_the_last_quarter_tells_what_there_is_then(county: Assistant) -> None:
    answer = county.ask("2023年四季度缙云县有多少支护村队伍、一共多少人?")
    assert_says(answer, ["180支", "7421人"], [])
    assert county.ask("缙云县2023年四季度单季新增学位多少个?").refused
    assert county.ask("缙云县2023年三季度有多少支护村队伍?").refused


def test_who_leads_is_a_person_and_a_unit(county: Assistant) -> None:
    assert_says(county.ask("缙云县2023年建设便民加油站5家由谁牵头?"), ["陈临溪", "农业农村局"], [])
    assert_says(
        county.ask("缙云县2023年建设便民加油站5家由哪个单位牵头?"), ["农业农村局"], ["陈临溪"]
    )


def test_an_industry_of_two_names_goes_by_the_first(county: Assistant) -> None:
    assert_says(county.ask("缙云县1-10月特种电缆产业的产值有多少?"), ["38.7亿元"], [])
    assert county.ask("缙云县1-10月特种玻璃产业的产值有多少?").refused
