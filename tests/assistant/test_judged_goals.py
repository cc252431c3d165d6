"""Whether a goal was reached, where a report says so itself, and what it says behind that."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """江宁区2023年政府工作报告

一、2022年工作回顾

地区生产总值增长3.1%。一般公共预算收入120亿元,增长4%,超额完成年初目标。社会消费品零售总额500亿元、下降2.1%。

同时,我们也清醒看到存在的不足:一是消费恢复不及预期,社零总额未能实现年初增长7%的目标;二是固定资产投资下降3.4%,未达到年初预期目标;三是进出口下降1.5%,没有完成增长5%的目标任务;四是工业投资下降2.6%,技改投资下降9%,未能实现年初预期目标。

二、2023年工作安排

社会消费品零售总额增长9%。地区生产总值增长6%。
"""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("judged"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2022年社零有没有完成年初定的增速目标?", ["7%", "下降2.1%", "未达到"], ["9%"]),
        ("江宁区2022年社零增速的年初目标是多少?", ["7%"], ["9%", "2.1%"]),
        ("江宁区2022年进出口完成目标任务了吗?", ["增长5%", "下降1.5%", "未达到"], []),
        ("江宁区2022年一般公共预算收入完成目标了吗?", ["120亿元", "超额完成年初目标"], []),
        ("江宁区2022年固定资产投资完成目标了吗?", ["3.4%", "未达到年初预期目标"], []),
        # What stands behind another figure is said of that one.
        ("江宁区2022年工业投资完成目标了吗?", ["2.6%"], ["未能实现", "9%"]),
        ("江宁区2022年进出口增速是多少?", ["下降1.5%"], ["5%的目标"]),
    ],
)
def test_what_a_report_says_of_its_goals(
    judged: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(judged.ask(question), said, unsaid)
