"""The ingest side of the command line: ingest, inspect, indicators."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexMissingError, StoreError
from assistant.index.catalog import Catalog
from assistant.schema import Document, Indicator, Profile
from assistant.settings import Settings
from ingest.index.report import IngestedDocument, IngestReport, period_label
from ingest.profile.overrides import Overrides, load_overrides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.index.session import Progress

_STATUS = {
    "new": "新增",
    "replaced": "更新",
    "unchanged": "未变",
    "duplicate": "重复",
    "removed": "移除",
    "failed": "失败",
}
_KINDS = {"actual": "完成", "target": "目标", "floor": "底线", "estimate": "预计"}
# The first keys are those of the indicators' reference listing; the rest says where it stands.
_FIGURE_KEYS = (
    *("district", "period", "indicator", "measure", "value", "unit", "kind"),
    *("direction", "qualifier", "name", "source", "start", "end"),
)


def run_ingest(args: argparse.Namespace, settings: Settings) -> int:
    """Bring the index in line with files and folders; 1 if any file could not be read."""
    from ingest.index.pipeline import ingest
    from ingest.index.resume import embedding_notice

    paths = [Path(path) for path in args.paths] or [settings.seeds]
    said = Overrides(args.title, args.district, args.year, args.kind)
    if args.rebuild and (notice := embedding_notice(settings)):
        print(notice, file=sys.stderr, flush=True)
    with _progress_bar() as progress:
        report = ingest(
            paths,
            settings,
            rebuild=args.rebuild,
            dry_run=args.dry_run,
            overrides=said,
            progress=progress,
            workers=None,
        )
    if args.json:
        print(json.dumps(report_json(report), ensure_ascii=False))
    else:
        print("\n".join(render_report(report)))
    return 1 if report.failed else 0


def run_inspect(args: argparse.Namespace, settings: Settings) -> int:
    """Show a document as understood: a file on disk, or one that the index holds."""
    for document in _documents(args.source, settings):
        if args.json:
            print(json.dumps(document_json(document), ensure_ascii=False))
        else:
            print("\n".join(render_document(document)))
    return 0


def run_indicators(args: argparse.Namespace, settings: Settings) -> int:
    """List the figures that the documents state."""
    figures = _figures(args, Catalog.open(settings.home))
    if args.csv:
        writer = csv.DictWriter(sys.stdout, _FIGURE_KEYS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(map(indicator_json, figures))
    elif args.json:
        for figure in figures:
            print(json.dumps(indicator_json(figure), ensure_ascii=False))
    else:
        print("\n".join(render_indicators(figures)))
    return 0


def report_json(report: IngestReport) -> dict[str, Any]:
    """Return a report as plain JSON."""
    return {
        "documents": [asdict(line) for line in report.documents],
        "counts": report.counts,
        "seconds": report.seconds,
        "dry_run": report.dry_run,
    }


def document_json(document: Document) -> dict[str, Any]:
    """Return a document as understood, as plain JSON."""
    profile = document.profile
    return {
        "source": document.source,
        "title": profile.title,
        "title_derived": profile.title_derived,
        "district": profile.district,
        "district_full": profile.district_full,
        "level": profile.level,
        "periods": dict(profile.periods),
        "kind": profile.kind,
        "dates": dict(profile.dates),
        "publisher": profile.publisher,
        "doubtful": list(profile.doubtful),
        "sections": [
            {"path": list(section.path), "start": section.start, "end": section.end}
            for section in document.sections
        ],
        "rows": [
            {
                "section_path": list(row.section_path),
                "cells": {header: cell.text for header, cell in row.cells.items()},
                "inherited": {header: list(span) for header, span in row.inherited.items()},
                "doubtful": list(row.doubtful),
                "start": row.start,
                "end": row.end,
            }
            for row in document.rows
        ],
        "chunks": [
            {
                "id": chunk.id,
                "start": chunk.start,
                "end": chunk.end,
                "period": chunk.period,
                "kind": chunk.kind,
                "section_path": list(chunk.section_path),
                "context": list(chunk.context),
                "row": chunk.row,
                "text": document.letters(chunk.start, chunk.end),
            }
            for chunk in document.chunks
        ],
        "indicators": [indicator_json(figure) for figure in document.indicators],
        "furniture": [list(span) for span in document.furniture],
        "duplicates": [list(span) for span in document.duplicates],
    }


def indicator_json(figure: Indicator) -> dict[str, Any]:
    """Return a figure as plain JSON."""
    return {key: getattr(figure, key) for key in _FIGURE_KEYS}


def render_report(report: IngestReport) -> list[str]:
    """Return one line a document, and a line that sums them up."""
    lines = [_report_line(line) for line in report.documents]
    counts = "、".join(f"{_STATUS[status]} {n}" for status, n in report.counts.items())
    trial = "(试运行,没有写索引)" if report.dry_run else ""
    return [*lines, f"共 {len(report.documents)} 份:{counts};用时 {report.seconds:.1f} 秒{trial}"]


def render_document(document: Document) -> list[str]:
    """Return a document as understood, for reading: who and when, its outline, rows, counts."""
    lines = [document.source, *_profile_lines(document.profile)]
    lines.append(
        f"章节 {len(document.sections)} · 表格行 {len(document.rows)} · 段落 {len(document.chunks)}"
        f" · 指标 {len(document.indicators)} · 重复正文 {len(document.duplicates)}"
    )
    if document.sections:
        lines += ["", "章节"]
        lines += [
            "  " * len(section.path) + f"{section.path[-1]}  [{section.start}:{section.end}]"
            for section in document.sections
        ]
    if document.rows:
        lines += ["", "表格行(↑ 取自上下合并的单元格,? 原文看不出)"]
        for number, row in enumerate(document.rows, 1):
            inherited = row.inherited
            cells = [
                f"{header}{'↑' if header in inherited else ''}={' '.join(cell.text.split())}"
                for header, cell in row.cells.items()
            ]
            lines.append(f"  {number}. " + " | ".join([*cells, *(f"{h}=?" for h in row.doubtful)]))
    return lines


def render_indicators(figures: Sequence[Indicator]) -> list[str]:
    """Return one line a figure, with the place it stands."""
    if not figures:
        return ["没有符合条件的指标;放宽条件再试,或用 quwen status 看看有哪些文档。"]
    return [
        f"{figure.district} {figure.period} {figure.indicator} {_KINDS[figure.kind]}"
        f"({figure.measure}) {_written(figure)}"
        f"  {figure.source}[{figure.start}:{figure.end}]"
        for figure in figures
    ]


def _written(figure: Indicator) -> str:
    """Return a figure as a text has it: 超110家, 30余家, 7%以上; "-6.2" has its sign already."""
    qualifier = figure.qualifier
    value = figure.direction + figure.value.removeprefix(figure.direction)
    if qualifier in ("余", "多"):
        return f"{value}{qualifier}{figure.unit}"
    if qualifier in ("以上", "以下", "以内", "左右", "上下"):
        return f"{value}{figure.unit}{qualifier}"
    return f"{qualifier}{value}{figure.unit}"


def _report_line(line: IngestedDocument) -> str:
    name = f"{_STATUS[line.status]}  {line.source}"
    if line.status == "failed":
        return f"{name}  {line.message}"
    about = (f"《{line.title}》" if line.title else "", line.district, line.period, line.kind)
    counts = f"章节 {line.sections} 行 {line.rows} 段 {line.chunks} 指标 {line.indicators}"
    skipped = f"略去重复正文 {line.duplicates} 处" if line.duplicates else ""
    doubt = f"存疑:{'、'.join(_FIELDS.get(f, f) for f in line.doubtful)}" if line.doubtful else ""
    tail = (counts, skipped, doubt, line.message, f"{line.seconds:.2f} 秒")
    return "  ".join(part for part in (name, " ".join(filter(None, about)), *tail) if part)


_FIELDS = {
    "title": "标题",
    "district": "地区",
    "district_full": "地区全称",
    "level": "层级",
    "kind": "种类",
    "publisher": "发布机构",
    "periods": "年份",
    "dates": "日期",
}


def _profile_lines(profile: Profile) -> list[str]:
    values = {
        "title": profile.title + ("(原文无标题,推得)" if profile.title_derived else ""),
        "district": profile.district,
        "district_full": profile.district_full,
        "level": profile.level,
        "kind": profile.kind,
        "periods": period_label(dict(profile.periods)),
        "publisher": profile.publisher,
        "dates": "、".join(profile.dates.values()),
    }
    return [
        f"{_FIELDS[name]}:{value or '(未说明)'}{' ?' if name in profile.doubtful else ''}"
        for name, value in values.items()
    ]


def _documents(source: str, settings: Settings) -> list[Document]:
    """Return the document of this name in the index, or those in the file of this name."""
    from ingest.readers.formats import read_file
    from ingest.understanding import understand

    path = Path(source)
    if not path.is_file():
        try:
            return [Catalog.open(settings.home).document(source)]
        except (IndexMissingError, StoreError) as exc:
            raise StoreError(
                f"既没有文件 {source},索引里也没有这份文档;用 quwen status 看看有哪些。"
            ) from exc
    said = load_overrides(path)
    return [understand(extracted, said) for extracted in read_file(path, settings)]


def _figures(args: argparse.Namespace, catalog: Catalog) -> list[Indicator]:
    from assistant.lexicon.indicators import load_indicators

    names: list[str] = []
    if args.name:
        names = list(
            dict.fromkeys([load_indicators().canonical(args.name) or args.name, args.name])
        )
    figures = catalog.indicators(
        districts=_districts(args.district, catalog.profiles().values()), names=names
    )
    return [
        figure
        for figure in figures
        if args.kind in (None, figure.kind)
        and (not args.period or figure.period == args.period or _within(figure, args.period))
    ]


def _within(figure: Indicator, period: str) -> bool:
    """Tell whether a figure is of the year asked for: 2023 lists 2023-Q1 and the like too."""
    return period.isdecimal() and figure.period.startswith(f"{period}-")


def _districts(name: str | None, profiles: Iterable[Profile]) -> list[str]:
    """Return the districts of the index that a name such as 钱塘 or 杭州市钱塘区 may mean."""
    if not name:
        return []
    known = {profile.district: profile.district_full for profile in profiles}
    if name in known:
        return [name]
    meant = [d for d, full in known.items() if d and (d.startswith(name) or full.endswith(name))]
    return meant or [name]


@contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """Show how far an ingest is, if somebody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit="份", leave=False, file=sys.stderr) as bar:

        def show(done: int, total: int, name: str) -> None:
            bar.total, bar.n = total, done
            bar.set_description_str(name[:30], refresh=True)

        yield show
