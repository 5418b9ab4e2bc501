"""Which lexicons are in force, and why: the bundled ones, the user's own, the project's, and those given by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing.errors import LexiconError
from framing.lexicon.faults import nearest
from framing.lexicon.load import SHEETS, TOML, bundled_folders, load_lexicons
from framing.lexicon.model import Lexicons

PROJECT_FILE = "framing.toml"
BUNDLED, USER, PROJECT, GIVEN = "bundled", "user", "project", "--lexicon"
_KEYS = ("lexicons", "user_lexicons")


@dataclass(frozen=True, slots=True)
class Layer:
    """A lexicon's folder or file, where it comes from (bundled, user, project, --lexicon), and why it is in force."""

    path: Path
    origin: str
    why: str


@dataclass(frozen=True, slots=True)
class Project:
    """What a framing.toml says: the lexicons it names, and whether the user's own count in this project."""

    file: Path
    lexicons: tuple[Path, ...] = ()
    user_lexicons: bool = True


def user_folder() -> Path:
    """Where a user keeps lexicons that count everywhere; it need not be there."""
    from platformdirs import user_config_path

    return user_config_path("framing", appauthor=False) / "lexicons"


def find_layers(given: Sequence[Path] = (), *, own: bool = True, at: Path | None = None) -> list[Layer]:
    """
    The layers in force, the lowest first.

    Args:
        given: those of `--lexicon`, in order.
        own: whether the user's folder and the project's framing.toml count.
        at: where to look for framing.toml, there and in the folders above; None: the current folder.

    Raises:
        LexiconError: framing.toml has a fault.
    """
    layers = [Layer(folder, BUNDLED, "it comes with framing") for folder in bundled_folders()]
    project = find_project(at or Path.cwd()) if own else None
    if own and (project is None or project.user_lexicons):
        home = user_folder()
        layers += [Layer(path, USER, f"it lies in {home}") for path in _lexicons_in(home)]
    if project:
        layers += [Layer(path, PROJECT, f"{project.file} names it") for path in project.lexicons]
    return layers + [Layer(path, GIVEN, "--lexicon gives it") for path in given]


def load_layers(layers: Sequence[Layer]) -> Lexicons:
    """
    The lexicons of layers, each with its origin.

    Raises:
        LexiconError: one or more can't be used; `faults` holds every fault of all of them.
    """
    loaded = load_lexicons([layer.path for layer in layers], bundled=False).layers
    return Lexicons(tuple(replace(one, origin=layer.origin) for one, layer in zip(loaded, layers, strict=True)))


def find_project(at: Path) -> Project | None:
    """
    What the framing.toml of this folder says, or that of the nearest one above; None if there is none.

    Raises:
        LexiconError: it can't be read, has an unknown key, or names a lexicon that is not there.
    """
    start = at.resolve()
    file = next((path for folder in (start, *start.parents) if (path := folder / PROJECT_FILE).is_file()), None)
    return read_project(file) if file else None


def read_project(file: Path) -> Project:
    """
    A framing.toml: `lexicons = ["words/"]`, paths from its folder, and `user_lexicons = false`.

    Raises:
        LexiconError: as for `find_project`.
    """
    try:
        text = file.read_text("utf-8-sig")
        head = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"it can't be read: {error}", "save it as UTF-8 text", file) from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"not valid TOML: {error}", 'write lexicons = ["words/"]', file) from error
    for key in head.keys() - set(_KEYS):
        near = nearest(key, _KEYS)
        fix = f"did you mean `{near}`?" if near else f"remove it; the keys are {', '.join(_KEYS)}"
        raise LexiconError(f"there is no key `{key}`", fix, _place(file, text, key))
    named, user = head.get("lexicons", []), head.get("user_lexicons", True)
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise LexiconError(
            "`lexicons` is no list of paths", 'write lexicons = ["words/"]', _place(file, text, _KEYS[0])
        )
    if not isinstance(user, bool):
        raise LexiconError("`user_lexicons` is no true or false", "write one", _place(file, text, _KEYS[1]))
    paths = tuple(file.parent / one for one in named)
    for path, one in zip(paths, named, strict=True):
        if not path.exists():
            fix = "mend the path (it is taken from the folder of framing.toml), or remove it"
            raise LexiconError(f"there is no lexicon `{one}`", fix, _place(file, text, _KEYS[0]))
    return Project(file, paths, user)


def _place(file: Path, text: str, key: str) -> str:
    """`file:line` of a key."""
    starts = (number for number, line in enumerate(text.splitlines(), 1) if line.strip().strip('"').startswith(key))
    return f"{file}:{next(starts, 1)}"


def _lexicons_in(home: Path) -> list[Path]:
    """The folders with a header or a sheet, and the single sheets, of a folder of lexicons, by name."""
    if not home.is_dir():
        return []
    return [path for path in sorted(home.iterdir()) if path.name[0] not in ".~" and _is_lexicon(path)]


def _is_lexicon(path: Path) -> bool:
    if path.is_dir():
        return (path / TOML).is_file() or any(file.suffix.casefold() in SHEETS for file in path.iterdir())
    return path.suffix.casefold() in SHEETS
