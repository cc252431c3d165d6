"""Long names of questions, looked for in statements."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from assistant.answers.long_names import speaks_of_name
from assistant.evidence.findings import Finding


@pytest.mark.parametrize("telling", ["目前高架段正在施工", "11月累计完成48219万元"])
def test_the_digits_of_a_road_tell_no_statement_from_another(telling: str) -> None:
    row = SimpleNamespace(folded=telling, labels="加快头蓬快速路提升改造")
    assert speaks_of_name(
        "s211头蓬快速路", cast("Finding", SimpleNamespace(statement=row, figure=None))
    )
