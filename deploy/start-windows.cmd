@echo off
rem Double-click: sets the atlas up at the first start, then opens it in the browser. Close the window to stop it.
cd /d "%~dp0.."

if exist .venv\Scripts\streamlit.exe goto start
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
  echo Python 3.11 or newer is missing. Install it from python.org, then open this again.
  pause
  exit /b 1
)
echo The first start fetches what the atlas needs. It takes a few minutes and the internet; later starts take neither.
py -3 -m venv .venv || goto failed
.venv\Scripts\python -m pip install --quiet --require-hashes -r requirements.lock || goto failed

:start
.venv\Scripts\python -m streamlit run dashboard.py --server.headless false --server.showEmailPrompt false
exit /b

:failed
echo That did not work. The lines above say why.
pause
exit /b 1
