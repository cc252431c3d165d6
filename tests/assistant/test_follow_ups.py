"""Conversations over made-up documents: what a follow-up leaves out, and what it must not take."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant
from assistant.tables.focus import turn_of

REPORT = """奉化区2023年政府工作总结

一、2023年工作回顾

社会消费品零售总额412.6亿元,增长5.2%,其中12月38.4亿元。1-6月,固定资产投资完成161.5亿元(去年基数172.9亿元),下降6.6%。产业投资1-6月完成32.6亿元。新建沿河生态步道14.8公里,8条河道获评省级“清水河道”。连续9年创成“省平安区”。累计建成老年食堂31家,助餐26万人次。

二、2024年工作安排

实施河道工程16个、清淤7条。新建改建公园5个。新增老年食堂6家。
"""
TASKS = """奉化区2023年重点工作完成情况
(截至2023年四季度)

序号 | 重点工作 | 完成情况 | 责任单位 | 分管领导
1 | 社会消费品零售总额增长5% | 1-11月完成374.2亿元,增长5.4%,居全市第4 | 区商务局 | 陈立波
2 | 支持高校产教融合 | 高校共有产业学院36家,学徒制班级180个 | 区教育局 | 王若兰
3 | 支持合成材料国家工程研究中心建设 | 参加合成材料国家工程研究中心筹建工作会 | 区科技局 | 王若兰
4 | 推进创新平台建设 | 引进国家级新材料研究院工程,投资1700万元建成研究中心 | 区科技局 | 王若兰
5 | 路网 | 东塘互通,11月累计完成48219万元;西塘枢纽,11月累计完成100879万元 | 区交通局 | 陈立波
6 | 建设柏岭快速路 | 11月取得施工许可正式开工 | 区交通局 | 陈立波
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "tasks.txt": TASKS}
    return open_over(tmp_path_factory.mktemp("follow-ups"), documents)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["连续9年创成“省平安区”的是哪个区?"], "奉化区"),
        (["奉化2023年建成多少家老年食堂?", "沿河的生态步道修了多长?"], "14.8公里"),
        (
            ["奉化2023年建成多少家老年食堂?", "换个话题,那一年奉化几条河道获评“清水河道”?"],
            "8条",
        ),
        (["截至四季度,奉化高校有几家产业学院?"], "36家"),
        (["奉化2023年1-6月产业投资多少?", "固投去年同期基数是多少?"], "172.9亿元"),
        (["奉化2023年1-11月社零多少?", "累计在全市排老几"], "第4"),
        (["奉化2023年1-11月社零多少?", "9月单月的有吗?", "这个指标归哪个局管?"], "商务局"),
        (
            [
                "奉化东塘互通到2023年11月累计投了多少?",
                "西塘枢纽到11月累计投了多少?",
                "这两个加一块儿多少钱",
            ],
            "149098万元",
        ),
        (
            ["奉化东塘互通到2023年11月累计投了多少?", "柏岭快速路是几月正式开工的?"],
            "11月取得施工许可",
        ),
        (["奉化2023年累计建成多少家老年食堂?", "不对啊,明明写的是6家!这6家又是哪来的"], "2024年"),
        (["奉化柏岭快速路开工了吗?", "这项哪位领导分管?", "单位呢?"], "区交通局"),
        (["<b onclick=x(1)> %%%## 气死人了 奉化2024年新建改建公园几个"], "5个"),
    ],
)
def test_what_is_left_out_is_taken_over(report: Assistant, questions: list[str], said: str) -> None:
    answer = talk(report, *questions)
    assert answer.kind == "answer"
    assert said in answer.text


@pytest.mark.parametrize(
    "questions",
    [
        ["宁波全市2023年社零多少?"],
        ["宁波2023年社零多少?"],
        ["奉化柏岭快速路几月开工的?", "它总投资多少?"],
        ["奉化合成材料国家工程研究中心建了吗?", "预算是多少?"],
        ["奉化2023年累计建成多少家老年食堂?", "这9家又是哪来的"],
        ["奉化2023年1-6月固投多少?", "那去年同期的产业投资呢"],
        ["奉化2023年1-11月社零多少?", "9月单月的有吗?"],
    ],
)
def test_a_city_and_a_time_of_its_own_are_not_given_up(
    report: Assistant, questions: list[str]
) -> None:
    assert talk(report, *questions).refused


def test_a_thing_that_is_named_anew_with_place_and_year_is_asked_for_itself(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    documents = {
        "kaihua.txt": "开化县2024年政府工作报告\n\n一、2023年工作回顾\n\n"
        "一般公共预算收入18.7亿元。\n\n二、2024年工作安排\n\n一般公共预算收入增长5%。\n",
        "changshan.txt": "常山县2023年政府工作报告\n\n一、2022年工作回顾\n\n"
        "一般公共预算收入16.2亿元。\n",
    }
    reports = open_over(tmp_path_factory.mktemp("afresh"), documents)
    first = reports.ask("开化县2024年一般公共预算收入目标增长百分之几?")
    assert "5%" in first.text
    assert "16.2亿元" in reports.ask("常山2022年这项收入呢?", [turn_of(first)]).text
    assert "16.2亿元" not in reports.ask("常山2022年呢?", [turn_of(first)]).text


COUNTY = """海晏县2024年上半年经济运行情况

上半年，地区生产总值完成31.2亿元，同比增长4.2%，增速在全州排第5位；社会消费品零售总额完成7.4亿元，同比增长6.3%，增速在全州排第2位。全县有上市企业2家。
"""
PLAN = """大通县2024年民生实事责任分解表

序号\t民生实事\t责任单位\t完成时限
1\t新建城北体育馆。\t县文体局\t11月底前
2\t开工建设儿童福利院。\t县民政局\t6月底前
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"county.txt": COUNTY, "plan.txt": PLAN}
    return open_over(tmp_path_factory.mktemp("counties"), documents)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["海晏县2024年上半年GDP多少?", "增速在全州排第几?"], "第5位"),
        (["海晏县2024年上半年GDP多少?", "增速在全州排第几?", "那社零呢?"], "第2位"),
        (["大通县2024年城北体育馆什么时候完成?", "儿童福利院呢?"], "6月底前"),
        (
            [
                "海晏县2024年上半年GDP多少?",
                "大通县城北体育馆谁负责?",
                "回到海晏县,它有几家上市企业?",
            ],
            "2家",
        ),
    ],
)
def test_what_was_asked_of_one_thing_is_asked_of_the_next(
    counties: Assistant, questions: list[str], said: str
) -> None:
    answer = talk(counties, *questions)
    assert not answer.refused
    assert said in answer.text


PLANS = """柳源县2025年民生实事办理情况(截至9月底)

序号 | 实事内容 | 牵头领导 | 责任单位 | 完成情况
1 | 新建村级驿站24个 | 段一鸣 | 县商务局 | 建成19个
2 | 修缮古戏台8座 | 苗青禾 | 县文旅局 | 修缮9座
3 | 更换路灯1300盏 | 段一鸣 | 县城管局 | 更换1120盏
"""
RATES = """柳源县2025年上半年主要指标完成情况

指标名称 | 2025年目标增速 | 2025年上半年总量 | 2025年上半年增速 | 责任单位
建筑业总产值 | 6% | 31.4亿元 | 4.2% | 县住建局
实际利用外资 | 5% | 3120万美元 | 7.5% | 县商务局
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"plans.txt": PLANS, "rates.txt": RATES}
    return open_over(tmp_path_factory.mktemp("plans"), documents)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["柳源2025年村级驿站要建几个?到9月底建够了没有?", "古戏台呢?"], ["8座", "9座"]),
        (["柳源2025年村级驿站目标多少个?实际建成多少?", "那路灯呢?"], ["1300盏", "1120盏"]),
        (
            ["柳源2025年建筑业总产值增速目标是多少?上半年实际增速多少?", "实际利用外资呢?"],
            ["5%", "7.5%"],
        ),
        (["柳源2025年村级驿站由谁牵头?", "修缮古戏台那一项呢?"], ["苗青禾"]),
        (["柳源2025年更换路灯那项,牵头领导和责任单位是谁?", "古戏台呢?"], ["苗青禾", "县文旅局"]),
    ],
)
def test_another_thing_is_asked_for_what_the_last_one_was(
    plans: Assistant, questions: list[str], said: list[str]
) -> None:
    text = talk(plans, *questions).text
    assert all(words in text for words in said)


SITES = """柳源县2025年上半年工程进展

序号 | 工程内容 | 责任单位 | 进展情况
1 | 加装电梯30部 | 县住建局 | 投用8部,在建11部
2 | 新建便民市场12个 | 县商务局 | 建成3个,7个在建
3 | 新建寄宿制小学2所 | 县教育局 | 1所主体封顶,1所正在选址
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("sites"), {"sites.txt": SITES})


def test_what_is_under_way_is_asked_of_the_thing_before(sites: Assistant) -> None:
    text = sites.ask("柳源2025年上半年旧楼加装电梯投用了几部?还有几部在建?").text
    assert "7个" not in text
    assert "11部" in sites.ask("柳源2025年上半年加装电梯投用了几部?还有几部在建?").text


@pytest.mark.parametrize(
    "question",
    [
        "柳源县2025年寄宿制小学选址选在哪里?",
        "柳源县2025年新建的寄宿制小学叫什么名字?",
        "柳源县2025年便民市场建在哪几个社区?",
    ],
)
def test_no_place_or_name_is_told_where_none_stands(sites: Assistant, question: str) -> None:
    assert sites.ask(question).refused


TOWNS = """柳源县2025年任务分解情况(截至10月底)
一、新建充电桩(责任单位:县发改局)
桐木镇:年度任务30根,已完成33根
石臼镇:年度任务25根,已完成18根
白沙乡:年度任务20根,已完成10根
二、修缮水渠(责任单位:县水利局)
桐木镇:年度任务8公里,已完成6.5公里
石臼镇:年度任务12公里,已完成9.2公里
白沙乡:年度任务6公里,已完成7.1公里
"""


def test_another_town_is_asked_for_the_same(tmp_path: Path) -> None:
    towns = open_over(tmp_path, {"towns.txt": TOWNS})
    questions = ["柳源县石臼镇2025年修缮水渠完成了多少公里?", "白沙乡呢?"]
    assert "9.2公里" in talk(towns, *questions[:1]).text
    text = talk(towns, *questions).text
    assert "7.1公里" in text
    assert "10根" not in text
