import pytest

from assistant.page.startup import Startup
from index.errors import UserError


class Steps:
    """Stands for assistant and library, and notes in which order it is called."""

    def __init__(self, error=None, notes=()):
        self.called, self.error, self._notes = [], error, notes
        self.context = self.retriever = self

    def build(self):
        self.called.append("build")
        if self.error:
            raise self.error
        return "索引已是最新"

    def reload(self):
        self.called.append("reload")

    def warm_up(self):
        self.called.append("warm_up")

    def notes(self):
        return self._notes


def test_builds_reloads_and_warms_up_in_this_order():
    steps, lines = Steps(notes=("仅字面检索",)), []
    startup = Startup(lines.append)
    startup.start(steps, steps).join()
    assert steps.called == ["build", "reload", "warm_up"]
    assert startup.done
    assert not startup.failed
    assert startup.line == "仅字面检索"
    assert lines == ["索引已是最新"]


def test_a_failed_build_is_told_in_one_line():
    startup = Startup()
    startup.run(Steps(), Steps(error=UserError("磁盘已满。")))
    assert startup.done
    assert startup.failed
    assert startup.line == "磁盘已满。 暂按字面检索作答。"


@pytest.mark.parametrize("error", [ZeroDivisionError(), OSError(28, "x"), MemoryError()])
def test_a_fault_of_the_program_is_logged_and_told(error, caplog):
    startup = Startup()
    startup.run(Steps(), Steps(error=error))
    assert startup.done
    assert startup.failed
    assert "暂按字面检索作答" in startup.line
    assert caplog.records[0].exc_info[1] is error
