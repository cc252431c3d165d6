"""Answers from short notices: votes on projects, shares of a plan, items and press lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, turn

from assistant.chain import Assistant

VOTES = """2022年开化县政府民生实事项目测评结果

2022年民生实事项目满意度测评表

序号

民生实事

项目名称

测评等次

满意

基本满意

不满意

1

农村饮水安全巩固

31

2


2

中心幼儿园迁建

24

7

2

3

城区停车位扩容

33



4

河滨步道贯通

27

5

1

"""
WORKS = """发布机构: 江山市人民政府办公室 发文日期: 2018-06-21

全市1-5月份市领导挂钩重点项目推进情况督查通报

一、总体进展情况

全市2018年市领导挂钩重点项目总计48个。截至5月底,各项工作已经启动,当年累计投资9.6亿元,占年度计划投资31.5%。

二、存在问题

建设工程有7个未达计划进度,占比19.4%。
"""
PRESS = """玉环市一季度为民办实事稳步推进

2016-05-06 09:31:20  来源:玉环新闻网  作者:丁一

日前,笔者从市绩效办获悉,今年全市共承办省市为民办实事项目17个。

一季度,全市共启动为民办实事项目5个,累计投入资金1830万元。
"""
ITEMS = """常山县2023年民生实事项目完成情况报告

第一项:村道大修工程。

包括张家弄—上坞公路。该项目已于9月中旬完工。

第二项:社区食堂建设工程。

包括新开社区食堂一家。该项目已于11月底完工。
"""
RATED = """缙云县2020年1-8月民生实事项目完成情况 | |||||||
序号 | 项目名称 | 责任单位 | 目标任务 | 1-8月实际完成情况 |
任务完成率 | 备注 | |
1 | 新增城镇就业 | 县人社局 | 7950人 | 6200人 | 78% | ||
2 | 减少义务教育大班额 | 县教育局 | 40个 | 44个 | 110% | ||
3 | 改(新)建农村用户厕所 | 县农业农村局 | 2950个 | 1180个 | 40% | ||
"""
SHARED = """遂昌县教育局2025年重点工作任务分解表
序号
重点任务
主要责任单位
协同配合单位
12
改建乡村小学3所。
县教育局
县财政局
47
深化与华蕴集团合作,引进优质教师。
县教育局
县投资促进中心
"""


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"votes": VOTES, "works": WORKS, "press": PRESS, "items": ITEMS, "rated": RATED}
    texts["shared"] = SHARED
    documents = {f"{name}.txt": text for name, text in texts.items()}
    return open_over(tmp_path_factory.mktemp("notices"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "开化县2022年民生实事测评中,哪些项目出现了“不满意”票?",
            ["中心幼儿园迁建", "河滨步道贯通"],
            ["农村饮水", "城区停车位"],
        ),
        (
            "开化县2022年民生实事测评,没有不满意票的有哪些项目?",
            ["农村饮水", "城区停车位"],
            ["幼儿园"],
        ),
        ("江山市2018年1-5月当年累计投资占年度计划的多少?", ["31.5%"], ["19.4%"]),
        ("江山市2018年建设工程有几个没达到计划进度?", ["7个"], ["48个"]),
        ("玉环市2016年一共承办多少个为民办实事项目?", ["17个"], ["5个"]),
        ("玉环市2016年一季度启动了几个为民办实事项目?", ["5个"], ["17个"]),
        ("常山县2023年村道大修工程什么时候完工的?", ["9月中旬"], ["11月"]),
        (
            "缙云县2020年前8个月减少义务教育大班额超过40个的任务了吗?",
            ["44个", "已达到"],
            ["可能是上限"],
        ),
        (
            "缙云县2020年农村改厕任务是2950个,到8月干了多少个?完成率多少?",
            ["1180个", "40%"],
            ["78%", "110%"],
        ),
        (
            "遂昌县2025年深化与华蕴集团合作,主要责任单位和协同单位分别是谁?",
            ["县教育局", "县投资促进中心"],
            ["县财政局"],
        ),
    ],
)
def test_short_notices_are_read(
    notices: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(notices.ask(question), said, unsaid)


def test_a_follow_up_asks_for_the_share_of_the_plan(notices: Assistant) -> None:
    first = notices.ask("江山市2018年1-5月当年累计投资多少?")
    assert_says(first, ["9.6亿元"], [])
    assert_says(notices.ask("占年度计划的多少?", [turn(first)]), ["31.5%"], ["19.4%"])


def test_a_goal_that_falls_is_not_judged_where_the_row_tells_no_rate(tmp_path: Path) -> None:
    text = RATED.replace("110%", "").replace("|  |", "||")
    answer = open_over(tmp_path, {"rated.txt": text}).ask(
        "缙云县2020年前8个月减少义务教育大班额超过40个的任务了吗?"
    )
    assert "已达到" not in answer.text


SATISFIED = """汉阴县2022年交通项目测评情况

会议通报了交通项目群众满意度测评结果:涧池大桥项目,满意212票,基本满意18票,不满意5票;城关公路项目,满意198票,基本满意30票,不满意7票。
"""


@pytest.mark.parametrize(
    "question",
    ["涧池大桥项目满意和不满意各几票?", "汉阴县涧池大桥项目满意、不满意票数分别是多少?"],
)
def test_votes_side_by_side_are_each_told(tmp_path: Path, question: str) -> None:
    answer = open_over(tmp_path, {"satisfied.txt": SATISFIED}).ask(question)
    assert_says(answer, ["满意212票", "不满意5票"], ["198", "7票"])
