"""Let the fuzzer loose: `python -m tests.fuzz FOLDER [libFuzzer's options]`. The folder keeps what was found worth keeping;
it is filled with seeds when it is empty. A crash, more than five seconds or a gigabyte end it, with the input written down."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["qingzhuang.intake", "qingzhuang.answer.writers", "qingzhuang.ooxml"]
):
    from tests.fuzz.readers import run
    from tests.fuzz.seeds import dictionary, seeds

KEPT = Path(__file__).parent / "kept"
OPTIONS = ("-timeout=5", "-rss_limit_mb=1024", "-max_len=65536", "-print_final_stats=1")


def main() -> None:
    """Run until stopped."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (folder / f"seed-{number:03}").write_bytes(seed)
    words = folder.with_suffix(".dict")
    words.write_text(dictionary(), encoding="ascii")
    atheris.Setup([sys.argv[0], *OPTIONS, f"-dict={words}", *sys.argv[2:], str(folder), str(KEPT)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
