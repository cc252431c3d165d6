"""How many of some things are still in hand or not begun yet, and never how many there are."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over, talk

REPORT = """蔡甸区2023年区政府会议确定事项和重点项目推进情况

一、会议确定事项

2023年区政府确定重要工作任务共214项,已完成203项,正在办理11项,完成率94.9%。

(一)区政府常务会议。2023年共召开区政府常务会议8次,确定事项126项,完成119项,正在办理7项,完成率94.4%。其中第五次常务会确定事项19项,完成16项,正在办理3项,完成率84.2%。

(二)区长办公会议。2023年共召开区长办公会议6次,确定事项88项,完成84项,正在办理4项,完成率95.5%。

二、重点项目

2023年安排重点项目72宗,总投资845.3亿元。24宗未开工项目中,省重点项目有5宗,市重点项目有8宗,区重点项目有11宗。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("states"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("蔡甸区2023年区政府确定的工作任务还有多少项在办?", ["11项"], ["214", "7项"]),
        ("蔡甸区2023年第五次常务会确定的事项在办几项?", ["3项"], ["7项", "19项"]),
        ("蔡甸区2023年区长办公会议还有几项正在办理?", ["4项"], ["7项", "11项"]),
        ("蔡甸区2023年还有多少宗重点项目未开工?", ["24宗"], ["5宗", "72宗"]),
    ],
)
def test_those_of_a_state_are_counted(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)


def test_what_is_not_begun_is_asked_of_what_was_counted(report: Assistant) -> None:
    answer = talk(report, "蔡甸区2023年有多少宗重点项目?", "还有多少宗没开工?")
    assert_says(answer, ["24宗"], ["5宗", "72宗"])


def test_no_count_of_another_meeting_is_told(report: Assistant) -> None:
    assert report.ask("蔡甸区2023年党组会议还有几项正在办理?").refused
