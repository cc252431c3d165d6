"""Generated questions whose keys are known: the figure with exactly these keys, or a refusal.

``python -m bench.no_invented_numbers`` asks 10,000 of them and prints every kind of error.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from conftest import open_over
from generated import Case, Judge, Verdict, differences, make_cases, stated_figures

from assistant.chain import Assistant
from assistant.schema import Answer, Citation, Indicator

QUESTIONS = 1500
FOUND_AMONG = 600  # the first of them, of which so many have an answer
Judged = tuple[Case, Answer, Verdict]


@pytest.fixture(scope="module")
def judged(seed_assistant: Assistant) -> list[Judged]:
    judge = Judge(seed_assistant.catalog)
    found = []
    for case in make_cases(seed_assistant.catalog, QUESTIONS, seed=20):
        answer = seed_assistant.ask(case.question)
        found.append((case, answer, judge.judge(case, answer)))
    return found


def wrong(judged: list[Judged]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (case.question, answer.text, verdict.differs)
        for case, answer, verdict in judged
        if verdict.outcome == "wrong"
    ]


def test_every_figure_has_exactly_the_keys_that_were_asked_for(judged: list[Judged]) -> None:
    assert wrong(judged) == []


def test_figures_of_the_index_are_found(judged: list[Judged]) -> None:
    counted = Counter(verdict.outcome for *_, verdict in judged[:FOUND_AMONG])
    assert counted["right"] > FOUND_AMONG / 3
    assert counted["refused"] > FOUND_AMONG / 5
    assert counted["missed"] < counted["right"] / 20


def test_the_same_seed_makes_the_same_questions(seed_assistant: Assistant) -> None:
    catalog = seed_assistant.catalog
    first, again = (list(make_cases(catalog, 50, seed=7)) for _ in range(2))
    assert first == again
    assert list(make_cases(catalog, 50, seed=8)) != first
    assert len({case.question for case in first}) > 45


FIGURE = Indicator(
    *("plan.txt", "上城区", "2022", "停车泊位", "新增停车泊位", "count", "1350", "个", "actual"),
    start=0,
    end=1,
    figure=(0, 1),
)
CASE = Case("", "上城区", "2022", "停车泊位", "level", "actual")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, ()),
        ({"period": "2022-01/2022-12"}, ()),
        ({"district": "余杭区"}, ("district",)),
        ({"period": "2023"}, ("period",)),
        ({"period": "2022-01/2022-06"}, ("part of the period",)),
        ({"indicator": "托位"}, ("indicator",)),
        ({"measure": "growth", "kind": "target"}, ("measure", "kind")),
    ],
)
def test_the_judge_sees_every_key(change: dict[str, str], found: tuple[str, ...]) -> None:
    assert differences(CASE, replace(FIGURE, **change)) == found  # type: ignore[arg-type]


def test_the_judge_tells_right_wrong_refused_and_missed(made_up: Assistant) -> None:
    judge = Judge(made_up.catalog)
    text = made_up.catalog.document("plan.txt").text

    def answer(said: str, quote: str) -> Answer:
        start = text.index(quote)
        cited = Citation(1, "plan.txt", start, start + len(quote), quote)
        return Answer("", "", f"{said}[1]", citations=(cited,))

    right = answer("新增停车泊位1350个", "新增停车泊位1350个")
    planned = answer("新增停车泊位1500个", "新增停车泊位1500个")
    invented = answer("新增停车泊位77个", "新增停车泊位1350个")
    refusal = Answer("", "", "文档没有给出。", kind="refusal")
    assert judge.judge(CASE, right) == Verdict("right")
    assert judge.judge(CASE, planned) == Verdict("wrong", ("period", "kind"))
    assert judge.judge(CASE, invented) == Verdict("wrong", ("unknown",))
    assert judge.judge(CASE, refusal) == Verdict("missed")
    assert judge.judge(replace(CASE, district="余杭区", period="2021"), refusal) == Verdict(
        "refused"
    )


ROW = """临海市2023年政府工作报告重点任务分解进展表

序号 | 重点任务 | 具体目标任务 | 牵头单位 | 截至11月底进展情况 |
1 | 科技创新 | 促成产学研合作项目170个。 | 市科技局 | 1-11月完成产学研合作项目170个。 |
2 | 稳岗就业 | 帮扶就业困难人员1900人。 | 市人社局 | 已帮扶1960人。 |
"""


def test_the_judge_takes_of_two_equal_figures_the_one_that_is_told(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    catalog = open_over(tmp_path_factory.mktemp("judge"), {"row.txt": ROW}).catalog
    judge, text = Judge(catalog), catalog.document("row.txt").text
    start, end = text.index("1 | 科技"), text.index("\n2 |")
    cited = Citation(1, "row.txt", start, end, text[start:end])
    asked = Case("", "临海市", "2023", "产学研合作项目", "level", "actual")
    done = Answer("", "", "临海市2023年截至11月:完成170个[1]。", citations=(cited,))
    planned = Answer("", "", "临海市2023年目标:170个[1]。", citations=(cited,))
    assert judge.judge(asked, done) == Verdict("part")
    assert judge.judge(asked, planned).outcome == "wrong"


def test_another_name_that_the_lexicon_has_is_of_the_same_indicator() -> None:
    asked = replace(CASE, indicator="出让土地")
    assert differences(asked, replace(FIGURE, indicator="土地出让面积")) == ()
    assert differences(asked, replace(FIGURE, indicator="土地出让宗数")) == ("indicator",)


def test_a_value_that_could_be_a_year_is_told_all_the_same() -> None:
    judge = Judge.__new__(Judge)
    judge._texts = {"plan.txt": "1900"}
    stated = stated_figures(Answer("", "", "帮扶1900人。"))
    assert judge._stands(replace(FIGURE, value="1900", unit="人", figure=(0, 4)), stated)
    assert not judge._stands(replace(FIGURE, value="1900", unit="人", figure=(0, 4)), [])
