"""`python -m eval.drafts.independent generate FOLDER` and `… score FOLDER`."""

import argparse
from pathlib import Path


def main() -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(prog="eval.drafts.independent", description="独立的参赛报告测试稿。")
    parser.add_argument("command", choices=["generate", "score"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="只检查文件名符合这个正则表达式的稿件")
    parser.add_argument("--extra", action="store_true", help="同时列出缺陷稿中预期之外的发现")
    parser.add_argument("--all", action="store_true", help="把每种缺陷放进每一份能放的稿件")
    options = parser.parse_args()
    if options.command == "generate":
        from .generate import generate

        print(f"已写 {len(generate(options.folder, everywhere=options.all))} 份")
        return
    from .score import score

    score(options.folder, only=options.only, extra=options.extra)


if __name__ == "__main__":
    main()
