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


FIVE_YEARS = """梧川区2022年政府工作报告

一、过去五年工作回顾
五年来,我们砥砺前行。地区生产总值达到500亿元,年均增长7%,新建学校22所。新改造小区318个。
规上工业企业由88家增加到131家。企业总数达到9000家。2021年,我们办好实事。新建学校3所。
二、今后五年目标任务
新建口袋公园60个。
三、2022年工作安排
新建口袋公园5个。
"""
PLAN_YEARS = """苏陵区2021年政府工作报告

一、2020年和“十三五”工作回顾
2020年,新增就业1.9万人。
“十三五”时期,生产总值年均增长7.3%。累计改造小区417个,新增就业10.4万人。常住人口由58万人增加到65万人。
二、2021年工作安排
到2025年,生产总值突破900亿元。培育龙头企业90家。
2021年,培育龙头企业8家。
"""


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"five.txt": FIVE_YEARS, "plan.txt": PLAN_YEARS}
    return open_over(tmp_path_factory.mktemp("terms"), documents)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("梧川区2021年地区生产总值多少?", "500亿元"),
        ("梧川区过去五年改造了多少个小区?", "2017-2021年:新改造小区318个"),
        ("梧川区2021年新建学校多少所?", "3所"),
        ("梧川区2022年要建多少个口袋公园?", "5个"),
        ("梧川区今后五年要建多少个口袋公园?", "60个"),
        ("苏陵区2020年新增就业多少人?", "1.9万人"),
        ("苏陵区“十三五”期间改造了多少个小区?", "417个"),
        ("苏陵区2020年常住人口有多少?", "“十三五”时期:常住人口由58万人增加到65万人"),
        ("苏陵区2021年要培育多少家龙头企业?", "8家"),
    ],
)
def test_what_years_brought_is_of_all_of_them(terms: Assistant, question: str, said: str) -> None:
    answer = terms.ask(question)
    assert_says(answer, [said], [])
    assert len(answer.text.splitlines()) == 1


@pytest.mark.parametrize(
    "question",
    [
        "梧川区2021年改造小区多少个?",
        "梧川区2021年新增了多少家规上工业企业?",
        "梧川区2021年规上工业企业增加了多少家?",
        "苏陵区2020年改造了多少个小区?",
        "苏陵区2020年常住人口增加了多少?",
    ],
)
def test_what_years_brought_is_none_of_one_year(terms: Assistant, question: str) -> None:
    assert terms.ask(question).refused
