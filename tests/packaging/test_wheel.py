"""What is installed from a wheel is whole: it brings its files and finds them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import sys
from salesorg_gui import __version__
from salesorg_gui.resources import resource
assert resource("fonts", "Inter-Regular.ttf").is_file() and resource("themes", "tokens.toml").is_file()
print(resource("icons"))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("salesorg-*.whl"))


@pytest.mark.slow
def test_an_unpacked_wheel_finds_its_own_files(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, check=True, capture_output=True, text=True
    )
    assert Path(done.stdout.strip()) == tmp_path / "salesorg_gui" / "_resources" / "icons"


@pytest.mark.slow
def test_a_wheel_brings_the_program_the_command_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry = archive.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert not [name for name in names if name.startswith(("tests/", "packaging/", "benchmarks/"))]
    assert "salesorg = salesorg_gui.__main__:main" in entry
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {
        "LICENSE",
        "OFL.txt",
        "LUCIDE-LICENSE.txt",
    }
