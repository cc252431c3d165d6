"""A row that counts two things: each is told, and judged, by its own name."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

HEADER = ["序号", "主要任务", "全年目标任务", "牵头 单位", "1-8月推进情况", "是否达序", "说明"]
# The first column of names is merged away, and each row is filled up with delimiters at its end.
ROWS = [
    ["1", "新建生活垃圾中转站6个、生活垃圾分类亭45个。", "城管局"]
    + ["建成生活垃圾中转站4个、分类亭31个。", "是", "", ""],
    ["2", "新增“一站三定”达标小区120个。", "城管局"]
    + ["在25个小区,建成19个厢房,34个垃圾站。", "否", "项目于6月才签订合同。", ""],
    ["3", "新增公共停车泊位800个。", "住建局", "新增公共停车泊位612个。", "是", "", ""],
]


def _row(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    return "".join(f"{cell} |\n" for cell in filled) + "|" * (len(cells) - len(filled))


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    table = "\n".join(["".join(f"{name} |\n" for name in HEADER).strip(), *map(_row, ROWS)])
    text = f"海门区2023年民生实事项目推进情况(1-8月)\n{table}\n"
    return open_over(tmp_path_factory.mktemp("counts"), {"tasks.txt": text})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("海门区2023年1-8月建成多少个生活垃圾分类亭?", "分类亭31个"),
        ("海门区2023年1-8月建成生活垃圾中转站几个?", "中转站4个"),
        ("海门区2023年要新建多少个生活垃圾分类亭?", "45个"),
    ],
)
def test_a_count_is_of_what_its_name_ends_in(
    tasks: Assistant, question: str, expected: str
) -> None:
    assert expected in tasks.ask(question).text


def test_each_of_two_goals_is_judged_by_its_own_result(tasks: Assistant) -> None:
    assert "低于目标14个" in tasks.ask("海门区2023年1-8月生活垃圾分类亭完成目标了吗?").text
    assert "低于目标2个" in tasks.ask("海门区2023年1-8月生活垃圾中转站完成目标了吗?").text


def test_what_only_begins_alike_is_not_set_against_the_goal(tasks: Assistant) -> None:
    text = tasks.ask("海门区2023年一站三定达标小区到8月完成目标了吗?").text
    assert "120个" in text
    assert "低于目标" not in text


def test_delimiters_that_fill_a_row_up_move_none_of_its_cells(tasks: Assistant) -> None:
    text = tasks.ask("海门区2023年达标小区这项到8月是否达序?").text
    assert "否" in text
