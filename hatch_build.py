"""Builds the page into the wheel where npm is at hand; a wheel without it does everything but the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageBuildHook(BuildHookInterface[Any]):
    """`npm ci && npm run build` in page/ before a wheel is packed; not for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the files are gathered."""
        if version == "editable":
            return
        root, npm = Path(self.root), shutil.which("npm")
        if npm is None:
            if not (root / "src/dateline/web/page/index.html").exists():
                self.app.display_warning("dateline: no npm here, so the wheel has no page (docs/browser.md)")
            return
        for command in (["ci"], ["run", "build"]):
            subprocess.run([npm, *command], cwd=root / "page", check=True)
