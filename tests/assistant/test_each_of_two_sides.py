"""Each of two sides, all of them behind one, and money beside what its plan was passed by."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """清河区2024年国民经济和社会发展统计公报

一、居民收入
全年居民人均可支配收入41307元，增长5.6%。其中，城镇居民52618元，增长4.9%；农村居民28409元，增长6.8%。
改造老旧小区17个，涉及居民5120户。

二、项目建设
新开工亿元以上水利项目14个，完成年度投资36.2亿元，超年度计划4.7亿元。


三、秸秆禁烧
三季度全区发现火点9个，比去年同期减少4个，其中石桥镇5个、柳林镇3个、东岭乡1个。

四、存在的问题
债务进入还款高峰，2025年到期本息22.6亿元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("sides"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("城镇和农村居民收入各多少?", ("52618元", "28409元"), ("4.9%", "41307元")),
        ("城镇居民收入和农村居民收入分别增长多少?", ("4.9%", "6.8%"), ("52618元",)),
        ("三季度石桥镇发现了几个火点?", ("5个",), ("9个", "3个")),
        ("新开工亿元以上水利项目完成投资多少?", ("36.2亿元",), ("4.7亿元",)),
    ],
)
def test_each_side_is_told_by_what_is_asked_of_it(
    told: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(told.ask(f"清河区2024年{question}"), said, unsaid)


def test_by_how_much_a_plan_was_passed_is_told_where_it_is_asked(told: Assistant) -> None:
    answer = told.ask("清河区2024年新开工亿元以上水利项目完成投资比计划多多少?")
    assert_says(answer, ("超年度计划4.7亿元",), ("14个",))


@pytest.mark.parametrize("ask", ["谁高?差多少?", "谁高,相差多少?", "相差多少?"])
def test_how_far_one_side_is_from_the_other_is_told_once(told: Assistant, ask: str) -> None:
    answer = told.ask(f"清河区2024年城镇居民和农村居民收入{ask}")
    assert_says(answer, ("52618元", "28409元", "相差24209元"), ("没有给出",))


@pytest.mark.parametrize("question", ["全体居民的呢?", "全体居民呢?"])
def test_all_residents_are_meant_behind_some_of_them(told: Assistant, question: str) -> None:
    answer = talk(told, "清河区2024年城镇和农村居民收入各多少?", question)
    assert_says(answer, ("41307元",), ("5120户", "52618元"))


def test_a_clause_that_names_the_next_year_is_of_it(told: Assistant) -> None:
    assert_says(told.ask("清河区2025年到期本息多少?"), ("22.6亿元",), ())
    assert told.ask("清河区2024年到期本息多少?").refused


NOTICE = """清河区2025年十件民生实事项目公告

一、2025年十件民生实事
| 序号 | 项目名称 | 主要内容 | 年度投资(万元) | 牵头单位 |
| --- | --- | --- | --- | --- |
| 1 | 完善养老服务 | 新增长者饭堂17个,建设家庭养老床位430张 | 2150 | 区民政局 |
| 2 | 建设口袋公园 | 新建口袋公园33个 | 3700 | 区城市管理局 |

二、2024年十件民生实事完成情况
截至2024年12月31日,2024年十件民生实事全部完成。

| 序号 | 项目 | 年度目标 | 完成情况 | 资金支付(万元) |
| --- | --- | --- | --- | --- |
| 1 | 新增长者饭堂 | 12个 | 13个 | 870 |
| 2 | 新建口袋公园 | 31个 | 36个 | 3490 |
"""
BULLETIN = """清河区2024年国民经济和社会发展统计公报

一、工业
年末高新技术企业271家。
"""
GOALS = """清河区2024年政府工作报告

二、2024年重点工作
高新技术企业突破280家。
"""


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"notice.txt": NOTICE, "bulletin.txt": BULLETIN, "goals.txt": GOALS}
    return open_over(tmp_path_factory.mktemp("yearly"), texts)


@pytest.mark.parametrize(
    "question", ["新建口袋公园完成了几个?", "新增长者饭堂完成了多少个?", "新增长者饭堂建成几个了?"]
)
def test_a_table_below_the_heading_of_a_year_tells_no_other(
    yearly: Assistant, question: str
) -> None:
    assert yearly.ask(f"清河区2025年{question}").refused
    assert not yearly.ask(f"清河区2024年{question}").refused


@pytest.mark.parametrize(
    "question",
    [
        "听说清河区2024年高新技术企业早就突破280家了,对吧?",
        "清河区2024年末高新技术企业数,离政府工作报告说的280家还差几家?",
        "清河区2024年高新技术企业距280家还差多少?",
    ],
)
def test_a_stated_goal_is_held_against_its_result(yearly: Assistant, question: str) -> None:
    assert_says(yearly.ask(question), ("271家", "低于目标9家"), ())


ANALYSIS = """清河区2025年1-9月经济运行情况分析

一、总体情况
初步核算，1-9月全区实现地区生产总值463.18亿元，同比增长5.7%。社会消费品零售总额187.2亿元，增长4.8%。

表1 主要经济指标分季度情况
指标	一季度	上半年	1-9月	全年目标
地区生产总值增速(%)	6.4	6.1	5.7	6.5
社会消费品零售总额增速(%)	3.9	4.4	4.8	5.0
固定资产投资增速(%)	-1.2	-3.6	-5.4	3.0

表2 1-9月各镇(街)主要指标
镇(街)	规上工业总产值(亿元)	增速(%)
东风街道	74.8	-2.9
石桥镇	168.3	5.2
柳林镇	52.6	-4.7
东岭乡	21.4	3.3
"""


@pytest.fixture(scope="module")
def quarterly(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("quarterly"), {"analysis.txt": ANALYSIS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("1-9月地区生产总值是多少?", ("463.18亿元",), ("5.7%",)),
        ("1-9月社会消费品零售总额多少?", ("187.2亿元",), ("4.8%",)),
        ("1-9月地区生产总值增速多少?", ("5.7%",), ("463.18亿元",)),
        ("1-9月固定资产投资增速是多少?", ("5.4%",), ()),
    ],
)
def test_a_row_of_rates_is_no_amount(
    quarterly: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(quarterly.ask(f"清河区2025年{question}"), said, unsaid)


@pytest.mark.parametrize(
    "question",
    ["4个镇街里,1-9月规上工业总产值下降的是哪几个?", "哪些镇街规上工业总产值下降?"],
)
def test_which_of_them_fell_may_be_asked_at_the_end(quarterly: Assistant, question: str) -> None:
    answer = quarterly.ask(f"清河区{question}")
    assert_says(answer, ("东风街道", "柳林镇"), ("石桥镇", "东岭乡"))


def test_the_town_that_alone_was_told_is_meant_next(quarterly: Assistant) -> None:
    asked = "清河区1-9月规上工业总产值最高的镇街是哪个?"
    assert_says(talk(quarterly, asked, "它增速多少?"), ("石桥镇", "5.2%"), ("168.3",))


ITEMS = """清河旗2024年民生实事项目进展情况
（截至2024年10月31日）

一、已完成项目（3件）

1.城乡妇女“两癌”免费筛查。全年计划筛查7000人，实际完成7245人，超计划245人。完成投资140万元。牵头单位：旗卫健委。

2.残疾人家庭无障碍改造。完成改造193户，发放辅助器具520件。完成投资126万元。牵头单位：旗残联。

3.为老助餐服务。新建社区助餐点16个，累计服务老年人8.3万人次。完成投资390万元。牵头单位：旗民政局。

二、正在推进项目（1件）

4.农村牧区户厕改造。计划新改建户厕2300户，已完成1974户。计划投资1380万元，完成投资1107万元。牵头单位：旗农牧局。
"""


def test_what_an_item_counts_goes_by_the_name_of_the_item(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"items.txt": ITEMS})
    assert_says(told.ask("清河旗两癌筛查了多少人?"), ("7245人",), ("7000人", "193户"))
    assert_says(told.ask("清河旗两癌筛查计划多少人?"), ("7000人",), ("7245人",))
