"""Tables with a column for each street or year: questions that ask across the columns of a row."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

STREETS = """广益区2024年各街道重点指标一览表

| 街道 | 城南街道 | 城北街道 | 临江街道 | 湖东街道 | 合计 |
| --- | --- | --- | --- | --- | --- |
| 新增就业（人） | 1710 | 1490 | 2055 | 1365 | 6620 |
| 加装电梯（台） | 24 | 33 | 17 | 43 | 117 |
| 招商到位资金（亿元） | 3.2 | 2.7 | 7.6 | 5.5 | 19.0 |
| 信访化解率（%） | 96.1 | 98.4 | 94.3 | 97.2 | 96.5 |
"""
YEARS = """慈溪市主要指标历年情况

指标 | 2021年 | 2022年 | 2023年 | 2024年
地区生产总值（亿元） | 2379.2 | 2521.6 | 2639.5 | 2761.3
实际利用外资（亿美元） | 3.1 | 4.6 | 2.9 | 2.2
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"streets.txt": STREETS, "years.txt": YEARS}
    return open_over(tmp_path_factory.mktemp("across"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("广益区哪个街道加装电梯最多?", ["湖东街道:43台"], ["117", "城北"]),
        ("广益区信访化解率最低的是哪个街道?", ["临江街道:94.3%"], ["96.5"]),
        ("广益区2024年招商到位资金最高的街道是哪个?", ["临江街道:7.6亿元"], ["19.0"]),
        (
            "广益区各街道新增就业分别是多少?",
            ["城南街道:1710人", "城北街道:1490人", "临江街道:2055人", "湖东街道:1365人"],
            ["6620"],
        ),
        ("慈溪市实际利用外资最多的是哪一年?", ["2022年:4.6亿美元"], ["2521.6"]),
    ],
)
def test_the_column_is_told_that_has_the_most_or_the_least(
    tables: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(tables.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question", ["广益区哪个街道新增就业增长最快?", "广益区哪个街道停车位最多?"]
)
def test_what_no_row_tells_is_not_told(tables: Assistant, question: str) -> None:
    assert tables.ask(question).refused
