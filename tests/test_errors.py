import inspect
import re

from assistant import errors


def classes() -> list[type[Exception]]:
    """The error classes in the order in which ``errors.py`` defines them."""
    return [kind for kind in vars(errors).values() if inspect.isclass(kind)]


def drawn(kind: type[Exception], lead: str = "") -> list[str]:
    """Draw the tree below a class as the docstring does, one line per class."""
    below = [child for child in classes() if child.__base__ is kind]
    lines = []
    for child in below:
        last = child is below[-1]
        lines.append(f"{lead}{'└' if last else '├'}── {child.__name__}")
        lines += drawn(child, lead + ("    " if last else "│   "))
    return lines


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert errors.__doc__
    tree = inspect.cleandoc(errors.__doc__.partition("\n")[2])
    shown = re.findall(r"^[│├└─ ]*\w+Error\b", tree, re.MULTILINE)
    assert shown == ["AssistantError", *drawn(errors.AssistantError)]


def test_every_error_says_in_its_docstring_when_it_is_raised() -> None:
    assert all(issubclass(kind, errors.AssistantError) for kind in classes())
    assert all(kind.__doc__ for kind in classes())
