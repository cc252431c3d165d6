"""What stands beside the thing asked for is told for none of it: marks passed, ranks, offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

PROGRESS = """章丘区2024年政府工作报告重点任务三季度进展表

序号 | 重点任务 | 年度目标 | 牵头单位 | 配合单位 | 三季度进展 | 存在问题 |
1 | 老旧小区改造 | 改造老旧小区26个,惠及居民8200户 | 区住建局 | 区财政局 | 已完工19个 | 无 |
2 | 新增学位 | 新增学位7200个 | 区教育局 | 区自然资源局 | 新增学位5310个 | 两所学校施工滞后 |
3 | 新建口袋公园 | 新建口袋公园14个 | 区城管局 | 区园林中心 | 建成口袋公园9个 | 暂无 |
"""
INVESTED = """龙文区2024年重点项目投资完成情况表

单位:万元

序号 | 项目名称 | 建设单位 | 总投资 | 2024年计划投资 | 1-10月完成投资 | 形象进度 |
1 | 碧湖智谷二期 | 龙文城投集团 | 156000 | 32000 | 28700 | 主体封顶 |
2 | 蓝田科创园 | 蓝田开发公司 | 98000 | 21000 | 15600 | 地下室施工 |
3 | 九龙江防洪提升 | 区水利局 | 43000 | 9000 | 9100 | 堤防完成80% |
合计 |  |  | 297000 | 62000 | 53400 |  |
"""
REPORT = """城中区2024年政府工作报告

一、2023年工作回顾

2023年,地区生产总值迈上1300亿元台阶、达到1324.8亿元,增长5.9%。工业总产值跨越500亿元门槛,为523亿元。固定资产投资增长8.3%,增速居全市第二。

新引进17家跨国公司地区总部。新增高新技术企业52家。新增学位6800个。承办省运会小项赛事9项。新落地亿元以上项目38个。4家企业享受改革试点红利。出台五类企业认定管理办法。

二、2024年主要目标

新增学位7500个,新增高新技术企业60家。新建养老服务驿站23家。
"""
NOTICE = """延平区2025年为民办实事项目责任分工和完成情况

一、新建改建农村公路。年度任务45公里,实际完成48.2公里。由区交通运输局牵头,区财政局、各乡镇配合。
二、养老服务提升。年度任务新增养老床位260张,实际新增251张。由区民政局牵头,区卫健局配合。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers from three tables and reports that are made up."""
    documents = {"a.txt": PROGRESS, "b.txt": INVESTED, "c.txt": REPORT, "d.txt": NOTICE}
    folder: Path = tmp_path_factory.mktemp("beside")
    return open_over(folder, documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # The mark that was passed is not the figure.
        ("城中区2023年GDP达到多少亿元?", ["1324.8亿元"], ["1300"]),
        ("城中区2023年工业总产值是多少?", ["523亿元"], ["500"]),
        # A quarter that heads a column is meant as the column tells it.
        ("章丘区三季度新增学位的实际数是多少?", ["前三季度", "5310个"], ["7200"]),
        ("章丘区新增学位的目标和三季度的实际数分别是多少?", ["7200个", "5310个"], ["未提供"]),
        # What is set as a task is a plan.
        ("章丘区今年学位任务多少个?", ["7200个"], ["5310"]),
        ("章丘区学位任务完成了多少个?", ["5310个"], ["7200"]),
        # What is done and whom it is done by are asked for apart.
        ("章丘区老旧小区改造由谁配合?", ["区财政局"], ["区住建局", "26"]),
        ("城中区承办小项赛事最终做到了多少?", ["9项"], []),
        ("城中区2023年固定资产投资增速在全市排第几?", ["第二"], []),
        ("延平区2025年养老床位超了吗?", ["260张", "251张", "未达到"], []),
    ],
)
def test_the_thing_itself_is_told(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "城中区2023年GDP增速在全市排第几?",
        "章丘区三季度单季新增学位多少个?",
        "城中区引进的17家跨国公司地区总部具体是哪些?",
        "城中区2023年新增的52家高新技术企业都有谁?",
        "城中区的高新技术企业位于哪里?",
        "哪里经济增长最快?",
        "城中区十三五期间累计落地亿元以上项目多少个?",
        "城中区2023年新增企业多少家?",
        "城中区2023年企业总投资多少?",
    ],
)
def test_what_is_not_told_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


def test_the_plan_of_a_year_follows_what_was_done_in_all(assistant: Assistant) -> None:
    answer = talk(assistant, "龙文区重点项目1-10月合计完成投资多少?", "今年计划多少?")
    assert_says(answer, ["62000万元"], ["53400"])


def test_a_follow_up_asks_whether_the_plan_was_passed(assistant: Assistant) -> None:
    answer = talk(assistant, "章丘区2024年学位目标多少?", "超了吗?")
    assert_says(answer, ["7200个", "5310个", "未达到"], [])


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("章丘区哪些任务存在问题?", ["共1项", "两所学校施工滞后"], ["老旧小区", "公园"]),
        ("章丘区还有几项任务存在困难?", ["共1项", "新增学位"], ["公园"]),
        ("章丘区没有问题的任务有哪些?", ["共2项", "老旧小区", "口袋公园"], ["学位"]),
    ],
)
def test_rows_whose_column_of_problems_says_none_have_none(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


TRADES = """常山县2024年政府工作报告

一、2024年工作回顾

汽车电池产业产值突破62亿元，全年产量5.3吉瓦时；光伏产业受价格下行影响，产值回落至9.7亿元、下降18.2%。猕猴桃栽培面积扩大到4.6万亩,年产量7930吨,网络零售额占比41%。到位市外资金29.4亿元。城乡低保标准分别提高到每人每月910元、730元。亿元GDP生产安全事故死亡率0.0318。派出外出揽才工作组6个,紧盯武汉、成都、西安三市。开出夜市13处。
"""


@pytest.fixture(scope="module")
def of_trades(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("trades"), {"report.txt": TRADES})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("常山县2024年汽车电池的产量有多少吉瓦时?", ["5.3吉瓦时"], ["62亿", "9.7"]),
        ("常山县2024年光伏产业产值是多少?", ["9.7亿元"], ["62亿"]),
        ("常山县2024年猕猴桃产量有多少吨,网络零售占比多高?", ["7930吨", "41%"], ["4.6万亩"]),
        ("常山县2024年到位市外资金多少?", ["29.4亿元"], []),
        ("常山县农村低保每月能领多少元?", ["730元"], ["910"]),
        ("常山县2024年城乡低保标准分别是多少?", ["910元", "730元"], []),
        ("常山县每亿元GDP的生产安全事故死亡率有多高?", ["0.0318"], []),
        ("常山县的揽才工作组紧盯的是哪些城市?", ["武汉", "成都", "西安"], []),
        ("常山县2024年开出了多少夜市?", ["13处"], []),
    ],
)
def test_a_figure_is_told_without_the_one_of_the_clause_before_it(
    of_trades: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(of_trades, question), told, untold)


def test_money_from_other_cities_is_none_from_abroad(of_trades: Assistant) -> None:
    assert talk(of_trades, "常山县2024年用了多少外资?").refused


@pytest.mark.parametrize(
    "question",
    ["猕猴桃产量接近8000吨的是哪个县?", "汽车电池产值超过60亿元、产量5.3吉瓦时,说的是哪个县?"],
)
def test_a_round_number_stands_for_the_one_that_is_told(
    of_trades: Assistant, question: str
) -> None:
    assert_says(talk(of_trades, question), ["常山县"], [])


@pytest.mark.parametrize(
    "question",
    [
        "城中区2024年要新建多少家养老照料中心?",
        "城中区2024年养老照料中心打算新建几家?",
        "城中区2024年养老照料中心计划建多少家?",
    ],
)
def test_the_last_word_of_a_name_says_what_is_counted(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
    assert_says(assistant.ask("城中区2024年打算新建几家养老服务驿站?"), ["23家"], [])
