"""What a user's clip is made from: found without running it, so that its key changes when any of it does.

Counted are the function's file, every module of the project that it imports (also indirectly), every file of
the project that a string in these modules names, and what their constant `ASSETS` lists: files, folders, or
patterns such as "frames/*.png", relative to videos/. What is imported or opened under a computed name is not
seen: list it in `ASSETS`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from hoso.base.keys import digest, digest_file
from hoso.base.problems import HosoError, Problem
from hoso.base.project import Project
from hoso.script.scenes import ClipScene

# To be raised with every change to how clips are run or kept.
RECIPE = 1
TOOLS = ("moviepy", "numpy", "pillow")
# Longer strings are prose, not file names.
LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class ClipFunction:
    """A function in a file of the project."""

    file: Path
    function: str


class ClipError(HosoError):
    """A user's clip failed; `problem` has the place in the user's own code."""


def clip_function(project: Project, scene: ClipScene) -> ClipFunction:
    """The file and the name of the function that `scene` asks for.

    Raises HosoError where the file is missing or not inside videos/.
    """
    name, _, function = scene.clip.rpartition(":")
    videos = project.videos.resolve()
    file = (videos / name).resolve()
    if not file.is_relative_to(videos):
        raise HosoError(f"The clip {scene.clip} lies outside videos/", "Put the file into videos/.")
    if not file.is_file():
        raise HosoError(
            f"The clip's file {name} is missing", "Put it into videos/ or correct clip:.", path=file
        )
    return ClipFunction(file, function)


def clip_key(project: Project, scene: ClipScene, raster: tuple[int, int], fps: int, duration_ms: int) -> str:
    """64 hexadecimal digits that stand for the frames of a clip scene at `raster` (width, height).

    Raises HosoError where a file is missing or can't be read as Python.
    """
    clip = clip_function(project, scene)
    videos = project.videos.resolve()
    files = sorted(sources(clip.file, videos))
    return digest(
        {
            "recipe": RECIPE,
            "function": clip.function,
            "file": clip.file.relative_to(videos).as_posix(),
            "sources": {file.relative_to(videos).as_posix(): digest_file(file) for file in files},
            "tools": {tool: version(tool) for tool in TOOLS},
            "raster": raster,
            "fps": fps,
            "duration_ms": duration_ms,
        }
    )


def sources(file: Path, videos: Path) -> set[Path]:
    """All files below `videos` that the module `file` is made from, with `file` itself. Paths are resolved.

    Raises HosoError where a module can't be parsed or `ASSETS` names nothing.
    """
    modules, assets, waiting = set(), set(), [file]
    while waiting:
        module = waiting.pop()
        if module in modules:
            continue
        modules.add(module)
        tree = _parse(module)
        waiting += _imports(tree, module, videos)
        assets |= set(_named(tree, module, videos)) | set(_listed(tree, module, videos))
    return modules | assets


def _parse(module: Path) -> ast.Module:
    try:
        return ast.parse(module.read_bytes(), str(module))
    except SyntaxError as error:
        raise ClipError.at(
            Problem(
                f"This is not Python: {error.msg}", "Correct the line.", module, error.lineno, error.offset
            )
        ) from None
    except ValueError as error:
        raise ClipError.at(
            Problem(f"This is not Python: {error}", "Save it as UTF-8 text.", module)
        ) from None


def _imports(tree: ast.Module, module: Path, videos: Path) -> Iterator[Path]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _found(alias.name.split("."), (module.parent, videos))
        elif isinstance(node, ast.ImportFrom):
            yield from _from(node, module, videos)


def _from(node: ast.ImportFrom, module: Path, videos: Path) -> Iterator[Path]:
    base = module.parent
    for _ in range(node.level - 1):
        base = base.parent
    roots = (base,) if node.level else (module.parent, videos)
    parts = node.module.split(".") if node.module else []
    for alias in node.names:
        yield from _found([*parts, alias.name], roots)


def _found(parts: list[str], roots: tuple[Path, ...]) -> Iterator[Path]:
    """The files that importing `a.b.c` runs, those of a, a.b and a.b.c, in the first root that has any."""
    for root in roots:
        here = root
        some = False
        for part in parts:
            here = here / part
            for candidate in (here.with_name(f"{part}.py"), here / "__init__.py"):
                if candidate.is_file():
                    some = True
                    yield candidate.resolve()
        if some:
            return


def _named(tree: ast.Module, module: Path, videos: Path) -> Iterator[Path]:
    """The files that strings in the module name, from videos/ or from the module's own folder."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _like_name(node.value):
            for root in (videos, module.parent):
                file = (root / node.value).resolve()
                if file.is_relative_to(videos) and file.is_file():
                    yield file


def _like_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and text.isprintable()


def _listed(tree: ast.Module, module: Path, videos: Path) -> Iterator[Path]:
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "ASSETS" for target in targets):
            yield from _assets(node, module, videos)


def _assets(node: ast.stmt, module: Path, videos: Path) -> Iterator[Path]:
    try:
        names = ast.literal_eval(node.value) if isinstance(node, ast.Assign) else ()
        patterns = [str(name) for name in ([names] if isinstance(names, str) else names)]
    except (ValueError, TypeError):
        raise ClipError.at(
            Problem("ASSETS is not a plain list of names", 'Write ASSETS = ["a.png"].', module, node.lineno)
        ) from None
    for pattern in patterns:
        files = list(_matches(pattern, videos))
        if not files:
            raise ClipError.at(
                Problem(
                    f"ASSETS names '{pattern}', which is not in videos/",
                    "Correct it or remove it.",
                    module,
                    node.lineno,
                )
            )
        yield from files


def _matches(pattern: str, videos: Path) -> Iterator[Path]:
    place = (videos / pattern).resolve()
    if not place.is_relative_to(videos):
        return
    found = place.rglob("*") if place.is_dir() else videos.glob(pattern)
    yield from (file.resolve() for file in found if file.is_file())
