"""Makes a corpus of any size out of the seeds: same wording, other figures, other order."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

PASSAGES_PER_DOCUMENT = 200
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?![\d.]*\s*[年月日])")
_NAMES = "安宁东西南北湖江山海清源永和平顺昌兴华阳"


def write_corpus(passages: int, seeds: Path, folder: Path, *, seed: int = 0) -> None:
    """Write documents with ``passages`` lines in all; the same ``seed`` gives the same files.

    A document is either reports' paragraphs, taken section by section from all reports, or rows of
    one table below its header. Figures are drawn anew, so that no two documents are near-identical.
    """
    random = Random(seed)
    sections, tables = _read_material(seeds)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    while written < passages:
        count = min(PASSAGES_PER_DOCUMENT, passages - written)
        title = f"{_name(random)}区{random.randint(2005, 2024)}年重点工作完成情况"
        if random.random() < len(tables) / (len(tables) + 3):
            header, *rows = random.choice(tables)
            lines = [header, *(random.choice(rows) for _ in range(count - 2))]
        else:
            lines = []
            while len(lines) < count - 1:
                lines += random.choice(sections)
        body = "\n".join(_redraw(line, random) for line in lines[: count - 1])
        (folder / f"{written:07d}.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
        written += count


def _read_material(seeds: Path) -> tuple[list[list[str]], list[list[str]]]:
    """Sections of the reports (a heading and its paragraphs) and tables (a header and its rows)."""
    sections: list[list[str]] = []
    tables: list[list[str]] = []
    for path in sorted(seeds.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        rows = [line for line in lines if line.count("|") + line.count("\t") >= 3]
        if len(rows) > len(lines) / 2:
            tables.append(rows)
            continue
        for line in lines:
            if len(line) < 40 or not sections:
                sections.append([])
            sections[-1].append(line)
    return [section for section in sections if len(section) > 1], tables


def _redraw(line: str, random: Random) -> str:
    """Give every figure of a line other digits, as many as before; dates stay."""
    return _FIGURE.sub(lambda m: re.sub(r"\d", lambda _: str(random.randint(1, 9)), m[0]), line)


def _name(random: Random) -> str:
    return "".join(random.sample(_NAMES, 2))
