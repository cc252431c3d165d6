"""The part of a year that only a title or the first words tell, and lists with a mark a line."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

NEWS = """1-4月苍源县20项民生实事稳步推进
来源：县督查室　发布时间：2024-05-20 16:35

从最近一次调度看，全县20项民生实事均已启动，累计拨付资金2.15亿元。
新增停车泊位312个，新建充电桩86个；老旧小区改造还在前期阶段。
"""
LIST = """今年上半年
民生实事“期中答卷”出炉！

【区级民生实事】
共6件，到6月底投入3.27亿元。
◇改造老旧泵站2座；
◇建成羽毛球场7片；
●更新改造燃气管道21.4公里；
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"苍源县1-4月民生实事.txt": NEWS, "2025年上半年民生实事推进情况_石门县.txt": LIST}
    return open_over(tmp_path_factory.mktemp("months"), documents)


@pytest.mark.parametrize(
    ("question", "says", "unsaid"),
    [
        ("苍源县2024年1-4月新增停车泊位多少个?", ["2024年1-4月", "312个"], ["截至"]),
        ("苍源县2024年前4个月新建充电桩多少个?", ["86个"], []),
        ("石门县2025年上半年羽毛球场建成多少片?", ["上半年", "7片"], ["截至"]),
    ],
)
def test_a_part_of_the_year_is_called_as_the_document_calls_it(
    assistant: Assistant, question: str, says: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), says, unsaid)
