"""Taxes and outlays of which a report says that there have been none yet: "茶叶税未入库"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence.asked import wants_figure
from assistant.evidence.draft import Draft, unmarked, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_period
from assistant.schema import Query

_NONE_YET = re.compile(
    r"(?:^|(?<=[,，;；:：、。]))(?P<thing>[一-鿿]{3,16}?)(?:暂|尚|仍|还|均)?(?:未|没有)"
    r"(?:入库|发生|开支|支出|征收)(?=[,，;；。]|$)"
)
_SEVERAL = re.compile("[、和与及跟]|分别|各[是为有]")


def write_none_yet(draft: Draft, evidence: Evidence, query: Query, sources: Sequence[str]) -> bool:
    """Say that there has been none yet of the thing whose amount is asked for."""
    planned = bool(query.kinds) and "actual" not in query.kinds
    planned = planned or _SEVERAL.search(query.text) is not None
    if len(query.districts) > 1 or planned or not wants_figure(query):
        return False
    for statement in evidence.candidates(query, sources):
        for told in _NONE_YET.finditer(statement.folded):
            asked = re.search(rf"(?:^|[^一-鿿]|[区县市旗年月度期的]){told['thing']}", query.text)
            if asked is None or statement.row is not None:
                continue
            if fit_period(query.periods, (statement.period,))[1] <= 0:
                continue
            at = statement.text.find(told["thing"])
            if at < 0:
                continue
            start = statement.start + at
            quote = unmarked(statement.document.text[start : start + len(told.group())])
            head = whose(statement, statement.period, "", quote)
            marker = draft.cite_statement(statement, start, start + len(quote))
            draft.say_of(head, f"{quote}{marker}")
            return True
    return False
