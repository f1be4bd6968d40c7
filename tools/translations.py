"""Bring assets/translations up to date: gather the sources' texts into the .ts files and compile them to .qm.

    python tools/translations.py [LANGUAGE…]

Qt's lupdate finds the texts, but in Python sources it takes a text for a counted one only where the count is a literal
number. So every text with `%n` is marked as counted here, and its forms are kept over the update. What the exercises
and routines of the program say is given to it as a source of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
Key = tuple[str, str]


def counted(file: Path) -> dict[Key, list[str]]:
    """The forms of every counted text of a .ts file, by context and source."""
    if not file.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if message.get("numerus") == "yes"
    }


def mark_counted(file: Path, forms: dict[Key, list[str]]) -> None:
    """Mark the texts with `%n` as counted and give them their forms back."""
    tree = ET.parse(file)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            if "%n" not in source or translation is None:
                continue
            known = forms.get((context.findtext("name", ""), source), [])
            message.set("numerus", "yes")
            translation.clear()
            if not any(known):
                translation.set("type", "unfinished")
            for form in known or ["", ""]:
                ET.SubElement(translation, "numerusform").text = form
    ET.indent(tree, "    ")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def texts_of_files(assets: Path) -> list[str]:
    """What exercises and routines say, each once: the program looks it up under the context "exercise"."""
    from hamstring_gui.storage.library import load_exercises, load_routines

    exercises = load_exercises(assets)
    texts = [text for one in load_routines(assets, exercises).values() for text in (one.name, one.about)]
    for one in exercises.values():
        steps = (step.text for step in (*one.steps, one.between, one.switch))
        words = (*one.equipment, *one.optional, *one.muscles, *one.also, *one.cautions)
        texts += [one.name, one.kind, one.region, *steps, *words, one.ask_first, one.source]
    return [text for text in dict.fromkeys(texts) if text]


def tool(name: str, *arguments: str) -> None:
    """Run one of the tools that come with PySide6."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    program = next(path for path in (folder / name, folder / f"{name}.exe") if path.exists())
    subprocess.run([str(program), *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def main(languages: list[str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "hamstring_gui").rglob("*.py"))]
    lines = [f'translate("exercise", {json.dumps(text, ensure_ascii=False)})' for text in texts_of_files(FOLDER.parent)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "exercises.py")
        file.write_text("\n".join(lines), encoding="utf-8")
        bring_up_to_date(languages, [*sources, str(file)])


def bring_up_to_date(languages: list[str], sources: list[str]) -> None:
    for language in languages or [path.stem.removeprefix("hamstring_") for path in FOLDER.glob("*.ts")]:
        file = FOLDER / f"hamstring_{language}.ts"
        forms = counted(file)
        tool("lupdate", *sources, "-ts", str(file), "-locations", "none", "-no-obsolete",
             "-source-language", "en_GB", "-target-language", "en_GB" if language == "en" else language)  # fmt: skip
        mark_counted(file, forms)
        made = file.with_suffix(".made")
        tool("lrelease", str(file), "-qm", str(made))
        made.replace(file.with_suffix(".qm"))  # a program that runs has the old one mapped into its memory


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1:])
