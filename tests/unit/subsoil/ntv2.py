"""Grid files as geodetic services publish them: NTv2, one grid, the same shift all over it."""

import struct
from pathlib import Path

SECONDS = 3600.0


def write_ntv2(path: Path, area: tuple[float, float, float, float], lon_shift: float, lat_shift: float) -> None:
    """A grid over west, south, east, north in degrees, of shifts in seconds, positive to the east and north."""
    west, south, east, north = (degrees * SECONDS for degrees in area)
    columns, rows = 3, 3
    text = [("GS_TYPE", "SECONDS"), ("VERSION", "TEST"), ("SYSTEM_F", "SK42"), ("SYSTEM_T", "QAZTRF")]
    axes = [("MAJOR_F", 6378245.0), ("MINOR_F", 6356863.019), ("MAJOR_T", 6378137.0), ("MINOR_T", 6356752.314)]
    head = [_number("NUM_OREC", 11), _number("NUM_SREC", 11), _number("NUM_FILE", 1)]
    head += [_text(*record) for record in text] + [_real(*record) for record in axes]
    # NTv2 counts longitude and its shift positive to the west
    edges = [("S_LAT", south), ("N_LAT", north), ("E_LONG", -east), ("W_LONG", -west)]
    steps = [("LAT_INC", (north - south) / (rows - 1)), ("LONG_INC", (east - west) / (columns - 1))]
    names = [("SUB_NAME", "KZ"), ("PARENT", "NONE"), ("CREATED", "20260101"), ("UPDATED", "20260101")]
    head += [_text(*record) for record in names] + [_real(*record) for record in edges + steps]
    nodes = [_number("GS_COUNT", rows * columns)]
    nodes += [struct.pack("<4f", lat_shift, -lon_shift, 0.01, 0.01)] * (rows * columns)
    path.write_bytes(b"".join([*head, *nodes, _text("END", "")]))


def _text(name: str, value: str) -> bytes:
    return f"{name:8}{value:8}".encode()


def _number(name: str, value: int) -> bytes:
    return f"{name:8}".encode() + struct.pack("<i4x", value)


def _real(name: str, value: float) -> bytes:
    return f"{name:8}".encode() + struct.pack("<d", value)
