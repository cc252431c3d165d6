"""Whole sections: their measures in order, their sub-headings counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import open_over

from assistant.answers.sections import children, condense_sentence
from assistant.chain import Assistant


def test_a_section_is_told_in_the_documents_order(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年加大招商力度有哪些措施?")
    assert not answer.refused
    quotes = ("瞄准数字医疗", "开展驻点招商", "90个")
    places = [answer.text.find(q) for q in quotes]
    assert places == sorted(places)
    assert -1 not in places


def test_a_section_of_results_does_not_answer_for_plans(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年民生保障有哪些安排?")
    assert "养老床位300张" in answer.text
    assert "1350个" not in answer.text


def test_headings_that_a_question_counts_are_listed_each_cited(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年重点任务分哪三个方面?")
    assert answer.text.splitlines() == [
        "- (一)全力推进产业提质[1]",
        "- (二)全力提升城市品质[2]",
        "- (三)全力保障民生[3]",
    ]
    assert [c.text for c in answer.citations] == [
        "(一)全力推进产业提质",
        "(二)全力提升城市品质",
        "(三)全力保障民生",
    ]


def test_headings_of_another_number_are_not_listed(made_up: Assistant) -> None:
    answer = made_up.ask("上城区2023年重点任务分哪八个方面?")
    assert "(三)全力保障民生[" not in answer.text.splitlines()


def test_sections_directly_below_are_children(made_up: Assistant) -> None:
    document = made_up.catalog.document("plan.txt")
    parent = next(s for s in document.sections if s.path[-1].startswith("二、"))
    names = [s.path[-1] for s in children(document, parent)]
    assert names == ["(一)全力推进产业提质", "(二)全力提升城市品质", "(三)全力保障民生"]
    assert all(len(s.path) == 2 for s in children(document, parent))


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        ("推进甲工程,建设乙中心,完成丙项目。", 12, "推进甲工程,建设乙中心…"),
        ("推进甲工程,建设乙中心。", 40, "推进甲工程,建设乙中心"),
        ("没有逗号的一句很长很长的话", 6, "没有逗号的一…"),
        ("  折叠   空白 ", 20, "折叠 空白"),
    ],
)
def test_a_sentence_is_cut_at_a_comma(text: str, room: int, short: str) -> None:
    assert condense_sentence(text, room) == short


def test_a_section_that_nobody_wrote_is_refused(made_up: Assistant) -> None:
    answer = made_up.ask("余杭区2023年防汛防台有哪些措施?")
    assert answer.refused


NOTICE = """常宁市2024年民生实事完成情况通报
2024年,全市共确定6件民生实事,已完成4件。
一、已办结的实事
1.农村饮水提升。计划铺设管网30公里。实际铺设管网34公里。(责任单位:市水利局)
2.城区停车扩容。计划新增车位200个。实际新增车位236个。(责任单位:市城管局)
二、结转下年的实事
3.市图书馆新馆。总投资1.4亿元。主体结构已封顶。(责任单位:市文旅局)
4.环湖步道二期。全长9公里。实际建成5公里。(责任单位:市住建局)
三、2025年工作重点
一是抓好项目储备。建立项目库,储备实事项目12个。
二是严格资金监管。每季度开展一次检查。
"""


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("常宁市哪几项实事结转到下年?", ["市图书馆新馆", "环湖步道二期"], ["农村饮水", "结转"]),
        ("常宁市2025年的工作重点是什么?", ["抓好项目储备", "严格资金监管"], ["环湖步道"]),
    ],
)
def test_a_heading_by_itself_is_no_answer(
    tmp_path: Path, question: str, said: list[str], unsaid: list[str]
) -> None:
    text = open_over(tmp_path, {"notice.txt": NOTICE}).ask(question).text
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)


ENVIRONMENT = """遂昌县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告

一、2024年计划执行情况

(一)优化服务,营商环境不断改善

推行“一窗受理”,办件时间压缩三成。开展助企走访1200次。

(二)城乡建设成效明显

1.交通设施日益完善。建成农村公路32公里,打通断头路4条。
2.环境质量稳步提升。完成省级生态环保督察反馈问题整改9个,持续改善生态环境状况。新增绿地12万平方米。清理河道27公里。
"""


@pytest.mark.parametrize(
    "question",
    [
        "遂昌县2024年在优化生态环境方面做了哪些事?",
        "遂昌县2024年在改善生态环境上有哪些举措?",
        "遂昌县2024年生态环境方面做了哪些事?",
    ],
)
def test_what_is_bettered_is_asked_for_and_not_the_verb(
    tmp_path_factory: pytest.TempPathFactory, question: str
) -> None:
    report = open_over(tmp_path_factory.mktemp("bettered"), {"report.txt": ENVIRONMENT})
    text = report.ask(question).text
    assert all(words in text for words in ("反馈问题整改9个", "新增绿地", "清理河道"))
    assert "助企走访" not in text
    assert "断头路" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("为了让企业办事更方便、营商环境更好,上城区2022年是怎么做的?", "审批事项"),
        ("上城区2022年是怎么促消费、把消费潜力激发出来的?", "消费券"),
        ("上城区2022年招引项目、吸引投资方面有哪些做法?", "招商小分队"),
        ("上城区2022年在吸引投资和引进项目方面有哪些做法?", "招商小分队"),
    ],
)
def test_what_is_said_around_a_field_names_its_section(
    tmp_path: Path, question: str, told: str
) -> None:
    report = (
        "上城区2022年工作报告\n\n一、2022年工作情况\n"
        "(一)持续优化营商环境。精简审批事项42项,推行一窗受理。设立企业服务专员。\n"
        "(二)消费活力持续释放。发放消费券3轮。举办夜市12场,培育首店20家。\n"
        "(三)招商引资成效明显。组建招商小分队8支。签约亿元以上项目31个。\n"
    )
    answer = open_over(tmp_path, {"r.txt": report}).ask(question)
    assert told in answer.text
