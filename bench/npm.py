"""What the benches need of npm, installed where nothing of it is committed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "var" / "npm"


def installed(*packages: str) -> Path:
    """Install packages, each as name@version, where they are not there yet; return the folder they lie in."""
    modules, stamp = FOLDER / "node_modules", FOLDER / "packages"
    there = set(stamp.read_text().split()) if stamp.exists() else set()
    if missing := set(packages) - there:
        if shutil.which("npm") is None:
            raise SystemExit("npm is not here. On Debian: apt-get install npm")
        FOLDER.mkdir(parents=True, exist_ok=True)
        quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(["npm", "install", "--prefix", str(FOLDER), *quietly, *missing], check=True)
        stamp.write_text("\n".join(sorted(there | missing)))
    return modules
