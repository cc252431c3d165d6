"""People counted by what was done for them, figures of a zone and of the whole, rows and goals."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

REPORT = """云和县2024年工作总结

一、2024年工作回顾
全年签约项目164个,协议投资额517亿元。分板块看,临河新城片区签约项目71个,北岭片区签约项目52个。
开展老年人健康体检8.6万人。发放高龄补贴2916万元。为独居老人安装一键呼叫设备3150套。
"""
TABLE = """芦淞区2024年重点任务台账(截至三季度末)

序号 | 任务 | 牵头单位 | 三季度末进展 | 完成率
1 | 加装既有住宅电梯90部。 | 区住建局 | 完成52部,在建24部。 | 57.8%
2 | 完成南北两山造林补植5600亩。 | 区林业局 | 完成补植5800亩。 | 103.6%
3 | 新建口袋公园12个。 | 区园林局 | 建成7个。 | 58.3%
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"云和县.txt": REPORT, "芦淞区.txt": TABLE}
    return open_over(tmp_path_factory.mktemp("people"), documents)


@pytest.mark.parametrize(
    "question",
    [
        "云和县2024年接待了多少来旅居的老人?",
        "云和县2024年接待了多少老人?",
        "云和县2024年给多少高龄老人发了补贴?",  # how much they got tells not how many they are
        "云和县北岭片区2024年的协议投资额是多少?",
    ],
)
def test_another_count_does_not_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云和县2024年给多少老人做了体检?", ["8.6万人"], []),
        ("云和县2024年北岭片区签约项目多少个?", ["52个"], ["164个"]),
        ("云和县2024年的协议投资额是多少?", ["517亿元"], []),
        ("芦淞区加装电梯完成了多少部?", ["52部"], ["90部"]),
        ("芦淞区加装电梯那项,三季度末完成多少部,在建多少部?", ["52部", "24部"], ["90部"]),
        ("芦淞区造林补植完成多少亩?", ["5800亩"], ["5600亩", "。:"]),
    ],
)
def test_the_very_count_does(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert_says(answer, said, unsaid)


PLAN = """镇安县2022年计划执行情况与2023年计划草案的报告

一、2022年计划执行情况
全年固定资产投资完成142.8亿元,增长10.5%,年初目标为10%;社会消费品零售总额下降1.6%,年初目标为增长7%。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("镇安县2022年固定资产投资有没有完成年初定的增速?", ["10.5%", "10%", "已达到"]),
        ("镇安县2022年社零实际表现怎么样,离目标差多远?", ["下降1.6%", "7%", "8.6个百分点"]),
    ],
)
def test_a_growth_is_set_against_the_plan_right_behind_it(
    tmp_path_factory: pytest.TempPathFactory, question: str, said: list[str]
) -> None:
    assistant = open_over(tmp_path_factory.mktemp("plan"), {"镇安县.txt": PLAN})
    answer = assistant.ask(question)
    assert not answer.refused
    assert_says(answer, said, [])


def test_no_stop_stands_inside_a_name(assistant: Assistant) -> None:
    rate = assistant.ask("芦淞区造林补植的完成率多少?")
    assert_says(rate, ["103.6%"], ["。:"])
