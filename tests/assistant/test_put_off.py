"""What was first planned, and what it was put off to: each is told of the thing asked for."""

from pathlib import Path

from conftest import assert_says, open_over

SUMMARY = """林溪区教育体育局2021年工作总结和2022年工作计划

一、主要工作
①区体育馆二期工程投入2.37亿元;②柳岸中学新校区完成全部土建的68%，原计划2021年9月完工，因征地受阻调整至2022年5月;③区青少年宫搬迁项目取得批复。
二、2022年工作计划
柳岸中学新校区5月底前完工，区体育馆二期争取第四季度开放，新增座席900个。
"""


def test_put_off(tmp_path: Path) -> None:
    """The first day of completion is never told for the new one, nor the other way round."""
    assistant = open_over(tmp_path, {"a.txt": SUMMARY})
    first = assistant.ask("林溪区柳岸中学新校区原计划什么时候完工?")
    assert_says(first, ["原计划2021年9月完工"], ["5月", "68%"])
    now = assistant.ask("林溪区柳岸中学新校区推迟到什么时候完工?")
    assert_says(now, ["调整至2022年5月"], ["9月", "68%"])
    both = assistant.ask("柳岸中学新校区原定何时完工?后来推迟到何时?")
    assert_says(both, ["2021年9月", "2022年5月"], ["68%"])
    other = assistant.ask("林溪区体育馆二期什么时候完工?")
    assert "5月" not in other.text
