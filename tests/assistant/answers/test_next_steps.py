"""What is to be done next, asked in no word of the heading that it stands below."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PAGE = """勐腊县2023年1-7月水利建设完成情况
发布日期:2023年08月14日 来源:勐腊县水务局

一、完成情况
1-7月,水利投资完成6.4亿元,新建水窖130口。
二、存在的困难
一是雨季施工窗口短。二是管材价格上涨。
三、下步措施
(一)抢工期。错开汛期组织施工,年底前新建水窖210口。
(二)筹资金。争取上级补助资金1.9亿元。
勐腊县水务局(建管股供稿)
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("next"), {"page.txt": PAGE})


@pytest.mark.parametrize(
    "question",
    ["勐腊县水利下一步打算采取哪些措施?", "勐腊县下步措施有哪些?", "勐腊县接下来有哪些工作措施?"],
)
def test_all_measures_of_the_section_are_told(page: Assistant, question: str) -> None:
    assert_says(page.ask(question), ["抢工期", "筹资金"], ["130口", "窗口短", "供稿"])


def test_measures_in_a_field_that_no_section_is_of_are_not(page: Assistant) -> None:
    assert "抢工期" not in page.ask("勐腊县下一步在教育上打算采取哪些措施?").text
