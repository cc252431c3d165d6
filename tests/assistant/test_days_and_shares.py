"""Shares, stocks and the time of a figure, asked for as people do who have read no report."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

REPORT = """奉化区2024年政府工作报告

一、2023年工作回顾

2023年,一般公共预算收入96.4亿元,增长3.2%,其中税收收入70.3亿元,占比72.9%。教育支出31.6亿元,占一般公共预算支出的26.7%。“五一”、国庆假期接待游客分别为48万人次、163万人次。省重点项目12个,完成投资31.5亿元,占年度计划的92.4%。税收超亿元楼宇14栋。建成长者饭堂23个。高新技术企业新增61家,累计达到402家。

地区生产总值812.6亿元、增长6.1%,两年平均增长4.3%。城镇居民人均可支配收入69120元,农村居民人均可支配收入41850元。电信网络诈骗案件发案数下降16.2%、损失金额下降7.8%。新增上市企业2家。固定资产投资增长5.2%。

当前经济运行还存在不少困难和问题:一是投资后劲不足,新开工项目偏少;二是消费恢复偏慢,批发业下降。
"""
OTHER = """宁海县2024年政府工作报告

一、2023年工作回顾

2023年,农村居民人均可支配收入39210元,教育支出占一般公共预算支出的22.8%,高新技术企业达到318家。
"""
BULLETIN = """象山县2024年国民经济和社会发展统计公报

一、科技

全年R&D经费支出[1]18.34亿元,占地区生产总值比重2.61%。

注:
[1]R&D经费支出为2023年数据。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"report.txt": REPORT, "other.txt": OTHER, "bulletin.txt": BULLETIN}
    return open_over(tmp_path_factory.mktemp("shares"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化23年一般公共预算收入里,税收占了百分之多少?", "72.9%", "没有"),
        ("奉化23年省重点项目完成投资多少,是年度计划的百分之几?", "92.4%", "没有"),
        ("奉化23年省重点项目完成投资几亿,占全年计划百分之多少?", "92.4%", "没有"),
        ("2023年“五一”放假那几天,去奉化玩的游客有多少人次?", "48万人次", "163"),
        ("奉化一年交税过亿的写字楼有多少栋", "14栋", "没有"),
        ("奉化23年建了多少家长者饭堂", "23个", "没有"),
        ("奉化23年高新技术企业新增几家?现在一共几家?", "402家", "没有"),
        ("2023年奉化高新技术企业增加了几家?", "61家", "402"),
        ("教育上奉化23年一共花了多少亿?", "31.6亿元", "没有"),
        ("归纳一下奉化23年经济运行里暴露的主要矛盾和短板", "投资后劲不足", "没有"),
        ("奉化GDP如果按两年平均算,年均增了几个点?", "两年平均增长4.3%", "6.1"),
        ("奉化23年电信诈骗造成的损失同比少了百分之几", "7.8%", "16.2"),
        ("象山公报里R&D经费支出18.34亿元,这数到底是哪年的?", "2023年", "没有"),
    ],
)
def test_what_is_asked_in_everyday_words_is_told(
    reports: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(reports.ask(question), [said], [unsaid])


def test_a_note_that_dates_a_figure_is_cited(reports: Assistant) -> None:
    answer = reports.ask("象山R&D经费支出18.34亿元是哪年的数据?")
    assert any("2023年数据" in c.text for c in answer.citations)


def test_an_amount_is_answered_by_no_rate(reports: Assistant) -> None:
    assert reports.ask("奉化23年固投完成额(亿元)能查到吗").refused


def test_the_figure_itself_is_the_one_spoken_of(reports: Assistant) -> None:
    questions = (
        "农村居民人均可支配收入奉化23年是几块钱",
        "宁海农村23年的数比奉化同年少多少元?",
    )
    assert_says(talk(reports, *questions), ["39210元", "41850元", "2640元"], [])


PROJECTS = """北仑区2024年重点项目进度表

序号	项目名称	总投资	年度计划投资	1-10月完成投资	责任单位
1	小港第二初级中学	36000万元	12000万元	9800万元	区教育局
2	城西污水处理厂扩建	52000万元	20000万元	21000万元	区住建局
3	区人民医院北院	180000万元	45000万元	39600万元	区卫健局
"""
ITEMS = """镇海区2025年民生实事项目清单

确定2025年全区民生实事项目2大类4项。

一、优化教育供给(2项)
1.新增学位2300个。(责任单位:区教育局)
2.新建公办幼儿园3所。(责任单位:区教育局、区住建局)

二、守护一老一小(2项)
3.新增护理型养老床位260张。(责任单位:区民政局)
4.新增普惠性托位420个。(责任单位:区卫健局)
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"projects.txt": PROJECTS, "items.txt": ITEMS}
    return open_over(tmp_path_factory.mktemp("lists"), texts)


def test_a_project_said_to_be_one_is_asked_about(lists: Assistant) -> None:
    questions = [
        "区人民医院北院是北仑区的重点项目吧,总共要投多少钱?",
        "其中今年安排多少",
        "截至10月底花出去多少了?",
        "谁是责任单位",
    ]
    said = ["180000万元", "45000万元", "39600万元", "区卫健局"]
    for count, words in enumerate(said, start=1):
        assert words in talk(lists, *questions[:count]).text


def test_what_is_to_be_added_is_told(lists: Assistant) -> None:
    assert_says(lists.ask("镇海25年准备再弄多少普惠性托位出来?"), ["420个"], ["260"])


def test_what_is_to_be_listed_is_listed(lists: Assistant) -> None:
    listed = lists.ask("请列出镇海25年民生实事清单中责任单位是民政局的项目")
    assert_says(listed, ["养老床位"], ["托位", "学位"])
    classes = lists.ask("列一下镇海区2025年民生实事项目的两个类别")
    assert_says(classes, ["优化教育供给", "守护一老一小"], [])


def test_a_share_turned_to_another_place_compares_nothing(reports: Assistant) -> None:
    history = []
    for question, said in (
        ("奉化23年花在教育上的钱有多少亿?", "31.6亿元"),
        ("占一般公共预算支出百分之几?", "26.7%"),
        ("宁海23年这个占比是多少?", "22.8%"),
    ):
        answer = reports.ask(question, history)
        assert said in answer.text
        history.append(turn_of(answer))
    assert "26.7" not in answer.text
    assert reports.ask("那具体是多少亿元?", history).refused
