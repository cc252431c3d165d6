"""Short pages of offices: a year's part below a letterhead, remarks in names, mistyped names."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant
from tests.ingest.tables.test_stacked_merged import PARTED

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

三、教育
《集团办学行动计划》已制订,集团办学覆盖率目标为:2023年36%,2024年51%,2025年64%。
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
        ("黄浦区集团办学覆盖率2023年目标是多少?", ["36%", "目标"], ["51%", "64%"]),
        ("黄浦区2025年集团办学覆盖率要到多少?", ["64%", "目标"], ["36%", "51%"]),
    ],
)
def test_short_pages_answer(
    offices: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(offices.ask(question), said, unsaid)


PROGRESS = PARTED.replace("9月", "10月").replace("三季度", "四季度")


@pytest.fixture(scope="module")
def progress(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("progress"), {"progress.txt": PROGRESS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江北区2024年护理床位到10月装了多少张?", ["431张"], ["420"]),
        ("江北区2024年护理床位的目标是多少张,完成了吗?", ["420张", "431张", "达到"], []),
        ("江北区2024年10月进度表里列出的任务,有几项已经办结?", ["2项"], ["青禾"]),
        ("江北区2024年有几项任务办结?", ["2项"], ["青禾"]),
        ("江北区2024年有几项任务滞后?", ["1项", "青禾"], ["食堂"]),
        ("江北区2024年打造老年食堂是哪位区领导分管?", ["沈佳"], ["何立文"]),
    ],
)
def test_rows_parted_by_blank_lines_answer(
    progress: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(progress.ask(question), said, unsaid)


DUE = """江北区2025年民生实事进展表(数据到6月底)

序号 | 工程 | 子项目 | 建设内容 | 年度要求 | 6月底进展 |
1 | 养老服务提升工程 | 城南敬老院食堂 | 食堂新建一幢 | 年内完成 | 正在做装饰工程 |
2 | 养老服务提升工程 | 青禾养老服务中心 | 旧楼原址拆建,60张床位 | 年内开工 | 施工招标结束 |
3 | 养老服务提升工程 | 柳溪敬老院宿舍楼 | 二至五层40间房 | 年内完成 | 正在做附属工程 |
"""


def test_when_a_task_is_due_is_no_publication(tmp_path: Path) -> None:
    assistant = open_over(tmp_path, {"due.txt": DUE})
    answer = talk(assistant, "江北区柳溪敬老院宿舍楼有多少间房?", "要求什么时候完成?")
    assert_says(answer, ["年内完成"], ["年内开工", "没有给出"])
