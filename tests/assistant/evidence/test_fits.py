"""How well the period and the kind of what is stated fit those asked for."""

from __future__ import annotations

import pytest

from assistant.evidence.fits import PART_FIT, fit_kind, fit_period


@pytest.mark.parametrize(
    ("asked", "stated", "fit"),
    [
        ("2023", "2023", 1.0),
        ("2023-01/2023-06", "2023-01/2023-06", 1.0),
        ("2023", "2023-01/2023-11", PART_FIT),
        ("2023", "2022", 0.0),
        ("2023", "2024-01/2024-06", 0.0),
        ("2023-01/2023-06", "2023", 0.0),  # the year does not answer for a half
        ("2023-Q3", "2023", 0.0),
        ("2023-Q1", "2023-01/2023-03", 1.0),  # one quarter, told by its months
        ("2023-Q1", "2023-01/2023-04", 0.0),
        ("2023-01/2023-06", "2022", 0.0),
    ],
)
def test_a_period_fits_itself_and_a_part_of_the_year(asked: str, stated: str, fit: float) -> None:
    assert fit_period([asked], [stated]) == (stated, fit)


def test_a_plan_of_years_covers_one_of_them() -> None:
    assert 0 < fit_period(["2023"], ["2021/2025"])[1] < PART_FIT


def test_of_several_periods_the_best_fit_counts() -> None:
    assert fit_period(["2023"], ["2022", "2023-01/2023-06", "2023"]) == ("2023", 1.0)


def test_no_period_asked_takes_what_is_stated_and_none_stated_is_half_a_fit() -> None:
    assert fit_period([], ["2022"]) == ("2022", 1.0)
    assert fit_period(["2023"], []) == ("", 0.5)


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        (("target",), "actual"),
        (("target",), "estimate"),
        (("actual",), "target"),
        (("actual",), "floor"),
        (("estimate",), "target"),
    ],
)
def test_a_plan_never_stands_for_a_result_nor_a_result_for_a_plan(
    asked: tuple[str, ...], stated: str
) -> None:
    assert fit_kind(asked, stated) == 0.0


@pytest.mark.parametrize(
    ("asked", "stated"), [(("target",), "target"), (("target",), "floor"), (("actual",), "actual")]
)
def test_the_kind_that_was_asked_fits_whole(asked: tuple[str, ...], stated: str) -> None:
    assert fit_kind(asked, stated) == 1.0


def test_an_estimate_may_stand_for_a_result_but_fits_less() -> None:
    assert 0 < fit_kind(("actual",), "estimate") < fit_kind(("actual",), "actual")


def test_without_a_kind_a_result_comes_before_an_estimate_before_a_plan() -> None:
    fits = [fit_kind((), kind) for kind in ("actual", "estimate", "target", "floor")]
    assert fits == sorted(fits, reverse=True)
    assert fits[-1] > 0
