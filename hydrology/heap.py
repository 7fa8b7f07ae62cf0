"""A binary heap in two arrays, the lowest key first, for compiled code."""

from __future__ import annotations

from .compiled import kernel


@kernel
def push(keys, items, size, key, item):
    """Add an entry to a heap of `size` entries; returns the new size. The arrays must have room."""
    i = size
    while i > 0:
        up = (i - 1) // 2
        if keys[up] <= key:
            break
        keys[i] = keys[up]
        items[i] = items[up]
        i = up
    keys[i] = key
    items[i] = item
    return size + 1


@kernel
def pop(keys, items, size):
    """Remove the first entry, which the caller has read; returns the new size."""
    size -= 1
    key = keys[size]
    item = items[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= key:
            break
        keys[i] = keys[child]
        items[i] = items[child]
        i = child
    keys[i] = key
    items[i] = item
    return size
