#!/bin/bash
# Double-click: sets the atlas up at the first start, then opens it in the browser. Close the window to stop it.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! [[ -x .venv/bin/streamlit ]]; then
  if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Python 3.11 or newer is missing. Install it from python.org, then open this again."
    read -r -p "Press Enter to close."
    exit 1
  fi
  echo "The first start fetches what the atlas needs. It takes a few minutes and the internet; later starts take neither."
  python3 -m venv .venv
  .venv/bin/python -m pip install --quiet --require-hashes -r requirements.lock
fi
exec .venv/bin/python -m streamlit run dashboard.py --server.headless false --server.showEmailPrompt false
