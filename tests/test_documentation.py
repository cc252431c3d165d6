"""What the documents of the project say is held against the code: commands, settings, files."""

import argparse
import itertools
import os
import re
import shlex
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (*READMES, "docs/architecture.md", "tests/golden/README.md", "seeds/README.md")
MODULES = [
    path.relative_to(ROOT)
    for top in ("assistant", "ingest", "ui")
    for path in sorted((ROOT / top).rglob("*.py"))
    if path.name != "__init__.py"
]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", read(name), re.MULTILINE | re.DOTALL)


def shell_commands(name: str, program: str) -> list[list[str]]:
    """Arguments of every call of a program in a document's shell blocks."""
    calls = []
    for part in re.split(r"[|;&\n]", "\n".join(code_blocks(name, "sh"))):
        words = shlex.split(re.sub(r"[<>]\s*\S+", "", part), comments=True)
        words = [*itertools.dropwhile(re.compile(r"[A-Z_]+=").match, words)]
        if words and Path(words[0]).name == program:
            calls.append(words[1:])
    return calls


@pytest.fixture(scope="module")
def parser() -> argparse.ArgumentParser:
    from assistant.__main__ import make_parser

    return make_parser()


def subcommands(parser: argparse.ArgumentParser) -> list[str]:
    actions = parser._subparsers._group_actions if parser._subparsers else []
    return [name for action in actions for name in action.choices or ()]


def test_the_readmes_link_each_other_in_their_first_line() -> None:
    assert "(README.zh-CN.md)" in read("README.md").splitlines()[0]
    assert "(README.md)" in read("README.zh-CN.md").splitlines()[0]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(name))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_in_the_documents_is_understood(
    name: str, parser: argparse.ArgumentParser
) -> None:
    for arguments in shell_commands(name, "quwen"):
        parser.parse_args(arguments)  # leaves with SystemExit where it does not understand


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_in_the_documents_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = {words[0] for words in shell_commands(name, "make") if words}
    named |= set(re.findall(r"`make ([a-z]+)", read(name)))
    assert named <= targets


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_documented(name: str, parser: argparse.ArgumentParser) -> None:
    missing = [command for command in subcommands(parser) if f"quwen {command}" not in read(name)]
    assert missing == []
    assert subcommands(parser)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_setting_in_the_documents_exists(name: str) -> None:
    settings = {f"QUWEN_{field.upper()}" for field in Settings.model_fields}
    named = set(re.findall(r"QUWEN_[A-Z_]*[A-Z]", read(name)))
    assert named <= settings | {"QUWEN_CHROMIUM", "QUWEN_DEBUG"}


@pytest.mark.parametrize("name", READMES)
def test_every_setting_is_documented(name: str) -> None:
    settings = {f"QUWEN_{field.upper()}" for field in Settings.model_fields}
    read_in_code = re.compile(r"environ\S*[\"'](QUWEN_\w+)")
    settings |= {found for path in MODULES for found in read_in_code.findall(read(str(path)))}
    assert {setting for setting in settings if setting not in read(name)} == set()


def test_env_example_is_the_settings_with_their_defaults_and_descriptions() -> None:
    lines = []
    for name, field in Settings.model_fields.items():
        default = field.default
        if isinstance(default, SecretStr):
            default = default.get_secret_value()
        value = "" if default is None else default
        lines += ["", f"# {field.description}", f"QUWEN_{name.upper()}={value}"]
    assert read(".env.example").splitlines()[1:] == lines


def told_modules() -> list[str]:
    """Paths that the architecture's tables name: a heading names the folder, a row its modules."""
    told = []
    for part in read("docs/architecture.md").split("\n### ")[1:]:
        folder = re.match(r"`([\w/]+/)`", part)
        rows = re.findall(r"^\|( `.+?` )\|", part, re.MULTILINE)
        if folder:
            names = re.findall(r"`([\w*]+\.py)`", " ".join(rows))
            told += [folder[1] + name for name in names]
    return told


def test_every_module_has_its_place_in_the_architecture() -> None:
    told = told_modules()
    names = [module.as_posix() for module in MODULES]
    assert [name for name in names if not any(fnmatch(name, place) for place in told)] == []
    assert [place for place in told if not any(fnmatch(name, place) for name in names)] == []


@pytest.mark.parametrize("name", READMES)
def test_the_python_of_the_readmes_runs(
    name: str, seed_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUWEN_HOME", os.fspath(seed_index))
    blocks = code_blocks(name, "python")
    assert blocks
    for block in blocks:
        exec(compile(block, name, "exec"), {})


def test_the_readmes_show_the_same_commands_and_code() -> None:
    kinds: tuple[Callable[[str], object], ...] = (
        lambda name: code_blocks(name, "python"),
        lambda name: [call[:1] for call in shell_commands(name, "quwen")],
        lambda name: shell_commands(name, "make"),
    )
    for shown in kinds:
        assert shown(READMES[0]) == shown(READMES[1])
