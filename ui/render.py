"""Widgets of the page: an answer with its evidence, a whole document, and plain text.

The components get their contents as data and make text nodes of them (``ui/frontend``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.schema import Answer, Citation, Document, Span
from ui.evidence import Documents, find_document, make_card, make_cards
from ui.markup import plain, shorten, split_lines, split_markers, visible, without_table
from ui.viewer import make_view

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_FRONTEND = Path(__file__).parent / "frontend"

# What stands above a text that is not an answer from the documents.
_LABELS = {
    "answer": "",
    "refusal": "文档里没有",
    "clarify": "需要再说清楚一点",
    "scope": "不在能回答的范围里",
    "smalltalk": "",
}


@cache
def _component(name: str) -> ComponentRenderer:
    parts = (_FRONTEND / "parts.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        f"quwen_{name}",
        html=f'<div class="{name}"></div>',
        css=(_FRONTEND / f"{name}.css").read_text(encoding="utf-8"),
        js=parts + (_FRONTEND / f"{name}.js").read_text(encoding="utf-8"),
    )


def show_answer(
    answer: Answer, documents: Documents, *, key: str, fresh: bool = False
) -> Citation | None:
    """Show an answer and its evidence; return the citation to be seen in its document, if any.

    A ``fresh`` answer is scrolled to.
    """
    content = {**make_answer(answer, documents), "fresh": fresh}
    result = _component("answer")(key=key, data=_sent(content), on_open_change=lambda: None)
    return cited_by_card(answer).get(str(result.open or ""))


def show_document(document: Document, marks: Sequence[Span] = (), *, key: str) -> None:
    """Show a whole document with its outline, scrolled to the first of ``marks``."""
    _component("document")(key=key, data=make_view(document, marks))


def show_card(citation: Citation, documents: Documents, *, key: str) -> bool:
    """Show one piece of evidence; return whether it is to be seen in its document."""
    card = {**make_card(citation, documents), "id": "card"}
    empty: dict[str, Any] = dict.fromkeys(("lines", "verdict", "related", "notes"), [])
    content = {**empty, "kind": "evidence", "label": "", "table": None, "copy": "", "cards": [card]}
    result = _component("answer")(key=key, data=_sent(content), on_open_change=lambda: None)
    return bool(result.open)


def _sent(content: Mapping[str, Any]) -> dict[str, Any]:
    """Contents in a form that Streamlit sends as it is: of each list it would ask pandas first."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in content.items()
    }


def show_saving(key: str) -> None:
    """Show a button that saves the chart beside it, in the same container, as a picture."""
    _component("save")(key=key, data={})


def show_original(citation: Citation, documents: Documents) -> None:
    """Open the document of a citation over the page, at the place cited."""
    document = find_document(citation, documents)
    if document is None:
        st.toast("这份文档后来更新或移除了。")
        return
    title = shorten(document.profile.title or document.source, 60)

    @st.dialog(plain(title), width="large")
    def dialog() -> None:
        st.caption(plain(document.source))
        show_document(document, [(citation.start, citation.end)], key="original")

    dialog()


def make_answer(answer: Answer, documents: Documents) -> dict[str, Any]:
    """What the answer component shows: lines, table, cards, related statements, notes."""
    cards = {
        card["marker"]: {**card, "id": f"a{card['marker']}"}
        for card in make_cards(answer, documents)
    }
    hints = {marker: card["title"] for marker, card in cards.items()}
    text = visible_lines(answer.text)
    lines = split_lines(text, hints)
    table = None
    verdict: list[dict[str, Any]] = []
    if answer.comparison is not None:
        before, verdict = _around_table(text, hints)
        lines = before
        table = {
            "headers": [visible(header) for header in answer.comparison.headers],
            "rows": [
                [_hinted(split_markers(visible(cell), hints), hints, "a") for cell in row]
                for row in answer.comparison.cells
            ],
        }
    return {
        "kind": answer.kind,
        "label": _LABELS[answer.kind],
        "lines": _hinted_lines(lines, hints, "a"),
        "table": table,
        "verdict": _hinted_lines(verdict, hints, "a"),
        "cards": list(cards.values()),
        "related": _related(answer, documents),
        "notes": [*_byline(answer), *(visible(note) for note in answer.notes)],
        "copy": text,
    }


def _byline(answer: Answer) -> list[str]:
    """Who wrote an answer that is not made of the documents' own words."""
    if answer.mode != "model":
        return []
    model = answer.trace.get("model")
    name = str(model.get("name", "")) if isinstance(model, Mapping) else ""
    return [f"由模型 {visible(name)} 写成,数字和引文逐句核对过。".replace("  ", " ")]


def cited_by_card(answer: Answer) -> dict[str, Citation]:
    """Every citation of an answer by the id of its card."""
    cited = {f"a{citation.marker}": citation for citation in answer.citations}
    for index, related in enumerate(answer.related):
        cited |= {f"r{index}-{citation.marker}": citation for citation in related.citations}
    return cited


def visible_lines(text: str) -> str:
    """Take control characters out of a text and keep its lines."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _related(answer: Answer, documents: Documents) -> list[dict[str, Any]]:
    shown = []
    for index, related in enumerate(answer.related):
        prefix = f"r{index}-"
        hints = {citation.marker: citation.title for citation in related.citations}
        lines = split_lines(visible_lines(related.text), hints)
        cards = [
            {
                **make_card(citation, documents, said=related.text),
                "id": f"{prefix}{citation.marker}",
            }
            for citation in related.citations
        ]
        shown.append({"lines": _hinted_lines(lines, hints, prefix), "cards": cards})
    return shown


def _around_table(
    text: str, markers: Collection[int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    before, bar, rest = text.partition("|")
    if not bar:
        return [], split_lines(text, markers)
    return split_lines(before, markers), split_lines(without_table(bar + rest), markers)


def _hinted_lines(
    lines: Sequence[Mapping[str, Any]], hints: Mapping[int, str], prefix: str
) -> list[dict[str, Any]]:
    return [{**line, "parts": _hinted(line["parts"], hints, prefix)} for line in lines]


def _hinted(
    parts: Sequence[Mapping[str, Any]], hints: Mapping[int, str], prefix: str
) -> list[dict[str, Any]]:
    return [
        {**part, "hint": hints[part["marker"]], "card": f"{prefix}{part['marker']}"}
        if "marker" in part
        else dict(part)
        for part in parts
    ]
