"""Verdicts of sentences: held against their own figures, computed conclusions, or the passage."""

from __future__ import annotations

import pytest

from assistant.language.quantities import find_quantities
from assistant.verification.verdicts import (
    Conclusions,
    absent_clauses,
    is_bare_verdict,
    read_conclusions,
    unproved_verdict,
)

MISSED = read_conclusions(["与目标相比:未达到,低于目标2家。"], [])
ORDER = read_conclusions(
    ["数值从高到低:甲区(7%) > 乙区(6%) > 丙区(5%),最高与最低相差2个百分点。"], []
)
LACKING = read_conclusions([], ["丙区2023年"])


def proved(text: str, conclusions: Conclusions = Conclusions(), passage: str = "") -> bool:  # noqa: B008
    figures = [("", quantity) for quantity in find_quantities(text)]
    return not unproved_verdict(text, figures, conclusions, [passage])


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("实际新增6家,没有完成8家的目标", "实际新增6家,完成了8家的目标"),
        ("增长4.2%,低于力争6%、确保5.5%的目标", "增长4.2%,超过确保5.5%的目标"),
        ("甲区增长7%,高于乙区的6%", "甲区增长7%,低于乙区的6%"),
        ("从145个减少到100个", "从145个增加到100个"),
    ],
)
def test_figures_of_the_sentence_prove_its_verdict(true: str, false: str) -> None:
    assert proved(true)
    assert not proved(false)


@pytest.mark.parametrize(
    ("text", "conclusions", "holds"),
    [
        ("甲区最高", ORDER, True),
        ("丙区最高", ORDER, False),
        ("丙区最低", ORDER, True),
        ("甲区比丙区高", ORDER, True),
        ("丙区比甲区高", ORDER, False),
        ("未达到目标", MISSED, True),
        ("已达到目标", MISSED, False),
        ("甲区遥遥领先", ORDER, False),
    ],
)
def test_computed_conclusions_prove_a_verdict(
    text: str, conclusions: Conclusions, holds: bool
) -> None:
    assert proved(text, conclusions) is holds


def test_the_passage_itself_may_judge() -> None:
    assert proved("没有达到年初目标", passage="增长3.5%,低于年初目标1.5个百分点。")
    assert not proved("达到年初目标", passage="增长3.5%,低于年初目标1.5个百分点。")


def test_a_share_of_a_target_is_no_verdict() -> None:
    assert proved("完成年度任务33亿元的94.5%")


@pytest.mark.parametrize(
    ("text", "holds"), [("没有完成。", True), ("完成了。", False), ("没有完成8家。", False)]
)
def test_a_bare_verdict_needs_a_conclusion(text: str, holds: bool) -> None:
    assert is_bare_verdict(text, MISSED, []) is holds


def test_only_what_is_missing_may_be_called_so() -> None:
    districts = ["甲区", "丙区"]
    assert absent_clauses("资料没有给出丙区的数据", LACKING, districts).strip() == ""
    assert absent_clauses("资料没有给出甲区的数据", LACKING, districts).strip() != ""
    assert absent_clauses("资料没有给出丙区的数据", MISSED, districts).strip() != ""
