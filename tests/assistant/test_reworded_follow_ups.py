"""Follow-ups in other words: adverbs of time, verbs said again, colloquial ways to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over, talk

from assistant.chain import Assistant

REPORT = """苍溪县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告

一、2023年计划执行情况

固定资产投资完成186亿元,增长7.3%。1-9月,完成外贸进出口41.7亿元,同比增长12.6%。2023年加装电梯73台,完成老旧电梯更新128台。建成城市书房14座,截至8月底建成城市书房9座。2023年细颗粒物(PM2.5)平均浓度29微克/立方米,同比下降7.4%。新增托育托位840张,其中公办托位260张。发生火灾31起、死亡2人。安置房全面开工建设920套,竣工410套。排查出隐患点36处,年底前全部销号。智能制造产业产值增长6.8%,其中1-9月智能制造产业产值增长5.4%。

二、2024年主要目标

固定资产投资增长8%。加装电梯90台。完成老旧电梯更新150台。建成城市书房20座。新增托育托位900张。确保PM2.5平均浓度稳中有降。地表水水质优良率达到92%。
"""
PLAN = """苍溪县2023年政府工作报告

一、2023年工作安排

2023年目标:建成城市书房12座,外贸进出口增长10%。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("reworded"), {"report.txt": REPORT, "plan.txt": PLAN})


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["苍溪县2023年建成多少座城市书房?", "当初定的目标呢?"], "12座"),
        (["苍溪县2023年建成多少座城市书房?", "接下来2024年打算建几座?"], "20座"),
        (["苍溪县2023年建成多少座城市书房?", "8月底那会儿有几座?"], "9座"),
        (["苍溪县2023年建成多少座城市书房?", "那年定的目标是几座?"], "12座"),
        (["苍溪县2023年建成多少座城市书房?", "换成2024年是多少?"], "20座"),
        (["苍溪县2023年建成多少座城市书房?", "要是2024年呢?"], "20座"),
        (["苍溪县2023年建成多少座城市书房?", "到了2024年计划几座?"], "20座"),
        (["苍溪县2023年固定资产投资增速多高?", "一共投了多少?"], "186亿元"),
        (["苍溪县2023年固定资产投资增速多高?", "总共完成多少?"], "186亿元"),
        (["苍溪县2023年1-9月外贸进出口完成多少?", "比上年同期涨了多少?"], "12.6%"),
        (["苍溪县2023年1-9月外贸进出口完成多少?", "那年初定的是涨多少?"], "10%"),
        (["苍溪县2023年加装电梯装了几台?"], "73台"),
        (["苍溪县2023年旧楼加装电梯几台?", "2024年呢,打算加装几台?"], "90台"),
        (["苍溪县2023年加装电梯装了几台?", "更新了几台?"], "128台"),
        (["苍溪县2023年加装电梯几台?", "2024年打算加装多少台,比这个多还是少?"], "17台"),
        (["苍溪县2023年建成多少座城市书房?", "2024年计划建成几座?", "哪年多?"], "高6座"),
        (["苍溪县2023年全面开工建设的安置房有多少套?", "竣工的呢?"], "410套"),
        (["苍溪县2023年排查出多少处隐患点?", "后来销号了吗?"], "全部销号"),
        (["苍溪县2023年智能制造产业产值增长多少?", "1-9月智能制造这块呢?"], "5.4%"),
        (["苍溪县2023年新增了多少张托育托位?", "其中公办的有多少?"], "260张"),
        (
            ["苍溪县2023年新增了多少张托育托位?", "其中公办的有几张?", "2024年打算新增多少?"],
            "900张",
        ),
        (["苍溪县2023年发生多少起火灾?", "死了几个人?"], "2人"),
        (["苍溪县2023年PM2.5多少微克?"], "29微克/立方米"),
        (["苍溪县2023年PM2.5多少微克?", "跟上一年比变好还是变差?"], "7.4%"),
        (["苍溪县2024年PM2.5的目标是多少?", "那水的目标呢?"], "92%"),
        (["苍溪县2024年PM2.5打算控制成什么样?"], "稳中有降"),
    ],
)
def test_other_words_ask_the_same(report: Assistant, questions: list[str], said: str) -> None:
    answer = talk(report, *questions)
    assert answer.kind == "answer", answer.text
    assert said in answer.text


def test_a_thing_of_one_character_is_not_what_was_spoken_of(report: Assistant) -> None:
    answer = talk(report, "苍溪县2023年建成多少座城市书房?", "路呢?")
    assert answer.kind != "answer", answer.text


def test_the_name_of_a_row_is_cut_before_a_number_and_not_in_it(tmp_path: Path) -> None:
    table = (
        "苍溪县2023年重点工作进展情况表\n\n"
        "序号 | 目标任务 | 完成情况 | 责任单位\n"
        "1 | 深入实施英才集聚和团队培育双轮驱动行动计划,全年引进各类急需紧缺专业技术团队35个"
        " | 截至10月底,已引进各类急需紧缺专业技术团队31个 | 县人才办\n"
        "2 | 新建体育公园4个 | 已建成3个 | 县体育局\n"
    )
    assistant = open_over(tmp_path, {"table.txt": table})
    answer = talk(
        assistant,
        "苍溪县2023年10月底引进了多少个急需紧缺专业技术团队?",
        "那年定的目标是几个?",
    )
    assert "35个" in answer.text


def test_who_is_in_charge_leaves_the_time_as_it_was(report: Assistant) -> None:
    answer = talk(
        report,
        "苍溪县2023年8月底建成多少座城市书房?",
        "责任单位是谁?",
        "那老旧电梯更新呢?",
    )
    assert "8月" in answer.standalone_question


def test_a_topic_gone_back_to_is_asked_of_with_a_place_and_time_of_its_own(
    tmp_path: Path,
) -> None:
    texts = {
        "a.txt": "苍溪县2022年政府工作报告\n\n9个村庄获评省级“美丽河湖”。建成城市书房11座。\n",
        "b.txt": "剑阁县2023年政府工作报告\n\n2023年目标:创建“美丽河湖”4个,建成城市书房6座。\n",
    }
    answer = talk(
        open_over(tmp_path, texts),
        "苍溪县2022年有几个村庄获评省级美丽河湖?",
        "城市书房呢?",
        "回到美丽河湖,剑阁县2023年的任务是几个?",
    )
    assert answer.standalone_question == "剑阁县2023年美丽河湖的任务是几个?"
    assert "4个" in answer.text
    assert "6座" not in answer.text
