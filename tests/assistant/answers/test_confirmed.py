"""Whether a number that the question itself states is so: told as the document tells it."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

BULLETIN = """管城区2023年国民经济和社会发展统计公报

一、综合

全年实现地区生产总值412.6亿元,比上年增长3.8%。

二、财政

全年一般公共预算收入28.4亿元,同比下降14.7%。

三、消费

全年社会消费品零售总额196.3亿元,同比下降2.9%。

四、项目

全区确定重点工作63项,已完成58项,正在办理5项。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("confirmed"), {"bulletin.txt": BULLETIN})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("管城区2023年社零下降2.9%,对吗?", ["下降2.9%"], []),
        ("听说管城区2023年社零增长了2.9%,是这样吗?", ["下降2.9%"], []),
        ("管城区2023年财政收入是不是下降了14.7%?", ["下降14.7%"], ["2.9%"]),
        ("管城区2023年GDP增长6%,对不对?", ["3.8%"], ["6%"]),
        ("管城区2023年GDP是412.6亿元吧?", ["412.6亿元"], []),
    ],
)
def test_a_stated_number_is_confirmed_by_what_the_document_tells(
    bulletin: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(bulletin.ask(question), said, unsaid)
