"""Orders of an open page: each is carried out once, however often it is sent."""

from __future__ import annotations

from app_pages.review_messages.orders import OrderBook, Outcome


def order(number: int, draft: str = "d") -> dict[str, object]:
    return {"number": number, "action": "accept", "draft": draft}


class Log:
    """Writes down what is carried out; refuses what it is told to."""

    def __init__(self, refused: str = "") -> None:
        self.lines: list[object] = []
        self.names: list[str] = []
        self.refused = refused

    def __call__(self, order) -> Outcome:
        if order["draft"] == self.refused:
            return Outcome("no", confirm=True)
        self.lines.append(order["number"])
        self.names.append(order["id"])
        return Outcome()


def never(order) -> bool:
    return False


def test_what_is_sent_twice_is_written_once_and_in_order():
    book, log = OrderBook(), Log()
    book.receive("page", [order(2), order(1)], log, never)
    book.receive("page", [order(1), order(2), order(3)], log, never)
    assert log.lines == [1, 2, 3]
    assert book.last_written == 3
    assert [receipt["number"] for receipt in book.receipts] == [1, 2, 3]


def test_a_refusal_has_its_reason_and_those_behind_it_are_carried_out():
    book, log = OrderBook(), Log(refused="a")
    book.receive("page", [order(1, "a"), order(2, "b")], log, never)
    assert log.lines == [2]
    assert book.receipts[0] == {"number": 1, "draft": "a", "refused": "no", "confirm": True}
    assert book.receipts[1]["refused"] == ""


def test_an_app_that_was_ended_before_it_answered_does_not_write_again():
    """The page sends its order once more; the log has it."""
    book, log = OrderBook(), Log()
    book.receive("page", [order(4, "done"), order(5, "new")], log, lambda o: o["draft"] == "done")
    assert log.lines == [5]
    assert book.last_written == 5


def test_another_page_begins_anew():
    book, log = OrderBook(), Log()
    book.receive("page", [order(1), order(2)], log, never)
    book.receive("other", [order(1)], log, never)
    assert log.lines == [1, 2, 1]
    assert log.names == ["page-1", "page-2", "other-1"]
    assert (book.client, book.last_written) == ("other", 1)
