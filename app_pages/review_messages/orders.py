"""The orders of the curator's page, written into the log one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app_pages.review_rows.component_types import ReviewReceipt

# The page gets the outcomes of this many last orders.
RECEIPTS = 50
Order = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """The outcome of an order: `refusal` says why it was not written, "" if it was.

    `confirm` says that a second key press writes it all the same. `draft` is the draft that it
    concerned, if the order did not name one.
    """

    refusal: str = ""
    confirm: bool = False
    draft: str = ""


@dataclass
class OrderBook:
    """The orders of one open page: each is carried out once, however often it is sent.

    `client` is the name of the page in the browser, `last_written` the number of its last order.
    """

    client: str = ""
    last_written: int = 0
    receipts: list[ReviewReceipt] = field(default_factory=list)

    def receive(
        self,
        client: str,
        orders: Iterable[Order],
        carry_out: Callable[[Order], Outcome],
        was_done: Callable[[Order], bool],
    ) -> None:
        """Carries out what is new; each order has a name then that no other order has, `id`.

        A page that this session does not know may have sent its orders to an app that ended before
        it could answer: `was_done` says which of them had been written.
        """
        is_known = client == self.client
        if not is_known:
            self.client, self.last_written, self.receipts = client, 0, []
        for sent_order in sorted(orders, key=lambda order: int(order["number"])):
            number = int(sent_order["number"])
            if number <= self.last_written:
                continue
            order = {**sent_order, "id": f"{client}-{number}"}
            is_done = not is_known and was_done(order)
            outcome = Outcome() if is_done else carry_out(order)
            self.last_written = number
            self.receipts.append(
                {
                    "number": number,
                    "draft": outcome.draft or str(order.get("draft", "")),
                    "refused": outcome.refusal,
                    "confirm": outcome.confirm,
                }
            )
        del self.receipts[:-RECEIPTS]
