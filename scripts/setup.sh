#!/bin/sh
# setup.sh [run|test|benchmark]: installs what is missing on Debian 12 or 13 and nothing that is there already.
#   run    QGIS, fonts and numba, for `make demo`
#   test   also Xvfb, pdftotext, pytest and the other packages of test/requirements.txt, for `make test`
#   benchmark  what `run` brings, and the peers of benchmarks/ as far as they install: GRASS, SAGA, and a venv in build/
# Python packages go to .venv in the checkout; the system's NumPy, which PyQGIS uses, is never replaced.
set -eu
purpose=${1:-run}
case $purpose in
    run|test|benchmark) ;;
    *) echo "usage: $0 [run|test|benchmark]" >&2; exit 2 ;;
esac
root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/scripts/environment.sh"
log=$RAINSHED_BUILD/setup.log

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# missing_modules PYTHON NAME...: the modules that this Python does not find; they are not imported
missing_modules() {
    python=$1; shift
    [ -x "$python" ] || { echo "$*"; return; }
    "$python" - "$@" <<'P'
import importlib.util, sys
print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name) is None])
P
}

# A password that sudo asks for is read from the terminal, not from standard input.
logged() {
    "$@" >>"$log" 2>&1 </dev/null || { status=$?; tail -n 15 "$log" >&2; return $status; }
}

can_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }; }

install_debian() {
    can_install || fail "needs Debian's apt-get and root or sudo; please install QGIS 3.22 or later and: $*"
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    say "installing $* (log: build/setup.log)"
    wait_for_lock="-o DPkg::Lock::Timeout=300"
    logged $as_root apt-get update $wait_for_lock || fail "apt-get update failed"
    logged $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $wait_for_lock "$@" ||
        fail "apt-get could not install: $*"
}

# --- Debian packages -------------------------------------------------------------------------------------------

modules=numba
[ "$purpose" != test ] || modules="numba richdem pytest pytest_timeout hypothesis rasterio pyswmm ruff"
[ "${SITE:-}" != prairie ] || modules="$modules pip"  # that site's DEM comes from PyPI
packages=$(missing_modules "$RAINSHED_PYTHON" $modules)

wanted=
command -v qgis_process >/dev/null || [ -x /usr/bin/qgis_process.bin ] || wanted="$wanted qgis"
for module in $(missing_modules /usr/bin/python3 qgis numpy osgeo ensurepip); do
    case $module in
        qgis) wanted="$wanted python3-qgis" ;;
        numpy) wanted="$wanted python3-numpy" ;;
        osgeo) wanted="$wanted python3-gdal" ;;
        ensurepip) [ -z "$packages" ] && [ "$purpose" != benchmark ] || wanted="$wanted python3-venv" ;;
    esac
done

# Maps need a font, and one that has Chinese: without any the labels of a headless map are empty.
has_font() { [ -n "$(find /usr/share/fonts -name "$1" 2>/dev/null | head -n 1)" ]; }
has_chinese() { has_font 'NotoSansCJK*' || [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; }
fonts=
has_font 'DejaVuSans.ttf' || fonts="fonts-dejavu-core"
has_chinese || fonts="$fonts fonts-noto-cjk"
if [ -n "$fonts" ] && [ -z "$wanted" ] && ! can_install; then
    say "for complete labels on maps, please install: $fonts"
    fonts=
fi
if [ "$purpose" = test ]; then
    command -v Xvfb >/dev/null || wanted="$wanted xvfb"
    command -v pdftotext >/dev/null || wanted="$wanted poppler-utils"
fi
[ -z "$wanted$fonts" ] || install_debian $wanted $fonts

# --- Python packages -------------------------------------------------------------------------------------------

if [ -n "$packages" ]; then
    say "installing Python packages into .venv: $(echo $packages)"
    # A venv made by another Python version (after an upgrade of the system, or a copied folder) has no pip here.
    "$RAINSHED_VENV/bin/python" -m pip --version >/dev/null 2>&1 ||
        logged /usr/bin/python3 -m venv --clear --system-site-packages "$RAINSHED_VENV" ||
        fail "could not make a virtual environment in .venv"
    /usr/bin/python3 -c 'import numpy; print("numpy==" + numpy.__version__)' >"$RAINSHED_BUILD/constraints.txt"
    set -- -r "$root/test/requirements.txt"
    [ "$purpose" = test ] || set -- -c "$root/requirements.txt" numba
    if ! logged "$RAINSHED_VENV/bin/python" -m pip install --disable-pip-version-check --prefer-binary \
        -c "$RAINSHED_BUILD/constraints.txt" "$@"; then
        [ "$purpose" != test ] || fail "pip could not install the packages of test/requirements.txt"
        say "numba could not be installed; the tools run uncompiled, about 100 times slower"
    fi
fi

# --- Peers of the benchmark ------------------------------------------------------------------------------------

# In a venv of their own: they want a newer NumPy than the one that PyQGIS is built for. One that does not install is
# left out, and its figures say so.
install_peers() (
    unset PYTHONPATH  # leads to .venv
    peers=$RAINSHED_BUILD/benchmark/venv
    list=$root/benchmarks/requirements.txt
    command -v grass >/dev/null || (install_debian grass-core) || say "without GRASS"
    command -v saga_cmd >/dev/null || (install_debian saga) || say "without SAGA"
    [ -n "$(missing_modules "$peers/bin/python" $(sed -n 's/.*# import //p' "$list"))" ] || return 0
    [ -x "$peers/bin/python" ] || logged /usr/bin/python3 -m venv "$peers" || fail "could not make a virtual environment"
    for package in $(sed -n 's/^\([a-z0-9-]*\) .*/\1/p' "$list"); do
        say "installing $package into build/benchmark/venv"
        logged "$peers/bin/python" -m pip install --disable-pip-version-check --prefer-binary "$package" ||
            say "without $package"
    done
)
[ "$purpose" != benchmark ] || install_peers
link_plugin
say "ready"
