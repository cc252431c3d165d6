"""Follow-ups become questions that stand alone; questions that stand alone stay as they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.chain import Assistant
from assistant.question.condense import condense
from assistant.question.query import parse_query
from assistant.schema import Query, Turn
from tests.assistant.conftest import turn

Ask = Callable[..., Query]
GROWTH = "上城区2022年GDP增长多少?"
PARKING = "上城区2023年新增停车泊位目标是多少?"


def said(*questions: str) -> list[Turn]:
    return [Turn(question, question) for question in questions]


@pytest.fixture
def follow(made_up: Assistant) -> Ask:
    """Understand the last question as asked after the others."""

    def parse(*questions: str) -> Query:
        *before, last = questions
        corpus = made_up.evidence.corpus
        return parse_query(condense(last, said(*before), corpus).question, corpus)

    return parse


def slots(query: Query) -> tuple[object, ...]:
    return query.districts, query.periods, query.indicators


@pytest.mark.parametrize("last", ["那余杭呢?", "余杭区呢?", "余杭呢", "那余杭区的呢?"])
def test_a_new_district_keeps_the_rest(follow: Ask, last: str) -> None:
    query = follow(GROWTH, last)
    assert slots(query) == (("余杭区",), ("2022",), ("地区生产总值",))
    assert query.measures == ("growth",)


@pytest.mark.parametrize(
    ("last", "indicator"),
    [("那总产值呢?", "规上工业总产值"), ("营业收入呢?", "规上工业营业收入")],
)
def test_a_bare_measure_is_of_the_sector_spoken_of(follow: Ask, last: str, indicator: str) -> None:
    query = follow("上城区2022年规上工业增加值增长多少?", last)
    assert slots(query) == (("上城区",), ("2022",), (indicator,))


@pytest.mark.parametrize("last", ["农村的呢?", "那农村是多少?"])
def test_the_other_side_keeps_the_rest_of_the_name(follow: Ask, last: str) -> None:
    query = follow("上城区2022年城镇居民人均可支配收入是多少?", last)
    assert slots(query) == (("上城区",), ("2022",), ("农村居民人均可支配收入",))


def test_the_largest_of_the_numbers_spoken_of_sets_all_side_by_side(follow: Ask) -> None:
    query = follow(
        "上城区2022年新增学位多少?",
        "上城区2023年新增学位多少?",
        "余杭区2023年新增学位多少?",
        "三个数里哪个最大?",
    )
    assert query.text.count("年") == 3
    assert slots(query)[:2] == (("上城区", "余杭区"), ("2022", "2023"))


def test_what_it_costs_is_asked_of_the_thing_spoken_of(follow: Ask) -> None:
    query = follow("上城区运河体育公园2022年开工了吗?", "它总投资多少?")
    assert "运河体育公园" in query.text
    assert query.districts == ("上城区",)


def test_another_thing_is_asked_who_leads_it(follow: Ask) -> None:
    query = follow("上城区新增学位由谁牵头?", "停车泊位呢?")
    assert "lead" in query.asks
    assert "lead" not in follow("上城区2023年新增学位多少,谁牵头?", "停车泊位呢?").asks


def test_money_stays_money(follow: Ask) -> None:
    assert follow("上城区2022年收储企业几家?", "花了多少钱?").units == ("元",)


def test_than_the_year_before_asks_of_the_year_itself(follow: Ask) -> None:
    query = follow("上城区2022年出口多少?", "比上一年涨还是跌?")
    assert slots(query) == (("上城区",), ("2022",), ("货物出口总额",))
    assert query.measures == ("growth",)


def test_what_has_become_of_something_keeps_what_it_is(follow: Ask) -> None:
    query = follow("上城区2023年新增停车泊位目标是多少?", "启用了没?")
    assert query.districts == ("上城区",)
    assert "启用了没" in query.text
    assert "停车泊位" in query.text
    assert "target" not in query.kinds


@pytest.mark.parametrize("last", ["2023年的目标呢?", "第二年的目标呢?"])
def test_a_new_period_and_kind_keep_the_rest(follow: Ask, last: str) -> None:
    query = follow(GROWTH, last)
    assert slots(query) == (("上城区",), ("2023",), ("地区生产总值",))
    assert query.kinds == ("target",)


def test_a_new_indicator_keeps_district_and_period(follow: Ask) -> None:
    assert slots(follow(GROWTH, "社零呢?")) == (("上城区",), ("2022",), ("社会消费品零售总额",))


def test_a_new_thing_that_is_no_indicator_keeps_district_and_period(follow: Ask) -> None:
    query = follow("上城区2022年引进亿元以上项目多少个?", "数字医疗赛道呢?")
    assert query.districts == ("上城区",)
    assert "赛道" in "".join(query.terms)


def test_a_kind_alone_keeps_what_is_spoken_of(follow: Ask) -> None:
    query = follow(PARKING, "实际完成了多少?")
    assert slots(query) == (("上城区",), ("2023",), ("停车泊位",))
    assert query.kinds == ("actual",)


def test_a_measure_alone_keeps_what_is_spoken_of(follow: Ask) -> None:
    query = follow(GROWTH, "总量呢?")
    assert slots(query) == (("上城区",), ("2022",), ("地区生产总值",))
    assert query.measures == ("level",)


@pytest.mark.parametrize("last", ["它由谁牵头?", "由谁牵头?", "这项工作谁牵头?"])
def test_who_leads_is_asked_of_what_is_spoken_of(follow: Ask, last: str) -> None:
    query = follow("临平区新增学位的目标是多少?", last)
    assert query.indicators == ("学位",)
    assert query.districts == ("临平区",)
    assert "lead" in query.asks


@pytest.mark.parametrize("last", ["和余杭比呢?", "跟余杭区比谁更高?", "比余杭高多少?"])
def test_a_comparison_sets_the_other_district_beside(follow: Ask, last: str) -> None:
    query = follow(GROWTH, last)
    assert set(query.districts) == {"上城区", "余杭区"}
    assert query.indicators == ("地区生产总值",)
    assert set(query.asks) & {"rank", "difference"}


@pytest.mark.parametrize(
    "last",
    [
        "哪个更高?",
        "两个区谁更高?",
    ],
)
def test_a_comparison_without_names_takes_the_last_two_sides(follow: Ask, last: str) -> None:
    query = follow(GROWTH, "余杭区2022年GDP增长多少?", last)
    assert set(query.districts) == {"上城区", "余杭区"}
    assert query.indicators == ("地区生产总值",)


def test_a_correction_of_the_kind_is_taken(follow: Ask) -> None:
    query = follow(PARKING, "我问的是实际完成数,不是目标")
    assert slots(query) == (("上城区",), ("2023",), ("停车泊位",))
    assert query.kinds == ("actual",)


def test_a_correction_of_the_measure_is_taken(follow: Ask) -> None:
    query = follow(GROWTH, "我问的是总量不是增速")
    assert slots(query) == (("上城区",), ("2022",), ("地区生产总值",))
    assert query.measures == ("level",)


def test_a_correction_of_the_district_is_taken(follow: Ask) -> None:
    assert slots(follow(GROWTH, "不对,我说的是余杭区")) == (
        ("余杭区",),
        ("2022",),
        ("地区生产总值",),
    )


def test_the_talk_goes_back_to_an_earlier_topic(follow: Ask) -> None:
    query = follow(
        "上城区2022年引进亿元以上项目多少个?",
        "余杭区2023年GDP目标是多少?",
        "回到刚才的亿元以上项目,2023年目标是多少?",
    )
    assert slots(query) == (("上城区",), ("2023",), ("亿元以上项目",))


@pytest.mark.parametrize("between", ["谢谢", "你好", "你是谁?"])
def test_talk_in_between_does_not_lose_the_topic(follow: Ask, between: str) -> None:
    assert slots(follow(GROWTH, between, "余杭呢?")) == (("余杭区",), ("2022",), ("地区生产总值",))


def test_why_is_asked_of_what_is_spoken_of(follow: Ask) -> None:
    query = follow("上城区2022年进出口总额增长多少?", "为什么?")
    assert "reason" in query.asks
    assert slots(query) == (("上城区",), ("2022",), ("货物进出口总额",))


def test_when_is_asked_of_what_is_spoken_of(follow: Ask) -> None:
    query = follow(GROWTH, "2023年的什么时候公布?")
    assert "when" in query.asks
    assert slots(query) == (("上城区",), ("2023",), ("地区生产总值",))


@pytest.mark.parametrize(
    "question",
    [
        "余杭区2023年一般公共预算收入目标是多少?",
        "临平区第3项任务由谁牵头?",
        "上城区和余杭区2022年停车泊位谁多?",
        "上城区2023年优化营商环境有哪些措施?",
    ],
)
def test_a_complete_question_is_left_as_it_is(made_up: Assistant, question: str) -> None:
    made = condense(question, said(GROWTH, PARKING), made_up.evidence.corpus)
    assert made.question == question


def test_a_complete_question_keeps_its_letters(made_up: Assistant) -> None:
    assert condense(GROWTH, (), made_up.evidence.corpus).question == GROWTH


def test_a_first_question_needs_no_history(made_up: Assistant) -> None:
    assert condense("停车泊位呢?", (), made_up.evidence.corpus).question == "停车泊位呢?"


def test_politeness_before_a_question_is_cut(made_up: Assistant) -> None:
    made = condense("好的,请问余杭区2022年停车泊位多少个?", (), made_up.evidence.corpus)
    assert made.question == "余杭区2022年停车泊位多少个?"


def test_a_standalone_question_is_a_fixed_point(made_up: Assistant) -> None:
    corpus = made_up.evidence.corpus
    for last in ("那余杭呢?", "2023年的目标呢?", "和余杭比呢?"):
        once = condense(last, said(GROWTH), corpus).question
        assert condense(once, said(GROWTH), corpus).question == once


def test_names_keep_the_letters_they_were_typed_in(made_up: Assistant) -> None:
    first = made_up.ask("上城区2022年GDP增长多少?")
    again = made_up.ask("余杭区呢?", [turn(first)])
    assert again.standalone_question.startswith("余杭区2022年GDP增长")
    target = made_up.ask("2023年的目标呢?", [turn(first)])
    assert "GDP" in target.standalone_question
    assert target.standalone_question.count("增长") == 1


def test_a_plan_is_not_taken_over_where_place_time_and_unit_are_named(follow: Ask) -> None:
    assert "target" in follow(PARKING, "余杭区呢?").kinds
    assert "target" not in follow(PARKING, "余杭区2023年新增多少个?").kinds


def test_a_goal_is_asked_of_the_growth_that_was_spoken_of(follow: Ask) -> None:
    assert "growth" in follow(GROWTH, "达到目标了吗?").measures
    assert "growth" not in follow(PARKING, "达到目标了吗?").measures


@pytest.mark.parametrize("last", ["换成余杭来看看", "轮到余杭呢?", "再看看余杭"])
def test_words_by_which_talk_turns_to_another_place_are_no_subject(follow: Ask, last: str) -> None:
    assert slots(follow(GROWTH, last)) == (("余杭区",), ("2022",), ("地区生产总值",))


def test_words_by_which_talk_turns_to_another_year_are_no_subject(follow: Ask) -> None:
    query = follow(GROWTH, "转到23年,目标怎么定的?")
    assert slots(query) == (("上城区",), ("2023",), ("地区生产总值",))
    assert query.kinds == ("target",)


@pytest.mark.parametrize(
    "last",
    [
        "放到余杭旁边比一比?",
        "跟余杭放在一块儿看看",
        "这个数超没超过余杭区的?",
        "有没有超过余杭2022年的?",
    ],
)
def test_each_way_to_set_another_place_beside_it_asks_for_both(follow: Ask, last: str) -> None:
    query = follow(GROWTH, last)
    assert query.districts == ("上城区", "余杭区")
    assert query.indicators == ("地区生产总值",)
    assert "rank" in query.asks


def test_all_that_were_told_are_put_together(follow: Ask) -> None:
    asked = (GROWTH, GROWTH.replace("上城", "余杭"), "2家的数放一块,垫底的是谁?")
    assert follow(*asked).districts == ("上城区", "余杭区")


def test_when_a_plan_was_set_is_no_name_of_it(made_up: Assistant) -> None:
    corpus = made_up.evidence.corpus
    for first in (
        "2023年初上城区给停车泊位定的目标是多少?",
        "2023年那会儿,上城区停车泊位目标是多少?",
    ):
        joined = condense("余杭区呢?", said(first), corpus).question
        assert "初" not in joined
        assert "会儿" not in joined


def test_which_way_a_plan_went_sets_it_beside_the_one_before(follow: Ask) -> None:
    query = follow("上城区2022年停车泊位目标是多少?", "到了23年这个数是升了还是降了?")
    assert query.periods == ("2022", "2023")
    assert query.kinds == ("target",)
    assert "growth" not in query.measures


def test_a_share_is_set_beside_the_share_of_another_place(follow: Ask) -> None:
    query = follow("上城区2022年税收占财政收入的占比多少?", "跟余杭22年的占比摆一块看看")
    assert query.districts == ("上城区", "余杭区")
    assert query.measures == ("share",)


@pytest.mark.parametrize("last", ["拿来跟余杭比比看", "这两家谁的任务更重?"])
def test_who_is_ahead_is_asked_in_everyday_words(follow: Ask, last: str) -> None:
    query = follow(PARKING, PARKING.replace("上城", "余杭"), last)
    assert "余杭区" in query.districts
    assert "rank" in query.asks
    assert not {"更重", "比比"} & set(query.terms)


def test_a_plan_is_set_beside_the_result_of_the_year_before(made_up: Assistant) -> None:
    corpus = made_up.evidence.corpus
    joined = condense("比上一年少了多少?", said(PARKING), corpus).question
    assert "2023年计划和2022年实际" in joined


def test_what_is_taken_out_is_taken_out_of_what_was_spoken_of(made_up: Assistant) -> None:
    history = said("上城区2022年税收收入增长多少?")
    joined = condense("扣掉免抵税额呢?", history, made_up.evidence.corpus).question
    assert joined == "上城区2022年税收收入扣除免抵税额增长多少?"


def test_what_is_said_of_the_place_behind_than_is_of_that_place_alone(made_up: Assistant) -> None:
    corpus = made_up.evidence.corpus
    joined = condense("比余杭2022年实际新增的多吗?", said(PARKING), corpus).question
    assert "上城区2023年计划和余杭区2022年实际" in joined
    beds = said("上城区新增养老床位多少张?")
    assert "实际" not in condense("比余杭2022年实际新增的多吗?", beds, corpus).question


def test_a_plan_is_set_beside_the_plan_that_was_told_and_a_year_before_it_beside_its_result(
    made_up: Assistant,
) -> None:
    corpus = made_up.evidence.corpus
    told = said(PARKING, "上城区2023年上半年实际新增停车泊位多少个?")
    assert (
        "上城区2023年和余杭区2023年计划" in condense("余杭的目标比它高吗?", told, corpus).question
    )
    told = said("上城区2022年停车泊位多少个?", "上城区2023年停车泊位目标多少个?")
    joined = condense("余杭2022年的比上城高还是低?", told, corpus).question
    assert "计划" not in joined


@pytest.mark.parametrize(
    "last", ["这个数对应哪一年?", "你说的这个数对应哪个年份?", "你刚才给的那个数指的是哪一年?"]
)
def test_of_when_a_number_is_asks_for_what_was_spoken_of(follow: Ask, last: str) -> None:
    query = follow("上城区固定资产投资是多少?", last)
    assert query.indicators == ("固定资产投资",)


def test_the_year_after_may_be_told_as_further_on(follow: Ask) -> None:
    assert follow("上城区2022年固定资产投资是多少?", "再往后一年的呢?").periods == ("2023",)


@pytest.mark.parametrize("how_far", ["进展到哪一步了?", "目前推进到什么程度?", "现在进度多少?"])
def test_how_far_a_thing_is_is_no_part_of_its_name(made_up: Assistant, how_far: str) -> None:
    history = said(f"上城区2023年中医院新院区{how_far}")
    asked = condense("什么时候启用?", history, made_up.evidence.corpus).question
    assert asked == "上城区2023年中医院新院区,什么时候启用?"
