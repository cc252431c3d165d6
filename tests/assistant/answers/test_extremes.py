"""Which of several things, or which day, a sentence itself calls the highest or the lowest."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

NOTICE = """番禺区人民政府督查室关于三季度重点工作推进情况的通报(2024年)

一、工作进展
(一)高标准农田。2024年全年任务3万亩,截至9月底完成2万亩,完成率66.7%,低于80%的序时要求。石楼镇完成率仅35%,为全区最低。
(二)热线办理。三季度热线受理诉求8000件,按时办结率99.1%,群众满意率92.3%,比二季度提高1.1个百分点。满意率最低的两个单位是区住建局(83.1%)、区城管局(85.2%)。
(三)实事评议。2024年十件民生实事综合满意度90.5分,其中“新建口袋公园”满意度最高,为96.1分;“改造老旧小区”最低,为82.4分。
(四)文旅。暑期莲花山景区接待游客90万人次,7月20日单日最高达到5.2万人次。
(五)工业。1-9月规上工业总产值增长6.1%,规上工业增加值增长5.5%。9月当月规上工业增加值仅增长2.4%,为年内最低。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("extremes"), {"notice.txt": NOTICE})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("番禺区2024年高标准农田完成率最低的是哪个镇?", ["石楼镇", "35%"], ["66.7"]),
        ("番禺区三季度热线群众满意率最低的是哪个单位?", ["区住建局", "83.1%"], ["92.3", "99.1"]),
        ("番禺区2024年民生实事满意度最低的是哪个项目,多少分?", ["老旧小区", "82.4分"], ["96.1"]),
        ("番禺区2024年民生实事满意度最高的是哪项?", ["口袋公园", "96.1分"], ["82.4"]),
        ("莲花山景区单日最多来了多少游客?是哪天?", ["7月20日", "5.2万"], ["90万", "没有给出"]),
        ("番禺区今年哪个月规上工业增加值增速最低?", ["9月", "2.4%"], ["6.1", "5.5"]),
    ],
)
def test_what_a_sentence_calls_the_most_or_the_least_is_told(
    told: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(told.ask(question), said, unsaid)


def test_an_extreme_of_another_sort_is_not_told(told: Assistant) -> None:
    answer = told.ask("番禺区2024年哪个镇规上工业增加值增速最低?")
    assert answer.refused
    assert "2.4" not in answer.text
