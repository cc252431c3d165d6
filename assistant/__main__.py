"""The command line: ``quwen COMMAND``. The one place where the question side meets ingest and page.

Commands import what they need when they run, so that ``quwen --help`` is instant.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from assistant.errors import AssistantError

Arguments = Callable[[argparse.ArgumentParser], None]
DESCRIPTION = "区问:用区县政府文件回答问题,每个数字都给出处。"


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(prog="quwen", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _ingest(commands.add_parser("ingest", help="读入文件,建立或更新索引"))
    _ask(commands.add_parser("ask", help="回答一个问题"))
    commands.add_parser("chat", help="在终端里对话(/quit 退出,/sources 看文件)")
    batch = commands.add_parser("batch", help="从标准输入逐行读 JSON 对话,逐行写出答案")
    batch.add_argument("--trace", action="store_true", help="每个答案附上审计")
    retrieve = commands.add_parser("retrieve", help="只检索:给出排好名次的段落")
    retrieve.add_argument("question", nargs="?", help="问题;不给则从标准输入逐行读 JSON")
    retrieve.add_argument("--top-k", type=_positive, default=None, help="段落数(默认 QUWEN_TOP_K)")
    inspect = commands.add_parser("inspect", help="看一份文件被理解成什么样")
    inspect.add_argument("source", help="文件路径,或已收录的文件名")
    inspect.add_argument("--json", action="store_true", help="输出 JSON")
    _indicators(commands.add_parser("indicators", help="列出文件里的指标数字"))
    status = commands.add_parser("status", help="看索引里有什么")
    status.add_argument("--json", action="store_true", help="输出 JSON")
    doctor = commands.add_parser("doctor", help="检查索引和各个模型接口,说明要改什么")
    doctor.add_argument("--json", action="store_true", help="输出 JSON")
    page = commands.add_parser("ui", help="打开网页")
    page.add_argument("--port", type=_positive, default=8501, help="端口(默认 8501)")
    page.add_argument("--headless", action="store_true", help="不自动打开浏览器")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} 不是正整数")
    return value


def _ingest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="文件或文件夹(默认 seeds/)")
    parser.add_argument("--dry-run", action="store_true", help="只报告会做什么,不写索引")
    parser.add_argument("--rebuild", action="store_true", help="丢掉旧索引重新建立")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--district", help="指定地区,如 某某区")
    parser.add_argument("--year", help="指定年份,如 2024")
    parser.add_argument("--title", help="指定标题")
    parser.add_argument("--kind", help="指定文件种类,如 计划报告")


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", help="问题,用引号括起来")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument(
        "--trace", action="store_true", help="附上审计:问题理解、检索名次、核对结果"
    )


def _indicators(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--district", help="只看一个地区")
    parser.add_argument("--period", help="只看一个年份或期间,如 2023")
    parser.add_argument("--name", help="只看一个指标(可用俗称)")
    parser.add_argument(
        "--kind", choices=("actual", "target", "floor", "estimate"), help="完成、目标、底线或预计"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="每行一个 JSON")
    form.add_argument("--csv", action="store_true", help="输出 CSV")


def run(args: argparse.Namespace) -> int:
    """Run a parsed command and return the exit code."""
    from assistant.settings import load_settings

    settings = load_settings()
    if args.command in ("ingest", "inspect", "indicators"):
        from ingest import commands as writing

        return int(getattr(writing, f"run_{args.command}")(args, settings))
    if args.command == "ui":
        from ui.launch import run_ui

        return run_ui(settings, port=args.port, headless=args.headless)
    from assistant import commands as asking

    return int(getattr(asking, f"run_{args.command}")(args, settings))


def main(argv: Sequence[str] | None = None) -> int:
    """Parse, run, and turn every known error into one line on standard error."""
    args = make_parser().parse_args(argv)
    try:
        return run(args)
    except AssistantError as exc:
        print(f"错误:{exc}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of a pipe went away ("quwen batch | head"): nothing is wrong here.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as exc:  # the edge of the program: no traceback reaches a user
        if os.environ.get("QUWEN_DEBUG"):
            raise
        print(
            f"错误:程序内部出错({type(exc).__name__}: {exc});"
            "设 QUWEN_DEBUG=1 重试可看到细节,请据此报告。",
            file=sys.stderr,
        )
        return 70


if __name__ == "__main__":
    sys.exit(main())
