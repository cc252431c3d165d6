"""Whose something is and of which year, where a report of one year tells it and dates no day."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """桐庐县2022年国民经济和社会发展计划执行情况
一、2022年计划执行情况
全年地区生产总值增长4.1%。富春江高铁站启动建设,环湖快速路建成通车,全市首个低空物流港通航开港。开发江南古镇智慧服务小程序,成为全省首个刷脸入园的景区。创成省级两业融合示范区。
二、2023年计划
建成富春江高铁站站前广场,竣工县文化馆。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("years_asked")
    return open_over(folder, {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("全市首个低空物流港是在哪个县通航的?哪一年?", ["桐庐县2022年", "物流港"], ["没有给出"]),
        ("全市第一个低空物流港是哪一年通航开港的?", ["2022年", "物流港"], ["快速路"]),
        ("桐庐县环湖快速路哪年通车的?", ["2022年", "环湖快速路建成通车"], []),
        ("全省首个刷脸入园的景区是哪个景区?属于哪个县?", ["桐庐县", "江南古镇"], ["没有给出"]),
        ("哪个县在哪一年创成了省级两业融合示范区?", ["桐庐县2022年", "两业融合"], []),
    ],
)
def test_a_report_of_one_year_tells_the_year(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    ["桐庐县哪一年建成富春江高铁站?", "桐庐县文化馆是哪一年竣工的?", "环湖快速路几月通车的?"],
)
def test_no_year_is_told_of_what_is_not_done(report: Assistant, question: str) -> None:
    assert report.ask(question).refused
