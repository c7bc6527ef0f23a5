"""Routes whose code is loaded when somebody asks for it, or once the start is done: no start waits for it."""

from collections.abc import Callable, Sequence
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, Router
from starlette.types import Receive, Scope, Send


class Later:
    """What answers at the addresses of some routes: it loads them, and leaves what is asked to them."""

    def __init__(self, load: Callable[[], Sequence[BaseRoute]]) -> None:
        self._load = load
        self._router: Router | None = None
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        router = self._router
        if router is None:
            router = await run_in_threadpool(self.loaded)
        await router(scope, receive, send)

    def loaded(self) -> Router:
        """The routes, loaded at the first call."""
        with self._lock:
            if self._router is None:
                self._router = Router([*self._load()])
            return self._router
