"""Short pages of offices: a year's part below a letterhead, remarks in names, mistyped names."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

DOCUMENTS = {
    "report.txt": """罗湖区政府工作报告摘要(七届人大三次会议)
报告人:林一舟

2023年工作回顾
一、经济
初步预计,2023年固定资产投资612.4亿元,增11.3%;一般公共预算收入87.2亿元,增6.4%。

二、产业
规上工业企业318家,全年引进落地项目241个。
""",
    "bulletin.txt": """2023年黄浦区国民经济和社会发展统计数据

一、固定资产投资
全社会固定资产投资(跨区项目也计入)318.52亿元,增长9.4%。区级固定资产投资307.16亿元,增长9.1%。

二、财政
转移性支出中,上解支出4.18亿元,债务还本支出2.6亿元。
""",
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("offices"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("罗湖区2023年固定资产投资完成多少亿?", ["612.4亿元"], []),
        ("罗湖区2023年引进落地了多少个项目?", ["241个"], []),
        ("罗湖区2023年一般公共预算收入增长多少?", ["6.4%"], ["11.3%"]),
        ("黄浦区2023年固定资产投资总额多少?", ["318.52亿元"], ["307.16"]),
        ("黄浦区2023年区级固定资产投资多少?", ["307.16亿元"], ["318.52"]),
        ("黄浦区2023年上解之出是多少?", ["4.18亿元"], ["2.6亿元"]),
    ],
)
def test_short_pages_answer(
    offices: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(offices.ask(question), said, unsaid)
