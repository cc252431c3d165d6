"""Whose rows of a table are meant: of one alone, of several together, of either of them."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

TASKS = """盱眙县2024年重点工作任务进展表

序号 | 工作任务 | 牵头单位 | 进展情况
1 | 新建口袋公园6个 | 住建局、城管局 | 正常推进
2 | 新增停车泊位800个 | 城管局 | 正常推进
3 | 改造老旧小区9个 | 住建局 | 已完成
4 | 引进数字企业12家 | 工信局 | 引进数字企业14家
5 | 走访企业300家 | 工信局 | 走访企业316家
6 | 营商环境评价进入前十 | 商务局 | 评价于3月启动，评价结果预计2025年2月公布
"""


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("charges"), {"tasks.txt": TASKS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("盱眙县2024年住建局和城管局一起牵头的有哪几项?", ["口袋公园"], ["停车", "小区"]),
        ("盱眙县2024年住建局和城管局牵头的有哪几项?", ["公园", "停车", "小区"], ["企业"]),
        ("盱眙县2024年城管局单独牵头的有哪几项?", ["停车泊位"], ["公园", "小区"]),
        ("盱眙县2024年城管局名下单独牵头的有哪几项?", ["停车泊位"], ["公园", "小区"]),
        ("盱眙县2024年工信局和商务局谁牵头的任务多?", ["共2项", "共1项", "多1项"], ["公园"]),
        ("盱眙县2024年住建局、城管局各牵头几项任务?", ["共2项", "一样多"], ["停车"]),
        ("盱眙县2024年牵头单位写的是城管局的有哪些?", ["共2项", "公园", "停车"], ["小区"]),
        ("盱眙县2024年任务里牵头单位为住建局的有几项?", ["2项", "公园", "小区"], ["停车"]),
        ("盱眙县2024年牵头单位只有城管局的有哪几项?", ["停车泊位"], ["公园", "小区"]),
        ("盱眙县2024年走访企业定的数,到底有没有跑赢?", ["316家", "高于目标16家"], ["14家"]),
        ("盱眙县2024年任务表倒数第三项是什么?", ["第4项", "数字企业"], ["停车"]),
        ("盱眙县2024年营商环境评价结果大概几月份出来?", ["2025年2月"], ["3月启动"]),
        ("盱眙县2024年大多填着“正常推进”,哪几项填的是别的?", ["小区", "企业"], ["公园"]),
        ("盱眙县2024年数字企业引进了几家?", ["14家"], ["316", "300"]),
    ],
)
def test_the_rows_that_are_meant_are_told(
    tasks: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = tasks.ask(question).text
    assert all(words in text for words in said), text
    assert not any(words in text for words in unsaid), text


def test_no_row_of_one_of_them_is_told_for_both(tasks: Assistant) -> None:
    assert tasks.ask("盱眙县2024年住建局和工信局共同牵头的有哪几项?").refused
