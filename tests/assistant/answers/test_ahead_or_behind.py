"""Which are ahead of a measure, and which are behind it: neither answers for the other."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PACE = """浮桥区2023年1-9月重点项目推进情况通报

发布日期:2023-10-18

一、按属地分

快于序时进度的街道:东渡街道、西浦街道。慢于序时进度的街道:南塘街道、北坝街道。

二、按产业分

高于全区平均进度的有产业项目、社会事业项目。低于全区平均进度的有基础设施项目。
"""


@pytest.fixture(scope="module")
def pace(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("pace"), {"pace.txt": PACE})


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ("哪些街道快于序时进度", "东渡街道", "南塘街道"),
        ("哪些街道进度比序时慢", "北坝街道", "西浦街道"),
        ("哪些街道落后于序时进度", "南塘街道", "东渡街道"),
        ("高于全区平均进度的有哪些项目", "社会事业项目", "基础设施"),
    ],
)
def test_those_at_the_other_end_are_not_told(
    pace: Assistant, asked: str, said: str, unsaid: str
) -> None:
    answer = pace.ask(f"浮桥区2023年{asked}?")
    assert_says(answer, [said], [])
    assert unsaid not in answer.text
