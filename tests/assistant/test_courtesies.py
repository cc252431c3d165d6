"""Questions with what people say around them: to whom, for what, please and thank you."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant
from assistant.question.courtesies import without_talk

REPORT = """苍梧县2024年政府工作报告

一、2023年工作回顾

2023年，全县地区生产总值完成143.6亿元，增长5.1%。新增学位1850个，改造老旧小区14个。柑橘产量6.2万吨，增长9.4%。

二、2024年工作安排

2024年，新增学位2100个，改造老旧小区19个。在优化营商环境上推行“一窗受理、一网通办、一码服务”三项制度。
"""
ASKED = "苍梧县2023年新增学位多少个"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("courtesies"), {"bg.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        f"麻烦帮忙查查{ASKED},谢谢",
        f"写材料要用{ASKED}这个数据,给我一下",
        f"我手头要报一个数:{ASKED}?",
        f"根据你掌握的资料,{ASKED}?",
        f"{ASKED}?我要报上去",
        f"领导让我查{ASKED},急用",
        f"有个事想问问,{ASKED}呢?",
        f"不好意思打扰一下,{ASKED}来着?",
        f"我家孩子要上学,{ASKED}啊",
        f"同事问我{ASKED},我记不清了",
        f"我是做教育的,想问{ASKED}",
        f"写稿核个数:{ASKED}?",
        f"教育口的同事问:{ASKED}?",
        f"家里老人想看病,{ASKED}?",
        f"我们在做柑橘市场研究,烦请核一下{ASKED}",
        f"您好,想系统了解一下{ASKED}",
        f"{ASKED}?明天开会要用",
        f"{ASKED}?要出处",
        f"{ASKED},请标明出处",
        f"{ASKED},最好有原文",
        f"{ASKED}?报告里怎么写的",
        f"{ASKED}?给个准数就行",
        f"{ASKED}?想了解一下学位",
        "苍梧县2023年新增学位能查到吗",
    ],
)
def test_what_is_said_around_a_question_asks_for_nothing(county: Assistant, question: str) -> None:
    assert_says(county.ask(question), ["1850个"], ["2100", "文档没有给出"])


def test_each_part_of_a_question_keeps_its_answer(county: Assistant) -> None:
    asked = "苍梧县2023年柑橘产量多少万吨?增长多少,谢谢,麻烦您给看看"
    assert_says(county.ask(asked), ["6.2万吨", "9.4%"], ["文档没有给出"])


def test_a_follow_up_may_say_what_it_is_for(county: Assistant) -> None:
    answer = talk(county, f"{ASKED}?", "2024年打算新增多少呢,我写总结要用")
    assert_says(answer, ["2100个"], ["1850"])


@pytest.mark.parametrize(
    "question",
    [
        "出口呢?",
        "你是谁",
        "我想问的是牵头单位",
        "我只要实际完成的,是多少",
        "我要农村的,是多少?",
        "这些责任人里谁最懒?你评一个",
        "我们县2023年新增学位多少个",
        "主要经济指标,苍梧县2023年完成了哪些?",
        "苍梧县2023年学位多少个?要农村的",
        "苍梧县2023年地区生产总值多少?剔除物价因素",
        "跨境电商方面,苍梧县2023年投资多少?",
        "想引进柑橘,苍梧县2023年引进多少?",
        "农村居民要致富,苍梧县2023年人均可支配收入多少?",
        "困难群众需要救助,苍梧县2023年资金多少万元?",
        "学生在校就餐,苍梧县2023年补贴多少?",
        "谢谢",
        "?!",
    ],
)
def test_what_says_something_of_the_matter_stays(county: Assistant, question: str) -> None:
    assert without_talk(question, county.evidence.corpus) == question
