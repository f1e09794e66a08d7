"""Rules: small functions of a draft and its form, registered by `assistant.checker.rules.registry.rule`."""
