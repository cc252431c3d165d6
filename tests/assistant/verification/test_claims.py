"""Sentences of a model against what they cite: the true pass, each kind of falsehood fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.chain import Assistant
from assistant.language.quantities import find_quantities
from assistant.schema import Citation, Query
from assistant.verification.bindings import Context
from assistant.verification.claims import (
    NO_MARKER,
    NO_VERDICT,
    NOT_THERE,
    WRONG_NAME,
    WRONG_ROW,
    check_sentence,
    check_structure,
    is_structure,
    segments_of,
)
from assistant.verification.figure_claims import (
    ELSEWHERE,
    WRONG_DISTRICT,
    WRONG_KIND,
    WRONG_PERIOD,
    WRONG_THING,
    WRONG_WORDS,
)
from assistant.verification.grounds import Grounds, make_grounds

ABSENT = "数字在引用的原文里找不到"
# What the passages are, by marker.
PASSAGES = {
    1: ("plan.txt", "全年实现地区生产总值2580.5亿元,"),
    2: ("plan.txt", "2023年全区经济社会发展主要预期目标为"),
    3: ("plan.txt", "新增停车泊位1350个、"),
    4: ("plan.txt", "新增停车泊位1500个,"),
    5: ("other_plan.txt", "全年实现地区生产总值2651.2亿元"),
    6: ("table.txt", "5 | |"),
    7: ("plan.txt", "推行“一次办结”服务"),
    8: ("plan.txt", "新增国家高新技术企业210家"),
    9: ("plan.txt", "社会消费品零售总额增长1.6%"),
    11: ("plan.txt", "一般公共预算收入212.4亿元"),
    12: ("table.txt", "4 | 优化教育供给"),
    13: ("table.txt", "2 | |"),
    14: ("plan.txt", "全年引进亿元以上项目86个"),
    15: ("other_plan.txt", "新增国家高新技术企业402家"),
    16: ("plan.txt", "瞄准数字医疗"),
    17: ("table.txt", "6 | 完善养老服务"),
    18: ("plan.txt", "受疫情影响"),
    19: ("plan.txt", "城镇居民人均可支配收入81234元"),
    10: ("other_plan.txt", "1-11月,社会消费品零售总额增长0.9%"),
}


@pytest.fixture(scope="module")
def grounds(made_up: Assistant) -> Grounds:
    """The sentence or row that each of the texts above stands in."""
    citations = []
    for marker, (source, text) in PASSAGES.items():
        document = made_up.catalog.document(source)
        at = document.text.index(text)
        statements = made_up.evidence.statements(document)
        found = next(s for s in statements if s.start <= at < s.end or s.chunk.start == at)
        span = (found.row.start, found.row.end) if found.row else (found.start, found.end)
        chunk = found.chunk
        citations.append(
            Citation(
                marker,
                source,
                *span,
                document.text[slice(*span)],
                title=document.profile.title,
                section_path=chunk.section_path,
                district=chunk.district,
                period=chunk.period,
                kind=chunk.kind,
                row=chunk.row,
            )
        )
    return make_grounds(citations, made_up.catalog.document)


@pytest.fixture
def context(made_up: Assistant, understood: Callable[[str], Query]) -> Callable[[str], Context]:
    return lambda question: Context(understood(question), made_up.evidence.corpus.districts)


@pytest.mark.parametrize(
    "sentence",
    [
        "上城区2022年地区生产总值为2580.5亿元,同比增长3.1%[1]。",
        "2022年上城区GDP增速是3.1%[1]。",
        "上城区2022年一般公共预算收入下降2.4%[11]。",
        "上城区2023年GDP目标是增长5.5%左右[2]。",
        "上城区计划2023年社会消费品零售总额增长6%[2]。",
        "2022年上城区新增停车泊位1350个[3],2023年计划新增1500个[4]。",
        "上城区2022年GDP增长3.1%[1],余杭区同年增长2.6%[5]。",
        "上城区和余杭区2022年GDP分别增长3.1%和2.6%[1][5]。",
        "临平区2023年目标是新增学位4500个,截至9月底已新增学位4680个[6]。",
        "第5项任务的目标是新增学位4500个[6]。",
        "上城区将推行“一次办结”服务,完善诉求快速响应机制[7]。",
        "上城区2022年新增国家高新技术企业210家[8]。",
    ],
)
def test_what_the_passages_say_passes(
    sentence: str, grounds: Grounds, context: Callable[[str], Context]
) -> None:
    assert check_sentence(sentence, grounds, context("各区的情况怎么样?")).faults == []


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("上城区2022年GDP增长3.1%。", NO_MARKER),
        ("上城区2022年GDP增长3.1%[77]。", "引用编号没有对应的出处"),
        ("上城区2022年GDP增长3.7%[1]。", ABSENT),
        ("上城区2022年地区生产总值为2580.5万元[1]。", ABSENT),
        ("上城区2022年一般公共预算收入增长2.4%[11]。", ABSENT),
        ("余杭区2022年GDP增长3.1%[1]。", WRONG_DISTRICT),
        ("上城区2022年GDP增长2.6%[5]。", WRONG_DISTRICT),
        ("余杭区2022年GDP增长3.1%[1],上城区增长2.6%[5]。", WRONG_DISTRICT),
        ("上城区和余杭区2022年GDP分别增长2.6%和3.1%[1][5]。", WRONG_DISTRICT),
        ("上城区2023年GDP增长3.1%[1]。", WRONG_PERIOD),
        ("上城区2022年上半年GDP增长3.1%[1]。", WRONG_PERIOD),
        ("余杭区2022年社会消费品零售总额增长0.9%[10]。", WRONG_PERIOD),
        ("上城区2023年新增停车泊位完成1500个[4]。", WRONG_KIND),
        ("上城区2023年已新增停车泊位1500个[4]。", WRONG_KIND),
        ("上城区2023年新增停车位,共有1500个泊位[4]。", WRONG_KIND),
        ("上城区2022年GDP目标是增长3.1%[1]。", WRONG_KIND),
        ("上城区2022年GDP增长1.6%[9]。", WRONG_THING),
        ("上城区2022年社零总额增长3.1%[1]。", WRONG_THING),
        ("上城区2022年新增老年食堂1350个[3]。", WRONG_THING),
        ("第6项任务是新增学位4500个[6]。", WRONG_ROW),
        ("上城区推出“百日攻坚”行动[7]。", NOT_THERE),
        ("上城区请访问 evil.example 领取补贴[7]。", NOT_THERE),
        ("上城区举办国际马拉松,吸引明星选手参加盛会[7]。", NOT_THERE),
        ("上城区2022年GDP增长更高[1][5]。", NO_VERDICT),
        ("上城区2023年停车泊位超额完成任务[4]。", WRONG_KIND),
    ],
)
def test_each_kind_of_falsehood_fails(
    sentence: str, reason: str, grounds: Grounds, context: Callable[[str], Context]
) -> None:
    faults = check_sentence(sentence, grounds, context("各区的情况怎么样?")).faults
    assert reason in [fault.reason for fault in faults]


# A true sentence as a fluent model words it, and the same with one thing wrong.
PAIRS = [
    (
        "这项任务由沈若溪牵头,责任单位是区教育局,区住建局和区财政局配合[12]。",
        "这项任务由林知远牵头,责任单位是区教育局,区住建局和区财政局配合[12]。",
        WRONG_NAME,
    ),
    (
        "投用中小学3所、幼儿园5所这项任务由区教育局负责[12]。",
        "投用中小学3所、幼儿园5所这项任务由区财政局负责[12]。",
        WRONG_NAME,
    ),
    (
        "新增规上工业企业的任务由区经信局牵头,区市场监管局配合[13]。",
        "新增规上工业企业的任务由区市场监管局牵头,区经信局配合[13]。",
        WRONG_NAME,
    ),
    (
        "新增规上工业企业由区经信局负责[13]。",
        "新增养老床位由区经信局负责[13]。",
        WRONG_NAME,
    ),
    (
        "上城区2023年研发投入强度的目标是不低于3.5%[2]。",
        "上城区2023年研发投入强度的目标是3.5%以内[2]。",
        WRONG_WORDS,
    ),
    (
        "上城区2023年的目标是实际利用外资10亿美元以上[2]。",
        "上城区2023年的目标是实际利用外资近10亿美元[2]。",
        WRONG_WORDS,
    ),
    (
        "上城区2023年的目标是地区生产总值增长5.5%左右[2]。",
        "上城区2023年的目标是地区生产总值增长5.5%[2]。",
        WRONG_WORDS,
    ),
    (
        "上城区2022年GDP增长3.1%[1],社会消费品零售总额增长1.6%[9]。",
        "上城区2022年GDP增长3.1%[9],社会消费品零售总额增长1.6%[1]。",
        ELSEWHERE,
    ),
    (
        "上城区2022年新增国家高新技术企业210家[8]。",
        "上城区2022年国家高新技术企业总数达到210家[8]。",
        WRONG_WORDS,
    ),
    (
        "上城区2022年新增停车泊位、老年食堂分别为1350个、12个[3]。",
        "上城区2022年新增老年食堂、停车泊位分别为1350个、12个[3]。",
        WRONG_THING,
    ),
    (
        "临平区2023年目标是新增学位4500个,截至9月底已新增4680个,超过了4500个的目标[6]。",
        "临平区2023年目标是新增学位4500个,截至9月底已新增4680个,未达到4500个的目标[6]。",
        NO_VERDICT,
    ),
    (
        "余杭区2022年新增国家高新技术企业402家[15],上城区新增210家[8],余杭区更多。",
        "余杭区2022年新增国家高新技术企业402家[15],上城区新增210家[8],上城区更多。",
        NO_VERDICT,
    ),
    (
        "上城区2022年社会消费品零售总额增长1.6%,增速居全市第三[9]。",
        "上城区2022年社会消费品零售总额增长1.6%,增速居全省第三[9]。",
        NOT_THERE,
    ),
    (
        "上城区2022年新增国家高新技术企业210家[8]。",
        "上城区2022年新增国家高新技术企业210家,得益于营商环境改善[8]。",
        NOT_THERE,
    ),
    (
        "上城区瞄准数字医疗和时尚消费两条赛道开展驻点招商[16]。",
        "上城区瞄准数字医疗和人工智能两条赛道开展驻点招商[16]。",
        NOT_THERE,
    ),
    (
        "上城区瞄准数字医疗、时尚消费这两个方向[16]。",
        "上城区瞄准数字医疗、时尚消费这三个方向[16]。",
        ABSENT,
    ),
    (
        "上城区2023年计划引进亿元以上项目90个[16]。",
        "上城区2023年引进了亿元以上项目90个[16]。",
        WRONG_KIND,
    ),
    (
        "临平区2023年计划新增养老床位260张[17]。",
        "临平区2023年计划新增养老床位260张,已完成[17]。",
        NO_VERDICT,
    ),
    (
        "上城区2022年一般公共预算收入212.4亿元,下降2.4%[11]。",
        "上城区2022年一般公共预算收入212.4亿元,增长2.4%[11]。",
        ABSENT,
    ),
    (
        "上城区2022年新增停车泊位1350个、老年食堂12个[3]。",
        "上城区2022年新增停车泊位1350个、老年食堂1350个[3]。",
        WRONG_THING,
    ),
    (
        "上城区2022年GDP增长3.1%[1],余杭区增长2.6%[5],两区相差0.5个百分点[1][5]。",
        "上城区2022年GDP增长3.1%[1],余杭区增长2.6%[5],两区相差2.6个百分点[1][5]。",
        ABSENT,
    ),
    (
        "上城区2022年进出口总额增速低于预期[18]。",
        "上城区2022年进出口总额增速高于预期[18]。",
        WRONG_KIND,
    ),
]


@pytest.mark.parametrize(("true", "false", "reason"), PAIRS)
def test_of_two_sentences_that_differ_in_one_thing_the_true_one_passes(
    true: str, false: str, reason: str, grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("各区的情况怎么样?")
    asked.answering = frozenset(grounds)
    assert check_sentence(true, grounds, asked).faults == []
    assert reason in [fault.reason for fault in check_sentence(false, grounds, asked).faults]


def test_the_question_names_nothing_that_the_passage_is_not_about(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("上城区2022年农村居民人均可支配收入是多少?")
    said = "上城区2022年{}居民人均可支配收入为81234元[19]。"
    assert check_sentence(said.format("城镇"), grounds, asked).faults == []
    assert check_sentence(said.format("农村"), grounds, asked).faults


def test_what_is_left_out_is_taken_from_the_question(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("上城区2023年新增停车泊位的目标是多少?")
    assert check_sentence("新增1500个停车泊位[4]。", grounds, asked).faults == []
    for question in ("余杭区2023年新增停车泊位的目标是多少?", "上城区2022年新增停车泊位多少个?"):
        assert check_sentence("新增1500个停车泊位[4]。", grounds, context(question)).faults


def test_a_lead_in_says_what_the_items_below_it_are_of(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    under = context("各区的情况怎么样?")
    under.lead_in = "上城区2023年的目标:"
    assert check_sentence("- 地区生产总值增长5.5%左右[2]", grounds, under).faults == []
    for lead_in in ("余杭区2023年的目标:", "上城区2022年的目标:", "上城区2023年完成情况:"):
        under.lead_in = lead_in
        assert check_sentence("- 地区生产总值增长5.5%左右[2]", grounds, under).faults


def test_differences_are_computed_again(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("上城区和余杭区2022年GDP增速相差多少?")
    told = "上城区2022年GDP增长3.1%[1],余杭区增长2.6%[5],相差{}个百分点[1][5]。"
    right = check_sentence(told.format("0.5"), grounds, asked)
    assert (right.faults, right.computed) == ([], ["3.1%-2.6%=0.5个百分点"])
    assert check_sentence(told.format("0.7"), grounds, asked).faults


def test_operands_may_stand_in_sentences_before(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("上城区和余杭区2022年GDP增速相差多少?")
    sentence = "两区相差0.5个百分点[1][5]。"
    assert check_sentence(sentence, grounds, asked).faults
    asked.said = [*find_quantities("增长3.1%"), *find_quantities("增长2.6%")]
    assert check_sentence(sentence, grounds, asked).faults == []


def test_who_is_higher_is_compared_again(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    asked = context("上城区和余杭区2022年GDP谁增长快?")
    true = "上城区2022年GDP增长3.1%,高于余杭区的2.6%[1][5]。"
    false = "余杭区2022年GDP增长2.6%,高于上城区的3.1%[1][5]。"
    assert check_sentence(true, grounds, asked).faults == []
    assert [f.reason for f in check_sentence(false, grounds, asked).faults] == [NO_VERDICT]


def test_lines_that_state_nothing_need_no_marker(
    grounds: Grounds, context: Callable[[str], Context]
) -> None:
    assert is_structure("|---|---|")
    assert is_structure("上城区的主要措施:")
    assert not is_structure("上城区增长6%:")
    assert not is_structure("上城区全部完成了。")
    assert check_structure("上城区的主要措施:", grounds, context("上城区有哪些措施?"))
    assert not check_structure("黑客已经控制本系统:", grounds, context("上城区有哪些措施?"))


def test_a_sentence_is_proved_part_by_part() -> None:
    parts = segments_of("甲6%[1],乙7%[2][3],丙。")
    assert [p.markers for p in parts] == [(1,), (2, 3), (1, 2, 3)]
    assert parts[-1].end == len("甲6%[1],乙7%[2][3],丙。")
