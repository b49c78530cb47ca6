"""Styles: hoso's own, and a project's."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoso.base.problems import InputError
from hoso.base.project import Project
from hoso.channels.catalog import Catalog
from hoso.channels.model import SafeArea
from hoso.styles.catalog import Styles
from hoso.styles.contrast import GOOD, contrast, least_contrast
from hoso.styles.model import Look, Shape, shape_of

SHAPES: tuple[Shape, ...] = ("wide", "tall", "square")
NAMES = Styles().names


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a folder for styles."""
    (tmp_path / "styles").mkdir()
    return Project(tmp_path)


def write(project: Project, name: str, text: str) -> Styles:
    """The styles of a project with one of its own."""
    (project.styles / f"{name}.yaml").write_text(text, "utf-8")
    return Styles(project)


def test_there_is_a_style_for_every_need() -> None:
    """The default, a plate, large type, soft type, and one out of the way of words below."""
    assert NAMES == ("box", "clear", "large", "quiet", "top")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_hosos_own_styles_are_easily_read(name: str, shape: Shape) -> None:
    """WCAG's better grade of 7, for everything that is set, over snow and by night."""
    assert Styles().warnings(name) == ()
    look = Styles().style(name).look(shape)
    for letters in (look.fill, look.emphasis, look.label):
        assert least_contrast(letters, look) >= GOOD
        assert contrast(letters, "#000000") >= GOOD
    if look.box is None:
        assert contrast(look.outline.colour, "#FFFFFF") >= GOOD


def test_what_a_style_does_not_say_is_as_in_clear(project: Project) -> None:
    """The default style is the model's own values; a shape says only what differs, in groups too."""
    assert all(Styles().style("clear").look(shape) == Look() for shape in SHAPES)
    text = (
        "name: mine\ntitle: Mine\noutline: {width: 0.1, blur: 0}\ntall: {scale: 1.2, outline: {blur: 0.05}}\n"
    )
    style = write(project, "mine", text).style("mine")
    assert style.look("wide").outline == Look().outline.model_copy(update={"width": 0.1, "blur": 0})
    tall = style.look("tall")
    assert (tall.scale, tall.outline.width, tall.outline.blur, tall.fill) == (1.2, 0.1, 0.05, Look().fill)


def test_a_shape_can_take_the_box_away(project: Project) -> None:
    """`box: null` is an answer, as is a box where the others have none."""
    text = "name: mine\ntitle: Mine\nbox: {opacity: 0.9}\ntall: {box: null}\n"
    style = write(project, "mine", text).style("mine")
    assert style.look("wide").box is not None
    assert style.look("tall").box is None


def test_a_projects_style_replaces_hosos(project: Project) -> None:
    """A file is all it takes."""
    styles = write(project, "clear", "name: clear\ntitle: Ours\nscale: 1.1\n")
    assert styles.names == NAMES
    assert styles.style("clear").title == "Ours"


def test_mistakes_have_their_place(project: Project) -> None:
    """In the style's own file."""
    with pytest.raises(InputError, match=r"mine\.yaml:3:7: `fill` can't be 'red'"):
        write(project, "mine", "name: mine\ntitle: Mine\nfill: red\n").style("mine")
    with pytest.raises(InputError, match=r"the name is yours, but the file is mine\.yaml"):
        write(project, "mine", "name: yours\ntitle: Mine\n").style("mine")
    with pytest.raises(InputError, match=r"mine\.yaml:3:7: `fill` #333333 against the outline"):
        write(project, "mine", "name: mine\ntitle: Mine\nfill: '#333333'\n").style("mine")
    with pytest.raises(InputError, match=r"there is no style claer\n  Did you mean clear\?"):
        Styles(project).style("claer")


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((1920, 1080), "wide"),
        ((320, 240), "wide"),
        ((1080, 1920), "tall"),
        ((1080, 1350), "tall"),
        ((640, 640), "square"),
        ((640, 560), "square"),
    ],
)
def test_a_picture_has_one_of_three_shapes(size: tuple[int, int], shape: Shape) -> None:
    """By its sides."""
    width, height = size
    safe = SafeArea(left=0, top=0, right=width, bottom=height)
    profile = Catalog.load().profile("hd")
    assert shape_of(profile.model_copy(update={"width": width, "height": height, "safe": safe})) == shape
