"""What a cell tells of one of the things that its row lists side by side."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = (
    "溧水区2024年民生实事项目进度表(10月)\n\n"
    "序号 | 重点工作 | 主要内容 | 牵头单位 | 10月完成情况 | 状态 |\n"
    "1 | 教育设施提质 | 新建区实验中学、石湫小学,改扩建白马中学 | 区教育局 | "
    "区实验中学地下室开挖;石湫小学可研已批、概算评审中;白马中学预算编好送评审 | 部分滞后 |\n"
    "2 | 上学路 | 打造最美上学路9条 | 相关街道 | 9条全部建成 | 办结 |\n"
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("items"), {"table.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("溧水区2024年白马中学改扩建,10月推进到什么程度?", ["预算编好送评审"], ["概算", "开挖"]),
        ("溧水区2024年石湫小学进展如何?", ["概算评审中"], ["预算编好", "开挖"]),
        ("溧水区2024年教育设施提质10月完成情况", ["概算评审中", "预算编好"], []),
        ("溧水区2024年上学路10月完成情况", ["9条全部建成"], ["概算"]),
    ],
)
def test_one_of_several_things(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)
