"""What was done in a year, beside what came together over years; what a figure leaves out."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

HOUSING = """汇山区2022年住房建设工作总结

一、2022年工作完成情况
(五)既有住宅加装电梯。全年受理申请61部,办理施工许可44部,完工投用29部,年度目标任务为25部;累计建成加装电梯87部,兑付补助资金435万元。
(六)行政审批。全年办理施工许可证58件(不含加装电梯)、商品房预售许可27件。
(七)社区食堂建设。东关街道社区食堂已投用;北门街道社区食堂因消防整改推迟至2023年4月。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("sums"), {"housing.txt": HOUSING})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("汇山区2022年加装电梯完工投用了几部?", ["29部"], ["87", "61"]),
        ("汇山区2022年加装电梯投用几部,累计建成多少部?", ["29部", "87部"], []),
        ("汇山区2022年加装电梯累计建成多少部?", ["87部"], ["29"]),
        ("汇山区2022年商品房预售许可多少件?", ["商品房预售许可27件"], ["58", "不含"]),
    ],
)
def test_one_year_is_told_apart_from_all_years(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_a_figure_that_leaves_a_thing_out_is_not_told_of_it(told: Assistant) -> None:
    answer = told.ask("汇山区2022年加装电梯办了多少件施工许可?")
    assert "58" not in answer.text


def test_what_is_done_is_not_told_for_what_was_not(told: Assistant) -> None:
    answer = told.ask("汇山区2022年哪个街道的社区食堂没按期投用?")
    assert "东关街道社区食堂已投用" not in answer.text
