"""Which of several things fell or rose, where prose or a list tells the rate of each."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import assert_says, open_over

BULLETIN = """金水区2023年国民经济和社会发展统计公报

一、农业

全年粮食播种面积8.2万亩,比上年增长1.4%;油菜播种面积2.6万亩,下降3.7%;蔬菜播种面积5.1万亩,增长2.2%;果园面积1.3万亩,下降6.5%。

全年粮食产量3.4万吨,增长0.8%;猪肉产量6100吨,下降4.6%;禽蛋产量920吨,增长3.3%;羊存栏0.7万只,下降9.1%。

二、工业

全年规模以上工业增加值增长4.4%。从主要行业看,纺织业增长7.3%,造纸业下降5.2%,家具制造业下降1.9%。

主要产品产量:布匹310万米,同比增长6.1%;纸箱48万吨,同比下降8.4%;砖瓦75万吨,同比增长2.6%;玻璃12万吨,同比下降3.5%。

三、价格

居民消费价格比上年上涨0.3%。其中,衣着类下降0.6%、居住类上涨0.2%、食品烟酒类上涨1.1%、交通通信类下降2.3%。
"""

LISTED = """惠济区2023年上半年计划执行情况的报告

一、主要经济指标完成情况

——地区生产总值61.3亿元,增长5.2%。

——固定资产投资增长-7.4%。

——引进市外资金18.6亿元,增长-12%。

——社会消费品零售总额22.8亿元,增长6.7%。
"""


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("movers")
    return open_over(folder, {"bulletin.txt": BULLETIN, "listed.txt": LISTED})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("金水区2023年哪几种作物的面积比上年减少了?", ["3.7%", "6.5%"], ["1.4%", "2.2%"]),
        ("金水区2023年哪些农产品减产了?", ["猪肉产量下降4.6%"], ["存栏", "纸箱", "油菜"]),
        ("金水区2023年哪些农产品产量上升?", ["粮食", "禽蛋"], ["猪肉", "布匹"]),
        ("金水区2023年哪些工业产品产量是下降的?", ["纸箱", "玻璃"], ["造纸业", "猪肉", "布匹"]),
        ("金水区2023年产量明显增长的工业产品有哪几种?", ["布匹", "砖瓦"], ["粮食", "纸箱"]),
        ("金水区2023年哪几个行业是负增长?", ["造纸业", "家具制造业"], ["纸箱", "纺织业"]),
        ("惠济区2023年上半年哪些指标是负增长?", ["-7.4%", "-12%"], ["5.2%", "6.7%"]),
    ],
)
def test_what_a_sentence_parts_by_semicolons_is_told_by_its_direction(
    bulletin: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(bulletin.ask(question), said, unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "金水区2023年食品烟酒类下面哪些细项价格下降了?",
        "金水区2023年哪些水果产量减少了?",
    ],
)
def test_what_is_set_beside_a_thing_is_none_of_its_parts(
    bulletin: Assistant, question: str
) -> None:
    assert bulletin.ask(question).refused
