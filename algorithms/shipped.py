"""The models that come with the plugin (resources/models), offered beside the tools."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .base import GROUPS, ROOT, tr

MODELS = ROOT / "resources" / "models"
# Id of the algorithm -> its file, its group and the words it is found by. Ids are stored by scripts: none may go.
SHIPPED = {
    "assessmodel": (
        "rainshed_assessment.model3",
        "assessment",
        ("model", "chain", "waterlogging", "risk map", "模型", "内涝评估", "内涝风险图"),
    ),
}


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model under an id of its own; QGIS would take the model's title for its id."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        file, self._group, self._tags = SHIPPED[name]
        self.loaded = self.fromFile(str(MODELS / file))

    def createInstance(self):
        # Read anew: the provider's own copy may be older than the registration of the tools that are its steps.
        return ShippedModel(self._name)

    def initAlgorithm(self, config=None) -> None:
        super().initAlgorithm(config)
        for definition in self.parameterDefinitions():
            definition.setDescription(tr(definition.description()))
            definition.setHelp(tr(definition.help()))
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))

    def name(self) -> str:
        return self._name

    def displayName(self) -> str:
        return tr(super().displayName())

    def shortDescription(self) -> str:
        return tr(str(self.helpContent().get("ALG_DESC", "")))

    def shortHelpString(self) -> str:
        text = super().shortHelpString()
        for key, said in self.helpContent().items():
            if said and key not in ("ALG_CREATOR", "ALG_VERSION"):
                text = text.replace(str(said), tr(str(said)))
        return text

    def group(self) -> str:
        return tr(GROUPS[self._group])

    def groupId(self) -> str:
        return self._group

    def tags(self) -> list[str]:
        return list(dict.fromkeys((*self._tags, *(tr(tag) for tag in self._tags if tag.isascii()))))

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ROOT / "resources" / "icons" / f"{self._name}.svg")

    def helpUrl(self) -> str:
        return Path(ROOT / "docs" / "models.md").as_uri()


def models() -> list[ShippedModel]:
    """The shipped models that can be read."""
    found = [ShippedModel(name) for name in SHIPPED]
    return [model for model in found if model.loaded]
