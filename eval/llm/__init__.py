"""How answers fare with a language model: the gate's sentences, runs over questions, a server that misbehaves."""
