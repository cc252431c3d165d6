"""Results told with a cause, a plan in brackets or a rank, and names that are said apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """泸溪县人民政府工作报告

(2024年1月9日在泸溪县第十八届人民代表大会第三次会议上)

【2023年工作回顾】
◆经济运行
全年社会消费品零售总额42.6亿元,下降1.8%(年度计划增长8%)。一般公共预算收入12.4亿元,同口径下降4.6%(年度计划增长6%)。固定资产投资受土地供应等因素影响下降3.1%,未达到年初增长6%的预期目标。跨境电商进出口6.4亿元,一般贸易进出口22.8亿元。
◆园区建设
泸溪高新区完成产值180亿元,在省级园区综合考核中列第17位,前移6位。武水国际陆港全年开行国际班列208列,其中中欧班列93列。
【2024年重点工作】
◆产业升级
固定资产投资增长5%。
"""


@pytest.fixture(scope="module")
def talked_to(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("plans"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("泸溪县2023年固投实际增速多少,年初定的是多少?", ["下降3.1%", "6%", "未达到"], ["5%"]),
        ("泸溪县2023年社零跟计划比怎么样?", ["下降1.8%", "8%", "未达到"], ["上限"]),
        ("泸溪县2023年财政收入(一般公共预算)跟计划比完成得怎么样?", ["4.6%", "6%"], ["42.6"]),
        ("跨境电商这块,泸溪县在2023年进出口做了几亿元?", ["6.4亿元"], ["22.8"]),
        ("泸溪高新区在省级园区考核里排第几?比上年前进了几位", ["第17位", "6位"], []),
        ("2023年武水国际陆港开了多少列班列,其中中欧班列多少?", ["208列", "93列"], []),
    ],
)
def test_each_part_is_told(
    talked_to: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(talked_to, question), told, untold)


GOALS = """桑植县政府工作报告

一、2023年工作回顾

地区生产总值增长5.2%,低于7%的计划目标1.8个百分点。规模以上工业增加值增长6.8%,计划7.5%。万元GDP能耗仅下降1.9%,未完成下降3%的年度目标。高新技术企业由2020年的28家增加到2023年的67家。新建社区服务中心2个、长者食堂6个,累计建成长者食堂58个。

二、2024年工作安排

(一)持之以恒促开放。力争张家界港货运量突破300万吨,新开国际货运航线2条,进出口总额增长5%。

(二)坚持创新驱动。培育科技型企业40家。
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("桑植县2023年GDP增速和计划差多少?", ["5.2%", "7%", "1.8个百分点"], ["6.8%"]),
        ("桑植县2023年规上工业增加值增速和计划差多少?", ["6.8%", "7.5%", "0.7个百分点"], []),
        ("桑植县2023年万元GDP能耗目标完成没有?", ["下降1.9%", "未达到", "1.1个百分点"], ["上限"]),
        ("桑植县高企数量从几家涨到几家了?", ["28家", "67家"], []),
        ("2023年桑植新开的长者食堂有几家?", ["6个"], ["58个"]),
        ("桑植县2024年对外开放有什么打算", ["300万吨", "2条", "5%"], ["40家"]),
        ("我在写稿子,想核一下:桑植县2023年GDP增幅", ["5.2%"], []),
    ],
)
def test_plans_and_results_are_told_together(
    tmp_path_factory: pytest.TempPathFactory, question: str, told: list[str], untold: list[str]
) -> None:
    answering = open_over(tmp_path_factory.mktemp("goals"), {"report.txt": GOALS})
    assert_says(talk(answering, question), told, untold)


TWO_YEARS = """永泰县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

全年新建农村公路86公里。

附:永泰县主要指标表
指标名称　计量单位　2023年预期目标　2023年完成情况　2024年预期目标
地区生产总值增速　%　6左右　5.1　6左右
全社会固定资产投资　亿元　184　193.7　202
进出口总额增速　%　4　-2.9　正增长
"""


@pytest.fixture(scope="module")
def of_two_years(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("goals"), {"plan.txt": TWO_YEARS})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("永泰县2023年GDP增速有没有达标?", ["6%左右", "5.1%", "未达到"], []),
        (
            "永泰县2023年固定资产投资的目标是多少,达到没有",
            ["184亿元", "193.7亿元", "已达到"],
            ["202亿"],
        ),
        ("永泰县2024年固定资产投资目标是多少", ["202亿元"], ["184"]),
        ("2024年永泰县固定资产投资目标比2023年目标多多少", ["202", "184", "18亿元"], ["未达到"]),
        ("永泰县2023年哪些指标没有完成预期目标?", ["地区生产总值", "进出口"], ["固定资产投资"]),
    ],
)
def test_a_goal_is_set_against_the_result_of_its_year_alone(
    of_two_years: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(of_two_years, question), told, untold)


LEDGER = """宁远县2025年《政府工作报告》目标任务上半年推进情况表
| 编号 | 年度目标任务 | 上半年推进情况 | 进度评价 | 责任单位 |
| 1 | 新建县级以上研发平台16个 | 新建7个 | 滞后 | 县科技局 |
| 2 | 新增停车泊位300个、充电桩180个 | 新增停车泊位192个，充电桩186个 | 达到序时 | 县城管局 |
| 3 | 国家高新技术企业达到43家 | 现有39家 | 达到序时 | 县科技局 |
| 4 | 长者饭堂新增12家，总数达到66家 | 新增5家，总数59家 | 达到序时 | 县民政局 |
"""


@pytest.fixture(scope="module")
def of_ledger(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("ledger"), {"ledger.txt": LEDGER})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("宁远县研发平台建设进度怎么样,还差几个?", ["7个", "滞后", "9个"], ["30"]),
        (
            "宁远县停车泊位和充电桩进度如何,各还差几个?",
            ["192个", "108个", "186个", "高于目标6个"],
            [],
        ),
        ("宁远县高新技术企业目标多少家,现在多少家", ["43家", "39家", "4家"], []),
        (
            "宁远县今年长者饭堂目标要到多少家,现在多少家,还差几家?",
            ["66家", "59家", "7家"],
            [],
        ),
    ],
)
def test_what_is_left_of_a_plan_is_told_with_how_far_it_is(
    of_ledger: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(of_ledger, question), told, untold)


YEAR_PLAN = """泸溪县2023年国民经济和社会发展计划执行情况的报告

一、2023年计划执行情况
全县12项指标中,9项完成年度计划,地区生产总值、固定资产投资、进出口总额3项指标受外部环境影响未达预期。

二、主要指标
指标名称 2023年计划 2023年完成 2024年计划
地区生产总值增速 7.0% 完成上级任务 6.0%
固定资产投资增速 6.0% -1.3% 5.0%
进出口总额增速 5.0% 2.1% 4.0%
规上工业增加值增速 6.0% 6.8% 6.5%
粮食总产量增速 1.0% 1.2% 1.0%
"""


def test_a_report_that_names_all_that_fell_short_is_told_before_rows_that_show_it(
    tmp_path: Path,
) -> None:
    assistant = open_over(tmp_path, {"plan.txt": YEAR_PLAN})
    answer = assistant.ask("泸溪县2023年没完成计划的指标是哪几项?")
    assert_says(answer, ["地区生产总值", "固定资产投资", "进出口总额"], ["9项", "工业"])


REACHED = """泸溪县2024年政府工作报告

一、2023年工作回顾
拆除危房46栋,安置居民2300人,还有5个小区停水检修,涉及居民6100余人。
"""


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("泸溪县2023年有多少居民因为检修停水?", "6100", "2300"),
        ("泸溪县2023年安置居民多少人?", "2300", "6100"),
        ("泸溪县2023年有几个小区停水检修?", "5个", "2300"),
    ],
)
def test_people_whom_something_reaches_are_told_by_what_stands_before_them(
    tmp_path: Path, question: str, told: str, untold: str
) -> None:
    assert_says(open_over(tmp_path, {"reached.txt": REACHED}).ask(question), [told], [untold])
