"""One item of a numbered list in prose is told by its number, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

LINES = """会昌县2021年民生实事公布
县政府今年将集中力量办好6件民生实事:
1.新建农村公路86公里,改造危桥12座。
2.新增公办幼儿园学位900个。
3.改造老旧小区18个,惠及居民2600户。
4.新建城区公共停车场4个,新增停车位650个。
5.建设乡镇敬老院3所。
6.新建口袋公园6个。
"""
HEADINGS = """安远县2022年民生实事

一、实施就业促进工程
新增城镇就业2100人,发放创业担保贷款8000万元。
二、实施教育提升工程
新建九龙小学,改扩建幼儿园5所。
三、实施健康守护工程
建成县中医院门诊楼,新增床位200张。
四、实施安居保障工程
改造棚户区430户。
"""
INLINE = """石城县2020年政府工作报告摘要
县长在报告中指出,要办好8件大事和民生实事,分别是:(1)开工建设县医院新院区。(2)改造城东路、城西路。(3)完成琴江大道二期。(4)建成污水处理站5个。(5)新建便民市场3处。(6)开工建设实验中学。(7)新建公厕20座。(8)新建停车场2处。
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"lines.txt": LINES, "headings.txt": HEADINGS, "inline.txt": INLINE}
    folder: Path = tmp_path_factory.mktemp("lists")
    return open_over(folder, documents)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("会昌县2021年民生实事第3件是什么?", ["第3件", "老旧小区18个"], ["学位", "停车"]),
        ("会昌县2021年6件实事的第五件是啥?", ["敬老院3所"], ["口袋公园", "停车"]),
        ("会昌县民生实事最后一件是什么?", ["口袋公园6个"], ["敬老院"]),
        ("安远县2022年民生实事第3件是什么?", ["健康守护", "床位200张"], ["九龙小学", "430户"]),
        ("石城县2020年8件实事里的第4件是什么?", ["污水处理站5个"], ["琴江", "便民市场"]),
    ],
)
def test_the_item_of_that_number_is_told(
    lists: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(lists.ask(question), said, unsaid)


def test_a_number_beyond_the_list_is_refused(lists: Assistant) -> None:
    answer = lists.ask("会昌县2021年第9件民生实事是什么?")
    assert answer.refused
    assert "6件" in answer.text


VOTED = """上犹县第十七届人民代表大会于2022年12月20日依法票决产生了民生实事项目,现公告如下:
上犹县人民政府2023年民生实事项目:
1.城北水厂扩建;
2.县中医院二期;
3.沿江小学改造;
4.农村电网升级。
上犹县第十七届人民代表大会
2022年12月20日
"""


def test_a_list_is_told_whole_where_the_line_over_it_names_what_is_asked_for(
    tmp_path: Path,
) -> None:
    assistant = open_over(tmp_path, {"voted.txt": VOTED})
    items = ["城北水厂扩建", "县中医院二期", "沿江小学改造", "农村电网升级"]
    for question in ("民生实事项目有哪些?", "票决的民生实事是哪四项?", "有哪些民生实事?"):
        assert_says(assistant.ask(f"上犹县2023年{question}"), items, ["公告", "代表大会"])
    for question in ("养老方面的民生实事有哪些?", "哪些民生实事完成了?"):
        assert "沿江小学" not in assistant.ask(f"上犹县2023年{question}").text
