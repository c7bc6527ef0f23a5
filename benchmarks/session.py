"""A reader without a browser: a session of Streamlit over its web socket, as cheap as sixty at once have to be."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
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

    async def run(self, query: str = "") -> float:
        """Run the page with a query in its address; the milliseconds to the end of the run."""
        assert self._line is not None
        wish = BackMsg()
        wish.rerun_script.page_name = self.page
        wish.rerun_script.query_string = query
        begun = time.perf_counter()
        await self._line.send(wish.SerializeToString())
        await asyncio.wait_for(self._until_it_ran(self._line), PATIENCE_S)
        self.times_ms.append(1000 * (time.perf_counter() - begun))
        return self.times_ms[-1]

    async def _until_it_ran(self, line: ClientConnection) -> None:
        is_well = True
        while True:
            told = ForwardMsg.FromString(bytes(await line.recv()))  # type: ignore[arg-type]
            kind = told.WhichOneof("type")
            if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
                is_well = False
            if kind == "page_not_found":
                is_well = False
            if kind == "script_finished":
                self.wrong += not (is_well and told.script_finished == WELL)
                return
