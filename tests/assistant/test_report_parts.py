"""What a report owns up to and what it means to do next, under a heading or in a sentence."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

SUMMARY = """江宁区住房和城乡建设局2023年工作总结

一、2023年工作情况

改造老旧小区48个,受理热线诉求3200件,解决群众反映强烈的问题21个。

二、存在的主要问题

一是老旧小区改造资金缺口较大;二是物业矛盾突出,投诉占全部热线的31%;三是队伍力量不足。

三、下一步工作打算

(一)加快片区更新。全年改造老旧小区50个。
(二)规范物业管理。开展物业评比4次。
"""

REPORT = """2024年六合区人民政府工作报告

一、2023年工作回顾

全区生产总值达到612亿元,增长5.6%。

同时,我们清醒地看到,发展中还存在不少困难和问题:一是主导产业不强;二是财政收支矛盾突出;三是民生短板不少。

二、2024年重点工作

改造老旧小区20个。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("parts")
    return open_over(folder, {"zhujian.txt": SUMMARY, "report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "江宁区住建局2023年总结里摆出了哪些主要问题?",
            ["资金缺口", "31%", "队伍力量不足"],
            ["21个"],
        ),
        ("江宁区2023年存在什么短板?", ["资金缺口"], ["21个"]),
        ("江宁区2023年老旧小区改造工作总结里说了哪些不足?", ["队伍力量不足"], ["48个"]),
        ("江宁下一步怎么干?", ["50个", "4次"], ["48个"]),
        ("江宁区住建局接下来有哪些打算?", ["50个", "4次"], ["48个"]),
        (
            "六合区2024年政府工作报告里自己承认了哪些问题?",
            ["主导产业不强", "收支矛盾", "民生短板"],
            ["612"],
        ),
    ],
)
def test_a_part_is_told_by_what_it_is(
    reports: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(reports.ask(question), said, unsaid)


def test_what_was_solved_is_no_problem_owned_up_to(reports: Assistant) -> None:
    text = reports.ask("江宁区2023年解决了多少个群众反映强烈的问题?").text
    assert "21个" in text
    assert "资金缺口" not in text
