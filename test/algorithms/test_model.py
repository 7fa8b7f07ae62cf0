"""The algorithms as steps of a model."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_raster, read_vector


@pytest.fixture
def build(qgis):
    """A model of steps: build({"fill": ("filldepressions", {"DEM": "DEM"}), ...}), outputs as NAME: (step, output).

    A value that names an input of the model is that input; a pair (step, output) is the output of an earlier step.
    """
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterRasterLayer,
    )

    source = QgsProcessingModelChildParameterSource

    def make(steps: dict, outputs: dict, more=()):
        model = QgsProcessingModelAlgorithm("Chain", "Test")
        model.addModelParameter(QgsProcessingParameterRasterLayer("DEM", "DEM"), QgsProcessingModelParameter("DEM"))
        for parameter in more:
            model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
        for name, (algorithm, values) in steps.items():
            child = QgsProcessingModelChildAlgorithm(f"rainshed:{algorithm}")
            child.setChildId(name)
            for parameter, value in values.items():
                if isinstance(value, tuple):
                    given = source.fromChildOutput(*value)
                elif value in model.parameterDefinitions() or value in [p.name() for p in model.parameterDefinitions()]:
                    given = source.fromModelParameter(value)
                else:
                    given = source.fromStaticValue(value)
                child.addParameterSources(parameter, [given])
            made = {}
            for output, (step, produced) in outputs.items():
                if step == name:
                    result = QgsProcessingModelOutput(output)
                    result.setChildId(name)
                    result.setChildOutputName(produced)
                    made[output] = result
            child.setModelOutputs(made)
            model.addChildAlgorithm(child)
        model.updateDestinationParameters()
        return model

    return make


def run(model, **parameters) -> dict:
    from qgis.core import QgsProcessingContext

    heard = support.feedback()
    results, ok = model.run(support.plain(parameters), QgsProcessingContext(), heard)
    assert ok, heard.errors
    return results


def test_fill_then_accumulate(build, dem, tmp_path):
    model = build(
        {
            "fill": ("filldepressions", {"DEM": "DEM"}),
            "flow": ("flowaccumulation", {"DEM": ("fill", "OUTPUT")}),
        },
        {"ACC": ("flow", "OUTPUT"), "FILLED": ("fill", "OUTPUT")},
    )
    z = support.grid("20 20 20 20 20 20\n20 6 3 5 4 1\n20 20 20 20 20 20")
    results = run(model, DEM=dem(z), **{"flow:ACC": tmp_path / "acc.tif", "fill:FILLED": tmp_path / "filled.tif"})
    assert results["flow:ACC"] == str(tmp_path / "acc.tif")
    np.testing.assert_array_equal(read_raster(tmp_path / "filled.tif")[1], [20, 6, 5, 5, 4, 1])
    np.testing.assert_array_equal(read_raster(tmp_path / "acc.tif")[1], [1, 1, 2, 3, 4, 5])


def test_rain_to_risk(build, dem, tmp_path):
    """A pan of 9 cells of 25 m2 below a rim at 5.3 m: 1 m of rain fills it to 0.3 m, which is yellow."""
    from qgis.core import QgsProcessingParameterNumber

    z = np.full((5, 5), 5.3)
    z[1:4, 1:4] = 5.0
    model = build(
        {
            "water": ("inundation", {"DEM": "DEM", "RAIN": "RAIN"}),
            "risk": ("riskmap", {"DEPTH": ("water", "OUTPUT")}),
        },
        {"RISK": ("risk", "OUTPUT"), "ZONES": ("risk", "OUTPUT_ZONES")},
        [QgsProcessingParameterNumber("RAIN", "Rain")],
    )
    run(
        model, DEM=dem(z, 5.0), RAIN=1000, **{"risk:RISK": tmp_path / "risk.tif", "risk:ZONES": tmp_path / "zones.gpkg"}
    )
    classes = read_raster(tmp_path / "risk.tif")
    assert (classes[1:4, 1:4] == 2).all() and classes.sum() == 18
    (zone,) = read_vector(tmp_path / "zones.gpkg")
    assert (zone["risk"], zone["area_m2"]) == (2, 225)


def test_a_failure_inside_a_model_is_a_failure(build, tmp_path):
    from qgis.core import QgsProcessingContext

    model = build(
        {
            "fill": ("filldepressions", {"DEM": "DEM"}),
            "flow": ("flowaccumulation", {"DEM": ("fill", "OUTPUT")}),
        },
        {"ACC": ("flow", "OUTPUT")},
    )
    empty = support.write_raster(tmp_path / "empty.tif", np.full((3, 3), np.nan))
    heard = support.feedback()
    results, ok = model.run({"DEM": str(empty), "flow:ACC": str(tmp_path / "acc.tif")}, QgsProcessingContext(), heard)
    assert not ok
    assert any("empty.tif" in error for error in heard.errors)
    assert not (tmp_path / "acc.tif").exists()
