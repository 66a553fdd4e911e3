"""Random small expressions of Cypher, each of one type, which end at once and need no memory."""

from __future__ import annotations

from random import Random

NUMBERS = ("0", "1", "-3", "7", "2.5", "-0.25", "1e3", "null", "9007199254740991")
POSITIONS = ("0", "1", "2", "5", "-1", "-4", "null")
TEXTS = ("''", "'abc'", "'医共体'", "' a b '", "'12'", "'2.5e1'", "'-7'", "'x,y'", "null")
DATES = ("'2019-02-28'", "'2020-Q2'", "'2021-W05-3'", "'2020-060'", "'1999'", "'2024-02'")
DURATIONS = ("'P1D'", "'P2M'", "'P1Y-1M'", "'P1W'", "'PT36H'")
PARTS = ("year", "month", "day", "quarter", "week", "dayOfWeek", "ordinalDay")


class Generator:
    """Expressions by a seed; `depth` is how many are put into each other at most.

    Neo4j refuses a `reduce` that begins with an integer and adds others, so it begins with 0.0
    and stands in `toFloat` here; docs/stores.md names the difference.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def query(self) -> str:
        """A query of one row, or of an aggregation over a few."""
        pick = self.random.choice((self.number, self.text, self.list, self.truth, self.date))
        if self.random.random() < 0.7:
            return f"RETURN {pick(3)} AS x"
        return self.aggregation()

    def aggregation(self) -> str:
        values = ", ".join(self.number(1) for _ in range(self.random.randint(1, 5)))
        function = self.random.choice(("sum", "min", "max", "count", "avg", "stDev"))
        distinct = self.random.choice(("", "DISTINCT "))
        shape = self.random.choice(
            (
                "{f}",
                "{f} + 1",
                "NOT {f} > 2",
                "{f} IS NULL",
                "[{f}, count(*)]",
                "{f} + size([1, 2])",
            )
        )
        expression = shape.format(f=f"{function}({distinct}v)")
        key = self.random.choice(("", "v IS NULL AS k, ", "sign(v) AS k, "))
        return f"UNWIND [{values}] AS v RETURN {key}{expression} AS x"

    def number(self, depth: int) -> str:
        a, b = depth - 1, self.random.choice(POSITIONS)
        if depth <= 0:
            return self.random.choice(NUMBERS)
        match self.random.randrange(9):
            case 0 | 1:
                sign = self.random.choice("+-*")
                return f"({self.number(a)} {sign} {self.number(a)})"
            case 2:
                return f"{self.random.choice(('abs', 'sign', 'ceil', 'floor'))}({self.number(a)})"
            case 3:
                name = self.random.choice(("toInteger", "toFloat", "toIntegerOrNull"))
                return f"{name}({self.text(a)})"
            case 4:
                return f"size({self.list(a)})"
            case 5:
                return f"{self.list(a)}[{b}]"
            case 6:
                return f"{self.date(a)}.{self.random.choice(PARTS)}"
            case 7:
                return f"toFloat(reduce(s = 0.0, i IN {self.list(a)} | s + i))"
            case _:
                return f"CASE WHEN {self.truth(a)} THEN {self.number(a)} ELSE {self.number(a)} END"

    def text(self, depth: int) -> str:
        a, b = depth - 1, self.random.choice(POSITIONS)
        if depth <= 0:
            return self.random.choice(TEXTS)
        match self.random.randrange(6):
            case 0:
                return f"({self.text(a)} + {self.text(a)})"
            case 1:
                name = self.random.choice(("toUpper", "trim", "reverse", "lTrim", "toLower"))
                return f"{name}({self.text(a)})"
            case 2:
                return f"{self.random.choice(('left', 'right'))}({self.text(a)}, {b})"
            case 3:
                return f"substring({self.text(a)}, {b}, {self.random.choice(POSITIONS)})"
            case 4:
                return f"replace({self.text(a)}, 'a', {self.text(a)})"
            case _:
                return f"split({self.text(a)}, ',')[{b}]"

    def list(self, depth: int) -> str:
        if depth <= 0:
            return f"[{', '.join(self.random.choices(NUMBERS, k=self.random.randrange(4)))}]"
        a, b, c = depth - 1, self.random.choice(POSITIONS), self.random.choice(POSITIONS)
        match self.random.randrange(5):
            case 0:
                return f"{self.list(a)}[{b}..{c}]"
            case 1:
                return f"[i IN {self.list(a)} WHERE i > {self.number(a)}]"
            case 2:
                return f"({self.list(a)} + {self.list(a)})"
            case 3:
                return f"[i IN {self.list(a)} | i * {self.number(0)}]"
            case _:
                return f"{self.random.choice(('tail', 'reverse'))}({self.list(a)})"

    def truth(self, depth: int) -> str:
        a = depth - 1
        if depth <= 0:
            return self.random.choice(("true", "false", "null"))
        sign = self.random.choice(("=", "<>", "<", ">=", "<=", ">"))
        match self.random.randrange(6):
            case 0:
                return f"{self.number(a)} {sign} {self.number(a)}"
            case 1:
                return f"{self.text(a)} {sign} {self.text(a)}"
            case 2:
                return f"{self.date(a)} {sign} {self.date(a)}"
            case 3:
                return f"{self.number(a)} IN {self.list(a)}"
            case 4:
                word = self.random.choice(("AND", "OR", "XOR"))
                return f"({self.truth(a)} {word} NOT {self.truth(a)})"
            case _:
                return f"{self.text(a)} IS NULL"

    def date(self, depth: int) -> str:
        day = f"date({self.random.choice(DATES)})"
        if depth <= 1 or self.random.random() < 0.5:
            return day
        return f"({day} {self.random.choice('+-')} duration({self.random.choice(DURATIONS)}))"
