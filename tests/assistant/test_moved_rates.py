"""A quarter's report: how far a rate has moved within the year, and its last month by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """江北县2024年前三季度经济运行情况

前三季度,全县地区生产总值156.2亿元,同比增长6.1%,较上半年提高0.3个百分点,高于全市0.8个百分点。规模以上工业增加值增长7.4%,比上半年回落0.5个百分点。其中,9月当月增长6.8%。固定资产投资下降3.6%,降幅较上半年收窄1.2个百分点。社会消费品零售总额61.4亿元,增长5.2%,增速比一季度加快1.1个百分点,比上半年加快0.4个百分点。一般公共预算收入11.3亿元,增长2.8%;9月当月完成1.4亿元,增长5.5%。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("report"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江北县2024年前三季度GDP增速比上半年快了多少?", "0.3个百分点", ["0.8", "6.1"]),
        ("江北县2024年前三季度规上工业增加值增速较上半年回落多少?", "0.5个百分点", ["7.4"]),
        ("江北县2024年前三季度固定资产投资降幅比上半年收窄多少?", "1.2个百分点", ["3.6"]),
        ("江北县2024年前三季度社零增速比一季度加快多少?", "1.1个百分点", ["0.4", "5.2"]),
        ("江北县2024年前三季度社零增速比上半年加快几个点?", "0.4个百分点", ["1.1", "5.2"]),
    ],
)
def test_how_far_a_rate_has_moved(
    report: Assistant, question: str, said: str, unsaid: list[str]
) -> None:
    assert_says(report.ask(question), [said], unsaid)


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["江北县2024年前三季度GDP增长多少?", "比上半年快了多少?"], "0.3个百分点", ["0.8"]),
        (
            ["江北县2024年前三季度规上工业增加值增长多少?", "比上半年回落了多少?", "9月当月呢?"],
            "6.8%",
            ["7.4", "0.5"],
        ),
        (["江北县2024年前三季度一般公共预算收入多少?", "9月当月呢?"], "1.4亿元", ["11.3"]),
    ],
)
def test_the_same_is_asked_of_what_was_spoken_of(
    report: Assistant, questions: list[str], said: str, unsaid: list[str]
) -> None:
    assert_says(talk(report, *questions), [said], unsaid)


def test_a_month_is_no_nine_months(report: Assistant) -> None:
    assert_says(report.ask("江北县2024年9月规上工业增加值增长多少?"), ["6.8%"], ["7.4%"])


YEAR = """江南县2023年经济运行情况

2023年,规模以上工业总产值增长3.8%,比一季度快6.4个百分点。财政收入21.5亿元,下降2.3%,降幅较上半年小5.1个百分点。
"""


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["江南县规上工业总产值2023年的增速较一季度快几个点?"], "6.4个百分点"),
        (["江南县2023年规上工业总产值增幅多少?", "增速较一季度快了多少?"], "6.4个百分点"),
        (["江南县2023年财政收入降幅比上半年收窄几个百分点?"], "5.1个百分点"),
        (["江南县2023年财政收入降幅比上半年小多少?"], "5.1个百分点"),
    ],
)
def test_the_rate_of_a_year_has_moved_since_a_part_of_it(
    tmp_path: Path, questions: list[str], said: str
) -> None:
    assert_says(talk(open_over(tmp_path, {"year.txt": YEAR}), *questions), [said], ["3.8", "2.3"])
