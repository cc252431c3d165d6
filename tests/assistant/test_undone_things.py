"""What was not reached is not answered by what was planned, nor which it is by how many."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over, talk

from assistant.chain import Assistant

NEWS = """望江县人大票决民生实事

2021年,望江县人代会票决确定12项民生实事项目,总投资4.6亿元,完成投资3.9亿元。其中10项完成年度目标,2个项目未完成年度目标。
"""

NOTICE = """灌云县2018年重点工程推进情况通报

近期对全县重点工程项目进展情况进行了督查,现将有关情况通报如下。

一、工程项目概况

全县重点工程项目总计62个,其中建设工程23个。

二、存在主要问题

建设工程有5个未达计划进度。目前仍有8个项目没有开工。
"""

TASKS = """枞阳县2019年民生实事任务表

| 序号 | 民生实事 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 新建第七小学,改造幼儿园2所。 | 县教体局 | 12月底前 |
| 2 | 建设县图书馆新馆。 | 县文旅局 | 10月底前 |
| 3 | 改造农贸市场3个。 | 县商务局 | 11月底前 |
"""

BARE = """赣榆区2018年公厕建设推进情况通报

2018年,区政府确定了20座公厕的建设任务。截至目前,已建成12座。

存在问题

部分项目进度滞后,仍有6座公厕没有选址。

下一步工作

年底前建成公厕16座。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"news.txt": NEWS, "notice.txt": NOTICE, "tasks.txt": TASKS, "bare.txt": BARE}
    return open_over(tmp_path_factory.mktemp("undone"), texts)


@pytest.mark.parametrize(
    "question",
    [
        "望江县2021年民生实事哪个项目没有完成年度目标?",
        "望江县2021年民生实事没完成的是哪两个?",
        "灌云县2018年重点工程里哪几个项目没有开工?",
        "灌云县2018年哪几个建设工程没达到计划进度?",
        "枞阳县2019年民生实事第1项后来建成了没有?",
        "枞阳县2019年民生实事第2项完成了吗?",
    ],
)
def test_what_no_document_tells_of_the_undone_is_refused(pages: Assistant, question: str) -> None:
    assert pages.ask(question).refused


def test_which_were_not_done_is_asked_of_what_was_counted(pages: Assistant) -> None:
    """The follow-up is asked of the projects, and not once more of what they cost."""
    from assistant.tables.focus import turn_of

    first = pages.ask("望江县2021年票决的民生实事项目总投资多少?")
    assert_says(first, ["4.6亿元"], [])
    second = pages.ask("具体是哪几个没完成?", [turn_of(first)])
    assert "民生实事项目具体是哪几个没完成" in second.standalone_question
    assert second.refused


def test_a_notice_on_a_year_tells_that_years_results(pages: Assistant) -> None:
    assert_says(pages.ask("灌云县2018年建设工程有几个没达到计划进度?"), ["2018年", "5个"], ["2017"])
    assert pages.ask("灌云县2017年建设工程有几个没达到计划进度?").refused


def test_a_row_is_told_where_its_task_is_asked_for(pages: Assistant) -> None:
    assert_says(pages.ask("枞阳县2019年民生实事第1项是什么?"), ["第七小学"], [])


def test_a_bare_heading_of_next_steps_heads_one_short_sentence(pages: Assistant) -> None:
    """What stands below 下一步工作 is planned, also where nothing is numbered."""
    assert_says(pages.ask("赣榆区2018年计划建成公厕多少座?"), ["16座"], [])
    assert "16座" not in pages.ask("赣榆区2018年实际建成公厕多少座?").text


ROADS = """芜湖市鸠江区2022年民生实事进展表

| 序号 | 实事内容 | 责任单位 | 截至10月底进展 | 整改时限 |
| --- | --- | --- | --- | --- |
| 1 | 打通断头路7条 | 区住建局 | 打通5条，赭山路东延、裕溪路北段因拆迁尚未通车 | 2023年4月底前 |
| 2 | 新建口袋公园6个 | 区城管局 | 建成5个，弋江公园正在绿化 | 2022年12月底前 |
| 3 | 新增普惠托位300个 | 区卫健委 | 新增210个 | 2022年11月底前 |
"""
ROADS_ELSEWHERE = """弋江区2022年政府工作报告

一、2021年工作回顾

打通断头路4条,改造老旧小区31个。

二、2022年工作安排

打通断头路3条,改造老旧小区22个。
"""


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {"鸠江进展.txt": ROADS, "弋江报告.txt": ROADS_ELSEWHERE}
    return open_over(tmp_path_factory.mktemp("roads"), documents)


@pytest.mark.parametrize("which", ["没通的是哪两条?", "哪两条还没打通?", "没通车的有哪些?"])
def test_which_of_them_are_not_done_is_asked_of_what_was_spoken_of(
    roads: Assistant, which: str
) -> None:
    turns = ["鸠江区2022年打通了几条断头路?", which]
    assert_says(talk(roads, *turns), ["赭山路东延", "裕溪路北段"], [])
    assert_says(talk(roads, *turns, "弋江区2021年打通了几条?"), ["4条"], ["3条"])


def test_a_verb_with_its_end_is_of_what_was_spoken_of(roads: Assistant) -> None:
    answer = talk(roads, "鸠江区2022年建成几个口袋公园?", "没建好的是哪个?")
    assert_says(answer, ["弋江公园"], [])


@pytest.mark.parametrize("more", ["谁改得多?", "这两年哪年改得多?"])
def test_how_much_was_done_is_set_beside_as_it_was_asked(roads: Assistant, more: str) -> None:
    answer = talk(roads, "弋江区2021年改造了多少老旧小区?", "2022年计划呢?", more)
    assert_says(answer, ["31个", "22个"], [])


@pytest.mark.parametrize("asked", ["打通了60条断头路吗", "断头路打通40条,对不对"])
def test_the_number_of_a_figure_that_is_doubted_is_no_word_to_look_for(
    roads: Assistant, asked: str
) -> None:
    assert_says(roads.ask(f"弋江区2021年{asked}?"), ["断头路4条"], ["60", "40", "31个"])
