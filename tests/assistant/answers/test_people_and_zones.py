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
