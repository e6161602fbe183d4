"""Building the package binds its catalogues (see qingzhuang/language)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
    """Writes the binary catalogues beside their sources and takes them along."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before anything is packed, for an editable install as well."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from qingzhuang.language.binding import bind

            build_data["artifacts"] += [str(each.relative_to(self.root)) for each in bind()]
        finally:
            sys.path.pop(0)
