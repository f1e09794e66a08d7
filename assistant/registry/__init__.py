"""Who is on which list: clusters, divisions, and how text names them."""

from assistant.registry.categories import parse_categories, parse_stages
from assistant.registry.models import CATEGORIES, STAGES, Category, Cluster, Division, Level, Stage
from assistant.registry.places import DivisionMatch
from assistant.registry.registry import Registry
from assistant.registry.ways import ClusterMatch

__all__ = [
    "CATEGORIES",
    "STAGES",
    "Category",
    "Cluster",
    "ClusterMatch",
    "Division",
    "DivisionMatch",
    "Level",
    "Registry",
    "Stage",
    "parse_categories",
    "parse_stages",
]
