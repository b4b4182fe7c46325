"""What a server's API description (OpenAPI 3.0) says of itself and of the items of its collections."""

from typing import Any, Optional


def title_and_version(description: Any) -> tuple[str, str]:
    """Title and version of the API as its maker wrote them; empty where they are not told."""
    info = description.get("info") if isinstance(description, dict) else None
    told = [info.get(name) if isinstance(info, dict) else None for name in ("title", "version")]
    title, version = (value if isinstance(value, str) else "" for value in told)
    return title, version


def items_parameters(description: Any, collection: str) -> dict[str, dict[str, Any]]:
    """Query parameters of a collection's items by name, references to components followed within the document."""
    found: dict[str, dict[str, Any]] = {}
    for entry in _listed(description, f"/collections/{collection}/items"):
        reference = entry.get("$ref")
        if isinstance(reference, str):
            entry = {"name": reference.rpartition("/")[2], **(_component(description, reference) or {})}
        if isinstance(entry.get("name"), str):
            found[entry["name"]] = entry
    return found


def page_limit(description: Any, collection: str) -> Optional[int]:
    """The most features that the server says a page may have (`maximum` of `limit`); None where it does not say."""
    schema = items_parameters(description, collection).get("limit", {}).get("schema")
    told = schema.get("maximum") if isinstance(schema, dict) else None
    return int(told) if isinstance(told, (int, float)) and not isinstance(told, bool) and 1 <= told < 1e9 else None


def _listed(description: Any, path_end: str) -> list[dict[str, Any]]:
    paths = description.get("paths") if isinstance(description, dict) else None
    for path, operations in paths.items() if isinstance(paths, dict) else ():
        operation = operations.get("get") if isinstance(operations, dict) and path.endswith(path_end) else None
        listed = operation.get("parameters") if isinstance(operation, dict) else None
        if isinstance(listed, list):
            return [entry for entry in listed if isinstance(entry, dict)]
    return []


def _component(description: Any, reference: str) -> Optional[dict[str, Any]]:
    if not reference.startswith("#/"):
        return None
    found = description
    for step in reference[2:].split("/"):
        found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None
