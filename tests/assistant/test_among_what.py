"""The one figure that is asked for among others: "补助资金里,设备更新多少", of two the closer."""

from __future__ import annotations

import pytest
from conftest import assert_says, open_over

from assistant.chain import Assistant

REPORT = """溧水区2023年政府工作报告

一、2022年工作回顾
(一)财税
发放惠企补助资金12.3亿元,设备更新占8.4亿元;担保机构在保余额7.3亿元。
(二)改革
推进重点改革项目23项,出台改革举措70余条,有5个改革项目在全省推广。
(三)服务
可在手机上查询的区级公共信用信息274类,其中“免登录”63类。
(四)消费
社会消费品零售总额增6.4%。商品零售中,家具类增8.6%(智能家具增21.3%)。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("among"), {"report.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("溧水区2022年发放的惠企补助资金里,设备更新是多少?", ["8.4亿元"], ["12.3"]),
        ("溧水区2022年惠企补助资金发放了多少?", ["12.3亿元"], ["8.4"]),
        ("溧水区2022年有几个改革项目推到全省?", ["5个"], ["23项", "70"]),
        ("溧水区2022年推进重点改革项目多少项?", ["23项"], ["5个", "70"]),
        ("溧水区2022年公共信用信息中,免登录多少类?", ["63类"], ["274"]),
        ("溧水区2022年免登录信息多少类?", ["63类"], ["274"]),
        ("溧水区2022年可在手机上查询的公共信用信息多少类?", ["274类"], ["63"]),
        ("溧水区2022年商品零售里,智能家具增长多少?", ["21.3%"], ["6.4%", "8.6%"]),
    ],
)
def test_the_one_that_is_asked_for(
    report: Assistant, question: str, said: list[str], unsaid: list[str]
) -> None:
    assert_says(report.ask(question), said, unsaid)
