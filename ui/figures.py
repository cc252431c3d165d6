"""The figures of all documents as a table: pick, compare, see where each stands, take away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import AssistantError
from assistant.language.periods import label
from assistant.language.units import unit_family
from assistant.schema import Citation, Document, Indicator
from ui import session, states
from ui.charts import Chart, Point, make_csv, scaled, show_chart, signed
from ui.evidence import KIND_LABELS, MEASURE_LABELS, Documents
from ui.judging import judge, quantity_of
from ui.markup import shorten, visible
from ui.render import show_card, show_original

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_HEADERS = ("区划", "时期", "指标", "性质", "口径", "数值", "文档")
_WIDTHS = (90, 130, 240, 70, 70, 120, 340)
# More rows than a person scrolls through; the filters narrow them down.
_SHOWN = 1000
_CHARTED = 24
_OFFERED = 30


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
    st.caption("文档里写明的数字,一行一个;点一格,看它在原文的位置。")
    if not every:
        states.show_no_documents()
        return
    chosen = _show_filters(every)
    texts = Texts(catalog)
    _show_table(catalog, chosen, texts)
    _show_chart(chosen, texts)
    _show_judged(catalog, chosen, texts)


@st.cache_resource(show_spinner=False, max_entries=2)
def _load_all(generation: str, _catalog: Documents) -> tuple[Indicator, ...]:
    return tuple(_catalog.indicators())


class Texts(Mapping[str, Document]):
    """The documents by source, each read when it is first looked at."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._read: dict[str, Document] = {}

    def __getitem__(self, source: str) -> Document:
        if source not in self._read:
            self._read[source] = self._documents.document(source)
        return self._read[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents.sources())

    def __len__(self) -> int:
        return len(self._documents.sources())


def _show_filters(every: Sequence[Indicator]) -> list[Indicator]:
    words = st.text_input(
        "查找指标", placeholder="例如:GDP、固投、财政收入", key="figure_words", max_chars=100
    )
    named = find(every, words)
    left, right = st.columns(2)
    districts = _pick(left, "区划", {i.district for i in every if i.district})
    periods = _pick(right, "时期", periods_of(every), label_period)
    left, right = st.columns(2)
    names = _pick(left, "指标", {i.indicator for i in named}, visible)
    kinds = _pick(right, "性质", KIND_LABELS, KIND_LABELS.__getitem__)
    return [
        i
        for i in named
        if (not districts or i.district in districts)
        and (not periods or any(falls_in(i.period, period) for period in periods))
        and (not names or i.indicator in names)
        and (not kinds or i.kind in kinds)
    ]


def _pick(
    place: DeltaGenerator,
    name: str,
    options: Iterable[str],
    shown: Callable[[str], str] = str,
) -> list[str]:
    ordered = list(options) if isinstance(options, Mapping) else sorted(options)
    key = f"figure_{name}"
    # What was chosen may be gone: the words above have changed, or the documents.
    kept = [option for option in st.session_state.get(key, ()) if option in ordered]
    if kept != st.session_state.get(key, kept):
        st.session_state[key] = kept
    return place.multiselect(name, ordered, key=key, format_func=shown, placeholder="全部")


def periods_of(figures: Iterable[Indicator]) -> set[str]:
    """The periods of figures, and the years they lie in.

    A year stands for itself and for its parts, which end in a slash less: "2023/" is all of 2023.
    """
    periods = {figure.period for figure in figures if figure.period}
    return periods | {f"{period[:4]}/" for period in periods if period[:4].isdecimal()}


def label_period(period: str) -> str:
    """A period to choose in words.

    >>> label_period("2023/"), label_period("2023-Q1")
    ('2023年(含季度、月份)', '2023年一季度')
    """
    return f"{period[:4]}年(含季度、月份)" if period.endswith("/") else label(period)


def falls_in(period: str, chosen: str) -> bool:
    """Whether a period is the chosen one, or lies in the chosen year.

    >>> falls_in("2023-Q1", "2023/"), falls_in("2023-Q1", "2023"), falls_in("2023", "2023")
    (True, False, True)
    """
    return period[:4] == chosen[:4] if chosen.endswith("/") else period == chosen


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


def _show_table(
    documents: Documents, figures: Sequence[Indicator], texts: Mapping[str, Document]
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
        selection_mode="single-cell",
        key="figure_table",
        height=min(36 * len(rows) + 40, 420),
        column_config={
            header: st.column_config.TextColumn(width=width)
            for header, width in zip(_HEADERS, _WIDTHS, strict=True)
        },
    )
    _show_download(_HEADERS, rows, "指标.csv")
    for row, _ in state["selection"]["cells"]:
        if row < len(shown):
            _show_place(shown[row], documents, texts, "figure_card")


def _show_download(headers: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> None:
    st.download_button(
        "下载(CSV)",
        data=lambda: make_csv(headers, rows),
        file_name=name,
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"download_{name}",
    )


def _show_place(
    figure: Indicator, documents: Documents, texts: Mapping[str, Document], key: str
) -> None:
    citation = cite_figure(figure, texts[figure.source])
    if show_card(citation, documents, key=key):
        show_original(citation, documents)


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


def _show_chart(figures: Sequence[Indicator], texts: Mapping[str, Document]) -> None:
    groups = group_figures(figures)
    if not groups:
        return
    with st.expander("图", expanded=True, type="compact", key="figure_chart"):
        names = list(groups)
        picked = names[0]
        if len(names) > 1:
            picked = st.selectbox("画哪个指标", names, format_func=visible, key="figure_charted")
        chart = chart_figures(groups.get(picked, groups[names[0]]), texts)
        if chart is None:
            st.caption("这些数字有区间或读不准的,画成图会误导;请看上面的表。")
        else:
            show_chart(chart, key="figure_vega")


def group_figures(figures: Iterable[Indicator]) -> dict[str, list[Indicator]]:
    """The figures that may stand in one chart, by name: one indicator, measure and unit each.

    The groups with most districts come first; one with too few or too many figures is left out.
    """
    alike: dict[tuple[str, str, str], list[Indicator]] = {}
    for figure in figures:
        if figure.measure != "rank":
            key = (figure.indicator, figure.measure, unit_family(figure.unit))
            alike.setdefault(key, []).append(figure)
    fit = [group for group in alike.values() if 2 <= len(group) <= _CHARTED]
    fit.sort(key=lambda group: (-len({i.district for i in group}), -len(group)))
    return {_name(group[0]): group for group in fit[:_OFFERED]}


def _name(figure: Indicator) -> str:
    unit = f"({figure.unit})" if figure.unit else ""
    return f"{figure.indicator} · {MEASURE_LABELS[figure.measure]}{unit}"


def chart_figures(figures: Sequence[Indicator], texts: Mapping[str, Document]) -> Chart | None:
    """Chart the figures if they are one indicator in one measure and one unit, two at least."""
    same = {(i.indicator, i.measure, unit_family(i.unit)) for i in figures}
    if len(same) != 1 or not 2 <= len(figures) <= _CHARTED:
        return None
    if figures[0].measure == "rank":
        return None
    points = []
    for figure in sorted(figures, key=lambda i: (i.district, i.period, i.kind)):
        quantity = quantity_of(figure, texts[figure.source])
        if quantity is None or quantity.high is not None:
            return None
        name = shorten(f"{figure.district} · {label(figure.period)}", 28)
        kind = KIND_LABELS[figure.kind]
        points.append(
            Point(f"{name} · {kind}", kind, scaled(quantity, figures[0].unit), signed(quantity))
        )
    return Chart(figures[0].unit, tuple(points))


def _show_judged(
    documents: Documents, figures: Sequence[Indicator], texts: Mapping[str, Document]
) -> None:
    judged = judge(figures, texts, most=_SHOWN)
    if not judged:
        return
    st.subheader("目标对照完成", anchor=False)
    st.caption("同一区划、同一年、同一指标的目标和结果;只凭这两个数字判断不了的,请看原文。")
    headers = ("区划", "时期", "指标", "目标", "完成", "判断")
    rows = [
        (
            pair.target.district,
            label(pair.target.period),
            visible(pair.target.indicator),
            written(pair.target, texts[pair.target.source])
            + ("(底线)" if pair.target.kind == "floor" else ""),
            written(pair.result, texts[pair.result.source]),
            pair.verdict,
        )
        for pair in judged
    ]
    state = st.dataframe(
        {header: [row[n] for row in rows] for n, header in enumerate(headers)},
        hide_index=True,
        on_select="rerun",
        selection_mode="single-cell",
        key="judged_table",
        height=min(36 * len(rows) + 40, 420),
    )
    _show_download(headers, rows, "目标对照完成.csv")
    for row, column in state["selection"]["cells"]:
        if row < len(judged):
            pair = judged[row]
            sides = {"目标": [pair.target], "完成": [pair.result]}
            for side in sides.get(column, [pair.target, pair.result]):
                _show_place(side, documents, texts, f"judged_{side.kind}")
