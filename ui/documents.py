"""The documents: what there is and how it is understood; bring in, read, correct, take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.errors import AssistantError, IndexMismatchError
from assistant.language.periods import label
from assistant.schema import Document, Profile, Row, Span
from ui import session, states
from ui.markup import plain, shorten, visible
from ui.render import show_document
from ui.sidebar import years_of
from ui.uploads import SUFFIXES, Job, Uploads

if TYPE_CHECKING:
    from assistant.index.catalog import Catalog

_STATUS = {
    "new": "新收录",
    "replaced": "已更新",
    "unchanged": "没有变化",
    "duplicate": "与已有文档相同,只记一次",
    "removed": "已移除",
    "failed": "没有读入",
}
_FACTS = {"title": "标题", "district": "区划", "kind": "类型", "periods": "年份"}
_STATES = {"waiting": "排队中", "reading": "正在读", "done": "完成", "failed": "没有成功"}
_SHOWN_JOBS = 10
_SEARCHED = 12  # documents from which on a search is offered
_NO_YEAR = "年份请写成四位数字,如 2024。"


def show() -> None:
    """Show one document if the address names it, else all of them."""
    states.show_style()
    catalog, complaint = _open_catalog()
    source = st.query_params.get("source", "")
    if catalog is not None and source:
        if source in catalog.sources():
            _show_one(catalog, source)
            return
        st.warning(f"没有叫“{plain(shorten(source, 80))}”的文档;它可能已被移除或改名。")
    st.header("文档", anchor=False)
    _show_uploader()
    _show_jobs()
    if catalog is None:
        st.info(plain(complaint))
        return
    _show_list(catalog)


def _open_catalog() -> tuple[Catalog | None, str]:
    """The catalog, or what to say where there is none yet."""
    try:
        catalog = session.get_assistant().catalog
        catalog.profiles()
    except IndexMismatchError as exc:
        return None, str(exc)
    except AssistantError as exc:
        return None, str(exc)
    return catalog, ""


@st.cache_resource(show_spinner=False)
def get_uploads() -> Uploads:
    """The background jobs, shared by all sessions."""
    return Uploads(session.get_settings())


def _show_uploader() -> None:
    limit = session.get_settings().max_file_mb
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            f"上传文件:{'、'.join(SUFFIXES)},可以多选,单个不超过 {limit} MB;"
            "同名的会替换以前上传的那份。",
            type=list(SUFFIXES),
            accept_multiple_files=True,
            max_upload_size=limit,
            key="files",
        )
        facts = _show_facts_before()
        sent = st.form_submit_button("读入", icon=":material/upload_file:", type="primary")
    if not sent:
        return
    if not files:
        st.info("还没有选文件。")
    elif not _is_year(facts.get("year", "")):
        st.warning(_NO_YEAR)
    else:
        for file in files:
            get_uploads().add(file.name, file.getvalue(), facts)


def _show_facts_before() -> dict[str, str]:
    """What a person says about the files before they are read; only what was filled in."""
    with st.expander("先说明区划、年份、类型(可不填,不填就从文中认)", type="compact"):
        left, middle, right = st.columns(3)
        facts = {
            "district": left.text_input("这些文件的区划", max_chars=50),
            "year": middle.text_input("这些文件的年份", max_chars=4),
            "kind": right.text_input("这些文件的类型", max_chars=50),
        }
    return {name: value.strip() for name, value in facts.items() if value.strip()}


def _is_year(text: str) -> bool:
    return not text or (text.isascii() and text.isdecimal() and len(text) == 4)


def _show_jobs() -> None:
    uploads = get_uploads()
    if not uploads.jobs:
        return
    every = 1.0 if uploads.busy else None

    @st.fragment(run_every=every)
    def jobs() -> None:
        for job in uploads.jobs[:_SHOWN_JOBS]:
            _show_job(job)
        if every and not uploads.busy:
            st.rerun()  # the list below has changed, and there is nothing left to wait for

    jobs()


def _show_job(job: Job) -> None:
    with st.container(border=True, key=f"job_{job.number}"):
        st.markdown(f"**{plain(job.name)}** · {_STATES[job.state]}")
        told = [line for line in job.lines if line.get("status") != "unchanged"] or job.lines
        for line in told:
            st.text(describe_line(line, named=line.get("source") == job.name))
        if job.message and not told:
            st.text(visible(job.message))


def describe_line(line: Mapping[str, Any], *, named: bool = False) -> str:
    """One line of an ingest's report in words, without the file's name if it is ``named`` already.

    >>> describe_line({"source": "a.txt", "status": "failed", "message": "a.txt 是空的。"})
    '没有读入:a.txt 是空的。'
    >>> describe_line({"source": "a.txt", "status": "new", "district": "某区", "chunks": 12})
    'a.txt:新收录(某区;12 段)'
    """
    source = "" if named else visible(str(line.get("source", ""))) + ":"
    status = _STATUS.get(str(line.get("status", "")), str(line.get("status", "")))
    message = visible(str(line.get("message") or ""))
    if line.get("status") == "failed":
        return f"{status}:{message}"
    facts = [str(line[name]) for name in ("title", "district", "period", "kind") if line.get(name)]
    counts = {"sections": "节", "rows": "行", "chunks": "段", "indicators": "个数字"}
    facts += [f"{line[name]} {unit}" for name, unit in counts.items() if line.get(name)]
    shown = f"({visible(';'.join(facts))})" if facts else ""
    return f"{source}{status}{shown}{message}"


def _show_list(catalog: Catalog) -> None:
    profiles = catalog.profiles()
    if not profiles:
        st.info("还没有文档:把文件拖到上面,或在终端里运行 quwen ingest。")
        return
    st.caption(f"{len(profiles)} 份文档;点一份可以看全文、更正标题和区划、移除。")
    if len(profiles) > _SEARCHED:
        words = st.text_input("查找文档", placeholder="标题、区划、年份、类型或文件名").casefold()
        profiles = {s: p for s, p in profiles.items() if _matches(_list_row(s, p), words)}
        if not profiles:
            st.info("没有符合的文档;换个词试试。")
            return
    sources = list(profiles)
    rows = [_list_row(source, profile) for source, profile in profiles.items()]
    state = st.dataframe(
        rows,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-cell",
        key=f"document_table_{st.session_state.get('jobs_seen', 0)}",
        height=min(36 * len(rows) + 40, 520),
    )
    picked = [row for row, _ in state["selection"]["cells"] if row < len(sources)]
    if picked:
        st.query_params["source"] = sources[picked[0]]
        st.session_state["jobs_seen"] = st.session_state.get("jobs_seen", 0) + 1
        st.rerun()


def _matches(row: Mapping[str, str], words: str) -> bool:
    text = " ".join(row.values()).casefold()
    return all(word in text for word in words.split())


def _list_row(source: str, profile: Profile) -> dict[str, str]:
    return {
        "标题": visible(profile.title or "(没有标题)"),
        "区划": visible(profile.district or "不明"),
        "年份": "、".join(years_of(profile)),
        "类型": visible(profile.kind),
        "待核": "、".join(_FACTS.get(name, name) for name in profile.doubtful),
        "文件": visible(source),
    }


def _show_one(catalog: Catalog, source: str) -> None:
    document = catalog.document(source)
    profile = document.profile
    st.button("全部文档", icon=":material/arrow_back:", type="tertiary", on_click=_leave)
    st.header(plain(shorten(profile.title or source, 80)), anchor=False)
    st.caption(plain(" · ".join(_facts(document))))
    _show_remarks(catalog, document)
    text, tables, correction = st.tabs(["原文", f"表格({len(document.rows)} 行)", "更正与移除"])
    with text:
        show_document(document, _marks(document), key="document")
    with tables:
        _show_rows(document.rows)
    with correction:
        _show_correction(catalog, source, profile)


def _leave() -> None:
    st.query_params.pop("source", None)


def _facts(document: Document) -> list[str]:
    profile = document.profile
    told = {"reported": "总结", "planned": "计划", "progress": "进展到"}
    periods = [f"{told[k]}{label(v)}" for k, v in profile.periods.items() if k in told]
    dates = {"published": "发布", "generated": "生成"}
    days = [f"{dates[k]}于{v}" for k, v in profile.dates.items() if k in dates]
    facts = [profile.district_full or profile.district, profile.kind, *periods, *days]
    facts += [profile.publisher, f"{len(document.text)} 字", document.source]
    return [fact for fact in facts if fact]


def _show_remarks(catalog: Catalog, document: Document) -> None:
    profile = document.profile
    doubtful = [_FACTS.get(name, name) for name in profile.doubtful]
    if doubtful:
        st.warning(f"{'、'.join(doubtful)}是推断的,文中没有写明;不对的话请在“更正与移除”里改。")
    others = catalog.places(document.source)
    if others:
        st.caption(plain("同样的内容还在:" + "、".join(others)))
    versions = catalog.versions_of(document.source)
    if len(versions) > 1 and versions[-1] != document.source:
        st.warning(plain(f"这份文档有更新的版本:{versions[-1]}"))


def _marks(document: Document) -> list[Span]:
    """The place that the address names (``start``, ``end``), if it is one in this document."""
    start, end = st.query_params.get("start", ""), st.query_params.get("end", "")
    if not (start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10):
        return []
    span = (int(start), int(end))
    return [span] if span[0] < span[1] <= len(document.text) else []


def _show_rows(rows: Sequence[Row]) -> None:
    if not rows:
        st.info("这份文档里没有认出表格。")
        return
    st.caption("合并单元格已补全:带 ↑ 的格子取自上文,带 ? 的在原文里位置不明。")
    headers = list(dict.fromkeys(visible(header) for row in rows for header in row.cells))
    records = [row_record(row) for row in rows]
    columns = {header: [record.get(header, "") for record in records] for header in headers}
    st.dataframe(columns, hide_index=True, height=520)


def row_record(row: Row) -> dict[str, str]:
    """A table row for display, cells by header."""
    inherited = row.inherited
    return {
        visible(header): visible(cell.text)
        + (" ↑" if header in inherited else "")
        + (" ?" if header in row.doubtful else "")
        for header, cell in row.cells.items()
    }


def _show_correction(catalog: Catalog, source: str, profile: Profile) -> None:
    path = file_of(catalog, source)
    if path is None:
        st.info("找不到这份文档的文件;把它放回原处,或重新上传后再更正。")
        return
    if path.suffix.lower() == ".zip":
        st.info("压缩包里的文档不能单独更正;请解压后上传那一份。")
        _show_removal(path)
        return
    _show_form(catalog, path, profile)
    _show_removal(path)


def _show_form(catalog: Catalog, path: Path, profile: Profile) -> None:
    kinds = sorted({p.kind for p in catalog.profiles().values() if p.kind})
    told = (profile.periods.get(name, "") for name in ("reported", "progress", "planned"))
    year = next((period[:4] for period in told if period), "")
    with st.form("correction"):
        facts = {
            "title": st.text_input("标题", value=profile.title, max_chars=200),
            "district": st.text_input("区划", value=profile.district, max_chars=50),
            "year": st.text_input("年份(总结或反映进展的那一年)", value=year, max_chars=4),
            "kind": str(
                st.selectbox(
                    "类型",
                    kinds,
                    index=kinds.index(profile.kind) if profile.kind in kinds else None,
                    accept_new_options=True,
                )
                or ""
            ),
        }
        sent = st.form_submit_button("更正并重新读入", type="primary")
    before = {"title": profile.title, "district": profile.district, "year": year}
    before["kind"] = profile.kind
    changed = {name: value.strip() for name, value in facts.items() if value != before[name]}
    if sent and not _is_year(changed.get("year", "")):
        st.warning(_NO_YEAR)
    elif sent and not changed:
        st.info("没有改动;只想再读一遍文件,请按“重新读入”。")
    elif sent:
        _read_again(path, changed)
    if st.button("重新读入", icon=":material/refresh:", help="文件改过之后,按文件现在的内容更新。"):
        _read_again(path, {})


def _read_again(path: Path, facts: Mapping[str, str]) -> None:
    get_uploads().correct(path, facts)
    _leave()
    st.rerun()


def _show_removal(path: Path) -> None:
    st.divider()
    uploads = get_uploads()
    if not uploads.holds(path.name) or path.parent.resolve() != uploads.folder.resolve():
        st.text(
            f"这份文件不是从网页上传的,网页不会动它。要移除,请移走 {path} 后再运行 quwen ingest。"
        )
        return
    sure = st.checkbox(f"要移除上传的文件 {plain(path.name)} 和索引里它的内容")
    if sure and st.button("移除,不能恢复", icon=":material/delete:"):
        uploads.remove(path.name)
        _leave()
        st.rerun()


def file_of(catalog: Catalog, source: str) -> Path | None:
    """The file that a document was read from, if it is still there."""
    return next((path for path in catalog.paths(source) if path.is_file()), None)
