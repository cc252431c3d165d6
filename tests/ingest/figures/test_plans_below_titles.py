"""Plans and results below a title that names what they are of."""

from __future__ import annotations

import pytest

from ingest.readers.formats import Extracted
from ingest.understanding import understand

TITLED = """东安县2025年三季度重点工作督查通报

(一)老旧小区改造。年度任务18个,已开工18个,完工12个。
(二)高标准农田建设。全年任务2.4万亩,截至9月底完成1.5万亩,完成率62.5%。
(三)农村公路:全年计划120公里,已完成86公里。
(四)队伍建设。县政府督查室8人。
"""


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("老旧小区改造", "target", "18"),
        ("完工老旧小区改造", "actual", "12"),
        ("高标准农田建设", "target", "2.4"),
        ("高标准农田建设", "actual", "1.5"),
        ("高标准农田建设完成率", "actual", "62.5"),
        ("农村公路", "target", "120"),
        ("农村公路", "actual", "86"),
    ],
)
def test_a_title_names_the_plan_that_stands_right_behind_it(
    name: str, kind: str, value: str
) -> None:
    document = understand(Extracted("通报.txt", TITLED, (), "0" * 64, "txt"))
    told = {(i.name, i.kind, i.value) for i in document.indicators}
    assert (name, kind, value) in told
    assert not any(known == "任务" for known, _, _ in told)
