"""What a question says in passing changes nothing of what it asks: wishes, ends of clauses."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

REPORT = """江宁区2024年国民经济和社会发展计划执行情况报告

一、2024年情况

全区完成一般公共预算收入310.2亿元,增长4.2%。城镇居民人均可支配收入70100元、农村居民人均可支配收入39200元,分别增长4.1%、6.3%。
人均地区生产总值162300元。地区生产总值3200亿元,增长5.1%。外贸进出口总额1500.2亿元,其中跨境电商进出口88.1亿元。
新增普惠性托位1420个,新增停车泊位3200个。信访案件321宗,同比上升3.7%。
税收亿元楼宇12栋,完成小微企业信贷90亿元。全区重点项目完成投资620.5亿元,总投资2100亿元。
每千人口3岁以下婴幼儿托位数4.6个。第二产业增加值1210亿元,增长4.4%,对地区生产总值增长的贡献率为41.2%。
国家级专精特新“小巨人”企业新增18家,累计达到66家。优化产业空间布局,推进东山、秣陵、滨江三大产业片区建设。软件业营业收入720亿元。“五一”假期接待游客92万人次,增长9%。18项主要指标中,16项达到年初预期,社会消费品零售总额、进出口总额2项未达预期。

二、2025年计划

新增停车泊位3000个。长者助餐服务达到15万人次。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("otherwise"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁一般公共预算收入有多少?要24年全年的", "310.2亿元", "没有"),
        ("江宁新增停车泊位几个(我要24年的实际数,别给目标)", "3200个", "3000"),
        ("新增停车泊位,江宁到25年,目标数是多少", "3000个", "3200"),
        ("江宁25年给老人助餐,目标是多少人次以上", "15万人次", "没有"),
        ("江宁农民2024年的人均可支配收入", "39200元", "70100"),
        ("江宁城里居民2024年人均可支配收入多少钱", "70100元", "39200"),
        ("江宁24年地区生产总值以及同比增速", "3200亿元", "没有"),
        ("摊到每个人头上,江宁2024年GDP是多少元", "162300元", "3200亿"),
        ("江宁24年靠跨境电商做成多少亿的进出口", "88.1亿元", "1500"),
        ("江宁24年普惠托位加了多少", "1420个", "没有"),
        ("江宁24年信访有几宗,比上年是多了还是少了、幅度多大", "3.7%", "没有"),
        ("劳动节那个小长假(24年),来江宁玩的有多少人次?", "92万人次", "没有"),
        ("江宁24年的主要指标,哪些掉队了?", "社会消费品零售总额", "16项"),
        ("江宁24年停车泊位新增几多个", "3200个", "3000"),
        ("江宁一年税收上亿的楼宇,一共有多少座", "12栋", "没有"),
        ("江宁24年每千人口得有几个三岁以下娃娃的托位", "4.6个", "没有"),
        ("第二产业拉动江宁经济的贡献率是百分之多少", "41.2%", "4.4%"),
        ("江宁国家级“小巨人”现在总共几家了(我要累计,不是当年新增)", "66家", "没有"),
        ("江宁24年重点项目投下去多少钱", "620.5亿元", "2100"),
        ("江宁24年软件业营收是几多亿", "720亿元", "没有"),
        ("江宁布局的三大产业片区都叫什么名字", "秣陵", "没有"),
        ("江宁24年“小巨人”企业新增几家,总数到了几家", "66家", "没有"),
    ],
)
def test_what_is_asked_is_told(report: Assistant, question: str, said: str, unsaid: str) -> None:
    assert_says(report.ask(question), [said], [unsaid])


@pytest.mark.parametrize(
    "question",
    [
        "江宁25年新增停车泊位有几个?我要实际数,别给目标",
        "涨幅是几?",
        "江宁24年信访化解率多高?",
    ],
)
def test_what_is_not_told_is_refused(report: Assistant, question: str) -> None:
    assert report.ask(question).refused


def test_a_whole_year_is_told_by_no_part_of_it(tmp_path: Path) -> None:
    text = """江宁区2024年重点任务完成情况表
序号	任务	责任单位	完成情况
1	地区生产总值突破3300亿元	区发改局	前三季度地区生产总值2410.5亿元，全年数据次年1月核算
2	新增停车泊位3000个	区城管局	新增3200个
"""
    assistant = open_over(tmp_path, {"table.txt": text})
    answer = assistant.ask("江宁24年一整年的地区生产总值最后核算下来多少亿")
    assert answer.refused
    assert_says(assistant.ask("江宁24年前三季度地区生产总值多少亿"), ["2410.5亿元"], [])


TASKS = """江宁区2024年重点任务进展表
序号	类别	任务	牵头单位	区领导	进展情况	是否完成
1	生态环境	新建绿道40公里	区园林局	张明远	建成41公里	完成
2	生态环境	PM2.5浓度29微克/立方米	区生态环境局	张明远	平均30.1微克/立方米	未完成
3	城市建设	改造老旧小区48个	区房产局	张明远	改造48个	完成
4	城市建设	文体中心改造	区文旅局	李晓岚	因征迁滞后,9月停工	未完成
5	城市建设	湖东水厂扩建	区水务局	李晓岚	清水池浇筑	未完成
"""
OTHER = """六合区2024年重点任务进展表
序号	任务	牵头单位	进展情况
1	打通断头路6条	区交通局	打通5条，龙池路支线因电力迁改滞后
2	新增学位900个	区教育局	新增920个
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    files = {"tasks.txt": TASKS, "other.txt": OTHER}
    return open_over(tmp_path_factory.mktemp("tables"), files)


def test_rows_are_listed_by_who_leads_them_and_their_group(tables: Assistant) -> None:
    answer = tables.ask("江宁区张明远负责哪些生态环境类的工作?")
    assert_says(answer, ["绿道", "PM2.5"], ["老旧小区"])


def test_the_leader_who_was_named_is_meant_by_his_office(tables: Assistant) -> None:
    first = tables.ask("江宁区新建绿道由哪位领导牵头?")
    assert_says(first, ["张明远"], [])
    answer = tables.ask("这位领导手上还有哪些城市建设类的工作", [turn_of(first)])
    assert_says(answer, ["老旧小区"], ["文体中心"])


def test_what_is_to_be_picked_out_is_listed(tables: Assistant) -> None:
    answer = tables.ask("把江宁24年任务表里“是否完成”一栏填了“未完成”的挑给我")
    assert_says(answer, ["PM2.5", "文体中心"], ["绿道"])


def test_no_cause_of_another_thing_is_told_where_no_place_is_named(tables: Assistant) -> None:
    answer = tables.ask("江宁文体中心改造进展滞后,原因何在?")
    assert_says(answer, ["征迁"], ["电力"])
    assert "电力" not in tables.ask("星河文体广场进展滞后,原因何在?").text


def test_what_is_taken_for_granted_is_not_asked(tables: Assistant) -> None:
    assert tables.ask("江宁湖东水厂不是在扩建吗,哪个月能完工").refused


def test_two_numbers_that_were_told_are_set_against_each_other(report: Assistant) -> None:
    history = []
    for question in ("江宁24年新增停车泊位几个", "到25年,目标数是?"):
        history.append(turn_of(report.ask(question, history)))
    answer = report.ask("两个数一比减了多少", history)
    assert_says(answer, ["200个"], [])
