"""Rainshed: urban waterlogging analysis as QGIS Processing algorithms."""


def classFactory(iface):
    """The plugin, for QGIS. Imported here, so that the numbers can be used where there is no QGIS."""
    from .plugin import Rainshed

    return Rainshed(iface)
