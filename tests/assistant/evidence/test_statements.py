"""Documents as statements: whose, of when, result or plan, in reading order."""

from __future__ import annotations

import pytest

from assistant.chain import Assistant
from assistant.evidence.statements import Statement
from assistant.language.periods import whole_year


@pytest.fixture(scope="module")
def statements(made_up: Assistant) -> dict[str, list[Statement]]:
    catalog = made_up.catalog
    return {s: made_up.evidence.statements(catalog.document(s)) for s in catalog.sources()}


def one(found: list[Statement], words: str) -> Statement:
    (statement,) = (s for s in found if words in s.text)
    return statement


def test_every_statement_of_the_seeds_is_verbatim_and_inside_its_chunk(
    seed_assistant: Assistant,
) -> None:
    for source in seed_assistant.catalog.sources():
        document = seed_assistant.catalog.document(source)
        for statement in seed_assistant.evidence.statements(document):
            assert statement.text == document.text[statement.start : statement.end]
            assert statement.text.strip()
            assert statement.chunk.start <= statement.start < statement.end <= statement.chunk.end
            assert "".join(document.text[s:e] for s, e in statement.clauses) == statement.text


def test_every_figure_of_the_seeds_stands_in_some_statement(seed_assistant: Assistant) -> None:
    for source in seed_assistant.catalog.sources():
        document = seed_assistant.catalog.document(source)
        held = {f.figure for s in seed_assistant.evidence.statements(document) for f in s.figures}
        lost = [f for f in document.indicators if f.figure not in held]
        assert len(lost) <= len(document.indicators) // 50, [f.name for f in lost]


def test_a_part_on_results_and_a_part_on_plans_are_told_apart(
    statements: dict[str, list[Statement]],
) -> None:
    done = one(statements["plan.txt"], "1350个")
    planned = one(statements["plan.txt"], "1500个")
    assert (done.period, done.kind, done.role) == ("2022", "actual", "prose")
    assert (planned.period, planned.kind, planned.role) == ("2023", "target", "prose")


def test_cells_of_a_row_are_targets_and_progress_and_know_each_other(
    statements: dict[str, list[Statement]],
) -> None:
    target = one(statements["table.txt"], "新增学位4500个")
    progress = one(statements["table.txt"], "已新增学位4680个")
    assert (target.role, target.kind) == ("target", "target")
    assert (progress.role, progress.kind) == ("progress", "actual")
    assert target.row is progress.row
    assert "新增学位4500个" in progress.labels
    assert "二、改善民生服务" in target.labels


def test_an_inherited_cell_labels_its_row_and_is_stated_once(
    statements: dict[str, list[Statement]],
) -> None:
    assert "优化教育供给" in one(statements["table.txt"], "新增学位4500个").labels
    assert sum("优化教育供给" in s.text for s in statements["table.txt"]) == 1


def test_a_plan_is_of_its_year_also_in_a_table_of_nine_months(
    statements: dict[str, list[Statement]],
) -> None:
    target = one(statements["table.txt"], "固定资产投资增长8%")
    progress = one(statements["table.txt"], "已新增规上工业企业33家")
    assert target.periods(target.start, target.end) == ("2023",)
    assert progress.periods(progress.start, progress.end) == ("2023-01/2023-09",)


def test_a_period_that_the_words_name_comes_first(statements: dict[str, list[Statement]]) -> None:
    retail = one(statements["other_plan.txt"], "社会消费品零售总额增长0.9%")
    assert retail.periods(retail.start, retail.end) == ("2022-01/2022-11",)


def test_statements_know_the_figures_in_them(statements: dict[str, list[Statement]]) -> None:
    found = one(statements["plan.txt"], "一般公共预算收入212.4亿元")
    assert {(f.indicator, f.value) for f in found.figures} >= {
        ("一般公共预算收入", "212.4"),
        ("一般公共预算收入", "2.4"),
    }


@pytest.mark.parametrize(
    ("period", "written"),
    [("2023-01/2023-12", "2023"), ("2023-01/2023-11", "2023-01/2023-11"), ("", "")],
)
def test_january_to_december_is_the_year(period: str, written: str) -> None:
    assert whole_year(period) == written
