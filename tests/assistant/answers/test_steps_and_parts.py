"""What is under way, a part of things counted, a leader where units alone are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

TABLE = """云和县2024年重点任务推进情况表(截至2024年9月底)

序号\t工作任务\t牵头单位\t进展情况
1\t加快建设总部大楼6幢,新打造特色楼宇2幢\t县发改局\t推进甲乙、丙丁等总部大楼建设,培育特色楼宇1幢。
2\t新建口袋公园12个\t县园林局\t建成口袋公园7个。
"""
REPORT = """芦淞区2025年政府工作报告

一、2024年工作回顾
完成9个泵站主体结构施工。减免小微企业租金1260万元,减税降费8.4亿元,惠及企业2130户。新增海外仓3个,总数达到9个。
全年督查发现问题86个,已现场整改51个,其余35个限期整改。
二、2025年工作安排
建成4个“邻里”泵站商业点。完成15个老旧小区改造和3个安置房项目主体结顶。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"云和县.txt": TABLE, "芦淞区.txt": REPORT}
    return open_over(tmp_path_factory.mktemp("parts"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "云和县2024年特色楼宇建成了几幢?",  # one is only being brought up
        "云和县2024年新建口袋公园任务的责任领导是哪位?",  # a unit is no leader
        "云和县2024年新建口袋公园任务的牵头领导为谁?",
        "芦淞区2025年计划完成多少个泵站的主体结构?",  # neither shops nor flats
        "芦淞区2024年新增的3个海外仓分别在哪几个国家?",  # how many they are names none
    ],
)
def test_what_is_near_does_not_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县2024年口袋公园建成了几个?", "7个", "12个"),
        ("芦淞区2024年完成多少个泵站的主体结构?", "9个", "15个"),
        ("芦淞区2025年计划完成多少个老旧小区改造?", "15个", "未提供"),
        ("芦淞区2024年给企业减税降费一共多少?", "8.4亿元", "1260"),
        ("芦淞区2024年为各类市场主体减税降费多少亿?", "8.4亿元", "1260"),
        ("芦淞区2024年督查发现的问题有多少需要限期整改?", "35个", "86"),
    ],
)
def test_what_is_asked_is_told_alone(
    assistant: Assistant, question: str, said: str, unsaid: str
) -> None:
    assert_says(assistant.ask(question), [said], [unsaid])


GROUPS = """云和县2025年目标任务截至6月底进展情况

工作目标 | 序号 | 内容及要求 | 牵头单位 | 截至6月底完成情况 |
抓实项目建设 | 1 | 新开工项目70个。 | 县发改局 | 已新开工41个。 |
2 | 签约项目120个。 | 县招商局 | 签约67个。 | |
抓实项目建设 | 3 | 新增限额以上商贸企业60家。 | 县商务局 | 序时推进 |
促进乡村振兴 | 4 | 新建高标准农田3.8万亩。 | 县农业农村局 | 已建2.1万亩。 |
"""


def test_a_group_said_again_names_no_row(tmp_path: Path) -> None:
    told = open_over(tmp_path, {"云和县.txt": GROUPS}).ask(
        "云和县2025年截至6月底进展只写了“序时推进”的是哪几项任务?"
    )
    assert_says(told, ["商贸企业"], ["抓实项目建设:"])
