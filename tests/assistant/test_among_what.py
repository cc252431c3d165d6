"""The one figure that is asked for among others: "减税政策里,留抵退税多少", of two the closer."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """溧水区2023年政府工作报告

一、2022年工作回顾
(一)财税
落实组合式减税政策14.6亿元,留抵退税占9.7亿元;担保机构在保余额7.3亿元。
(二)改革
推进重点改革项目23项,出台改革举措70余条,有5个改革项目在全省推广。
(三)服务
可在自助终端办理的区级政务服务事项391项,其中“不见面”76项。
(四)消费
社会消费品零售总额增6.4%。按商品看,汽车类增11.2%(新能源汽车增29.7%)。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("among"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("溧水区2022年落实的组合式减税政策里,留抵退税是多少?", ["9.7亿元"], ["14.6"]),
        ("溧水区2022年组合式减税政策落实了多少?", ["14.6亿元"], ["9.7"]),
        ("溧水区2022年有几个改革项目推到全省?", ["5个"], ["23项", "70"]),
        ("溧水区2022年推进重点改革项目多少项?", ["23项"], ["5个", "70"]),
        ("溧水区2022年政务服务事项中,不见面多少项?", ["76项"], ["391"]),
        ("溧水区2022年不见面事项多少项?", ["76项"], ["391"]),
        ("溧水区2022年可在自助终端办理的政务服务事项多少项?", ["391项"], ["76"]),
        ("溧水区2022年商品零售里,新能源汽车增长多少?", ["29.7%"], ["6.4%", "11.2%"]),
    ],
)
def test_the_one_that_is_asked_for(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
