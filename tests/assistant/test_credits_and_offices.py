"""Who wrote a page, which office answers for an item, and whose tasks a table lists."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

PLAN = """泗洪县住建局2023年工作总结及2024年工作安排

一、2023年工作开展情况
(一)畅通道路。泗泾高速公路泗洪段完成投资7.3亿元,建成乡村公路41公里,改造桥梁6座。
(二)改善居住。老城排涝站主体施工至3层(共5层)。

二、2024年工作安排
1.推进排水改造。改造雨水管网27公里,其中老城不少于11公里。(责任科室:排水科)
2.强化物业管理。新增物业小区14个。(责任科室:房管科)
3.加强调度。副县长苗青禾负责排水改造的专项督查;由县重点办每周通报一次。
(撰稿人:局办公室 庄小满 审核:局党组)
"""

TASKS = """泗阳县2024年重点工作任务分解

序号 | 任务内容 | 领办领导 | 责任单位 | 完成时限
1 | 新建渡口4处 | 苗秋实 | 县交通局 | 10月底
2 | 改造粮库3座 | 庄一鸣 | 县粮食局 | 11月底
3 | 新建驿站9个 | 苗秋实 | 县文旅局 | 12月底
"""

RATES = """泗县“十三五”主要指标

序号 | 指标名称 | 2020年目标值 | 2020年预计值
1 | PM10年均浓度(微克/立方米) | 81 | 67
2 | 每千人注册(助理)药师数(人) | 0.6 | 0.71
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"plan.txt": PLAN, "tasks.txt": TASKS, "rates.txt": RATES}
    return open_over(tmp_path_factory.mktemp("credits"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("泗洪县住建局这份总结是谁撰稿的?", ["庄小满"], ["局党组"]),
        ("泗洪县住建局工作总结由谁审核?", ["局党组"], ["庄小满"]),
        ("泗洪县2024年物业管理由哪个科室负责?", ["房管科"], ["排水科"]),
        ("泗洪县2024年改造雨水管网归哪个科室管?", ["排水科"], ["房管科"]),
        ("泗洪县排水改造的专项督查由谁负责?", ["苗青禾"], ["重点办"]),
        ("泗洪县老城排涝站建到几层了?", ["3层"], []),
        ("泗阳县苗秋实领办了几项任务?", ["2项", "渡口", "驿站"], ["粮库"]),
        ("泗阳县粮库改造由谁领办?", ["庄一鸣"], ["苗秋实"]),
        ("泗县2020年PM10年均浓度预计值是多少?", ["67微克/立方米"], ["81"]),
        ("泗县2020年每千人注册药师数预计值是多少?", ["0.71"], ["0.6人"]),
    ],
)
def test_the_one_who_did_it_is_told(
    pages: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    assert_says(pages.ask(question), told, untold)


@pytest.mark.parametrize(
    "question", ["泗洪县2023年建了多少公里高速公路?", "泗阳县重点工作任务分解是谁撰稿的?"]
)
def test_another_sort_and_a_page_without_a_name_are_no_answer(
    pages: Assistant, question: str
) -> None:
    answer = pages.ask(question)
    assert answer.refused
    assert "41公里" not in answer.text
