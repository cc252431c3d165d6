"""What was first planned, and what it was put off to: each is told of the thing asked for."""

from pathlib import Path

from conftest import assert_says, open_over

SUMMARY = """林溪区卫生健康局2022年工作总结和2023年工作计划

一、主要工作
①区中医院二期工程完成投资1.84亿元;②柳岸医院新院区完成总工程量的53%，原计划2022年11月完工，因停工调整至2023年8月;③区疾控中心迁建项目取得批复。
二、2023年工作计划
柳岸医院新院区8月底前完工，区中医院二期力争年底试运行，新增床位600张。
"""


def test_put_off(tmp_path: Path) -> None:
    """The first day of completion is never told for the new one, nor the other way round."""
    assistant = open_over(tmp_path, {"a.txt": SUMMARY})
    first = assistant.ask("林溪区柳岸医院新院区原计划什么时候完工?")
    assert_says(first, ["原计划2022年11月完工"], ["8月", "53%"])
    now = assistant.ask("林溪区柳岸医院新院区推迟到什么时候完工?")
    assert_says(now, ["调整至2023年8月"], ["11月", "53%"])
    both = assistant.ask("柳岸医院新院区原本计划什么时候完工?后来调到什么时候?")
    assert_says(both, ["2022年11月", "2023年8月"], ["53%"])
    other = assistant.ask("林溪区中医院二期什么时候完工?")
    assert "8月" not in other.text
