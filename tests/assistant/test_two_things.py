"""Two things of one place set against each other, what a pronoun points at, cells asked in part."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

REPORT = """淳安县2023年国民经济和社会发展计划执行情况
一、2023年计划执行情况
全年地区生产总值增长5.2%。与浙江农林大学签订战略合作协议,共建茶产业学院。县中医院千岛湖院区9月12日投用。新增养老床位260张。全年新增停车泊位900个。
二、重点项目
临湖枢纽,10月累计完成30120万元,形象进度62%。文昌互通,10月累计完成8450万元,形象进度88%。
"""
TABLE = """淳安县2024年重点任务分解表

序号 | 工作任务 | 牵头单位 | 配合单位
1 | 推进老城有机更新 | 县住建局 | 县资规局、千岛湖镇、城投公司
2 | 新增停车泊位700个 | 县城管局 | 千岛湖镇、文昌镇
3 | 建设湖滨绿道5公里 | 县林业局 | 文昌镇、威坪镇
"""
LED = """建德市2024年民生实事进展表

序号 | 实事项目 | 分管领导 | 牵头单位 | 进展情况
1 | 新建老年食堂9家 | 方卫国 | 市民政局 | 建成老年食堂7家
2 | 新增托位300个 | 沈晓红 | 市卫健局 | 新增托位260个
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"report.txt": REPORT, "table.txt": TABLE, "led.txt": LED}
    return open_over(tmp_path_factory.mktemp("two_things"), documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        (
            "淳安县临湖枢纽和文昌互通,到2023年10月累计完成的投资哪个多?",
            ["30120万元", "8450万元", "高于", "21670万元"],
            [],
        ),
        ("淳安县文昌互通和临湖枢纽的形象进度哪个高?", ["88%", "62%", "高于"], ["8450"]),
        ("淳安县文昌互通2023年10月累计完成投资多少?", ["8450万元"], ["30120"]),
        ("淳安县2023年跟哪所大学签了战略合作协议?", ["浙江农林大学"], []),
        ("淳安县推进老城有机更新这一项,配合单位里有哪几个镇?", ["千岛湖镇"], ["文昌镇"]),
    ],
)
def test_what_is_asked_of_either_is_told(
    county: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(county.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "questions",
    [
        ["淳安县的县中医院千岛湖院区哪天投用的?", "这个院区有多少张床位?"],
        ["建德市2024年新建老年食堂的配合单位是谁?"],
        ["建德市2024年新建老年食堂建成几家?", "这项工作的配合单位有哪些?"],
    ],
)
def test_what_is_not_told_of_it_is_refused(county: Assistant, questions: list[str]) -> None:
    assert talk(county, *questions).refused


def test_a_follow_up_may_ask_which_one_was_done(county: Assistant) -> None:
    asked = ("淳安县2023年新增多少张养老床位?", "投用的是哪个院?")
    assert_says(talk(county, *asked), ["千岛湖院区", "投用"], ["260"])


def test_the_work_that_was_spoken_of_is_led_by_its_row(county: Assistant) -> None:
    asked = ("建德市2024年老年食堂建成多少家?", "这项工作由哪位市领导、哪些单位牵头?")
    assert_says(talk(county, *asked), ["方卫国", "市民政局"], ["沈晓红"])
