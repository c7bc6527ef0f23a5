"""The nginx of the deployment kit, on this machine."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.serve import HOST, ROOT, free_port, wait_for

SETTINGS = f"daemon off; {'user root;' if os.geteuid() == 0 else ''}"
"""Workers of another user than ours may not write into our folder."""


@contextmanager
def proxy(program: str, addresses: list[str], folder: Path) -> Iterator[str]:
    """The nginx of the deployment kit before these servers; gives its address."""
    port = free_port()
    told = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8").replace("/tmp/", f"{folder}/")
    servers = "".join(f"server {urlsplit(each).netloc} max_fails=1 fail_timeout=5s;" for each in addresses)
    told = re.sub(r"(?:\s*server atlas-\d:8501 [^;]*;)+", servers, told)
    told = told.replace("/etc/nginx/mime.types", str(folder / "types")).replace("listen 8080", f"listen {HOST}:{port}")
    (folder / "types").write_text("types { text/html html; }", encoding="utf-8")
    (folder / "nginx.conf").write_text(told, encoding="utf-8")
    command = [program, "-p", str(folder), "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen([*command, "-g", SETTINGS], stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(f"http://{HOST}:{port}/healthz", running)
            yield f"http://{HOST}:{port}/"
        finally:
            running.terminate()
