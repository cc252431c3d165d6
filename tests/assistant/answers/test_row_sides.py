"""Goals of rows whose results are told in words, and shares of a goal asked beside it."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = """桐溪区2024年重点任务上半年推进情况表

序号 | 目标任务 | 责任单位 | 上半年推进情况 | 评价
1 | 柳河、枫河水质达到Ⅲ类 | 区生态环境局 | 柳河水质达到Ⅲ类；枫河总磷超标，为Ⅳ类。 | 滞后
2 | 建成区中医院门诊楼 | 区卫健局 | 主体完工，正在安装电梯，预计10月交付。 | 正常
3 | 税收收入完成7.6亿元 | 区税务局 | 1-6月完成税收收入4.13亿元，占年度任务的54.3%。 | 正常
4 | 新增公园5个 | 区园林局 | 新增公园3个。 | 正常
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("rows"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("桐溪区枫河水质达到目标了吗?", ["目标:柳河、枫河水质达到Ⅲ类", "枫河总磷超标，为Ⅳ类"]),
        ("桐溪区中医院门诊楼建成了吗?", ["主体完工，正在安装电梯，预计10月交付"]),
        (
            "桐溪区2024年税收收入全年要完成多少?上半年做到多少,占几成?",
            ["7.6亿元", "4.13亿元", "54.3%", "未达到"],
        ),
        ("桐溪区新增公园的任务完成了吗?", ["5个", "3个", "未达到,低于目标2个"]),
    ],
)
def test_a_goal_and_what_came_of_it_are_told_of_one_row(
    told: Assistant, question: str, said: list[str]
) -> None:
    answer = told.ask(question)
    assert_says(answer, said, ["与目标相同", "文档未提供"])
    assert len(set(answer.text.splitlines())) == len(answer.text.splitlines())


SCHOOLS = """桐溪区2023年重点任务前三季度推进情况

序号 | 目标任务 | 责任领导 | 责任单位 | 前三季度完成情况 |
1 | 新改扩建中小学6所、幼儿园4所 | 江远 | 区教育局 | 1.第一小学秋季招生；
2.其余2所中学完成主体工程；
3.4所幼儿园建成2所。 |
2 | 新增公园5个 | 江远 | 区园林局 | 新增公园3个。 |
"""
SHORT = """桐溪区2022年国民经济和社会发展计划执行情况的报告

一、2022年计划执行情况
存在的主要问题：一是财政收入、社会消费品零售总额2项指标低于计划；二是人口外流。
城镇居民人均可支配收入45390元,农村居民人均可支配收入24617元。
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"schools.txt": SCHOOLS, "short.txt": SHORT}
    return open_over(tmp_path_factory.mktemp("items"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "桐溪区2023年任务表第1项是什么,谁负责,完成得怎么样?",
            ["江远", "第一小学秋季招生", "4所幼儿园建成2所"],
        ),
        ("桐溪区2022年哪几项指标没达到计划?", ["社会消费品零售总额2项指标低于计划"]),
        ("桐溪区2022年城乡居民收入差多少钱?", ["45390元", "24617元", "20773元"]),
    ],
)
def test_rows_and_shortfalls_are_told_in_full(
    listed: Assistant, question: str, said: list[str]
) -> None:
    assert_says(listed.ask(question), said, ["文档没有"])
