"""Rates on another basis than the year before: mean rates of several years, adjusted rates."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

REPORT = """余姚市2022年政府工作总结
一、五年来的工作
五年来,一般公共预算收入由2017年的98.2亿元增加到2022年的121.5亿元,年均增长4.4%。
二、2022年工作情况
2022年,完成一般公共预算收入121.5亿元,同比增长2.1%。
规上工业增加值下降1.7%,剔除停产因素后同口径增长3.6%。
"""
HALVES = """慈溪市2022年决算和2023年上半年预算执行情况的报告
受市人民政府委托,向会议报告2022年决算和2023年上半年预算执行情况,请予审议。
一、2022年决算情况
2022年,全市非税收入25.8亿元,增长4.3%。
二、2023年上半年预算执行情况
1至6月,全市税收收入44.6亿元,增长18.1%;非税收入16.5亿元,增长3.4%。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("bases"), {"report.txt": REPORT, "halves.txt": HALVES})


def test_a_mean_rate_of_years_is_no_growth_of_the_last(reports: Assistant) -> None:
    text = reports.ask("余姚市2022年一般公共预算收入多少,增长多少?").text
    assert "2.1%" in text
    assert "4.4%" not in text


def test_a_mean_rate_alone_answers_for_no_year(tmp_path: Path) -> None:
    report = "余姚市2022年政府工作总结\n一、五年来的工作\n五年来,一般公共预算收入年均增长4.4%。\n"
    reports = open_over(tmp_path, {"report.txt": report})
    text = reports.ask("余姚市2022年一般公共预算收入增长多少?").text
    assert "4.4%" not in text


def test_an_adjusted_rate_is_asked_for_in_its_own_words(reports: Assistant) -> None:
    text = reports.ask("余姚市2022年规上工业增加值同口径增长多少?").text
    assert "1.7%" not in text


def test_a_follow_up_that_names_its_year_keeps_it(reports: Assistant) -> None:
    first = "慈溪市2023年上半年非税收入多少?"
    answer = reports.ask(first)
    history = [Turn(first, answer.standalone_question, answer.text)]
    text = reports.ask("2022年全年的呢?", history).text
    assert "25.8亿元" in text
    assert "16.5" not in text


WITHOUT_PORT = """云和县2025年重点工作任务进展表(截至2025年3月底)
序号 | 主要工作任务 | 一季度完成情况
1 | 一般公共预算收入增长3%。 | 1-3月份一般公共预算收入12.4亿元;不含湖区一般公共预算收入9.6亿元。
2 | 工业投资增长8%。 | 1-3月份完成工业投资5.2亿元。
"""


def test_what_a_figure_leaves_out_is_a_part_of_its_name(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"tasks.txt": WITHOUT_PORT})
    assert_says(assistant.ask("云和县2025年一季度一般公共预算收入多少?"), ["12.4亿元"], ["9.6"])
    for question in ("不含湖区一般公共预算收入多少?", "不含湖区的一般公共预算收入是多少?"):
        assert_says(assistant.ask(f"云和县2025年一季度{question}"), ["9.6亿元"], ["12.4"])
    assert assistant.ask("云和县2025年一季度不含新区一般公共预算收入是多少?").refused


def test_a_follow_up_leaves_something_out_of_what_was_told(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"tasks.txt": WITHOUT_PORT})
    whole = assistant.ask("云和县2025年一季度一般公共预算收入多少?")
    history = [turn_of(whole)]
    assert_says(assistant.ask("不含湖区是多少?", history), ["9.6亿元"], ["12.4"])
    assert_says(assistant.ask("那不包括湖区的话呢?", history), ["9.6亿元"], ["12.4"])
    assert assistant.ask("不含新区呢?", history).refused


def test_an_abbreviated_bound_of_size_is_the_one_that_documents_write_out(tmp_path: Path) -> None:
    text = "遂昌县2022年工作总结\n一、2022年工作情况\n2022年限额以上固定资产投资完成18.4亿元。\n"
    assistant = open_over(tmp_path, {"report.txt": text})
    assert_says(assistant.ask("遂昌县2022年限上固定资产投资完成多少?"), ["18.4亿元"], [])
    assert assistant.ask("遂昌县2022年规上固定资产投资完成多少?").refused
