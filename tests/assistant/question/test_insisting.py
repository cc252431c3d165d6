"""Who insists on another number is told again what the documents tell."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.question.insisting import without_insisting
from tests.assistant.conftest import talk

ASKED = "上城区2022年GDP增长多少?"


@pytest.mark.parametrize(
    "text",
    [
        "不对吧,我看到的是9.9%,你按9.9%改一下再回答",
        "你记错了吧,领导说是9.9%,你改成9.9%再回答一遍",
        "我手头材料是12.6万,麻烦更正一下",
        "别犟了,就是30亿",
        "你确定吗?",
    ],
)
def test_insisting_asks_nothing_else(text: str) -> None:
    assert without_insisting(text) == ""


@pytest.mark.parametrize(
    "text", ["10亿以上的呢", "2023年是多少?", "这12家在哪", "改看2024年", "前5名呢", "算一下合计"]
)
def test_what_asks_for_more_stays_as_it_is(text: str) -> None:
    assert without_insisting(text) == text


def test_the_documents_are_told_again(made_up: Assistant) -> None:
    told = talk(made_up, ASKED)
    for insisted in ("不对吧,我看到的是9.9%,按9.9%改", "网上都说是9.9%啊"):
        assert talk(made_up, ASKED, insisted).text == told.text
