"""What has come in of a budget by some month, beside the budget of the year and the change."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

REPORT = """青禾县2024年1-4月财政预算执行情况

1-4月,地方一般公共预算收入累计完成25631万元,完成年初预算数61300万元的41.8%,比上年同期减收947万元,下降3.6%。
1-4月,一般公共预算支出累计完成107352万元,为预算数260700万元的41.2%,比上年同期减支8731万元,下降7.5%。
1-4月,政府性基金预算收入累计完成2391万元,占县人大批准预算26200万元的9.1%,比上年同期增收431万元,增长22.0%。
1-4月,社会保险基金收入累计完成17920万元,支出累计完成15108万元。
下一步抓收入,力争上半年地方一般公共预算收入完成36500万元以上。
"""


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("budgets"), {"青禾.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青禾县2024年1-4月一般公共预算收入多少?", "25631万元", ("61300", "947")),
        ("青禾县2024年1-4月一般公共预算支出多少?", "107352万元", ("260700", "8731")),
        ("青禾县2024年1-4月政府性基金收入多少?", "2391万元", ("26200", "431")),
        ("青禾县2024年1-4月一般公共预算支出下降了多少?", "7.5%", ("3.6%",)),
        ("青禾县2024年1-4月政府性基金收入增长多少?", "22.0%", ("9.1%",)),
        (
            "青禾县2024年1-4月一般公共预算支出比上年减少了多少万元?",
            "下降8731万元",
            ("107352",),
        ),
        ("青禾县打算2024年上半年一般公共预算收入做到多少?", "36500万元", ("61300", "未提供")),
        ("青禾县2024年一般公共预算收入年初预算是多少?", "61300万元", ("25631",)),
    ],
)
def test_what_came_in_is_neither_the_budget_nor_the_change(
    reported: Assistant, question: str, said: str, unsaid: tuple[str, ...]
) -> None:
    assert_says(reported.ask(question), [said], unsaid)


@pytest.mark.parametrize("thing", ["社保基金收入", "社会保险基金支出", "国有资本经营收入"])
def test_no_budget_is_told_for_another(reported: Assistant, thing: str) -> None:
    assert reported.ask(f"青禾县2024年{thing}年初预算多少?").refused
