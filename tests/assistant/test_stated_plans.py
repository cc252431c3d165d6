"""A plan that a question states itself is looked up all the same, and judged by the documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.question.names import Names
from assistant.question.wordings import as_written

TABLE = """江宁区2024年重点工作任务三季度进展情况表

序号 | 重点任务 | 目标 | 牵头单位 | 进展情况 |
1 | 壮大产业 | 软件业营业收入80亿元 | 工信局 | 1-9月,软件业营业收入达到61.5亿元,举办对接活动6场。 |
2 | 激发活力 | 新设市场主体2万家 | 区市场监管局 | 全区已新设经营主体23456户。 |
3 | 稳住就业 | 新增城镇就业3万人 | 区人社局 | 截至9月底,城镇新增就业31200人。 |
4 | 关爱一老一小 | 新增成长驿站6座、托位560个 | 区卫健局 | 新增成长驿站12个,托位1000个。 |
5 | 繁荣文化 | 开展惠民演出300场 | 区文旅局 | 已开展惠民演出286场。 |
6 | 建设书香江宁 | 街道图书分馆接待读者6万人次 | 区图书馆 | 接待读者5.2万人次。 |
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("stated"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "江宁区2024年软件业营业收入目标80亿元,1-9月到了没?",
            ["61.5亿元", "未达到", "18.5亿元"],
            ["6场"],
        ),
        (
            "江宁2024年新设市场主体实际有多少?比2万家的任务多了多少?",
            ["23456户", "已达到", "3456户"],
            [],
        ),
        (
            "截至2024年9月底江宁城镇新增就业多少人,3万人的目标超了没有?",
            ["31200人", "已达到", "1200人"],
            [],
        ),
        (
            "江宁2024年成长驿站和托位实际新增多少?原来的任务是多少?",
            ["12个", "1000个", "6座", "560个"],
            [],
        ),
    ],
)
def test_a_stated_plan_is_looked_up(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)


def test_a_wrong_plan_is_put_right(table: Assistant) -> None:
    text = table.ask("江宁区2024年软件业营业收入目标60亿元,1-9月到了没?").text
    assert "80亿元" in text
    assert "60亿元" not in text


def test_no_count_is_an_output(table: Assistant) -> None:
    """What an industry put out is told in money, and not by the events that were held for it."""
    text = table.ask("江宁区2024年软件产业产值是多少?").text
    assert "6场" not in text.partition("相近")[0]


def test_an_indicator_and_a_verb_are_no_places(table: Assistant) -> None:
    assert_says(table.ask("惠民演出,江宁区2024年已开展多少场?"), ["286场"], ["惠民县"])
    assert_says(
        table.ask("江宁区2024年新建街道图书分馆接待读者多少人次?"), ["人次"], ["没有新建街道"]
    )


def test_a_year_is_no_stated_plan(table: Assistant) -> None:
    answer = table.ask("新增托位和成长驿站,江宁区2024年的目标分别完成了吗?")
    assert "2024年" in answer.standalone_question
    assert_says(answer, ["560个", "1000个", "已达到"], [])


def test_how_far_a_plan_is_is_no_amount(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = """江宁区2024年重点任务三季度进展情况表

序号 | 目标任务 | 牵头单位 | 进展情况 |
1 | 实际利用外资3000万美元 | 区商务局 | 1-9月到资1240万美元,完成年度目标的41.3% |
"""
    other = """六合区2024年统计公报

实际利用外资1975万美元。
"""
    told = open_over(tmp_path_factory.mktemp("far"), {"table.txt": text, "bulletin.txt": other})
    asked = "六合区2024年和江宁区2024年1-9月的利用外资各是多少?"
    assert "41.3%" not in told.ask(asked).text


@pytest.mark.parametrize(
    "asked", ["2024年的目标完成了没有", "第3项的任务完成了没有", "3个区的目标完成了没有"]
)
def test_no_amount_is_no_stated_plan(asked: str) -> None:
    assert as_written(asked, Names()) == asked


@pytest.mark.parametrize("asked", ["滨河路改造2024年投多少钱", "滨河路改造每年一共投多少钱"])
def test_what_is_put_in_within_a_time_is_no_whole_cost(asked: str) -> None:
    assert as_written(asked, Names()) == asked


STOCK = """江宁区2023年重点工作任务四季度进展情况表

序号 | 重点任务 | 牵头单位 | 进展情况 |
1 | 规上文化企业突破60家 | 区文旅局 | 截至9月底，全区规上文化企业84家；年新增规上文化企业23家。 |
2 | 高新技术产业投资增长15% | 区科技局 | 加快推进重点项目建设。 |
"""


def test_a_plan_that_is_given_names_nothing(tmp_path: Path) -> None:
    asked = "规上文化企业江宁原定要突破60家,2023年9月末统计下来是几家?"
    answer = open_over(tmp_path, {"stock.txt": STOCK}).ask(asked)
    assert_says(answer, ["84家"], ["23家", "不同的数"])


def test_a_plan_that_somebody_knows_is_not_told(tmp_path: Path) -> None:
    asked = "高新技术产业投资,江宁2023年增速是多少?目标我知道,要实际完成的"
    assert open_over(tmp_path, {"stock.txt": STOCK}).ask(asked).refused
