"""Results told with a cause, a plan in brackets or a rank, and names that are said apart."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """泸溪县人民政府工作报告

(2024年1月9日在泸溪县第十八届人民代表大会第三次会议上)

【2023年工作回顾】
◆经济运行
全年社会消费品零售总额42.6亿元,下降1.8%(年度计划增长8%)。一般公共预算收入12.4亿元,同口径下降4.6%(年度计划增长6%)。固定资产投资受土地供应等因素影响下降3.1%,未达到年初增长6%的预期目标。跨境电商进出口6.4亿元,一般贸易进出口22.8亿元。
◆园区建设
泸溪高新区完成产值180亿元,在省级园区综合考核中列第17位,前移6位。武水国际陆港全年开行国际班列208列,其中中欧班列93列。
【2024年重点工作】
◆产业升级
固定资产投资增长5%。
"""


@pytest.fixture(scope="module")
def talked_to(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("plans"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("泸溪县2023年固投实际增速多少,年初定的是多少?", ["下降3.1%", "6%", "未达到"], ["5%"]),
        ("泸溪县2023年社零跟计划比怎么样?", ["下降1.8%", "8%", "未达到"], ["上限"]),
        ("泸溪县2023年财政收入(一般公共预算)跟计划比完成得怎么样?", ["4.6%", "6%"], ["42.6"]),
        ("跨境电商这块,泸溪县在2023年进出口做了几亿元?", ["6.4亿元"], ["22.8"]),
        ("泸溪高新区在省级园区考核里排第几?比上年前进了几位", ["第17位", "6位"], []),
        ("2023年武水国际陆港开了多少列班列,其中中欧班列多少?", ["208列", "93列"], []),
    ],
)
def test_each_part_is_told(
    talked_to: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(talk(talked_to, question), told, untold)
