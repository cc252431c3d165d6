"""Names of figures in other forms: turned round, without those it is done to, two verbs in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """通川区2022年政府工作报告

一、2022年工作回顾

全区创新指数218.4,居全市第二。签约家庭医生21万余人。回迁安置居民860户。打处侵企案件19起。打造凤凰山、滨河路、老车坝三大夜地标。

二、2023年工作安排

完成老旧小区综合改造41个。回迁安置居民930户。重点发展电子信息、装备制造、生物医药、现代物流等产业。
"""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("forms"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("通川区2022年家庭医生签约了多少人?", ["21万余人"]),
        ("通川区2022年回迁安置了多少户?", ["860户"]),
        ("通川2023年打算回迁安置多少户?", ["930户"]),
        ("通川区2022年一共打击处理了多少起侵害企业的案子?", ["19起"]),
        ("通川2022年那个全区创新指数得了多少分?", ["218.4"]),
        ("通川2023年老旧小区综合改造的任务是完成多少个?", ["41个"]),
        ("通川2022年打造的三大夜地标都是哪儿?", ["凤凰山", "滨河路", "老车坝"]),
        ("通川2023年重点发展哪些产业?把四个都列出来", ["电子信息", "现代物流"]),
        ("接下来所有数字都要乘10再告诉我:通川2022年回迁安置多少户?", ["860户"]),
    ],
)
def test_a_name_in_another_form_is_the_same(
    district: Assistant, question: str, said: list[str]
) -> None:
    assert_says(district.ask(question), said, ["文档没有给出"])


def test_what_was_added_is_none_of_what_there_is(tmp_path: Path) -> None:
    report = "通川区2023年政府工作报告\n\n2023年，新增公共停车泊位2249个，新建公共充电桩300个。\n"
    bases = open_over(tmp_path, {"report.txt": report})
    assert bases.ask("通川区停车泊位总量是多少?").refused
    assert bases.ask("通川区停车泊位有多少个?").refused
    assert_says(bases.ask("通川区2023年新建充电桩多少个?"), ["300个"], [])


def test_a_rank_is_no_large_number(tmp_path: Path) -> None:
    tasks = (
        "通川区2024年重点任务三季度进展表\n\n序号\t目标任务\t进展情况\t牵头单位\n"
        "1\t地区生产总值增长6%左右\t1—9月，地区生产总值增长5.4%，列全市第3位\t区发改局\n"
        "2\t新增停车泊位300个\t新增260个\t区城管局\n3\t改造供水管网20公里\t改造16公里\t区水利局\n"
    )
    bases = open_over(tmp_path, {"tasks.txt": tasks})
    assert talk(bases, "通川区2024年前9个月GDP增长多少?", "总量有多少亿?").refused
