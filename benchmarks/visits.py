"""Whether page after page can be opened where a process may hold 256 files open, as is usual on macOS.

    python benchmarks/visits.py           # 300 visits; the limit may be raised, as the server does at its start
    python benchmarks/visits.py --hard    # 300 visits, one every second and a half; the limit may not be raised

A visit is the document, and a session that runs the page to its end and is left then. Streamlit keeps three descriptors
for each that is gone, until its time is over.
"""

import resource
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251
from websockets.sync.client import connect

from benchmarks.serve import ROOT, end, serving

VISITS = 300
DESCRIPTORS = 256
PACE_S = 1.5
PATIENCE_S = 60


def visit(address: str) -> None:
    """Open a page as a browser does, wait until it has run, and leave."""
    with urllib.request.urlopen(f"{address}about", timeout=PATIENCE_S) as document:
        document.read()
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], open_timeout=PATIENCE_S, max_size=None) as session:
        run = BackMsg()
        run.rerun_script.query_string = ""
        session.send(run.SerializeToString())
        while ForwardMsg.FromString(bytes(session.recv(PATIENCE_S))).WhichOneof("type") != "script_finished":
            pass


def main() -> None:
    """Visit and print."""
    is_hard = "--hard" in sys.argv
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS if is_hard else hard))
    failed, most = 0, 0
    with serving(ROOT / "dashboard.py") as (address, process):
        for _ in range(VISITS):
            begun = time.monotonic()
            try:
                visit(address)
            except OSError:
                failed += 1
            most = max(most, len(list(Path(f"/proc/{process}/fd").iterdir())))
            if is_hard:
                time.sleep(max(0, PACE_S - (time.monotonic() - begun)))
    kept = "kept" if not failed else "NOT kept"
    print(f"{VISITS} visits at {DESCRIPTORS} descriptors, {failed} failed: {kept}; at most {most} were open")
    end([not failed])


if __name__ == "__main__":
    main()
