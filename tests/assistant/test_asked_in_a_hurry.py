"""Questions as people put them in a hurry: what is beside the matter is not asked for."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

NEWS = (
    "3月16日,松坞县第十八届人民代表大会第二次会议开幕。"
    "《报告》提出,2022年县政府将集中力量办好9件民生实事。分别是: "
    "(1)新建行政村公厕45座、旅游厕所7座。 (2)建成便民市场4处。"
    """
政府信息公开
松坞县2022年将为民办好9件实事
时间:2022-03-17 来源:松坞县融媒体中心
据了解,2021年松坞县承诺的8件民生实事已办结7件,仅城北水厂因取水口调整未能如期建成,结转至2022年继续实施。
"""
)

ASKED = "松坞县2023年新增学位多少个"
REPORT = """2024年松坞县人民政府工作报告
一、2023年工作回顾
全县地区生产总值达到214亿元,增长6.2%,分别高于全国、全省、全市1.1个、0.8个和1.3个百分点。
创新园的办公区累计入驻企业41家,已主办、参与协办线上线下活动26场。新增学位1310个。农林牧渔业增加值增长3.7%。收集企业难题95个,解决82个。
农村居民人均可支配收入2.16万元。一季度城镇居民人均可支配收入1.1万元。打好脱贫攻坚收官战。
存在的问题:一是产业结构单一;二是公共服务还有短板。
二、2024年工作安排
全县地区生产总值增长6%左右,一般公共预算收入增长5.5%。出让经营性用地6宗420亩,新增城镇就业1800人。全力促消费,安排消费券资金900万元。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("hurry"), {"a.txt": NEWS, "b.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("松坞县2022年计划新建几座旅游厕所?", ("7座",), ()),
        ("松坞县2021年哪件民生实事没办成?", ("城北水厂", "取水口"), ("目标",)),
        ("松坞县2023年线上线下活动办了多少场(含协办)?", ("26场",), ()),
        ("松坞县2023年线上线下活动主办加协办一共办了几场?", ("26场",), ()),
        ("松坞县2024年打算拿多少钱发消费券?", ("900万元",), ()),
        ("松坞县2023年GDP增速比全国高多少?", ("1.1个",), ("高新技术",)),
    ],
)
def test_what_is_asked_is_told(
    told: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_plans_in_news_are_no_results(told: Assistant) -> None:
    assert told.ask("松坞县2021年新建了几座旅游厕所?").refused


def test_how_far_a_growth_is_from_a_larger_one_is_asked_of_what_was_spoken_of(
    told: Assistant,
) -> None:
    answer = talk(told, "松坞县2023年GDP大概多少?", "增速比全市高几个百分点?")
    assert_says(answer, ("1.3个百分点",), ())


@pytest.mark.parametrize(
    "question",
    [
        f"在吗?{ASKED}?",
        f"hi,{ASKED}?thx",
        f"嗯 就是说{ASKED}",
        f"那个,弱弱地问一句{ASKED}???",
        f"想请教下哈{ASKED}",
        f"欸对了{ASKED}",
        f"搞不清楚{ASKED}",
        f"有人知道{ASKED}吗",
        f"你好 {ASKED} 谢谢老师",
        f"急急急!!!{ASKED}在线等",
        f"{ASKED} 有数据吗",
        ASKED.replace("2023", "二〇二三"),
        ASKED.replace("年", "年,\n"),
        ASKED.replace("县", "县县"),
        ASKED.replace("新增", "新增增"),
    ],
)
def test_what_a_hurried_hand_types_changes_nothing(told: Assistant, question: str) -> None:
    assert_says(told.ask(question), ("1310个",), ("没有给出",))


def test_a_verb_that_is_cut_by_a_slip_is_meant_whole(told: Assistant) -> None:
    answer = told.ask("松坞县2023年收集的企业难题里,解了决多少个?")
    assert_says(answer, ("82个",), ())


def test_what_is_mistyped_is_none_of_another_trade(told: Assistant) -> None:
    assert told.ask("松坞县2023年规上业增加值增长多少?").refused


def test_hello_alone_asks_nothing(told: Assistant) -> None:
    assert told.ask("你好").refused
    assert told.ask("在吗").refused


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("松坞县2023年企业难题收集了多少个解决了多少个?", ("95个", "82个")),
        ("松坞县2023年新增学位 一共多少个(2023年)", ("1310个",)),
        ("松坞县新增学位多少个(2023年)?", ("1310个",)),
        ("松坞县23年农民一年到手几个钱", ("2.16万元",)),
        ("松坞县23年一季度城里人挣了多少", ("1.1万元",)),
        ("松坞县24年财政打算涨几个点", ("5.5%",)),
        ("松坞县24年要卖几亩地", ("420亩",)),
        ("松坞县24年给多少人找工作", ("1800人",)),
        ("松坞县23年有啥没搞好的", ("结构单一",)),
    ],
)
def test_talk_of_every_day_is_understood(
    told: Assistant, question: str, said: tuple[str, ...]
) -> None:
    assert_says(told.ask(question), said, ("没有给出",))


@pytest.mark.parametrize(
    "question", ["松坞县2023年实际新增多少个?", "松坞县2023年帮哪几个县脱贫了?"]
)
def test_what_names_nothing_is_not_told_of_something(told: Assistant, question: str) -> None:
    assert told.ask(question).refused
