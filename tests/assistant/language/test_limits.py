"""Goals that are limits: told by their words, or by what they are of."""

from __future__ import annotations

import pytest

from assistant.language.limits import bound_of, is_ceiling, is_limit
from assistant.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("goal", "ceiling", "limit"),
    [
        ("火灾事故不多于20起", True, True),
        ("PM2.5浓度控制目标35微克/立方米", False, True),
        ("办件差评不大于30件", True, True),
        ("死亡人数至多6人", True, True),
        ("失业率控制在5%以内", True, True),
        ("越级信访40件", False, True),
        ("万元GDP能耗0.35吨标准煤", False, True),
        ("单位GDP能耗下降3%", False, True),
        ("新增学位不少于900个", False, False),
        ("增速不低于6%", False, False),
        ("新增35岁以下大学生3.75万人", False, False),
        ("投诉办结率95%", False, False),
        ("化解信访积案30件", False, False),
        ("建设火灾预警系统20处", False, False),
        ("监测站PM2.5浓度35微克/立方米", False, True),
    ],
)
def test_a_limit_is_told_from_a_goal_to_be_reached(goal: str, ceiling: bool, limit: bool) -> None:
    assert (is_ceiling(goal), is_limit(goal)) == (ceiling, limit)


@pytest.mark.parametrize("word", ["不多于", "不大于", "至多", "不得超过", "不超过", "最多"])
def test_every_word_for_a_ceiling_is_read_with_its_figure(word: str) -> None:
    (figure,) = find_quantities(f"火灾事故{word}20起")
    assert (figure.text, bound_of(figure.qualifier)) == (f"{word}20起", "most")
