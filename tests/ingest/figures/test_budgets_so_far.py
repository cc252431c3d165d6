"""Budgets in execution: beside what came in stand the year's plan and the year before."""

from assistant.lexicon.indicators import load_indicators
from ingest.figures.canonical_names import canonical_name
from tests.ingest.figures.test_indicators import figures, told

SO_FAR = "1-6月税收收入112万元;年初预算207万元,已完成54.2%;上年同期133万元,少收21万元,下降15.8%。"


def test_the_plan_of_the_year_and_its_rate_are_of_what_came_in() -> None:
    _, plan, rate, *_ = figures(SO_FAR)
    assert (plan.name, plan.kind, plan.period) == ("税收收入", "target", "2023")
    assert (rate.indicator, rate.kind) == ("税收收入计划完成率", "actual")


def test_what_changed_since_then_is_of_this_year() -> None:
    *_, then, less, rate = figures(SO_FAR)
    assert then.period == "2022-01/2022-06"
    assert [f.period for f in (less, rate)] == ["2023-01/2023-06"] * 2
    assert (less.measure, less.quantity.sign, rate.measure) == ("change", "-", "growth")


def test_a_plan_told_in_the_next_sentence_is_of_the_same() -> None:
    *_, plan, _ = figures(
        "上半年组织财政收入14万元,增幅在全市13个县区排第五。年初预算24万元,已完成59%。"
    )
    assert (plan.name, plan.kind) == ("组织财政收入", "target")


def test_a_rank_among_counted_districts_is_of_what_was_told() -> None:
    rank = figures("税收收入14万元,增长3%,增幅在全市13个县区排第五。")[-1]
    assert rank.name == "税收收入增幅"


def test_a_rate_has_become_faster_by_points_since_a_part_of_the_year() -> None:
    for words in ("降幅较一季度小6.7", "比上半年快6.7", "比上半年的增速低6.7"):
        *_, points = figures(f"工业增加值下降3%,{words}个百分点。")
        assert points.indicator == "工业增加值增速变化", words


def test_a_month_before_a_verb_is_no_part_of_the_name() -> None:
    assert told("公路建设:9月底前投资21.3亿元。")[0][0] != "前投资"


def test_the_members_of_a_list_of_what_grew_fastest_have_grown() -> None:
    found = figures("增长较快的行业:茶叶加工业12.3%,竹制品业8.4%。")
    assert [(f.name, f.measure) for f in found] == [
        ("茶叶加工业", "growth"),
        ("竹制品业", "growth"),
    ]


def test_a_share_of_the_budget_is_how_much_of_it_came_in() -> None:
    for words in ("相当于年初预算的41.2%", "为年初预算的41.2%"):
        rate = figures(f"非税收入9亿元,{words},比预算进度快3.1个百分点。")[1]
        assert rate.indicator == "非税收入计划完成率", words


def test_what_is_planned_of_an_investment_grows_by_a_planned_rate() -> None:
    found = figures("全年工业投资计划做到62亿元,增幅11%;一季度已报9.4亿元,增幅23.7%。")
    assert {f.name for f in found} == {"工业投资"}
    assert [f.kind for f in found] == ["target", "target", "actual", "actual"]
    assert [f.period for f in found] == ["2023", "2023", "2023-Q1", "2023-Q1"]


def test_what_grew_beside_its_plan_grew() -> None:
    found = figures("工业投资计划增长7%,实际增长6%。")
    assert [(f.measure, f.kind) for f in found] == [("growth", "target"), ("growth", "actual")]


def test_what_is_added_may_say_so_behind_its_name() -> None:
    assert canonical_name("养老服务床位新增", load_indicators()) == "养老床位总数"


def test_the_amount_of_the_plan_that_a_share_is_of_came_in_from_nowhere() -> None:
    for plan in ("年初预算数", "预算", "县人大批准预算", "全年目标任务数", "变动预算数"):
        for verb in ("完成", "占", "为"):
            text = f"1-4月,税收收入完成112万元,{verb}{plan}207万元的54.2%,增长9%。"
            done, wanted, rate, growth = figures(text)
            assert (done.name, done.kind) == ("税收收入", "actual"), text
            assert (wanted.name, wanted.kind) == ("税收收入", "target"), text
            assert (rate.indicator, rate.kind) == ("税收收入计划完成率", "actual"), text
            assert (growth.name, growth.measure) == ("税收收入", "growth"), text


def test_a_rate_of_the_budget_leaves_its_name_to_what_follows() -> None:
    _, rate, growth = figures("1-4月,税收收入112万元,完成年初预算54.2%,下降9%。")
    assert rate.indicator == "税收收入计划完成率"
    assert (growth.name, growth.measure) == ("税收收入", "growth")


def test_more_or_less_money_than_the_year_before_is_no_name() -> None:
    for word in ("增收", "减收", "增支", "减支"):
        _, change, growth = figures(f"1-4月,教育支出112万元,比上年同期{word}21万元,下降9%。")
        assert (change.name, change.measure, growth.name) == ("教育支出", "change", "教育支出")
        assert (change.quantity.sign == "-") == word.startswith("减"), word
