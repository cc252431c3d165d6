"""The figures of all documents as a table: pick, compare, see where each stands, take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from assistant.errors import AssistantError
from assistant.periods import is_whole_year, label
from assistant.quantities import Quantity, base, find_quantities
from assistant.schema import Citation, Document, Indicator
from assistant.units import comparable, unit_family
from ui import session, states
from ui.charts import Chart, Point, make_csv, scaled, show_chart, signed
from ui.evidence import KIND_LABELS, MEASURE_LABELS, Documents
from ui.markup import shorten, visible
from ui.render import show_card, show_original

_HEADERS = ("区划", "时期", "指标", "性质", "口径", "数值", "文档")
_WIDTHS = (90, 130, 240, 70, 70, 120, 340)
# More rows than a person scrolls through; the filters narrow them down.
_SHOWN = 1000
_CHARTED = 24

# A target that says "at most" or wants a fall is reached from above: that is left to the reader.
_AT_LEAST = ("", "超", "以上", "不低于", "突破", "左右", "约", "近", "余")


@dataclass(frozen=True, slots=True)
class Judged:
    """A target beside its result; ``verdict`` says whether it was reached, or why that is open."""

    target: Indicator
    result: Indicator
    verdict: str


def show() -> None:
    """Show the figures, or what is missing for them."""
    states.show_style()
    try:
        catalog = session.get_assistant().catalog
        every = _load_all(catalog.generation(), catalog)
    except AssistantError as exc:
        states.show_no_index(exc)
        return
    st.header("指标", anchor=False)
    st.caption("文档里写明的数字,一行一个;选中一行,看它在原文的位置。")
    if not every:
        states.show_no_documents()
        return
    chosen = _show_filters(every)
    texts = _texts(catalog, chosen)
    _show_table(catalog, chosen, texts)
    _show_chart(chosen, texts)
    _show_judged(chosen, texts)


@st.cache_data(show_spinner=False, max_entries=2)
def _load_all(generation: str, _catalog: Documents) -> list[Indicator]:
    return _catalog.indicators()


def _show_filters(every: Sequence[Indicator]) -> list[Indicator]:
    words = st.text_input(
        "查找指标", placeholder="例如:GDP、固投、财政收入", key="figure_words", max_chars=100
    )
    left, middle, right = st.columns(3)
    districts = left.multiselect(
        "区划",
        sorted({i.district for i in every if i.district}),
        key="figure_districts",
        placeholder="全部",
    )
    years = middle.multiselect(
        "年份",
        sorted({i.period[:4] for i in every if i.period}),
        key="figure_years",
        placeholder="全部",
    )
    kinds = right.multiselect(
        "性质",
        list(KIND_LABELS),
        key="figure_kinds",
        format_func=KIND_LABELS.__getitem__,
        placeholder="全部",
    )
    return [
        i
        for i in find(every, words)
        if (not districts or i.district in districts)
        and (not years or i.period[:4] in years)
        and (not kinds or i.kind in kinds)
    ]


def find(figures: Iterable[Indicator], words: str) -> list[Indicator]:
    """The figures whose name has the words in it, or is what the words are called here."""
    words = "".join(words.split())
    if not words:
        return list(figures)
    from assistant.lexicon.indicators import load_indicators

    lexicon = load_indicators()
    names = {match.canonical for match in lexicon.find(words)}
    canonical = lexicon.canonical(words)
    if canonical is not None:
        names = {canonical}
    return [i for i in figures if i.indicator in names or words in i.indicator or words in i.name]


def _texts(documents: Documents, figures: Sequence[Indicator]) -> dict[str, Document]:
    return {
        source: documents.document(source)
        for source in sorted({i.source for i in figures[:_SHOWN]})
    }


def _show_table(
    documents: Documents, figures: Sequence[Indicator], texts: dict[str, Document]
) -> None:
    shown = figures[:_SHOWN]
    st.caption(f"{len(figures)} 个数字" + (f",先列出 {_SHOWN} 个" if len(figures) > _SHOWN else ""))
    if not shown:
        st.info("没有符合条件的数字;换个说法或放宽条件试试。")
        return
    rows = [row_of(i, texts[i.source]) for i in shown]
    columns = {header: [row[n] for row in rows] for n, header in enumerate(_HEADERS)}
    state = st.dataframe(
        columns,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="figure_table",
        height=min(36 * len(rows) + 40, 420),
        column_config={
            header: st.column_config.TextColumn(width=width)
            for header, width in zip(_HEADERS, _WIDTHS, strict=True)
        },
    )
    _show_download(rows)
    picked = [n for n in state["selection"]["rows"] if n < len(shown)]
    if picked:
        figure = shown[picked[0]]
        citation = cite_figure(figure, texts[figure.source])
        if show_card(citation, documents, key="figure_card"):
            show_original(citation, documents)


def _show_download(rows: Sequence[Sequence[str]]) -> None:
    st.download_button(
        "下载(CSV)",
        data=lambda: make_csv(_HEADERS, rows),
        file_name="指标.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def row_of(figure: Indicator, document: Document) -> tuple[str, ...]:
    """A figure as a row of the table."""
    return (
        figure.district,
        label(figure.period),
        visible(figure.indicator),
        KIND_LABELS[figure.kind],
        MEASURE_LABELS[figure.measure],
        written(figure, document),
        visible(document.profile.title or document.source),
    )


def written(figure: Indicator, document: Document) -> str:
    """The figure as written, with a minus where the words say that it fell."""
    start, end = figure.figure
    minus = figure.direction == "-" and not figure.value.startswith("-")
    return ("-" if minus else "") + visible(document.text[start:end])


def cite_figure(figure: Indicator, document: Document) -> Citation:
    """The place where a figure stands, as evidence."""
    start, end = figure.start, figure.end
    chunk = next((c for c in document.chunks if c.start <= start and end <= c.end), None)
    return Citation(
        1,
        figure.source,
        start,
        end,
        document.text[start:end],
        title=document.profile.title,
        section_path=chunk.section_path if chunk else (),
        district=figure.district,
        period=figure.period,
        kind=figure.kind,
        row=figure.row,
    )


def _show_chart(figures: Sequence[Indicator], texts: dict[str, Document]) -> None:
    chart = chart_figures(figures, texts)
    if chart is None:
        return
    with st.expander("图(可存为 PNG)", expanded=True, type="compact", key="figure_chart"):
        show_chart(chart, key="figure_vega")


def chart_figures(figures: Sequence[Indicator], texts: dict[str, Document]) -> Chart | None:
    """Chart the figures if they are one indicator in one measure and one unit, two at least."""
    same = {(i.indicator, i.measure, unit_family(i.unit)) for i in figures}
    if len(same) != 1 or not 2 <= len(figures) <= _CHARTED:
        return None
    if figures[0].measure == "rank":
        return None
    points = []
    for figure in sorted(figures, key=lambda i: (i.district, i.period, i.kind)):
        quantity = _quantity(figure, texts[figure.source])
        if quantity is None or quantity.high is not None:
            return None
        name = shorten(f"{figure.district} · {label(figure.period)}", 28)
        kind = KIND_LABELS[figure.kind]
        points.append(
            Point(f"{name} · {kind}", kind, scaled(quantity, figures[0].unit), signed(quantity))
        )
    return Chart(figures[0].unit, tuple(points))


def _quantity(figure: Indicator, document: Document) -> Quantity | None:
    start, end = figure.figure
    # From the clause's beginning, so that the verb that turns the sign is read too.
    found = find_quantities(document.text[figure.start : end], offset=figure.start)
    return next((q for q in found if q.start <= start < q.end), None)


def _show_judged(figures: Sequence[Indicator], texts: dict[str, Document]) -> None:
    judged = judge(figures, texts)
    if not judged:
        return
    st.subheader("目标对照完成", anchor=False)
    headers = ("区划", "时期", "指标", "目标", "完成", "判断")
    rows = [
        (
            pair.target.district,
            label(pair.target.period),
            visible(pair.target.indicator),
            written(pair.target, texts[pair.target.source]),
            written(pair.result, texts[pair.result.source]),
            pair.verdict,
        )
        for pair in judged[:_SHOWN]
    ]
    st.dataframe({h: [row[n] for row in rows] for n, h in enumerate(headers)}, hide_index=True)


def judge(figures: Sequence[Indicator], texts: dict[str, Document]) -> list[Judged]:
    """Set each target beside the result of the same district, year, indicator and measure."""
    results: dict[tuple[str, ...], list[Indicator]] = {}
    for figure in figures:
        if figure.kind == "actual":
            results.setdefault(_subject(figure), []).append(figure)
    judged = []
    for target in figures:
        if target.kind not in ("target", "floor") or not is_whole_year(target.period):
            continue
        for result in results.get(_subject(target), []):
            if comparable(target.unit, result.unit):
                judged.append(Judged(target, result, _verdict(target, result, texts)))
    return judged


def _subject(figure: Indicator) -> tuple[str, ...]:
    return (figure.district, figure.period, figure.indicator, figure.measure)


def _verdict(target: Indicator, result: Indicator, texts: dict[str, Document]) -> str:
    wanted = _quantity(target, texts[target.source])
    reached = _quantity(result, texts[result.source])
    if wanted is None or reached is None or wanted.high is not None or reached.high is not None:
        return "请看原文"
    if target.measure == "rank" or target.direction == "-" or wanted.qualifier not in _AT_LEAST:
        return "请看原文"
    return "完成" if base(reached)[0] >= base(wanted)[0] else "未完成"
