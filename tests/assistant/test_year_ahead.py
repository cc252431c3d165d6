"""The plan of the year ahead, where it is asked for beside what the year before has brought."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """云和县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告

一、2022年国民经济和社会发展计划执行情况
改建完成城东、城西等7家社区卫生站,新增公共停车泊位1180个,建成云端基站93个。

二、2023年主要预期目标和重点任务
完成城南、城北等4家社区卫生站提升改造,新增公共停车泊位540个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("year_ahead"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云和县2022年社区卫生站改建了几家,2023年呢?", ["7家", "目标", "4家"]),
        ("云和县2022年新增了多少停车泊位,2023年呢?", ["1180个", "目标", "540个"]),
    ],
)
def test_the_year_ahead_has_its_plan_beside_a_result(
    county: Assistant, question: str, said: list[str]
) -> None:
    assert_says(county.ask(question), said, [])


def test_a_follow_up_turns_to_the_plan_of_the_year_ahead(county: Assistant) -> None:
    first = "云和县2022年新增了多少停车泊位?"
    assert_says(talk(county, first, "2023年呢"), ["2023年目标", "540个"], ["1180"])
    assert talk(county, "云和县2022年建成云端基站多少个?", "2023年呢").refused
