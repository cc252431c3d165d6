"""A page that gives one part of a report, as its title says, below the line of its session."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PART = """路桥区2024年政府工作报告(2023年工作回顾部分)
2024年1月11日,区第六届人民代表大会第三次会议
(一)产业发展
2023年工业总产值增长4.7%。
招商方面,引入远洲动力、青禾新材、云杉传感等项目。
消费方面,银杏里、滨江汇二期、南官天地先后开业,夜市街区开街。
推进重大工程项目80项。
"""


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("part"), {"路桥区2024年政府工作报告.txt": PART})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("路桥区2023年引进了哪些项目?", ["远洲动力", "青禾新材", "云杉传感"], ["80项", "银杏里"]),
        ("路桥区2023年哪些商场开业了?", ["银杏里", "滨江汇二期", "南官天地"], ["80项", "远洲"]),
        ("路桥区2023年推进了多少个重大工程项目?", ["80项"], []),
    ],
)
def test_what_stands_in_the_review_is_of_the_year_before(
    part: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(part.ask(question), said, unsaid)


def test_the_works_that_were_pushed_on_did_not_open(part: Assistant) -> None:
    assert "80项" not in part.ask("路桥区2023年有哪些项目开业?").text.split("文档里相近")[0]
