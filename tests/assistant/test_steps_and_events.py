"""Questions for one step of several, for who did something, and for a rate that nobody tells."""

from __future__ import annotations

import pytest
from conftest import open_over

from assistant.chain import Assistant

REPORT = """城中区2023年国民经济和社会发展计划执行情况

一、2023年计划执行情况

全年签约10亿元以上项目12个、亿元以上项目64个,落地亿元以上项目37个。其中10亿元以上制造业项目已落地5个,签约亿元以上项目9个。

企业梯队不断壮大,恒信生物成功上市。成功招引世界500强博西中国研发中心。

投用中小学、幼儿园6所,新增学位2400个。共计31家幼儿园开设托班。文华小学获评健康促进学校样板(全市4家)。

企业上市知识产权服务“一件事”获批全省试点。

连续12年创成省平安区。创建18个清廉示范点,静兰街道环江村获评市清廉村居样板。发明专利授权量820件。柳江医院城中院区开工建设,健康考核连续五年优秀。

二、2024年工作安排

开建110kv河东变、桂柳变,竣工投用220kv沙塘变、鹧鸪变。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("steps"), {"chengzhong.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2023年城中区落地了多少个亿元以上项目?", "37个", "9个"),
        ("2023年城中区签约了多少个10亿元以上项目?", "12个", "5个"),
        ("2023年城中区有哪家企业上市了?", "恒信生物", "一件事"),
        ("城中区2023年成功招引的世界500强是哪家?", "博西中国", "恒信"),
        ("23年城中区投用了几所中小学和幼儿园,新增学位多少?", "6所", "31家"),
        ("城中区连续多少年创成省平安区?", "12年", "平安区的"),
        ("城中区哪个村2023年被评为市清廉村居样板?", "环江村", "没有"),
        ("城中区2024年开工建的变电站是哪两座?", "河东变", "沙塘变"),
    ],
)
def test_what_is_told_is_of_the_very_step(
    report: Assistant, question: str, said: str, unsaid: str
) -> None:
    text = report.ask(question).text
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    "question",
    ["城中区2023年新增发明专利申请多少件?", "城中区2023年柳江医院城中院区投资多少亿?"],
)
def test_what_is_told_of_the_thing_alone_is_no_answer(report: Assistant, question: str) -> None:
    assert report.ask(question).refused


def test_a_rate_that_is_not_told_is_refused(report: Assistant) -> None:
    answer = report.ask("2023年城中区小学入学率多少?")
    assert answer.refused
    assert "4家" not in answer.text
