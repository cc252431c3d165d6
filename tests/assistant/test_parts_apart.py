"""Two parts told in the same words, steps before a result, verdicts that nobody asked for."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

BULLETIN = """清河区2023年国民经济和社会发展统计公报

八、社会保障
全区享受城市最低生活保障4127人，发放低保金3306万元；享受农村最低生活保障1985人，发放低保金902万元。
"""
PROGRESS = """清河区2024年重点任务前三季度落实情况表

序号 | 任务 | 目标 | 前三季度完成情况 | 责任单位
1 | 固定资产投资 | 增长7% | 1-9月完成58.2亿元，下降3.4%。 | 区发改局
2 | 优质企业培育 | 新增国家级“小巨人”2家 | 国家级“小巨人”申报3家，尚未公示。 | 区工信局
3 | 养老床位 | 新增养老床位260张 | 新增养老床位110张。 | 区民政局
4 | 既有住宅加装电梯 | 加装电梯50部 | 加装电梯31部。 | 区住建局
"""
OTHER = """白塔区2024年为民办实事上半年完成情况

序号 | 实事项目 | 年度目标 | 上半年完成 | 完成率
1 | 既有住宅加装电梯 | 40部 | 16部 | 40.0%
2 | 新增停车泊位 | 900个 | 500个 | 55.6%
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"bulletin.txt": BULLETIN, "progress.txt": PROGRESS, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("apart"), texts)


@pytest.mark.parametrize(
    ("question", "figures", "others"),
    [
        (
            "清河区2023年有多少人吃城市低保?发了多少低保金?",
            ("4127人", "3306万元"),
            ("1985", "902"),
        ),
        ("清河区2023年农村低保发了多少钱?", ("902万元",), ("3306",)),
        ("清河区2023年农村低保有多少人?", ("1985人",), ("4127",)),
    ],
)
def test_of_two_parts_the_one_that_is_asked_for_is_told(
    told: Assistant, question: str, figures: tuple[str, ...], others: tuple[str, ...]
) -> None:
    text = told.ask(question).text
    assert all(figure in text for figure in figures), text
    assert not any(other in text for other in others), text


def test_two_parts_are_no_two_values_of_one_thing(told: Assistant) -> None:
    text = told.ask("清河区2023年发了多少低保金?").text
    assert "3306万元" in text
    assert "前一个数是城市的,后一个数是农村的。" in text
    assert "不同的数" not in text


def test_what_is_applied_for_is_not_recognised(told: Assistant) -> None:
    asked = told.ask("清河区2024年前三季度有几家企业被认定为国家级“小巨人”?")
    assert asked.refused
    assert "申报3家" in told.ask("清河区2024年前三季度国家级“小巨人”申报了几家?").text


def test_a_part_of_the_year_is_judged_only_where_that_is_asked(told: Assistant) -> None:
    question = "清河区2024年新增养老床位的目标是多少张?前三季度完成了多少?"
    text = told.ask(question).text
    assert "260张" in text
    assert "110张" in text
    assert "未达到" not in text
    assert "未达到" in told.ask(f"{question}目标完成了吗?").text


@pytest.mark.parametrize("how", ["跟全年7%的目标比怎么样?", "和年度目标相比呢?", "比目标高还是低?"])
def test_a_result_is_judged_by_the_goal_it_is_compared_with(told: Assistant, how: str) -> None:
    text = told.ask(f"清河区2024年1-9月固定资产投资增速是多少?{how}").text
    assert "下降3.4%" in text
    assert "未达到,低于目标10.4个百分点" in text


def test_a_cell_of_one_district_answers_for_no_two(told: Assistant) -> None:
    text = told.ask("加装电梯,清河区和白塔区各完成了多少部?哪个多?").text
    assert "31部" in text
    assert "16部" in text
    assert "期间长短不同,不宜直接比较。" in text
