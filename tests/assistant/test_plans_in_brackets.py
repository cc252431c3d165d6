"""A report with plans in brackets, names with footnotes, and a name that holds a county's."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

REPORT = """关于金华市婺城区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告

一、2022年国民经济和社会发展计划执行情况
2022年，预计全区生产总值增长3.4%（计划7%左右，下同）；固定资产投资增长9.1%（8.5%）；\
城镇居民人均可支配收入58210元，增长4.3%（7.5%左右）；城镇登记失业率2.31%（3.5%以内）。
金华商城实现市场交易额412亿元，物流总额95亿元。年末地区生产总值（现价）[2]683.5亿元。

居民消费价格“三升两降”，其中食品类上涨1.4%，其他用品及服务类下降0.8%。环城北路二期完成路基工程的\
62%，受管线迁改影响，未能按计划在9月底完工。

二、2023年国民经济和社会发展计划安排
建议2023年全区主要预期目标为：地区生产总值增长6%；固定资产投资增长8%。

注释：
[2]地区生产总值按现价计算。数据不含金义新区代管街道。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("brackets"), {"plan.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("婺城区2022年固定资产投资计划增长多少?", ["8.5%"], ["9.1%", "8%"]),
        ("婺城区2022年固定资产投资增长多少?", ["9.1%"], ["8.5%"]),
        ("婺城区2022年GDP增长多少?完成年初计划了吗?", ["3.4%", "7%左右", "未达到"], ["6%"]),
        (
            "婺城区2022年固投计划增长多少,实际增长多少,算完成了吗?",
            ["目标:固定资产投资增长8.5%[1]", "预计:固定资产投资增长9.1%[1]", "已达到"],
            [],
        ),
        (
            "婺城区2022年城镇居民人均可支配收入多少,增长多少,计划增长多少?",
            ["58210元", "增长4.3%", "7.5%左右"],
            ["目标:城镇居民人均可支配收入58210"],
        ),
        (
            "婺城区2022年城镇登记失业率多少,控制目标是多少,达到了吗?",
            ["2.31%", "3.5%以内", "已达到"],
            [],
        ),
        ("婺城区2022年GDP是多少?", ["683.5亿元"], ["[2]683.5"]),
        ("2022年金华商城的市场交易额是多少?", ["412亿元"], ["95亿元"]),
        ("婺城区2022年哪几类价格下降?", ["其他用品及服务类下降0.8%"], ["1.4%"]),
        ("婺城区环城北路二期为什么没有在9月底完工?", ["受管线迁改影响"], []),
        ("婺城区2022年地区生产总值包不包括金义新区?", ["不含金义新区代管街道"], []),
        ("务城区2022年金华商城物流总额多少?", ["95亿元"], []),
    ],
)
def test_a_plan_in_brackets_answers_for_the_plan_alone(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
