"""Answers over texts as offices and papers publish them: bulletins, news, plans, flat tables."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from tests.assistant.conftest import open_over

DOCUMENTS = {
    "bulletin.txt": (
        "上城区2022年国民经济和社会发展统计公报\n一、综合\n"
        "全年实现地区生产总值208.4亿元，比上年增长1.5%。其中，第一产业增加值21.3亿元，增长4.1%；"
        "第二产业增加值90.6亿元，下降2.2%。三次产业结构由上年的11.2:44.6:44.2调整为10.2:43.5:46.3。\n"
        "全年民营经济增加值120.7亿元，增长0.3%。"
        "其中，第一产业增加值4.4亿元，增长3.6%；第二产业增加值60.2亿元，下降1.1%。\n"
    ),
    "news.txt": (
        "余杭区人民代表大会会议开幕\n\n区长甲乙丙作政府工作报告，全面回顾一年来的工作。"
        "报告指出，2023年全区固定资产投资增长13.5%；城乡居民人均可支配收入分别增长5.1%、7.3%。"
        "报告提出，2024年主要预期目标是：固定资产投资增长8%，城、乡居民人均可支配收入分别增长6%、7%。\n"
    ),
    "table.txt": (
        "拱墅区2022年经济发展情况\n2022年全区生产总值及其增长速度\n|\n单位：亿元\n|\n"
        "指 标\n|\n绝对数\n|\n比上年增长%\n|\n生产总值\n|\n210.5\n|\n4.1\n|\n"
        "第一产业\n|\n14.2\n|\n3.3\n|\n金融业\n|\n8.2\n|\n-1.8\n"
    ),
    "report.txt": (
        "萧山区2024年政府工作报告\n一、2023年工作回顾\n"
        "一年来，工作中还存在一些问题。主要有：一是项目储备不足。二是消费恢复较慢。"
        "三是财政收支矛盾突出。\n二、2024年工作安排\n（三）增进民生福祉\n"
        "办好四件民生实事：1.改造老旧小区6个。2.新增学位3000个。3.新增停车位800个。4.新建公园2个。\n"
    ),
    "plan.txt": (
        "临平区2023年计划执行情况与2024年计划草案的报告\n一、2023年计划执行情况\n"
        "新增一般债券2.3亿元、争取到专项债券6.4亿元。\n附件：\n"
        "指标名称\n单位\n2023年计划\n2023年预计完成\n2024年计划\n"
        "地区生产总值\n%\n6.5\n6.1\n6以上\n工业投资\n%\n9\n10.5\n8.2\n税收收入\n亿元\n17.9\n17.6\n18.1\n"
    ),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("texts"), DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("上城区2022年第一产业增加值是多少?", "21.3亿元", "4.4"),
        ("上城区2022年第二产业增加值下降了多少?", "2.2%", "1.1"),
        ("上城区2022年民营经济第二产业增加值是多少?", "60.2亿元", "90.6"),
        ("余杭区2023年农村居民人均可支配收入增长多少?", "7.3%", "5.1"),
        ("余杭区2024年城镇居民收入目标增长多少?", "6%", "5.1"),
        ("余杭区2024年固定资产投资目标增长多少?", "8%", "13.5"),
        ("余杭区2023年固定资产投资增长多少?", "13.5%", "8%"),
        ("临平区2024年税收收入计划是多少亿?", "18.1亿元", "17.6"),
        ("临平区2023年税收收入计划是多少?", "17.9亿元", "17.6"),
        ("临平区2024年工业投资计划增长多少?", "8.2%", "10.5"),
        ("临平区2023年争取到多少专项债券?", "6.4亿元", "目标"),
    ],
)
def test_the_figure_asked_for_and_no_neighbour(
    texts: Assistant, question: str, told: str, untold: str
) -> None:
    answer = texts.ask(question)
    assert not answer.refused
    assert told in answer.text
    assert untold not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "余杭区2024年固定资产投资实际增长多少?",
        "余杭区2023年固定资产投资目标增长多少?",
        "临平区2024年税收收入实际完成多少?",
    ],
)
def test_a_plan_is_no_result_and_a_result_no_plan(texts: Assistant, question: str) -> None:
    assert texts.ask(question).refused


def test_a_number_on_a_line_of_its_own_is_cited_by_itself_too(texts: Assistant) -> None:
    answer = texts.ask("临平区2024年税收收入计划是多少亿?")
    assert "18.1" in [citation.text for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "first", "last", "count"),
    [
        ("萧山区2023年工作中存在哪些问题?", "项目储备不足", "财政收支矛盾突出", 3),
        ("萧山区2024年要办好哪四件民生实事?", "改造老旧小区6个", "新建公园2个", 4),
    ],
)
def test_a_list_inside_a_paragraph_is_told_whole(
    texts: Assistant, question: str, first: str, last: str, count: int
) -> None:
    answer = texts.ask(question)
    items = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert len(items) == count
    assert first in items[0]
    assert last in items[-1]
    assert len({citation.start for citation in answer.citations}) == count


def test_a_list_of_another_length_or_year_is_not_the_one_asked_for(texts: Assistant) -> None:
    for question in ("萧山区2024年要办好哪五件民生实事?", "萧山区2022年要办好哪四件民生实事?"):
        lines = texts.ask(question).text.splitlines()
        assert sum(line.startswith("- ") for line in lines) < 4


def test_the_unit_over_a_table_proves_the_unit_of_its_cells(texts: Assistant) -> None:
    answer = texts.ask("拱墅区2022年金融业增加值是多少?")
    assert "8.2亿元" in answer.text
    assert any("单位：亿元" in citation.context for citation in answer.citations)
