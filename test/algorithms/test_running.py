"""How runs begin and end: progress, Cancel, failures, and outputs that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rainshed.test.algorithms import support

NAMES = (
    "assess", "checkinputs", "conditiondem", "controlline", "copingrain", "depressions", "designstorm", "drainagezones",
    "filldepressions", "floodprobability", "flowaccumulation", "flowpaths", "inletcapacity",
    "inundation", "mapsheet", "networkcheck", "networkgaps", "outfallbackwater", "pipecapacity",
    "pondingevent", "pondingpoints", "raintoflood", "riskmap", "runoff", "swmmexport", "tracedownstream",
    "upstreamarea",
)  # fmt: skip


def test_every_algorithm_is_run_here(qgis):
    assert {a.name() for a in qgis.tools()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_progress_and_outputs_of_a_whole_run(town, tmp_path, name):
    parameters = town.every(name, tmp_path)
    done = support.attempt(name, **parameters)

    assert done.ok, done.message
    progressed = done.feedback.progressed
    assert progressed == sorted(progressed)
    assert progressed[-1] == 100
    least = 2 if name == "mapsheet" else 5
    assert sum(p < 100 for p in set(progressed)) >= least, "the bar hardly moves"
    assert max(b - a for a, b in zip([0.0, *progressed], progressed)) <= 50, "the bar jumps"
    names = [step for _, step in done.feedback.steps]
    assert len(names) >= 2 and all(names) and len(set(names)) == len(names), "steps have names, said once"
    assert done.feedback.steps[-1][0] >= 30, "a step is named when work on it begins"
    files = {n: Path(v) for n, v in parameters.items() if isinstance(v, Path) and v.parent == tmp_path}
    for output, path in files.items():
        assert path.stat().st_size > 0, output
        assert done.results[output] == str(path)
    assert not [n for n in support.left_in(tmp_path) if n.startswith(".")], "a staging folder remains"
    numbers = [o.name() for o in outputs_of(name) if o.type() == "outputNumber"]
    assert all(isinstance(done.results[n], (int, float)) for n in numbers)
    assert any("Done in" in info for info in done.feedback.infos)


def outputs_of(name: str):
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().algorithmById(f"rainshed:{name}").outputDefinitions()


@pytest.mark.parametrize("name", NAMES)
def test_cancelled_runs_leave_nothing(town, tmp_path, name):
    for percent in (0, 30, 60, 90):
        out = tmp_path / str(percent)
        out.mkdir()
        done = support.attempt(name, cancel_at=percent, **town.every(name, out))
        assert done.results == {}, f"cancelled at {percent} %"
        assert support.left_in(out) == [], f"cancelled at {percent} %"
        assert any("Cancelled" in info for info in done.feedback.infos)


@pytest.mark.parametrize("name", NAMES)
def test_a_cancelled_run_makes_no_folder_and_touches_no_old_output(town, tmp_path, name):
    new = tmp_path / "new" / "deeper"
    support.attempt(name, cancel_at=60, **town.every(name, new))
    assert support.left_in(tmp_path) == []

    parameters = town.every(name, tmp_path)
    old = {v: f"old {n}".encode() for n, v in parameters.items() if isinstance(v, Path) and v.parent == tmp_path}
    for path, content in old.items():
        path.write_bytes(content)
    support.attempt(name, cancel_at=90, **parameters)
    assert {path: path.read_bytes() for path in old} == old
    assert support.left_in(tmp_path) == sorted(path.name for path in old)


@pytest.mark.parametrize("name", NAMES)
def test_optional_outputs_are_made_only_if_asked_for(town, tmp_path, qgis, name):
    from qgis.core import QgsProcessingParameterDefinition

    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    made = qgis.provider.algorithm(name)
    destinations = {d.name(): bool(d.flags() & optional) for d in made.destinationParameterDefinitions()}
    required = {n for n, extra in destinations.items() if not extra}
    parameters = {n: v for n, v in town.every(name, tmp_path).items() if not destinations.get(n)}
    done = support.run(name, **parameters)
    files = {o.name() for o in made.outputDefinitions() if o.type() != "outputNumber"}
    assert files & set(done.results) == required
    allowed = {parameters[n].stem for n in required}
    assert {p.name.split(".")[0] for p in tmp_path.iterdir()} <= allowed


def test_empty_outputs_are_skipped(town, tmp_path):
    """A model passes None for an output that is not wanted."""
    parameters = town.every("inundation", tmp_path) | {"OUTPUT_LEVEL": None, "OUTPUT_PONDS": None}
    done = support.run("inundation", **parameters)
    assert "OUTPUT_LEVEL" not in done.results and "OUTPUT_PONDS" not in done.results
    assert {p.suffix for p in tmp_path.iterdir()} == {".tif", ".qml"}


def test_an_old_output_is_replaced_whole(town, tmp_path):
    target = tmp_path / "filled.tif"
    target.write_bytes(b"old")
    (tmp_path / "filled.tif.aux.xml").write_text("<stale/>")
    support.run("filldepressions", DEM=town.dem, OUTPUT=target)
    assert support.read_raster(target).shape == (40, 60)
    assert not (tmp_path / "filled.tif.aux.xml").exists(), "statistics of the old file"


@pytest.mark.parametrize("name", ["filldepressions", "inundation", "riskmap", "drainagezones"])
def test_temporary_outputs(town, name):
    from qgis.core import QgsProcessing

    parameters = town.every(name, Path("unused"))
    parameters = {n: QgsProcessing.TEMPORARY_OUTPUT if n.startswith("OUTPUT") else v for n, v in parameters.items()}
    done = support.run(name, **parameters)
    for output in (n for n in parameters if n.startswith("OUTPUT")):
        assert Path(done.results[output]).stat().st_size > 0


def test_styles_lie_beside_the_outputs(town, tmp_path):
    from qgis.core import QgsRasterLayer

    support.run("inundation", **town.every("inundation", tmp_path))
    assert {p.name for p in tmp_path.glob("*.qml")} == {"output.qml", "output_level.qml", "output_ponds.qml"}
    assert QgsRasterLayer(str(tmp_path / "output.tif")).renderer().type() == "singlebandpseudocolor"


# What QGIS lets pass in silence, closed by the base class


@pytest.fixture
def tool(qgis):
    """A class to derive small algorithms from: a DEM in, a raster, a table and a number out."""
    from rainshed.algorithms.base import RainshedAlgorithm

    class Tool(RainshedAlgorithm):
        NAME, TITLE, GROUP = "tool", "Tool", "terrain"

        def define(self):
            self.add_dem()
            self.add_choice("METHOD", "Method", ["one", "two"])
            self.add_raster_output("OUTPUT", "Output")
            self.add_vector_output("OUTPUT_TABLE", "Table", "table", extra=True)
            self.add_number_output("COUNT", "Count")

        def compute(self, run):
            run.results["COUNT"] = 1
            self.work(run, run.dem(run.progress))

        def work(self, run, dem):
            run.write_raster("OUTPUT", dem.z, dem, "elevation (m)", "copy", run.progress)

    return Tool


def make(kind, **attributes):
    algorithm = type("Derived", (kind,), attributes)()
    algorithm.initAlgorithm()
    return algorithm


def test_the_tool_itself_works(tool, town, tmp_path):
    done = support.run(make(tool), DEM=town.dem, OUTPUT=tmp_path / "out.tif")
    assert done.results == {"COUNT": 1, "OUTPUT": str(tmp_path / "out.tif")}


def fails(tool, town, tmp_path, words: str, **parameters) -> None:
    """The run fails with a sentence that holds `words`, leaves nothing, and keeps the old output."""
    target = tmp_path / "out.tif"
    target.write_bytes(b"old")
    message = support.refusal(tool, **{"DEM": town.dem, "OUTPUT": target, **parameters})
    assert words in message
    assert "Traceback" not in message
    assert support.left_in(tmp_path) == ["out.tif"]
    assert target.read_bytes() == b"old"


def test_an_empty_result_is_a_failure(tool, town, tmp_path):
    fails(make(tool, work=lambda self, run, dem: None), town, tmp_path, "No value was produced for OUTPUT")


def test_a_missing_optional_result_that_was_asked_for_is_a_failure(tool, town, tmp_path):
    fails(make(tool), town, tmp_path, "No value was produced for OUTPUT_TABLE", OUTPUT_TABLE=tmp_path / "t.gpkg")


def test_a_missing_number_is_a_failure(tool, town, tmp_path):
    def compute(self, run):
        self.work(run, run.dem(run.progress))

    fails(make(tool, compute=compute), town, tmp_path, "No value was produced for COUNT")


def test_a_claimed_file_that_was_not_written_is_a_failure(tool, town, tmp_path):
    """Even where an old file of that name lies there."""
    fails(make(tool, work=lambda self, run, dem: run.target("OUTPUT")), town, tmp_path, "was not written")


def test_a_failure_after_writing_leaves_nothing(tool, town, tmp_path):
    from rainshed.hydrology.errors import HydrologyError

    def work(self, run, dem):
        tool.work(self, run, dem)
        raise HydrologyError("Feature 7 of LAYER is at fault.")

    fails(make(tool, work=work), town, tmp_path, "Feature 7 of LAYER is at fault.")


def test_too_little_memory_says_what_to_do(tool, town, tmp_path):
    def work(self, run, dem):
        raise MemoryError

    fails(make(tool, work=work), town, tmp_path, "Not enough memory")


def test_an_unforeseen_error_leaves_nothing(tool, town, tmp_path):
    def work(self, run, dem):
        tool.work(self, run, dem)
        raise KeyError("a fault of the program")

    done = support.attempt(make(tool, work=work), DEM=town.dem, OUTPUT=tmp_path / "out.tif")
    assert not done.ok
    assert support.left_in(tmp_path) == []


def test_a_failed_create_is_a_failure(tool, town, tmp_path):
    """GDAL cannot create a file whose name is too long for the file system."""
    target = tmp_path / f"{'x' * 300}.tif"
    message = support.refusal(make(tool), DEM=town.dem, OUTPUT=target)
    assert "x" * 300 in message
    assert support.left_in(tmp_path) == []


def test_an_unknown_parameter_is_refused_with_the_likely_name(tool, town, tmp_path):
    fails(make(tool), town, tmp_path, 'no parameter "METHODE". Did you mean "METHOD"?', METHODE="two")


def test_an_unknown_choice_is_refused_with_the_choices(tool, town, tmp_path):
    fails(make(tool), town, tmp_path, 'METHOD must be one of one, two, not "three"', METHOD="three")


def test_a_missing_package_is_named(tool, town, tmp_path):
    lacking = make(tool, REQUIRES=("numpy", "no_such_package"))
    fails(lacking, town, tmp_path, "no_such_package")
    can, why = lacking.canExecute()
    assert not can and "pip install no_such_package" in why
    assert "numpy" not in why
    assert make(tool, REQUIRES=("numpy",)).canExecute()[0]


def test_checks_are_repeated_where_the_caller_left_them_out(tool, town, tmp_path):
    """`run` without `checkParameterValues` before it, as scripts do."""
    from qgis.core import QgsProcessingContext

    heard = support.feedback()
    parameters = {"DEM": str(town.dem), "OUTPUT": str(tmp_path / "out.tif"), "METHOD": "three"}
    results, ok = make(tool).run(parameters, QgsProcessingContext(), heard)
    assert not ok and results == {}
    assert any("METHOD must be one of" in error for error in heard.errors)
    assert support.left_in(tmp_path) == []


def test_two_runs_share_nothing(tool, town, tmp_path):
    algorithm = make(tool)
    support.run(algorithm, DEM=town.dem, OUTPUT=tmp_path / "a.tif")
    done = support.run(algorithm, DEM=town.dem, OUTPUT=tmp_path / "b.tif")
    assert done.OUTPUT == str(tmp_path / "b.tif")
    assert (tmp_path / "a.tif").read_bytes() and (tmp_path / "b.tif").read_bytes()


def test_the_log_says_what_was_read(tool, town, tmp_path):
    done = support.run(make(tool), DEM=town.dem, OUTPUT=tmp_path / "out.tif")
    (line,) = [info for info in done.infos if info.startswith("DEM ")]
    for fact in ("dem.tif", "60 x 40", "5 x 5 m", "EPSG:32649", "2 cells without data"):
        assert fact in line
