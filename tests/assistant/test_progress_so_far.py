"""How far a table tells, where only the sentence above it says so."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

NOTICE = """江宁区2023年5件民生实事完成情况公示

现将2023年5件民生实事截至11月30日的完成情况公示如下。5件实事计划总投资3.6亿元,累计完成投资2.9亿元。

序号|项目名称|建设内容|责任单位|进展情况|状态
1|学前学位|新增公办园学位1800个|区教育局|新增学位2130个|已完成
2|口袋公园|新建口袋公园12个|区园林局|建成口袋公园9个|推进中
3|充电设施|新建充电桩600个|区发改局|新建充电桩547个|推进中
4|食堂|新建食堂10家|区民政局|建成10家|已完成
5|健身场地|新建健身场地8处|区体育局|建成8处|已完成
"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("so-far"), {"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("江宁区2023年计划建600个充电桩,到11月底建了多少?", ["600个", "547个"], ["9个"]),
        ("江宁区2023年到11月底还有哪几件实事在推进中?", ["口袋公园", "充电设施"], ["食堂"]),
        ("江宁区2023年11月底建成口袋公园多少个?", ["9个", "11月"], ["12个"]),
    ],
)
def test_a_sentence_above_a_table_says_how_far_it_tells(
    notice: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(notice.ask(question), said, unsaid)


def test_and_no_other_month(notice: Assistant) -> None:
    assert notice.ask("江宁区2023年到6月底建成口袋公园多少个?").refused


def test_a_plan_by_its_very_name_stands_beside_its_result(notice: Assistant) -> None:
    """计划总投资 names the plan; no other word asks for it."""
    plan, done = notice.ask("江宁区2023年实事计划总投资多少?"), notice.ask("完成投资多少?")
    assert_says(plan, ["3.6亿元"], ["2.9亿元"])
    assert "3.6" not in done.text
