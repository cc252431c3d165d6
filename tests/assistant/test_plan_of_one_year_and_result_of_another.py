"""The plan of one year against the result of another, and the money that a row is to cost."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

_REPORT = """丁川区2024年政府工作报告

一、2023年工作回顾

技术交易额完成31.2亿元,增长17.4%。高新技术企业总数达到206家。

二、2024年重点工作

技术交易额突破40亿元,高新技术企业总数达到240家以上。
"""
_LIST = """庚川区2025年民生实事项目清单

序号 | 实施内容 | 资金(万元) | 完成时限 | 牵头单位 |
1 | 改造城镇老旧小区37个,惠及居民5210户。 | 7300 | 12月底 | 区住建局 |
2 | 实施校园“安睡”工程,购置折叠课桌1.4万套,覆盖学校23所。 | 960 | 9月底 | 区教体局 |
3 | 新增公共停车泊位1900个。 | 880 | 11月底 | 区城管局 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"丁川区报告.txt": _REPORT, "庚川区清单.txt": _LIST}
    return open_over(tmp_path_factory.mktemp("plans"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "丁川区高新技术企业总数,2024年的目标比2023年底要多出多少家?",
            ["240家", "206家", "34家"],
            ["未提供"],
        ),
        (
            "丁川区技术交易额2024年目标比2023年完成数多多少?",
            ["40亿元", "31.2亿元", "8.8亿元"],
            ["未提供", "17.4"],
        ),
        ("庚川区2025年改造老旧小区预算多少万元?", ["7300万元"], ["960"]),
        ("庚川区2025年老旧小区改造经费多少?", ["7300万元"], ["960"]),
        ("庚川区2025年搞“安睡”要买多少套课桌、覆盖几所学校,预算多少万?", ["1.4万套", "960万"], []),
    ],
)
def test_each_is_told_in_its_own_words(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)
