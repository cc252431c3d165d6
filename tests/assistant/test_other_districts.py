"""Reports of any district: who wrote one, what harm accidents did, how a share is asked for."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.schema import Turn
from assistant.tables.focus import turn_of

OFFICE = """望江县教育体育局2023年工作总结和2024年工作计划

2023年，望江县教体局坚持立德树人，以创建优质均衡发展县为抓手，现将有关工作情况总结如下。

第一部分  2023年工作总结

（一）坚持人才强教，教师队伍更加优质。全年招聘教师214人，交流轮岗教师187人。评选名师30名。

（二）坚持扩容增位，教育资源更加充足。公办园在园幼儿占比由上年的57.3%提高到62.9%，普惠性幼儿园覆盖率91.4%。建成智慧学校31所，占公办中小学的比例达到79%。
"""
PLAN = """关于太湖县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告

一、2024年计划执行情况

预计全年地区生产总值增长4.1%。全社会研发经费投入增长11.2%,占GDP比重2.86%。

但对照年初计划,地区生产总值、进出口总额2项指标低于预期,主要原因:一是外需走弱,订单减少7%。
"""
BULLETIN = """宿松县2024年国民经济和社会发展统计公报

一、综合

全年实现地区生产总值412.6亿元,增长5.2%。全县死亡人口3126人。

二、安全

全年发生生产安全事故12起,死亡7人,分别下降14.3%和22.2%。亿元地区生产总值生产安全事故死亡人数0.017人。班子成员每月至少3天到企业和社区现场办公。
"""
PLACES = """岳西县2023年教育工作总结和2024年工作计划

一、2023年工作总结

全年建成学校9所，新增学位9320个，其中义务教育学位7180个、幼儿园学位2140个。新增公办幼儿园7所。

二、2024年工作计划

全年计划竣工学校8所，新增学位8600个，其中义务教育学位5200个。
"""
STATES = """潜山市2025年重点任务上半年推进情况表

序号\t重点任务\t年度目标\t牵头单位\t上半年推进情况\t状态
1\t地区生产总值\t增长6%左右\t市发改委\t上半年增长5.4%，总量201.3亿元，其中第二产业增长6.7%\t低于序时
2\t进出口总额\t增长4%\t市商务局\t完成31.2亿元，增长4.5%\t达到序时
3\t民间投资\t增长7%\t市发改委\t增长2.1%\t低于序时
4\t新增规上工业企业\t24家\t市工信局\t新增13家\t达到序时
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"office.txt": OFFICE, "plan.txt": PLAN, "bulletin.txt": BULLETIN, "states.txt": STATES}
    texts["places.txt"] = PLACES
    return open_over(tmp_path_factory.mktemp("others"), texts)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        # The office that wrote a report says which one is meant, and nothing of what it tells.
        ("望江县教体局2023年在教师队伍建设方面做了哪些工作?", ["214人", "187人", "30名"], ["抓手"]),
        ("望江县教育局2023年在教育资源方面做了什么?", ["62.9%"], ["抓手"]),
        # What a share rose from is no part of its name; who is in 公办园 are children.
        ("望江县2023年公办园的孩子占多大比例?", ["62.9%"], ["57.3%", "79%"]),
        ("望江县2022年公办园在园幼儿占比多少?", ["57.3%"], ["62.9%"]),
        ("太湖县2024年有哪2项指标没达到年初预期?", ["地区生产总值", "进出口总额"], ["订单"]),
        ("太湖县2024年研发投入占GDP比例是多少?", ["2.86%"], ["11.2%"]),
        ("“每月至少3天到企业和社区现场办公”是哪个县政府的要求?", ["宿松县"], ["太湖", "望江"]),
        ("宿松县2024年生产安全事故死亡人数是多少?", ["7人"], ["3126"]),
        ("宿松县2024年生产安全事故死亡人数下降多少?", ["22.2%"], ["14.3%"]),
        ("宿松县2024年因生产安全事故丧生的有几个人?", ["7人"], ["0.017", "12起"]),
        ("宿松县2024年生产安全事故里有多少人遇难?", ["7人"], ["0.017", "12起"]),
        ("“丝绸之都”宿松县2024年生产安全事故死亡多少人?", ["7人"], ["0.017"]),
        ("潜山市2025年地区生产总值达到序时进度了吗?", ["低于序时"], []),
        ("潜山市2025年进出口总额达到序时进度了没有?", ["达到序时"], ["低于"]),
        (
            "潜山市2025年GDP增长目标是多少?上半年实际增长多少,达到了吗?",
            ["6%", "5.4%", "未达到"],
            ["6.7%"],
        ),
    ],
)
def test_what_other_districts_report(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["宿松县2024年GDP总量和太湖县比,谁大?", "宿松县2024年和太湖县比,GDP总量谁大?"]
)
def test_a_share_of_the_product_is_no_product(reports: Assistant, question: str) -> None:
    """The 比 of "和太湖县比" asks for no 占GDP比重."""
    answer = reports.ask(question)
    assert_says(answer, ["412.6亿元", "文档未提供"], ["2.86%"])


def test_of_which_share_is_asked_another_one_is_not_told(reports: Assistant) -> None:
    answer = reports.ask("望江县2023年有多大比例的孩子上公办园?")
    assert "79%" not in answer.text


@pytest.mark.parametrize(
    ("questions", "said", "unsaid"),
    [
        (["宿松县2024年发生了多少起生产安全事故?", "死了几个人?"], ["7人"], ["3126", "12起"]),
        (["宿松县2024年发生了多少起生产安全事故?", "死亡人数呢?"], ["7人"], ["3126"]),
        (
            ["宿松县2024年生产安全事故多少起?", "死了几个人?", "这两个数分别降了多少?"],
            ["14.3%", "22.2%"],
            [],
        ),
        (
            ["岳西县2023年新增了多少个学位?", "其中幼儿园的有多少?"],
            ["2140个"],
            ["9320个", "7所"],
        ),
        (
            ["岳西县2023年新增了多少个学位?", "其中幼儿园的有多少?", "2024年总共要新增多少?"],
            ["8600个"],
            ["5200个", "文档未提供"],
        ),
        (["潜山市2025年进出口总额增长多少?", "达到序时进度了吗?"], ["达到序时"], ["低于"]),
    ],
)
def test_what_is_asked_next(
    reports: Assistant, questions: list[str], said: list[str], unsaid: list[str]
) -> None:
    history: list[Turn] = []
    for question in questions:
        answer = reports.ask(question, history)
        history.append(turn_of(answer))
    assert_says(answer, said, unsaid)
