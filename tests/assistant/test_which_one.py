"""Which bridge, which park: one thing by its name, and no other thing that was built."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.chain import Assistant

PLAN = (
    "崇川区2024年政府工作报告\n一、2024年工作安排\n"
    "加快建设青龙电力隧道,投用文和变。竣工滨河大剧院、蓝印博物馆。"
    "建成投用矛盾纠纷调处系统。新建公园4个。推动发展方式根本转变。\n"
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("one"), {"plan.txt": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("崇川区2024年要投用哪个变电站?", "文和变"),
        ("崇川区2024年要投用哪些变电站?", "文和变"),
        ("崇川区2024年要加快建设哪条隧道?", "青龙电力隧道"),
        ("崇川区2024年要竣工哪座大剧院?", "滨河大剧院"),
        ("崇川区2024年要竣工哪个博物馆?", "蓝印博物馆"),
    ],
)
def test_which_one_is_told_by_its_name(plan: Assistant, question: str, told: str) -> None:
    text = plan.ask(question).text
    assert told in text
    assert "系统" not in text
    assert "转变" not in text


@pytest.mark.parametrize("question", ["崇川区2024年要建成哪座桥?", "崇川区2024年要投用哪座体育馆?"])
def test_no_other_thing_stands_for_it(plan: Assistant, question: str) -> None:
    assert plan.ask(question).refused


RESULTS = (
    "南谯区2024年政府工作报告\n一、2024年工作回顾\n"
    "举办促消费活动36场,发放消费券900万元。“滁河渔火夜市”获评市级夜间消费示范点,"
    "实现营业收入2.1亿元。新增限上商贸企业12家。\n"
)


@pytest.mark.parametrize(
    "question",
    [
        "南谯区2024年哪个夜市评上了市级夜间消费示范点?",
        "南谯区2024年获评市级夜间消费示范点的是哪个夜市?",
    ],
)
def test_a_name_answers_where_things_could_be_counted(tmp_path: Path, question: str) -> None:
    answer = open_over(tmp_path, {"results.txt": RESULTS}).ask(question)
    assert "滁河渔火夜市" in answer.text
    assert "12家" not in answer.text


@pytest.mark.parametrize("thing", ["商圈", "停车场", "菜市场"])
def test_no_thing_of_another_sort_is_named(tmp_path: Path, thing: str) -> None:
    answers = open_over(tmp_path, {"results.txt": RESULTS})
    assert answers.ask(f"南谯区2024年哪个{thing}评上了市级夜间消费示范点?").refused
