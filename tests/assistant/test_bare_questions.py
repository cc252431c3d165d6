"""Questions that hardly say of what: asked back, or read from what was spoken of before."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

BULLETIN = """南丰县2023年国民经济和社会发展统计公报

一、财政

全年一般公共预算收入18.3亿元,其中税收收入11.2亿元。一般公共预算支出46.8亿元,其中教育支出9.7亿元。研发经费投入强度1.9%,城乡收入倍差1.72。全年户籍人口出生2140人,出生率6.91‰。
"""
PROGRESS = """广昌县2024年重点工作进展(截至10月底)

序号 | 任务 | 牵头单位 | 完成情况 | 评价
1 | 新增普惠托位560个 | 县卫健委 | 新增402个 | 未达序时进度
2 | 新建口袋公园8个 | 县城管局 | 建成8个 | 达到序时进度

说明:已完成1项,达到序时进度13项。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"bulletin.txt": BULLETIN, "progress.txt": PROGRESS}
    return open_over(tmp_path_factory.mktemp("bare"), texts)


@pytest.mark.parametrize(("of_what", "said"), [("支出", "46.8亿元"), ("收入", "18.3亿元")])
def test_of_many_kinds_the_whole_is_told(county: Assistant, of_what: str, said: str) -> None:
    assert_says(county.ask(f"南丰县2023年{of_what}多少?"), [said], ["9.7", "1.9%", "1.72"])


def test_one_of_many_kinds_is_not_told_for_all(county: Assistant) -> None:
    assert county.ask("南丰县2023年投资多少?").refused


def test_spending_after_a_part_of_the_revenue_is_that_of_the_budget(county: Assistant) -> None:
    asked = ("南丰县2023年一般公共预算收入多少?", "其中税收多少?", "支出呢?")
    answer = talk(county, *asked)
    assert "46.8亿元" in answer.text
    assert "9.7" not in answer.text


def test_the_pace_asked_for_is_that_of_the_row(county: Assistant) -> None:
    asked = ("广昌县2024年新增普惠托位的目标是多少?", "到10月底实际多少?", "算达到序时进度吗?")
    answer = talk(county, *asked)
    assert "未达序时进度" in answer.text
    assert "13项" not in answer.text


def test_a_birth_rate_is_no_number_of_births(county: Assistant) -> None:
    assert "6.91‰" in county.ask("南丰县2023年户籍人口的出生率是多少?").text


@pytest.mark.parametrize("judged", ["高于还是低于目标?", "过半了吗?"])
def test_a_part_of_the_year_is_judged_where_that_is_asked(county: Assistant, judged: str) -> None:
    asked = f"广昌县2024年新增普惠托位目标多少?到10月底新增了多少,{judged}"
    assert "与目标相比" in county.ask(asked).text
