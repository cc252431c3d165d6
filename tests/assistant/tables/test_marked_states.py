"""States that a table gives by marks, which the text above it explains."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

MARKED = """鹿川县2026年重点任务完成情况表(截至9月底)
(状态栏中,“✓”为已完成,“▲”为滞后)
序号 | 任务内容 | 责任单位 | 完成情况 | 状态 |
1 | 新建粮库3座 | 县发改局 | 建成3座 | ✓ |
2 | 铺设燃气管道26公里 | 县城投公司 | 铺设9公里 | ▲ |
3 | 培训护理员400人 | 县人社局 | 培训412人 | ✓ |
4 | 修复湿地70公顷 | 县林业局 | 尚未进场 | ▲ |
"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("marked"), {"marked.txt": MARKED})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("鹿川县2026年哪些任务被标为滞后?", ["燃气管道", "湿地"], ["粮库", "护理员"]),
        ("鹿川县2026年标为已完成的是哪些任务?", ["粮库", "护理员"], ["燃气管道", "湿地"]),
    ],
)
def test_a_mark_is_the_state_that_the_text_explains(
    marked: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = marked.ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


def test_a_state_that_no_mark_stands_for_is_that_of_no_row(marked: Assistant) -> None:
    assert "粮库" not in marked.ask("鹿川县2026年哪些任务被标为暂缓?").text


OPENED = """鹿川县2026年9月民生实事项目进展情况汇总表

序号

项目内容

牵头单位

落实情况

1

创建示范托育园2所。

县教育局

基本完成。

城东、城南托育园已挂牌,待市级验收。

2

组织护理员培训260人次。

提前完成年度任务。

开展护理员培训318人次,并完成系统销号

3

1)加装电梯12台;

2)改造老旧小区5个。

县住建局

基本完成。

1)加装电梯11台

2)改造老旧小区完成5个

4

新建口袋公园3个。

提前完成年度任务

建成河滨、东苑、北门3个口袋公园
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("鹿川县民生实事有哪些是基本完成?", ["2项", "托育园", "电梯"], ["护理员", "口袋公园"]),
        ("鹿川县哪些任务提前完成了?", ["2项", "护理员", "口袋公园"], ["托育园", "电梯"]),
        ("鹿川县教育局牵头几项?", ["2项", "护理员"], ["电梯", "口袋公园"]),
        ("鹿川县口袋公园由谁牵头?", ["县住建局"], ["提前", "教育局"]),
    ],
)
def test_how_far_a_row_has_come_stands_on_a_line_of_its_own_above_the_details(
    tmp_path: Path, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(open_over(tmp_path, {"2026年9月.txt": OPENED}).ask(question), said, unsaid)
