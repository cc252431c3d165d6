"""Tables of what is not done: what is done stands in none of them."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

LEFT = """2023年度民生实事未完成项目进度表(截至9月30日)
来源:常宁市人民政府办公室
序号 | 项目内容 | 当前进度 | 牵头单位
1 | 新建公办幼儿园4所。 | 85% | 市教育局
2 | 改造农村公路62公里。 | 92% | 市交通局
3 | 建成敬老院2家。 | 40% | 市民政局
"""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("left"), {"left.txt": LEFT})


@pytest.mark.parametrize(
    "question",
    ["常宁市2023年9月底已经完成的民生实事一共有几项?", "常宁市2023年9月底哪些民生实事已完成?"],
)
def test_what_is_done_is_not_counted_in_what_is_not(left: Assistant, question: str) -> None:
    answer = left.ask(question)
    assert answer.refused
    assert "3项" not in answer.text


def test_a_bound_is_held_against_what_is_left(left: Assistant) -> None:
    assert "没有符合的" in left.ask("常宁市2023年9月底哪些民生实事进度低于10%?").text
    assert "敬老院" in left.ask("常宁市2023年9月底哪些民生实事进度低于50%?").text
