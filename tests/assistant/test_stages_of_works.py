"""What was begun or finished is counted by what a row sets as its task, and by nothing beside."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

TASKS = "\n".join(
    [
        "海门区2023年重点工作进展情况",
        "序号\t目标任务\t牵头单位\t四季度进展",
        "1\t开竣工幼儿园9所，新增学位900个\t区教育局\t"
        "1. 各开竣工、续建项目均有序推进，已开工4所，已竣工3所。2. 挂牌成立附属幼儿园2所。",
        "2\t新增绿地30万平方米\t区城管局\t安置房建设有序推进，已竣工12万平方米。",
        "3\t推进信访积案动态清零\t区信访局\t省、市共下发积案73件，至10月底全部清零。",
    ]
)
REPORT = (
    "通州区2022年政府工作报告\n一、2022年工作回顾\n"
    "执法人员检查餐饮店900家次,累计开展走访服务1350家次。\n"
    "开工养老院6家、竣工养老院5家。防汛期间,开通专线,安排应急联络员300余人。\n"
    "规（限）上服务业企业212家,年营业收入388.4亿元。\n"
    "二、2023年工作安排\n"
    "新建6家兼具日间照料与全托服务功能的示范型居家养老服务中心。\n"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("stages"), {"tasks.txt": TASKS, "report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("海门区2023年竣工了几所幼儿园?", "已竣工3所", "2所"),
        ("海门区2023年开工了多少所幼儿园?", "已开工4所", "2所"),
        ("海门区2023年开工幼儿园数", "4所", "2所"),
        ("海门区2023年上级下发了多少件信访积案?", "73件", "没有给出"),
        ("通州区2022年竣工了几家养老院?", "5家", "6家"),
        ("通州区2022年防汛期间安排了多少应急联络员?", "300余人", "没有给出"),
        ("通州区2022年走访服务了多少家次企业?", "1350家次", "900"),
        ("通州区2022年规上服务业企业营业收入是多少?", "388.4亿元", "没有给出"),
        ("通州区2023年打算新建几家能日间照料又能全托的居家养老中心?", "6家", "没有给出"),
    ],
)
def test_what_is_counted_is_what_was_asked(
    pages: Assistant, question: str, told: str, untold: str
) -> None:
    text = pages.ask(question).text
    assert told in text
    assert untold not in text


def test_visits_to_others_are_none_to_companies(pages: Assistant) -> None:
    assert "900" not in pages.ask("通州区2022年检查企业多少家次?").text
    assert "900" not in pages.ask("通州区2022年检查了多少家次企业?").text
