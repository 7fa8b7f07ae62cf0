"""What all tests share: the package under its own name, QGIS started once, qgis_process, and the real data."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.setdefault("RAINSHED_BUILD", str(ROOT / "build")))

# A clone may have any name; the package has one. The link's place is fixed, because numba's cache is keyed by it.
PLUGINS = BUILD / "plugins"
PLUGINS.mkdir(parents=True, exist_ok=True)
LINK = PLUGINS / "rainshed"
if not (LINK.exists() and LINK.samefile(ROOT)):
    LINK.unlink(missing_ok=True)
    LINK.symlink_to(ROOT, target_is_directory=True)
sys.path.insert(0, str(PLUGINS))

# A profile of this session's own, so that nothing a user or an earlier run has set changes a result.
PROFILE = Path(tempfile.mkdtemp(prefix="rainshed-test-"))
(PROFILE / "runtime").mkdir(mode=0o700)
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    QGIS_CUSTOM_CONFIG_PATH=str(PROFILE),
    QGIS_PLUGINPATH=str(PLUGINS),
    XDG_RUNTIME_DIR=str(PROFILE / "runtime"),
    NUMBA_CACHE_DIR=str(BUILD / "numba"),
    LANGUAGE="en",  # the tests read English, whatever their user speaks
)

# Compiling a kernel within an example takes longer than any deadline; CI must not fail by the luck of the draw.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

from rainshed.test.cli.runner import QgisProcess  # noqa: E402


def pytest_unconfigure() -> None:
    shutil.rmtree(PROFILE, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout (or RAINSHED_DATA); a clone without it skips the test."""
    folder = Path(os.environ.get("RAINSHED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the real data is not beside this checkout (../shared/data) and RAINSHED_DATA does not name it")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample town that comes with the plugin."""
    return ROOT / "resources" / "sample"


@pytest.fixture(scope="session")
def qgis_process() -> QgisProcess:
    """Runs an algorithm by the real qgis_process: qgis_process("rainshed:depressions", DEM=..., OUTPUT=...)."""
    return QgisProcess(profile=PROFILE / "cli")


@pytest.fixture(scope="session")
def qgis():
    """QGIS in this process, with Processing and Rainshed's provider: .app, .plugin, .provider, .registry, .tools()."""
    pytest.importorskip("qgis.core", reason="PyQGIS is not installed")
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath("/usr", True)
    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(str(Path(app.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from rainshed.plugin import Rainshed

    Processing.initialize()
    plugin = Rainshed(None)
    plugin.initProcessing()
    registry = app.processingRegistry()
    provider = registry.providerById("rainshed")

    def tools() -> list:
        from rainshed.algorithms.base import RainshedAlgorithm

        return [algorithm for algorithm in provider.algorithms() if isinstance(algorithm, RainshedAlgorithm)]

    yield SimpleNamespace(app=app, plugin=plugin, provider=provider, registry=registry, tools=tools)
    # exitQgis() would destroy objects that PyQGIS still holds; the process ends right after anyway.
    plugin.unload()
