"""Budgets in execution: beside what came in stand the year's plan and the year before."""

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
