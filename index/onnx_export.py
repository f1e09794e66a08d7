"""Write a BERT encoder with its pooling as an ONNX graph.

The graph is put together from the weights themselves: torch's own exporters are either deprecated or need
a further package, and both trace whatever transformers happens to run. What comes out is checked against
sentence-transformers by the caller (`index.fetch`) before it is used.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.float32]]
Pooling = Literal["mean", "cls"]

OPSET = 17  # the first with LayerNormalization


class _Graph:
    """Collects nodes and initializers; every helper returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def const(self, name: str, value: NDArray[Any]) -> str:
        from onnx import numpy_helper

        if name not in self.constants:
            # not ascontiguousarray, which makes a vector of a scalar
            self.constants[name] = numpy_helper.from_array(np.require(value, requirements="C"), name)
        return name

    def ints(self, *values: int) -> str:
        return self.const("i" + "_".join(map(str, values)), np.array(values, dtype=np.int64))

    def scalar(self, value: float) -> str:
        return self.const(f"f{value!r}", np.array(value, dtype=np.float32))

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        from onnx import helper

        output = f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def linear(self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        product = self.op("MatMul", x, self.const(f"{name}.weight", weight.T))
        return self.op("Add", product, self.const(f"{name}.bias", bias))

    def norm(self, x: str, name: str, weights: Weights, epsilon: float) -> str:
        scale = self.const(f"{name}.scale", weights[f"{name}.weight"])
        shift = self.const(f"{name}.shift", weights[f"{name}.bias"])
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=epsilon)

    def gelu(self, x: str) -> str:
        erf = self.op("Erf", self.op("Div", x, self.scalar(math.sqrt(2.0))))
        return self.op("Mul", self.op("Mul", x, self.op("Add", erf, self.scalar(1.0))), self.scalar(0.5))


def supported(config: Mapping[str, Any]) -> bool:
    """Whether `export_bert` can write the model that this Hugging Face `config.json` describes."""
    return (
        config.get("model_type") == "bert"
        and config.get("hidden_act", "gelu") == "gelu"
        and config.get("position_embedding_type", "absolute") == "absolute"
    )


def export_bert(weights: Weights, config: Mapping[str, Any], target: Path, pooling: Pooling = "mean") -> None:
    """Write the encoder with pooling to `target`.

    The graph takes `input_ids` and `attention_mask` (int64, [batch, tokens], any sizes up to the model's
    maximum) and gives `embedding` (float32, [batch, dimensions]), not normalised.

    Args:
        weights: the state of a `BertModel`, names without the prefix `bert.`.
        config: its `config.json`.
        target: file to write.
        pooling: `mean` over the tokens of the mask, or `cls`, the first token.

    Raises:
        ValueError: the model is not a BERT encoder of the kind handled here.
        KeyError: a weight is missing.
        OSError: the file cannot be written.
    """
    import onnx
    from onnx import TensorProto, helper

    if not supported(config):
        raise ValueError("not a BERT encoder")
    graph = _Graph()
    epsilon = float(config.get("layer_norm_eps", 1e-12))
    hidden = _embeddings(graph, weights, epsilon)
    mask = graph.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    # 0 for tokens, a large negative number for padding, broadcast over heads and query positions
    masked = graph.op("Mul", graph.op("Sub", graph.scalar(1.0), mask), graph.scalar(-10000.0))
    bias = graph.op("Unsqueeze", masked, graph.ints(1, 2))
    for layer in range(int(config["num_hidden_layers"])):
        hidden = _layer(graph, weights, f"encoder.layer.{layer}", hidden, bias, config)
    output = _pool(graph, hidden, mask, pooling)
    graph.nodes.append(helper.make_node("Identity", [output], ["embedding"]))
    width = int(config["hidden_size"])
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "encoder",
            [
                helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
                for name in ("input_ids", "attention_mask")
            ],
            [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", width])],
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
    )
    onnx.save(model, str(target))


def _embeddings(graph: _Graph, weights: Weights, epsilon: float) -> str:
    words = graph.const("words", weights["embeddings.word_embeddings.weight"])
    # one segment only, so its embedding is folded into those of the positions
    positions = weights["embeddings.position_embeddings.weight"]
    segment = weights["embeddings.token_type_embeddings.weight"][0]
    table = graph.const("positions", (positions + segment).astype(np.float32))
    length = graph.op("Slice", graph.op("Shape", "input_ids"), graph.ints(1), graph.ints(2))
    seen = graph.op("Slice", table, graph.ints(0), length, graph.ints(0))
    total = graph.op("Add", graph.op("Gather", words, "input_ids"), seen)
    return graph.norm(total, "embeddings.LayerNorm", weights, epsilon)


def _layer(graph: _Graph, weights: Weights, name: str, x: str, bias: str, config: Mapping[str, Any]) -> str:
    heads = int(config["num_attention_heads"])
    size = int(config["hidden_size"]) // heads
    epsilon = float(config.get("layer_norm_eps", 1e-12))

    def linear(value: str, part: str, scale: float = 1.0) -> str:
        full = f"{name}.{part}"
        weight = (weights[f"{full}.weight"] * np.float32(scale)).astype(np.float32)
        shift = (weights[f"{full}.bias"] * np.float32(scale)).astype(np.float32)
        return graph.linear(value, full, weight, shift)

    def split(value: str, order: list[int]) -> str:
        return graph.op("Transpose", graph.op("Reshape", value, graph.ints(0, 0, heads, size)), perm=order)

    # the scaling of the scores is folded into the query's weights
    query = split(linear(x, "attention.self.query", 1.0 / math.sqrt(size)), [0, 2, 1, 3])
    key = split(linear(x, "attention.self.key"), [0, 2, 3, 1])
    value = split(linear(x, "attention.self.value"), [0, 2, 1, 3])
    scores = graph.op("Softmax", graph.op("Add", graph.op("MatMul", query, key), bias), axis=-1)
    mixed = graph.op("Transpose", graph.op("MatMul", scores, value), perm=[0, 2, 1, 3])
    joined = graph.op("Reshape", mixed, graph.ints(0, 0, heads * size))
    attended = graph.op("Add", linear(joined, "attention.output.dense"), x)
    x = graph.norm(attended, f"{name}.attention.output.LayerNorm", weights, epsilon)
    inner = graph.gelu(linear(x, "intermediate.dense"))
    return graph.norm(
        graph.op("Add", linear(inner, "output.dense"), x), f"{name}.output.LayerNorm", weights, epsilon
    )


def _pool(graph: _Graph, hidden: str, mask: str, pooling: Pooling) -> str:
    if pooling == "cls":
        return graph.op("Gather", hidden, graph.const("first", np.array(0, dtype=np.int64)), axis=1)
    weight = graph.op("Unsqueeze", mask, graph.ints(2))
    total = graph.op("ReduceSum", graph.op("Mul", hidden, weight), graph.ints(1), keepdims=0)
    count = graph.op("ReduceSum", weight, graph.ints(1), keepdims=0)
    return graph.op("Div", total, graph.op("Max", count, graph.scalar(1e-9)))
