"""A column of causes: why one row is not begun, and which rows are not for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

LEDGER = """临平区2024年未开工重点项目台账

截至9月底,丁山湖冷链中心、塘北供水工程、崇贤标准厂房、乔司仓储基地等4个项目尚未开工。

序号 | 项目名称 | 责任单位 | 总投资(亿元) | 未开工原因 | 计划开工时间
1 | 丁山湖冷链中心 | 区商务局 | 7.4 | 征地手续未批复 | 11月6日
2 | 塘北供水工程 | 区林水局 | 2.2 | 征地手续未批复 | 11月12日
3 | 崇贤标准厂房 | 崇贤街道 | 3.3 | 资金未到位 | 11月18日
4 | 乔司仓储基地 | 乔司街道 | 5.1 | 资金未到位 | 10月30日
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ledger"), {"ledger.txt": LEDGER})


@pytest.mark.parametrize(
    "question",
    [
        "临平区崇贤标准厂房为什么没开工?",
        "崇贤标准厂房没开工是因为什么?",
        "崇贤标准厂房卡在哪儿?",
        "临平区崇贤标准厂房未开工的原因是什么?",
    ],
)
def test_the_row_s_own_cause_is_told(ledger: Assistant, question: str) -> None:
    assert_says(ledger.ask(question), ["资金未到位"], ["征地", "4个项目"])


def test_a_cause_is_told_beside_the_day(ledger: Assistant) -> None:
    answer = ledger.ask("崇贤标准厂房打算几时开工,没开工的原因是什么?")
    assert_says(answer, ["11月18日", "资金未到位"], ["征地", "11月12日"])


@pytest.mark.parametrize(
    "question",
    [
        "临平区征地手续没批复的项目有几个?",
        "临平区因征地手续没有批复而未开工的项目有哪些?",
        "临平区因为征地手续还没批复而没有开工的项目有哪几个?",
    ],
)
def test_rows_are_picked_by_a_cause_as_people_say_it(ledger: Assistant, question: str) -> None:
    assert_says(ledger.ask(question), ["2项", "丁山湖", "塘北"], ["崇贤", "乔司"])


def test_rows_of_a_cause_are_counted_and_added_up(ledger: Assistant) -> None:
    answer = ledger.ask("临平区因为资金没到位还没开工的项目有几个?总投资合计多少?")
    assert_says(answer, ["2项", "8.4亿元"], ["丁山湖", "18"])
    further = talk(ledger, "临平区资金未到位的项目有哪些?", "总投资共多少?")
    assert_says(further, ["8.4亿元"], ["丁山湖"])


NOTICE = """铜山区2023年重点任务三季度完成情况

序号 | 主要任务 | 全年目标 | 牵头单位 | 二季度末进展 | 三季度末进展 | 是否达序 | 说明
1 | 新增停车泊位 | 900个 | 城管局 | 新增210个 | 新增430个 | 否 | 奎河停车场未开工
2 | 改造背街小巷 | 28条 | 城管局 | 完成11条 | 完成25条 | 是 | 惠及居民1800户
3 | 新建口袋公园 | 5个 | 园林局 | 建成1个 | 建成2个 | 否 | 苗木供应紧张,预计12月底建成
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("铜山区新增停车泊位为什么没达序?", ["奎河停车场未开工"], ["430个", "是否达序"]),
        ("铜山区新增停车泊位没达序是什么原因?", ["奎河停车场未开工"], ["430个", "是否达序"]),
        ("铜山区新建口袋公园为什么慢?", ["苗木供应紧张"], ["奎河"]),
        (
            "铜山区新增停车泊位三季度末完成了多少个?为什么没达序?",
            ["430个", "奎河停车场未开工"],
            ["210个"],
        ),
        ("铜山区改造背街小巷为什么没达序?", ["是"], ["1800户"]),
    ],
)
def test_a_remark_on_a_row_that_is_behind_says_why(
    tmp_path: Path, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(open_over(tmp_path, {"n.txt": NOTICE}).ask(question), said, unsaid)


def test_a_follow_up_asks_why_the_row_is_behind(tmp_path: Path) -> None:
    notice = open_over(tmp_path, {"n.txt": NOTICE})
    answer = talk(notice, "铜山区新建口袋公园三季度末完成了多少?", "为什么慢?")
    assert_says(answer, ["苗木供应紧张"], ["奎河"])
