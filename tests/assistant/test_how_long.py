"""How long a thing takes, which 要 asks for without asking for a plan."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """奉化区2023年政府工作总结

一、2023年工作回顾

企业开办时间压缩至0.5个工作日,工业项目拿地到开工平均用时缩短至45天。建成充电桩320个。

二、2024年工作安排

不动产登记全流程3小时办结,施工许可审批时限压缩至12个工作日。新建充电桩260个。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("how-long"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("奉化区2023年开办企业要多少个工作日?", ["0.5个工作日"], ["45天"]),
        ("奉化区2023年企业开办要用几天?", ["0.5个工作日"], ["45天"]),
        ("奉化区2023年工业项目从拿地到开工平均要几天?", ["45天"], ["0.5个工作日"]),
        ("奉化区2024年不动产登记要几个小时办完?", ["3小时"], ["12个工作日"]),
        ("奉化区2024年施工许可审批要几天?", ["12个工作日"], ["3小时"]),
        ("奉化区2024年要新建多少个充电桩?", ["260个"], ["320个"]),
    ],
)
def test_how_long_it_takes(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
