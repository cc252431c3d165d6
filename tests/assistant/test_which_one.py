"""Which bridge, which park: one thing by its name, and no other thing that was built."""

from __future__ import annotations

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
