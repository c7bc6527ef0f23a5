"""A reader without a browser: a session of Streamlit over its web socket, as cheap as sixty at once have to be.

It does what Streamlit's page does in a browser: it tells with each wish which large messages it has from the run
before, of which the server then sends the names alone, and it holds what was set in the controls.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
from streamlit.proto.Element_pb2 import Element  # noqa: TID251
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S = 120
WELL = ForwardMsg.FINISHED_SUCCESSFULLY


@dataclass
class Session:
    """One reader on one page: `run` runs its script once, as a change of a control does.

    `page` is named as in its address, "" for the first; `reader` is the number by which a proxy tells readers apart.
    `wrong` counts runs that did not end well, or put an error on the page.
    """

    address: str
    page: str = ""
    reader: str = ""
    times_ms: list[float] = field(default_factory=list)
    wrong: int = 0
    _controls: dict[str, str] = field(default_factory=dict)
    _set: dict[str, str | float] = field(default_factory=dict)
    _held: set[str] = field(default_factory=set)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _line: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        stream = f"ws://{urlsplit(self.address).netloc}/_stcore/stream"
        self._line = await self._stack.enter_async_context(
            connect(
                stream,
                subprotocols=["streamlit"],  # type: ignore[list-item]
                additional_headers={"Cookie": f"eastward={self.reader}"} if self.reader else None,
                open_timeout=PATIENCE_S,
                max_size=None,
            )
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def run(self, query: str = "", change: Mapping[str, str | float] | None = None) -> float:
        """Run the page with a query in its address; the milliseconds to the end of the run.

        `change` sets fields of text and sliders by their keys, and they stay set.
        """
        assert self._line is not None
        wish = BackMsg()
        wish.rerun_script.page_name = self.page
        wish.rerun_script.query_string = query
        wish.rerun_script.cached_message_hashes.extend(self._held)
        self._set |= change or {}
        for key, value in self._set.items():
            state = wish.rerun_script.widget_states.widgets.add(id=self._controls[key])
            if isinstance(value, str):
                state.string_value = value
            else:
                state.double_array_value.data.append(value)
        begun = time.perf_counter()
        await self._line.send(wish.SerializeToString())
        await asyncio.wait_for(self._until_it_ran(self._line), PATIENCE_S)
        self.times_ms.append(1000 * (time.perf_counter() - begun))
        return self.times_ms[-1]

    async def _until_it_ran(self, line: ClientConnection) -> None:
        is_well, held = True, set[str]()
        while True:
            told = ForwardMsg.FromString(bytes(await line.recv()))  # type: ignore[arg-type]
            kind = told.WhichOneof("type")
            if kind == "ref_hash":
                is_well &= told.ref_hash in self._held
                held.add(told.ref_hash)
            if told.metadata.cacheable:
                held.add(told.hash)
            if kind == "delta":
                is_well &= self._takes(told.delta.new_element)
            if kind == "page_not_found":
                is_well = False
            if kind == "script_finished":
                self.wrong += not (is_well and told.script_finished == WELL)
                self._held = held
                return

    def _takes(self, element: Element) -> bool:
        """Whether an element is none of an error; a control is noted by the key that ends its id."""
        kind = element.WhichOneof("type")
        if kind in ("text_input", "slider"):
            id_ = getattr(element, kind).id
            self._controls[id_.split("-", 2)[2]] = id_
        return kind != "exception"
