"""Two named things added up, what is of one sort alone; the shares of a proportion."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant
from assistant.conversations.history import turn_of
from assistant.schema import Turn

BULLETIN = """云和县2023年国民经济和社会发展统计公报

一、综合
全年实现地区生产总值96.4亿元,增长6.1%。其中,第二产业增加值30.1亿元,增长7.9%;第三产业增加值56.5亿元,增长5.3%。三次产业结构由上年的10.6:31.0:58.4调整为10.2:31.2:58.6。

二、财政
一般公共预算收入8.3亿元,增长2.4%,其中税收收入6.1亿元,增长1.3%。
一般公共预算支出41.5亿元,增长3.3%,其中教育支出8.2亿元,增长4.0%;卫生健康支出5.1亿元,下降2.2%。

三、人民生活
城镇居民人均可支配收入48210元,增长4.4%;农村居民人均可支配收入25630元,增长7.7%。
年末有乡镇卫生院9家、村卫生室77家、民营医院3家。
全年接待游客512.6万人次,增长9.1%;实现旅游收入40.8亿元,增长8.8%。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("sums"), {"bulletin.txt": BULLETIN})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云和县2023年教育支出和卫生健康支出一共多少?", ["8.2亿元", "5.1亿元", "合计:13.3亿元"]),
        ("云和县第二产业和第三产业增加值加起来多少?", ["合计:86.6亿元"]),
        ("云和县乡镇卫生院和村卫生室一共多少家?", ["合计:86家"]),
    ],
)
def test_two_things_of_one_sort_are_added(
    bulletin: Assistant, question: str, said: list[str]
) -> None:
    assert_says(bulletin.ask(question), said, ["不能相加"])


@pytest.mark.parametrize(
    "question",
    [
        "云和县2023年税收收入和一般公共预算收入一共多少?",
        "云和县2023年城镇居民收入和农村居民收入加起来多少?",
        "云和县旅游收入和税收收入一共多少?",
    ],
)
def test_a_part_and_its_whole_means_and_other_sorts_are_not_added(
    bulletin: Assistant, question: str
) -> None:
    assert "合计" not in bulletin.ask(question).text


def test_what_was_told_of_other_sorts_is_not_told_again_as_a_sum(bulletin: Assistant) -> None:
    history: list[Turn] = []
    for question in ("云和县接待游客多少?", "旅游收入呢?", "加起来呢?"):
        answer = bulletin.ask(question, history)
        history.append(turn_of(answer))
    assert answer.refused
    assert "不能相加" in answer.text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("云和县2023年第三产业占比多少?", "58.6%"),
        ("云和县2023年三产占比?", "58.6%"),
        ("云和县2022年第三产业占GDP比重多少?", "58.4%"),
    ],
)
def test_the_share_of_the_third_industry_is_told_by_the_proportion(
    bulletin: Assistant, question: str, share: str
) -> None:
    assert_says(bulletin.ask(question), [f"第三产业占{share}"], [])
