"""Roads by their numbers, how many times its plan a result is, and what is done before expected."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

_PROGRESS = """2023年桐湖区政府工作报告重点工作任务进展情况表

序号	具体目标任务	牵头单位	进展情况
1	建设综合交通项目	区交通局	\
1. 桐溪高速桐湖段，累计完成投资4.1亿元，总体形象进度97%。\
沿线征迁、管线迁改和主线桥梁下部结构施工均已收尾，\
互通匝道、收费站房、服务区及沿线绿化工程按节点有序推进，机电和交通安全设施单位已全部进场，\
质量监督与安全检查同步开展，与沿线街道建立了联席会议制度，协调解决群众诉求。 \
2. 219国道改建工程，10月正式开工。 \
3. S317桐湖段公路工程，于5月正式开工。
2	实现技术交易额40亿元	区科技局	1-11月完成技术交易额80亿元。
3	引进科创项目60个	区人才办	截至11月底，引进科创项目51个（预计全年58个）。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A made-up progress table."""
    return open_over(tmp_path_factory.mktemp("roads"), {"桐湖区.txt": _PROGRESS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("桐湖区2023年技术交易额完成了多少,是目标的几倍?", ["2倍"], ["0.5"]),
        ("桐湖区2023年技术交易额是目标的几倍?", ["2倍"], ["0.5"]),
        ("桐湖区2023年S317公路工程几月开工?", ["5月"], ["10月"]),
        ("桐湖区2023年桐溪高速形象进度多少?", ["97%"], []),
        ("桐湖区2023年科创项目实际引进了多少个?", ["51个"], []),
    ],
)
def test_the_very_one_is_told(
    assistant: Assistant, question: str, said: Sequence[str], unsaid: Sequence[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_a_road_has_no_figure_of_another(assistant: Assistant) -> None:
    """The 97% of one item of a cell is none of the road that another item tells of."""
    answer = assistant.ask("桐湖区2023年S317公路工程形象进度多少?")
    assert answer.refused or "S317桐湖段" in answer.text  # the whole cell tells which is which


def test_two_things_are_not_told_by_others_that_share_a_word(assistant: Assistant) -> None:
    """Neither 停车泊位 nor 堵点 is told by 交通项目 and 群众诉求."""
    assert assistant.ask("桐湖区2023年停车泊位和交通项目各投资多少?").refused
