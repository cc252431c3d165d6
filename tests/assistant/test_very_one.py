"""A figure answers for the very thing that a question names, and for none of its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """望溪区2023年政府工作报告

一、2022年工作回顾

(一)产业。锦湖智谷二期建成投用,新增载体面积13.4万平方米。新增规模以上工业企业21户。建成全国防灾示范社区1个。莲塘、石桥片区9条河道获评省级“生态河湖”。

(二)文旅。全年接待游客640万人次,恢复至上年的68%;旅游总收入57亿元。云岭古镇接待游客88万人次。

(三)民生。办结热线诉求12.6万件,按期办结率98.7%,群众满意率95.2%。每千名老人拥有养老床位41张。民生实事资金4.2亿元,其中区级财政1.9亿元。

二、2023年工作安排

新增学位3200个。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("very_one")
    return open_over(folder, {"report.txt": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "望溪区锦湖智谷三期新增载体面积多少?",
        "望溪区2022年省级防灾示范社区总数是多少?",
        "望溪区2021年旅游总收入多少?",
        "望溪区2022年旅游总收入恢复到上年的百分之几?",
        "望溪区2022年云岭古镇旅游总收入多少?",
        "望溪区2022年政协提案办理满意率多少?",
        "望溪区2022年养老床位多少张?",
        "望溪区2022年民生实事市级资金多少?",
    ],
)
def test_what_is_told_of_a_neighbour_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("望溪区锦湖智谷二期新增载体面积多少?", ["13.4万平方米"], []),
        ("望溪区2022年旅游总收入多少?", ["57亿元"], ["640"]),
        ("望溪区2022年接待游客恢复到上年的百分之几?", ["68%"], ["57亿"]),
        ("望溪区2022年每千名老人有养老床位多少张?", ["41张"], []),
        ("望溪区2022年民生实事区级财政资金多少?", ["1.9亿元"], []),
    ],
)
def test_the_thing_itself_is_told(
    assistant: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(assistant.ask(question), said, unsaid)


def test_what_goes_by_a_number_is_not_told_of_others(tmp_path: Path) -> None:
    text = "望溪区2022年工作总结\n\n全年开工海绵项目15个。\n"
    assert open_over(tmp_path, {"report.txt": text}).ask("望溪区2022年“152”项目开工几个?").refused
