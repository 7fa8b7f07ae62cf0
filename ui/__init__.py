"""What the plugin adds to the QGIS window. Imported only where there is one."""

from .entries import MenuEntries

__all__ = ["MenuEntries"]
