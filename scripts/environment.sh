# Sourced by the other scripts, with $root set to the checkout. Sets where QGIS, Python and numba find
# and keep things, all inside the checkout, so that a user's own QGIS profile is never touched.
# RAINSHED_BUILD, RAINSHED_PROFILE and RAINSHED_PLUGINS may be set beforehand (the tests do).

RAINSHED_BUILD=${RAINSHED_BUILD:-$root/build}
RAINSHED_PROFILE=${RAINSHED_PROFILE:-$RAINSHED_BUILD/qgis}
RAINSHED_PLUGINS=${RAINSHED_PLUGINS:-$RAINSHED_BUILD/plugins}
RAINSHED_VENV=$root/.venv

# PyQGIS is built for the system's Python; another python3 that comes first on PATH would also mislead
# the interpreter inside QGIS about where its standard library is.
PATH=/usr/bin:/bin:$PATH
unset PYTHONHOME
export PATH RAINSHED_BUILD RAINSHED_PROFILE RAINSHED_PLUGINS

if [ -x "$RAINSHED_VENV/bin/python" ]; then
    RAINSHED_PYTHON=$RAINSHED_VENV/bin/python
    # Named by the version of the Python inside QGIS: a venv left by another version is of no use to it.
    site=$RAINSHED_VENV/lib/$(basename "$(readlink -f /usr/bin/python3)")/site-packages
    [ ! -d "$site" ] || export PYTHONPATH="$site${PYTHONPATH:+:$PYTHONPATH}"
else
    RAINSHED_PYTHON=/usr/bin/python3
fi
export RAINSHED_PYTHON

# Qt 5 writes file names in the locale's encoding: in the C locale a Chinese path would become "???". The language that
# was asked for stays, though its locale may not be installed.
case $(locale charmap 2>/dev/null) in
    UTF-8) ;;
    *)
        LANGUAGE=${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
        LC_ALL=C.UTF-8
        export LANGUAGE LC_ALL ;;
esac

# A clone may have any name, the package has one: QGIS and the tests see it through this link.
# A folder of that name (an unpacked zip) stays what it is.
link_plugin() {
    mkdir -p "$RAINSHED_PLUGINS"
    if [ -L "$RAINSHED_PLUGINS/rainshed" ] || [ ! -e "$RAINSHED_PLUGINS/rainshed" ]; then
        [ "$RAINSHED_PLUGINS/rainshed" -ef "$root" ] || ln -sfn "$root" "$RAINSHED_PLUGINS/rainshed"
    fi
}

export QGIS_PLUGINPATH="$RAINSHED_PLUGINS"
export QGIS_CUSTOM_CONFIG_PATH="$RAINSHED_PROFILE"
export XDG_RUNTIME_DIR="$RAINSHED_PROFILE/runtime"
export NUMBA_CACHE_DIR="$RAINSHED_BUILD/numba"
export QT_QPA_PLATFORM=offscreen
mkdir -p "$RAINSHED_BUILD" "$NUMBA_CACHE_DIR" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
