"""How far the rows of a table are: which is last, and each of those that one office leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

TABLE = """2023年度民生实事未完成项目进度表(截至10月31日)

来源:岚皋县人民政府办公室

序号 | 项目内容 | 当前进度 | 牵头单位
1 | 新建公办幼儿园4所。 | 82%(城东园偏慢) | 县教育局
2 | 建成投用3家敬老院。 | 57% | 县民政局
3 | 开工建设2家社区食堂。 | 35%(严重滞后) | 县民政局
4 | 改造农村公路60公里。 | 95% | 县交通局
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("progress")
    return open_over(folder, {"langao.txt": TABLE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("岚皋县进度最慢的是哪一项?", ["社区食堂:35%"], ["57%"]),
        ("岚皋县哪个项目进度最快?", ["农村公路", "95%"], ["82%"]),
        ("岚皋县民政局牵头的项目进度分别是多少?", ["57%", "35%"], ["82%"]),
        ("民政局牵头的两项进展如何?", ["敬老院:57%", "社区食堂:35%"], ["95%"]),
    ],
)
def test_how_far_rows_are(
    table: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(table.ask(question), said, unsaid)
