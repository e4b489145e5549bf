"""Written for this case: what main.pyc in assets/private.tar is compiled from."""

from pathlib import Path

from jnius import autoclass

PythonActivity = autoclass("org.kivy.android.PythonActivity")

folder = Path(PythonActivity.mActivity.getFilesDir().getPath())
(folder / "notes.txt").write_text("Pay on the first of the month.")
