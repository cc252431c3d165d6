"""A notice of what came of a year's tasks: "计划新建8个，实际新建9个", item by item."""

from __future__ import annotations

import pytest

from ingest.readers.formats import Extracted
from ingest.understanding import understand

NOTICE = """岚皋县人民政府办公室关于2023年民生实事项目完成情况的通报

各镇人民政府：

2023年，经县人大会议票决，确定5件民生实事项目。现将完成情况通报如下：

一、民生方面
1. 社区食堂。计划新建6家，实际新建7家、累计达到21家，服务老人3.4万人次。（责任单位：县民政局）
2. 供水管网改造。计划改造32公里，因汛期影响，实际改造28公里，未完成年度目标。（责任单位：县水利局）
3. 稳岗就业。城镇新增就业计划2600人，实际2874人；招聘会计划20场，实际26场。（责任单位：人社局）
4. 文艺下乡。计划举办90场，实际举办96场。（责任单位：县文旅局）
5. 妇女健康。计划筛查5000人，实际筛查5312人；老人体检1.2万人，实际体检1.3万人。（责任单位：卫健局）

下一步，要提前谋划2024年民生实事，初步考虑安排8件，重点包括新建社区食堂4家、改造供水管网40公里。
"""


@pytest.fixture(scope="module")
def told() -> set[tuple[str, str, str, str]]:
    document = understand(Extracted("notice.txt", NOTICE, (), "0" * 64, "txt"))
    return {(f.name, f.period, f.kind, f"{f.value}{f.unit}") for f in document.indicators}


@pytest.mark.parametrize(
    "figure",
    [
        ("社区食堂", "2023", "target", "6家"),
        ("社区食堂", "2023", "actual", "7家"),
        ("累计社区食堂", "2023", "actual", "21家"),
        ("供水管网改造", "2023", "target", "32公里"),
        ("供水管网改造", "2023", "actual", "28公里"),
        ("城镇新增就业", "2023", "target", "2600人"),
        ("城镇新增就业", "2023", "actual", "2874人"),
        ("文艺下乡", "2023", "target", "90场"),
        ("文艺下乡", "2023", "actual", "96场"),
    ],
)
def test_a_plan_and_its_result_have_one_name(
    told: set[tuple[str, str, str, str]], figure: tuple[str, str, str, str]
) -> None:
    assert figure in told


def test_each_plan_of_a_sentence_has_its_own_result(told: set[tuple[str, str, str, str]]) -> None:
    kinds = {value: kind for _, _, kind, value in told}
    assert [kinds[v] for v in ("5000人", "5312人", "1.2万人", "1.3万人")] == [
        *("target", "actual", "target", "actual"),
    ]


def test_what_comes_next_is_no_result_of_the_year(told: set[tuple[str, str, str, str]]) -> None:
    next_year = {(kind, value) for _, period, kind, value in told if period == "2024"}
    assert {("target", "4家"), ("target", "40公里")} <= next_year
    assert not {value for _, period, kind, value in told if period == "2023"} & {"4家", "40公里"}


DISPATCH = """石棉县2023年重点工作上半年督办情况通报

1.引进百强企业投资项目不少于3个;新开工亿元以上产业项目60个。上半年,引进百强企业投资项目1个;新开工亿元及以上产业项目42个。
2.全县90条农村道路硬化已完成72条(80%),120场送戏下乡已送96场(80%)。
"""


def test_what_an_item_counts_before_it_tells_how_far_it_is_is_a_goal() -> None:
    document = understand(Extracted("dispatch.txt", DISPATCH, (), "0" * 64, "txt"))
    told = [(f.indicator, f.period, f.kind, f"{f.value}{f.unit}") for f in document.indicators]
    assert ("亿元以上产业项目", "2023", "target", "60个") in told
    assert ("引进百强企业投资项目", "2023", "target", "3个") in told
    assert ("引进百强企业投资项目", "2023-01/2023-06", "actual", "1个") in told
    assert ("送戏下乡计划完成率", "actual", "80%") in {(n, k, v) for n, _, k, v in told}


def test_what_came_of_a_goal_may_stand_in_a_later_sentence_of_its_item() -> None:
    text = DISPATCH.replace("1个;新开工", "1个。新开工")
    document = understand(Extracted("dispatch.txt", text, (), "0" * 64, "txt"))
    told = [(f.indicator, f.kind, f"{f.value}{f.unit}") for f in document.indicators]
    assert ("亿元以上产业项目", "target", "60个") in told
    assert ("亿元以上产业项目", "target", "42个") not in told


def test_only_a_share_in_brackets_tells_how_much_is_done() -> None:
    text = DISPATCH.replace("120场送戏下乡已送96场(80%)", "120场送戏下乡已送96场(第三)")
    document = understand(Extracted("dispatch.txt", text, (), "0" * 64, "txt"))
    assert "送戏下乡计划完成率" not in {f.indicator for f in document.indicators}
