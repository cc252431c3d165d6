"""Campaigns by their names, numbered items of one cell, parts of a table, several in charge."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

_PROGRESS = """2023年桐湖区政府工作报告重点工作任务进展情况表

序号	任务板块	具体目标任务	牵头单位	进展情况
1	强化创新驱动	深化“入学一件事”改革	区教育局	推进“乐学安家一类事”改革，打通9个部门。\
5月20日至今，现场接待540人次，化解问题276个，其中多部门会商化解问题98个。
2	强化创新驱动	发展楼宇经济，新增楼宇3幢	区商务局	1. 楼宇经济：新增楼宇4幢。 2. 招商：完成。
3	提升城市品质	完成8万平方米办公楼、北岸2万盏路灯节能改造	区住建局	\
1. 办公楼节能改造：已完成8.3万平方米。 2. 路灯节能改造：已完成。
4	提升城市品质	发展夜间经济，办好夜市	区文旅局	夜市已开市
5	提升城市品质	发展会展经济，办好车展	区会展办	车展已办
6	提升城市品质	力争获批省级补助、政策性贷款、城投债9亿元以上	区发改局	序时推进
7	提升城市品质	推进桐东街道河道统一管护，巡河船只电动化率提高	区城管局	\
管护单位从11家下降至2家，巡河船只电动化率上升27%
8	打造“一类事”场景	推广“一类事”场景	区数据局	接到诉求1700个，办结问题1630个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A made-up progress table."""
    return open_over(tmp_path_factory.mktemp("campaigns"), {"桐湖区.txt": _PROGRESS})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("桐湖区“乐学安家一类事”改革化解了多少个问题?", ["276个"], ["1630"]),
        (
            "桐湖区“乐学安家一类事”改革,5月20日至今化解问题几个?其中多部门会商化解的是几个?",
            ["276个", "98个"],
            ["1630"],
        ),
        ("北岸那2万盏路灯的节能改造,桐湖区2023年做完了吗?", ["路灯节能改造：已完成"], ["8.3万"]),
        (
            "楼宇经济、夜间经济、会展经济,桐湖区2023年分别交给谁牵头?",
            ["区商务局", "区文旅局", "区会展办"],
            ["区住建局"],
        ),
        ("桐湖区2023年力争多少亿元省级补助、政策性贷款和城投债?", ["9亿元"], []),
        ("桐湖区2023年任务表里,“提升城市”这部分有几项任务?", ["共5项"], []),
        (
            "桐东街道河道统一管护后,管护单位降到几家?电动化率上升多少?",
            ["2家", "27%"],
            [],
        ),
    ],
)
def test_what_is_named_is_told(
    assistant: Assistant, question: str, said: Sequence[str], unsaid: Sequence[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_a_name_in_quotes_is_no_other_campaign(assistant: Assistant) -> None:
    """What another campaign solved does not answer for one that no document names."""
    assert assistant.ask("桐湖区“一链通”改革办结了多少个问题?").refused
