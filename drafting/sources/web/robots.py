"""robots.txt: what a site asks programs to leave alone (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote

# A rule: whether it allows, and the pattern of paths.
Rule = tuple[bool, str]
ROBOTS = "/robots.txt"
# The rest of a longer file is not read (RFC 9309, section 2.5).
MAX_BYTES = 512_000


def allows(robots: str, agent: str, target: str) -> bool:
    """Whether a site's robots.txt allows a program, known by its `agent` name, to fetch a target.

    The longest rule that fits counts; of two equally long ones, the one that allows.
    """
    if target == ROBOTS:
        return True
    path = _normal_path(target)
    matches = [
        (len(pattern), is_allowed)
        for is_allowed, pattern in _rules(robots, agent.lower())
        if _rule_fits(pattern, path)
    ]
    return max(matches)[1] if matches else True


def _rules(robots: str, agent: str) -> list[Rule]:
    """The rules of all groups for this agent; if there is none, of those for every agent."""
    by_agent: dict[str, list[Rule]] = {}
    agents: list[str] = []
    in_rules = False
    for field, value in _lines(robots):
        if field == "user-agent":
            agents = [] if in_rules else agents
            in_rules = False
            agents.append(value.lower())
            by_agent.setdefault(value.lower(), [])
        elif field in ("allow", "disallow"):
            in_rules = True
            if value:
                for name in agents:
                    by_agent[name].append((field == "allow", value))
    return by_agent[agent] if agent in by_agent else by_agent.get("*", [])


def _lines(robots: str) -> Iterable[tuple[str, str]]:
    for line in robots.removeprefix("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield field.strip().lower(), value.strip()


def _rule_fits(rule: str, path: str) -> bool:
    """Whether a rule fits a path: * means any letters, $ at the end means the end of the path.

    Each part is searched after the one before, so that no rule takes long.
    """
    is_closed = rule.endswith("$")
    head, *parts = _normal_path(rule.removesuffix("$") if is_closed else rule).split("*")
    if not path.startswith(head):
        return False
    place = len(head)
    tail = parts.pop() if is_closed and parts else None
    for part in parts:
        start = path.find(part, place)
        if start < 0:
            return False
        place = start + len(part)
    if tail is not None:
        return path.endswith(tail) and len(path) - len(tail) >= place
    return not is_closed or place == len(path)


def _normal_path(path: str) -> str:
    """A path in a single spelling, where several are possible."""
    return quote(
        unquote(path, errors="surrogateescape"),
        safe="/?:@!$&'()*+,;=-._~%",
        errors="surrogateescape",
    )
