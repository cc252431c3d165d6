"""Tables of what is not finished, of counties side by side, and of products without their units."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from ingest.tables.find import find_tables
from tests.assistant.conftest import assert_says, open_over

UNFINISHED = """临浦区2023年度民生实事未完成项目进度表(截至11月30日)

序号

项目内容

当前进度

牵头单位

1

新建公办幼儿园3所。

76%(城北幼儿园进度滞后)

区教育局

2

建成农村公路40公里。

92%

区交通局

3

改造提升乡镇敬老院4家。

48%(东溪、西溪偏慢)

区民政局

4

开工建设职业学校新校区。

31%(尚未开工

区教育局

5

打通断头路9条。

60%(园区路、东溪农村公路推进缓慢)

区住建局
"""
COUNTIES = """黔南州2022年1-8月重点建设项目简讯
1-8月份州重点项目投资完成情况汇总表
单位:个、亿元
隶 属 | 项目个数 | 年投资计划 | 完成投资额 | 年计划投资完成率 |
都匀市 | 41 | 70.5 | 52.1 | 73.9% |
福泉市 | 33 | 62.6 | 51.2 | 81.8% |
荔波县 | 18 | 33.5 | 21.9 | 65.4% |
惠水县 | 26 | 28.4 | 19.6 | 69.0% |
州高新区 | 12 | 46.4 | 40.1 | 86.4% |
州 直 | 30 | 96.7 | 52.0 | 53.8% |
"""
PRODUCTS = """2021年通城县国民经济和社会发展统计公报

一、农业

全年蔬菜面积12.5万亩,比上年增长1.2%。

表1  2021年全县主要农产品产量

产品名称

计量单位

2021年产量

比上年增减%

粮食

61337

-3.5

棉花

113

8.5

油料

4416

2.1

黄麻

27

-61.4

蔬菜

96797

0

二、工业
"""

CUT_OFF = """序号 | 实事项目 | 工作举措 | 责任单位 | 配合单位 |
1 | 新建幼儿园3所。 | 1.4月底前主体完工。2.8月底前竣工交付。 | 教育局 | 发改局、住建局 |
2 | 新增托位300个。 | 3月底前新增60个托位;9月底前完成300个托位。 | 卫生健康局 | 财政局 |
3 | 实施公路大中修50公里。 | 7月底前开工;11月底前建成"""
SHARED = """2023年桐庐县政府民生实事项目进展情况表(截至9月底)
序号 | 项目内容 | 进展情况 | 责任单位 |
1 | 新建驿站6家。 | 新建驿站9家。 | 卫生健康局 |
新增托位300个。 | 新增托位350个。 | ||
2 | 新建保障房900套。 | 新建保障房910套。 | 住建局 |
提升老旧街区20万平方米。 | 提升老旧街区22万平方米。 | ||
打通城市断头路4条。 | 新建甲路、乙路等4处路桥。 |
"""

STAGED = (
    "桐庐县2024年民生实事项目实施计划\n\n"
    "序号 | 实事项目 | 工作举措及实施计划 | 责任单位 |\n"
    "1 | 新建幼儿园3所,新增学位900个。 | 1.8月底前2所竣工。 2.11月底前城东幼儿园竣工。 | 教育局 |\n"
    "2 | 新增托位,开展癌症筛查。 | 1.婴幼儿照护托位:3月底前新增60个托位;9月底前完成300个托位。 "
    "2.癌症筛查:4月底前完成方案制定;11月底前完成癌症筛查工作。 | 卫生健康局 |\n"
    "3 | 实施公路大中修50公里。 | 7月底前开工;11月底前建成。 | 交通运输局 |\n"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {
        "未完成.txt": UNFINISHED,
        "县市.txt": COUNTIES,
        "公报.txt": PRODUCTS,
        "进展.txt": SHARED,
    }
    return open_over(tmp_path_factory.mktemp("texts"), texts)


def test_a_remark_behind_a_rate_takes_nothing_from_it(assistant: Assistant) -> None:
    answer = assistant.ask("临浦区2023年11月底,哪些民生实事的进度还不到60%?")
    assert "共2项" in answer.text
    assert_says(answer, ["敬老院", "职业学校"], [])
    assert "断头路" not in answer.text


def test_who_leads_what_is_not_done(assistant: Assistant) -> None:
    answer = assistant.ask("临浦区2023年没完成的民生实事里,教育局牵头的有哪几项?")
    assert "共2项" in answer.text
    assert_says(answer, ["幼儿园", "职业学校"], [])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("荔波县2022年1-8月的州重点项目完成了多少投资?", "21.9亿元"),
        ("荔波县2022年1-8月的州重点项目完成了多少投资,完成率多少?", "65.4%"),
    ],
)
def test_a_county_has_a_row(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert_says(answer, [told], [])
    assert "21.9个" not in answer.text
    assert "没有荔波县" not in answer.text


def test_only_counties_are_ranked_where_counties_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("黔南州2022年1-8月各县市重点项目投资完成率最高和最低的是谁?")
    assert_says(answer, ["福泉市", "81.8%", "荔波县", "65.4%"], [])
    assert "高新区" not in answer.text
    assert "州 直" not in answer.text


def test_a_rate_of_another_thing_is_not_told(assistant: Assistant) -> None:
    assert assistant.ask("黔南州2022年1-8月税收完成率最低的是哪个县市?").refused


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("通城县2021年黄麻产量是增是减,幅度多少?", "-61.4%"),
        ("通城县2021年粮食产量增长多少?", "-3.5%"),
        ("通城县2021年黄麻产量是多少?", "27"),
    ],
)
def test_a_blank_column_of_units_moves_no_cell(
    assistant: Assistant, question: str, told: str
) -> None:
    assert_says(assistant.ask(question), [told], [])


@pytest.mark.parametrize(
    "asked", ["建到百分之几了,哪个局牵头?", "建道百分之几了,哪个局牵头?", "修了多少,哪个局牵头?"]
)
def test_a_remark_is_no_name_of_its_row(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"临浦区2023年农村公路{asked}")
    assert "60%" not in answer.text
    assert "住建局" not in answer.text
    assert_says(answer, ["区交通局"], [])


def test_who_answers_for_all_rows_of_a_number(assistant: Assistant) -> None:
    answer = assistant.ask("桐庐县2023年打通断头路这件事归哪个单位管?")
    assert_says(answer, ["住建局"], ["卫生健康局"])


def test_a_row_that_breaks_off_keeps_its_places() -> None:
    (table,) = find_tables(CUT_OFF)
    row = table.rows[-1]
    assert row.cells["实事项目"].text == "实施公路大中修50公里。"
    assert row.cells["工作举措"].text == "7月底前开工;11月底前建成"
    assert set(row.doubtful) == {"责任单位", "配合单位"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桐庐县2024年打算新增多少个托位?", "300个托位"),
        ("桐庐县2024年癌症筛查几月底前完成?", "11月底前完成"),
        ("桐庐县2024年城东幼儿园几月底前竣工?", "年目标:11月底前城东幼儿园竣工"),
    ],
)
def test_a_plan_in_stages_is_told_whole(tmp_path: Path, question: str, told: str) -> None:
    assistant = open_over(tmp_path, {"桐庐县2024年民生实事举措.txt": STAGED})
    assert_says(assistant.ask(question), [told], [])


def test_where_a_task_falls_behind(assistant: Assistant) -> None:
    told = assistant.ask("临浦区2023年打通断头路慢在哪里?")
    assert_says(told, ["园区路", "推进缓慢"], [])
    assert assistant.ask("临浦区2021年打通断头路慢在哪里?").refused
